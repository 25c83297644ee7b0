"""Faults of money: what is wrong, and what to write instead."""

from ssi.catalogue.words import Words

FAULTS: dict[str, Words] = {
    "money-id-twice": Words("the id {id} is used twice", "give every improvement, training and fund an id of its own"),
    "money-shelter-unknown": Words(
        "{id} names the shelter {shelter}, which is not one of this round's",
        "write the code of a shelter of the round, or keep the line for the next round.{hint}",
    ),
    "money-criterion-unknown": Words(
        "{id} names the criterion {criterion}, which is not in {standard}", "write the id of a criterion.{hint}"
    ),
    "money-level-unknown": Words("{id} is to reach level {level}, which is not on the scale", "write one of {levels}"),
    "nothing-left-to-gain": Words(
        "{improvement} lifts nothing: all of its criteria are at that level already, or do not apply there",
        "leave it out, or write a higher level or another criterion",
        warning=True,
    ),
    "cost-negative": Words("{id} has a negative {column}", "write an amount of 0 or more"),
    "training-without-people": Words("{id} has {value} in the column {column}", "write a whole number of 1 or more"),
    "requires-unknown": Words("{id} requires {needed}, which nobody proposed", "write the id of a proposal.{hint}"),
    "requires-elsewhere": Words(
        "{id} requires {needed}, which belongs to another shelter ({shelter})",
        "require only what the same shelter proposes",
    ),
    "requires-ring": Words("these improvements require each other in a ring: {ring}", "take one requirement out"),
    "requires-alternative": Words(
        "{id} can never be bought: with what it requires it takes both {one} and {other}, and of the group {group} only"
        " one is bought",
        "take the requirement out, or the group from one of the two if they are no alternatives",
    ),
    "places-too-few": Words(
        "a session of {id} has room for {places}, and every shelter is to send {people}: no shelter could attend",
        "write {people} or more places, fewer people, or leave places empty where there is no limit",
    ),
    "fund-idle": Words(
        "nothing that may be bought can be paid from the fund {fund}",
        "ask for proposals that it may pay for, or ask the donor to widen its purpose",
        warning=True,
    ),
    "policy-unknown": Words("there is no sharing rule called {policy}", "use one of {known}.{hint}"),
    "plan-change-unreadable": Words(
        "this change cannot be read: {change}",
        "write 'ITEM drop: reason', 'ITEM add: reason' or 'ITEM cost=AMOUNT: reason'",
    ),
    "plan-exists": Words(
        "a plan of round {round} is adopted already", "to put this one in its place add --reason; progress is kept"
    ),
    "plan-begun": Words(
        "{item} of the plan in force is {status}, and the new plan leaves it out",
        'keep it with --change "{item} add: why", or first say: ssi plan update {item} --status cancelled --reason …',
    ),
    "plan-change-twice": Words("{item} is changed twice", "write one change for each item"),
    "plan-reason-missing": Words(
        "the change of {item} has no reason", "write it behind a colon, as in '{item} drop: reason'"
    ),
    "plan-amount": Words(
        "{amount} is not an amount of this currency, for {item}", "write 0 or more with at most {decimals} decimals"
    ),
    "plan-proposal-unknown": Words(
        "the proposal names {item}, which is in neither improvements.csv nor trainings.csv", "make a new proposal"
    ),
    "plan-item-unknown": Words("{item} is not in the plan", "write the id of something in the plan.{hint}"),
    "plan-nothing-to-add": Words("{item} is not an improvement that anybody proposed", "write its id.{hint}"),
    "plan-has-it": Words("{item} is in the plan already", "leave this change out"),
    "plan-add-training": Words(
        "the training {item} cannot be added by hand: nothing says who would attend",
        "change trainings.csv or the funds and make a new proposal",
    ),
    "plan-needs": Words("{item} needs {needed} first, which is not in the plan", "add {needed} too, or drop {item}"),
    "plan-alternatives": Words("the plan has both {item} and {other}, of which one is enough", "drop one of the two"),
    "plan-over-budget": Words(
        "with these changes the plan costs {cost}, and there is {budget}", "drop something, or lower a cost"
    ),
    "plan-status": Words("{status} is not a status of a plan's item", "write one of {known}.{hint}"),
    "plan-cancelled-why": Words("{item} is cancelled without a reason", 'add --reason "why"'),
    "not-a-proposal": Words(
        "{file} is not a proposal for the money: {detail}", "make one with 'ssi allocate --to proposal.json'"
    ),
    "proposal-altered": Words(
        "{file} says something else than the same question gives: {keys}",
        "make it again with 'ssi allocate --to {file}'; the group's own wishes are changes: --change \"I07 drop: why\"",
    ),
    "input-changed": Words(
        "{input} has changed since the proposal for round {round} was worked out",
        "work it out again: ssi allocate {round} --to proposal.json; the group adopts the answer to today's question",
    ),
    "no-plan": Words("no plan is adopted yet", "adopt a proposal with 'ssi plan adopt proposal.json'"),
}
