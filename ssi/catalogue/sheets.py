"""Faults of entries and sheets: what is wrong, and what to write instead."""

from ssi.catalogue.words import Words

_REWORD = "reword it; or confirm that it leads to nobody"

FAULTS: dict[str, Words] = {
    "again-before-first": Words(
        "nothing of {assessor}'s sheet at {shelter} was typed yet, so it cannot be typed for the second time",
        "leave --again out: this is the first typing",
    ),
    "settled-needs-reason": Words(
        "{criterion}: nobody gave {score} (given: {given}), so it needs a reason",
        "write it behind the level: {criterion} {score} because …",
    ),
    "assessor-missing": Words("nobody was named who scores", "add --as and the assessor's code: --as A02"),
    "again-agreed": Words(
        "the agreed sheet is settled at the screen, not keyed in twice", "leave --again out, or name an assessor"
    ),
    "table-codes": Words(
        "--table needs the codes of two assessors or more, each once", "write them with commas: --table A02,A03,A04"
    ),
    "table-scale": Words(
        "a level of this scale is more than one digit, so 210 cannot stand for three levels",
        "leave --table out, and type the sheets one after the other with --as",
    ),
    "table-line": Words(
        "{text} is not one mark for each of {codes}",
        "write one for each: a level, s not seen, d declined, n not applicable (then the reason), - nothing yet",
    ),
    "unknown-criterion": Words("there is no criterion {criterion}.{hint}", "write the id of one of the standard's"),
    "criterion-not-here": Words("{criterion} is not on this shelter's checklist", "leave it out"),
    "score-unknown": Words("{score} is not a score", "write one of: {known}, NA, NS, NS declined"),
    "na-refused": Words("{criterion} cannot be NA: the standard says so", "give a level, or NS where it was not seen"),
    "na-without-reason": Words(
        "{criterion} is NA without a reason", "write the reason as its note; NA is meant for: {when}"
    ),
    "value-not-number": Words("{value} is not a number", "write digits, with a point for decimals, as in 3.5"),
    "value-without-measure": Words("{criterion} takes no measured value", "leave the value out and give the level"),
    "method-unknown": Words(
        "{method} is not a method",
        "use observe, measure, staff, resident, document; at the prompt their first letters, as in /od",
    ),
    "few-residents-note": Words(
        "fewer than {few} residents agreed to talk, so {criterion} takes no note with the method resident",
        "take out the note, or the method: together they may tell who spoke; or, if {few} or more agreed to talk,"
        " say so first, as in: interviews 9 6 3",
    ),
    "interviews-form": Words(
        "{text} is not three whole numbers", "write how many residents were asked, agreed and declined: 5 3 2"
    ),
    "interviews-sum": Words(
        "{agreed} agreed and {declined} declined, but only {asked} were asked",
        "write how many were asked, agreed and declined: 5 3 2",
    ),
    "note-phone": Words("the note may hold a telephone number: {found}", _REWORD, warning=True),
    "note-email": Words("the note may hold an e-mail address: {found}", _REWORD, warning=True),
    "note-digits": Words("the note holds a long number: {found}", _REWORD, warning=True),
    "note-place": Words("the note may say where a place lies: {found}", _REWORD, warning=True),
    "note-word": Words(
        "the note holds a word that your programme keeps as identifying: {found}", _REWORD, warning=True
    ),
    "note-address": Words("the note may hold an address: {found}", _REWORD, warning=True),
    "line-unknown": Words("'{word}' is not a criterion or a command.{hint}", "type a line such as SAF-01 2, or help"),
    "line-garbled": Words(
        "the line holds keys or bytes that are not letters",
        "type it again; arrow keys do nothing here, Backspace does; a file must be saved as UTF-8",
    ),
    "line-incomplete": Words("'{word}' needs more behind it", "type the line again as: {form}"),
    "date-form": Words("{date} is not a date", "write year, month and day, as in 2026-03-01"),
    "sheet-half-typed": Words(
        "{sheet}: scores of this sheet were typed with ssi record and are not sealed",
        "go on typing it and leave its rows out; or load the file in its place with --revise --reason",
    ),
    "rows-missing": Words(
        "{sheet}: {count} criteria have no row and count as not seen",
        "if they were scored, write their rows and load again with --revise --reason",
        warning=True,
    ),
    "not-planned": Words(
        "{sheet}: visits.csv plans no such visit in this round",
        "look at the codes; it was taken all the same",
        warning=True,
    ),
    "not-ready": Words(
        "the pre-visit list is not ticked", "go through the list with the team, then add --ready to the command"
    ),
    "sheet-sealed": Words(
        "the sheet of {assessor} at {shelter} is sealed", 'to correct it, add --revise --reason "why"'
    ),
    "empty-sheet": Words("nothing is typed for {shelter} by {assessor}", "type at least one score before done"),
    "score-first": Words("{criterion} has no score yet", "type its score first, as {criterion} 2"),
    "revise-needs-reason": Words("the correction of {sheet} needs a reason", 'add --reason "why"'),
    "sheet-differs": Words(
        "the sheet {sheet} is sealed already, and this one says something else",
        'take the rows out; or, where the new sheet is right, load it with --revise --reason "why"',
    ),
    "agreed-too-early": Words(
        "{shelter}: the team agrees only after every sheet of the visit is sealed; waiting for {waiting}",
        "seal those sheets first",
    ),
    "sheet-in-two-files": Words(
        "the rows of {sheet} stand in more than one file", "put the rows of a sheet in one file"
    ),
    "criterion-row-twice": Words("{criterion} has two rows in this sheet", "keep one of them"),
    "note-to-confirm": Words(
        "look at this note before it is loaded: {detail}",
        "write it in other words; if it does not, load again with --notes-ok after a person has looked",
    ),
}
