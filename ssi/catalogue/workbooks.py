"""Faults of workbooks, and of standards that come and go as workbooks: what is wrong, and what to write instead."""

from ssi.catalogue.words import Words

FAULTS: dict[str, Words] = {
    "workbook-too-large": Words(
        "the workbook would unpack to more than an ordinary one can hold: {detail}",
        "do not open it; ask who sent it for a new copy",
    ),
    "workbook-rows": Words(
        "the sheet {sheet} has more than {most} rows that say something",
        "this is no standard: look whether the right file was given",
    ),
    "workbook-spread": Words(
        "the sheet {sheet} reaches to row {row} and column {column}, nearly all of it blank",
        "delete the lone cells far from the others, and save it again",
    ),
    "workbook-macros": Words("the workbook holds macros", "save it as .xlsx, without macros"),
    "workbook-formula": Words(
        "a formula stands in this cell, and a standard says what it says without reckoning",
        "write the text or number itself (copy, then paste as values)",
    ),
    "workbook-merged": Words("the cells {cells} are merged", "unmerge them, and write each row's text in its own row"),
    "workbook-hidden": Words(
        "{what} is hidden, so nobody who looks at the workbook can see what it says",
        "show it again, or delete it",
    ),
    "workbook-error-value": Words(
        "the cell shows an error such as #REF! or #N/A", "write the text or number that belongs here"
    ),
    "workbook-date": Words(
        "the spreadsheet program took this for a date: {text}",
        "format the cell as text, then write it again: {example}",
    ),
    "sheet-unknown": Words(
        "there is no sheet {sheet} in a standard's workbook.{hint}", "correct its name, or delete it: {known}"
    ),
    "sheet-missing": Words("the sheet {sheet} is missing", "put it back as the export wrote it; it may be empty"),
    "sheet-twice": Words("two sheets have the name {sheet}", "keep one of them"),
    "sheet-columns": Words(
        "the column {column} is missing from the sheet {sheet}", "put it back; its cells may be empty"
    ),
    "language-twice": Words("two columns hold {column} in the language {language}", "keep one of them"),
    "language-unknown": Words(
        "{language} is not the code of a language.{hint}", "write the code between brackets, as in: {example}"
    ),
    "cell-scores": Words(
        "{column}: '{text}' does not say which criterion has which of them",
        "write id = value, each id once, with ; between: SAF-04 = 0; SAF-05 = NS",
    ),
    "duplicate-row": Words("the key {key} stands here for the second time", "keep one of the two rows"),
    "row-nameless": Words("the row has no {column}", "write it, or clear the whole row"),
    "row-no-criterion": Words(
        "the area {area} has no criterion", "write a row for one on the sheet criteria, or take the area out"
    ),
    "row-no-source": Words("there is no source {source} in this workbook.{hint}", "write its row on the sheet sources"),
    "row-area": Words("there is no area {area} on the sheet areas.{hint}", "write the id of one that has a row there"),
    "text-fingerprint": Words(
        "this cell was changed, and only ssi writes this sheet", "take it from the workbook as it was exported"
    ),
    "workbook-cannot-hold": Words(
        "a workbook would not give this back as it is: {why}",
        "take out blanks at the ends of texts, and signs that cannot be printed; then export again",
    ),
    "workbook-there": Words(
        "{file} is there already, and it differs", "give another name, or add --replace if its changes may be lost"
    ),
    "standard-there": Words(
        "{file} is there, and says something else",
        "give the path of a new version, or add --replace to write over it (remarks below its head are lost)",
    ),
    "examples-fail": Words(
        "{count} of {all} worked examples do not hold with what the workbook says now",
        "correct those named here; or add --leave-out-examples: a draft is then written without them, each named",
    ),
    "examples-fail-released": Words(
        "{count} of {all} worked examples do not hold with what the workbook says now",
        "correct them; none is left out of a released file. To go on without them, write status draft",
    ),
    "standard-released": Words(
        "{file} is {what}, and such a file is never changed", "give the workbook a new version, and a new path here"
    ),
    "standard-path": Words(
        "the workbook holds {said}, but is to be written to {file}",
        "write it to {place}, or correct id and version in the workbook",
    ),
}
