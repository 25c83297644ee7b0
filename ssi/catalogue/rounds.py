"""Faults of rounds: what is wrong, and what to write instead."""

from ssi.catalogue.words import Words

FAULTS: dict[str, Words] = {
    "urgent-unknown": Words("{criterion} at {shelter} is not open as urgent", "name one that is: {known}"),
    "nothing-urgent": Words("nothing is urgent at {shelter}", "see what is: ssi urgent list"),
    "clear-needs-reason": Words(
        "{criterion} at {shelter} leaves the list only with a reason",
        "add --reason and what was done, with no name and no story",
    ),
    "reply-empty": Words("the reply of {shelter} says nothing", "add --text and the shelter's own words"),
    "words-identify": Words(
        "{found}", "say it in other words, or add --words-ok after reading it again: no check finds every name"
    ),
    "unknown-round": Words("there is no round {round}.{hint}", "'ssi round list' shows the rounds"),
    "round-exists": Words("there is already a round {round}", "give the new round another id"),
    "which-round": Words(
        "which round is meant? Open now: {open}",
        "write its id behind the command (record and checklist: --round and its id); 'ssi round list' shows them",
    ),
    "bad-code": Words("{code} is not an id for a round", "use letters, digits, - and _, such as R1"),
    "no-shelters-yet": Words(
        "shelters.csv has no shelter yet",
        "write one line for each; tables.txt says what each column means",
        warning=True,
    ),
    "no-shelters": Words("shelters.csv has no shelter", "write one line for each shelter, then type 'ssi check'"),
    "round-closed": Words(
        "round {round} is closed",
        "take the next round; a closed one is opened again only by 'ssi round reopen {round}'",
    ),
    "round-open": Words(
        "round {round} is still open: results are shown when it is closed",
        "finish its visits and type 'ssi round close {round}'; 'ssi status' says what is missing",
    ),
    "round-open-already": Words("round {round} is open already", "go on with it"),
    "reopen-needs-reason": Words("opening round {round} again needs a reason", 'add --reason "why"'),
    "update-needs-reason": Words("a change of what round {round} is pinned to needs a reason", 'add --reason "why"'),
    "close-needs-reason": Words(
        "round {round} is not complete", 'mend what is named above, or close it all the same with --reason "why"'
    ),
    "visit-not-sealed": Words(
        "{shelter}: the sheet of {assessor} is planned and not sealed",
        "type it with 'ssi record {shelter} --as {assessor}', or load it",
    ),
    "contested-open": Words(
        "{shelter}: {count} {are} in no agreed sheet: {criteria}",
        "let the team settle that together: ssi agree {shelter}",
    ),
    "sheet-begun": Words(
        "{shelter}: the sheet of {assessor} is begun and not sealed",
        "finish it with 'ssi record {shelter} --as {assessor}' and done; what is not sealed does not count",
    ),
    "correction-open": Words(
        "{shelter}: the correction of {assessor} is begun and not sealed",
        "seal it with 'done' in: ssi record {shelter} --as {assessor}",
    ),
    "agreed-stale": Words(
        "{shelter}: the agreed sheet rests on a sheet that was replaced",
        'let the team agree again: ssi agree {shelter} --revise --reason "why"',
    ),
    "sheet-conflict": Words(
        "{shelter}: two sheets of {assessor} stand side by side", "settle which one counts, with --revise and --reason"
    ),
    "nothing-sealed": Words(
        "no sheet of round {round} is sealed, so there is no result",
        "record or load its sheets; a round opened by mistake is closed with a reason",
    ),
    "shelter-scored": Words(
        "{shelter} has sheets in this round and is gone from shelters.csv, or has another kind or children there",
        "put its line back as it was; the change holds from the next round on",
    ),
    "pinned-standard-altered": Words(
        "the standard kept with round {round} is not the one its hash names",
        "stop, keep this store as it is, and bring back the last good copy; 'ssi verify' says more",
    ),
    "unknown-shelter": Words(
        "round {round} has no shelter {shelter}.{hint}",
        "write a code that stands in shelters.csv; 'ssi round update' takes over a new one",
    ),
    "unknown-assessor": Words(
        "round {round} has no assessor {assessor}.{hint}",
        "write a code that stands in assessors.csv; 'ssi round update' takes over somebody new",
    ),
    "assessor-at-home": Words(
        "{assessor} is at home in {shelter}, and nobody scores their own shelter", "send an assessor of another shelter"
    ),
    "self-not-at-home": Words(
        "{assessor} is not at home in {shelter}; a self round is scored by a shelter's own staff",
        "name an assessor whose home shelter it is",
    ),
    "self-no-money": Words("round {round} is a self round, which is never used for money", "name a round of peers"),
    "self-with-peers": Words(
        "of {before} and {after} one is a self round, and a shelter's own scores are no change against its peers'",
        "compare two rounds of peers, or two self rounds",
    ),
    "shelter-not-visited": Words("{shelter} has no sealed sheet in round {round}", "name a shelter that was visited"),
    "standard-same-version": Words(
        "{standard} has another text now than when round {round} was opened with it",
        "give the new text a new version and name it in ssi.toml, or put the old file back",
    ),
    "standard-edited": Words(
        "{file} was edited after round {round} was opened ({then} is now {now}); the round keeps the old one",
        "put the old file back, or give the new text a new version for the next round",
        warning=True,
    ),
    "table-edited": Words(
        "{file} was edited after round {round} was opened; the round keeps what it was opened with",
        "take the change over with 'ssi round update {round} --reason …'",
        warning=True,
    ),
    "unknown-standard": Words(
        "no standard with the id {standard} is at hand.{hint}", "use one of: {known}; or give the path of a file"
    ),
    "unknown-version": Words("there is no version {version} of {standard}", "use one of: {known}"),
}
