"""Faults of scores that come back in files: scoring workbooks, folders of files, two files of the same sheets."""

from ssi.catalogue.words import Words

_AGAIN = "make the workbook again with ssi checklist --to FILE.xlsx, and copy the answers into it"

FAULTS: dict[str, Words] = {
    "scoring-identity-missing": Words(
        "these are sheets of a scoring workbook, but not the whole workbook: its hidden sheet ssi is missing",
        "load the workbook itself; where its sheets were copied out, copy the answers back into it",
    ),
    "scoring-identity-altered": Words(
        "the hidden sheet ssi of this workbook was changed: {detail}",
        "take the workbook as ssi checklist wrote it, and copy the answers into it",
    ),
    "scoring-programme": Words(
        "the workbook was made for the programme {made}, and this is {here}",
        "load it in the folder of that programme",
    ),
    "scoring-standard-differs": Words(
        "the workbook was made of {made}, and the round {round} is pinned to {pinned}; that differs in this: {what}",
        _AGAIN + "; look again at what was added or changed",
    ),
    "scoring-headings-missing": Words(
        "the sheet {sheet} has criteria, but the row of headings over them is gone", "put the row of headings back"
    ),
    "scoring-column-missing": Words(
        "the column '{heading}' is missing from the sheet {sheet}", "put it back; its cells may be empty"
    ),
    "scoring-column-twice": Words(
        "the sheet {sheet} has two columns '{heading}'", "give the inserted column another heading, or take it out"
    ),
    "scoring-row-nameless": Words(
        "this row has an answer, and no id of a criterion", "write the id in the first column, or clear the answer"
    ),
    "scoring-area-row": Words(
        "an answer stands in the row of an area", "write it in the row of the criterion that it is about"
    ),
    "scoring-formula": Words(
        "a formula stands in an answer, and an answer is what a person saw",
        "write the answer itself (copy, then paste as values)",
    ),
    "scoring-hidden": Words(
        "{what} is hidden and holds answers, which nobody who looks at the sheet can see",
        "show it, look at the answers, and save the workbook again",
    ),
    "scoring-merged": Words("the answers {cells} are merged", "unmerge them, and write each criterion's answer"),
    "scoring-percent": Words(
        "{text} is no level; the cell seems to be shown as a percent",
        "format the cell as a number, and choose the level from the list again",
    ),
    "scoring-tick": Words("'{text}' is no mark", "write x where this is how it was seen; else leave the cell blank"),
    "scoring-copied": Words(
        "two sheets of this workbook, {first} and {second}, are both of {assessor}, and they differ",
        "delete the one that does not count, or write the code of the assessor whose sheet it is",
    ),
    "scoring-moved": Words(
        "the sheet says {found} here, and the workbook was made for {made}",
        "copy no sheet into another workbook: load the workbook that the sheet was made in",
    ),
    "scoring-rows": Words(
        "the sheet {sheet} has more than {most} rows that say something",
        "delete the rows that are no criteria; or look whether the right file was given",
    ),
    "scoring-blank": Words(
        "the sheet {sheet} is blank and was passed over", "nothing, if nobody filled it in", warning=True
    ),
    "scoring-same-twice": Words(
        "the sheets {first} and {second} are both of {assessor} and say the same; one was taken",
        "delete the copy when you next save the workbook",
        warning=True,
    ),
    "scoring-sheet-ignored": Words(
        "nothing was read from the sheet {sheet}: it is not one of the workbook's own",
        "nothing, if it holds no scores",
        warning=True,
    ),
    "scores-blank": Words(
        "{sheet}: without an answer, counted as not seen: {count} of the criteria",
        "if they were scored, write their levels and load again with --revise --reason",
        warning=True,
    ),
    "value-without-level": Words(
        "{criterion} has a value and no level, and counts as not seen",
        "if it was seen, choose the level that the value gives, and load again with --revise --reason",
        warning=True,
    ),
    "folder-nothing": Words(
        "there is no file in {folder} that scores could be read from", "name a folder with files that end in: {known}"
    ),
    "entries-differ": Words(
        "the two entries differ (places: {count}), so nothing was written",
        "look at the paper for each, mend the files and load again; or take one of them whole: --take first or"
        ' --take second, with --reason "why"',
    ),
    "entries-take-reason": Words("to take one of two entries that differ needs a reason", 'add --reason "why"'),
}
