"""Faults of the programme folder and its CSV files: what is wrong, and what to write instead."""

from ssi.catalogue.words import Words

FAULTS: dict[str, Words] = {
    "kept-word-short": Words(
        "'{word}' is too short to be looked for in notes",
        "write a word or a name of {least} letters or more, or take the line out; a remark begins with #",
    ),
    "shipped-missing": Words("the {name} that come with ssi are not at {place}", "install ssi again"),
    "file-ending": Words("{file} is not a table that can be read", "save it with one of these endings: {known}"),
    "table-empty": Words("the file is empty", "write the names of the columns in its first line"),
    "table-nul": Words("the line holds a NUL character, so the file is damaged or not a text", "save it again as CSV"),
    "table-quote": Words(
        "a quote is not closed, or text follows it, so the rest of the file cannot be read",
        'begin and end the cell with "; write "" for a quote inside it; take the file again if it was cut off',
    ),
    "table-cut": Words(
        "the last line has {cells} of {columns} cells and no line end: the file may be cut off",
        "take the file again from where it came; if it is whole, press Enter after the last line",
    ),
    "row-too-long": Words(
        "the row has {cells} cells, and there are {columns} columns",
        'put a text that holds a comma between quotes: "a, b"; delete what stands behind the last cell',
    ),
    "column-twice": Words("two columns have the name {column}", "keep one of them"),
    "column-unnamed": Words("column {number} has no name", "name it in the first line, or delete the column"),
    "column-unknown": Words("there is no column {column} here.{hint}", "delete it, or use one of: {known}"),
    "column-missing": Words("the column {column} is missing", "the first line names these columns: {columns}"),
    "column-private": Words(
        "the column {column} could say who or where somebody is",
        "delete it; shelters and people are codes here, their names stand only in names.csv, and residents nowhere",
    ),
    "workbook-unreadable": Words("the workbook cannot be read: {detail}", "save it again as .xlsx, .ods or .csv"),
    "text-private": Words(
        "{column}: this may tell who or where somebody is: {found}",
        "every report shows this text: say it without telling who or where",
        warning=True,
    ),
    "cell-empty": Words("{column} is empty", "write {expected}"),
    "cell-code": Words(
        "{column}: '{text}' is not a code", "write up to 32 letters a-z, digits, - and _, such as S01; never a name"
    ),
    "cell-number": Words(
        "{column}: '{text}' is not a whole number of {least} or more", "write digits only, such as 12"
    ),
    "cell-amount": Words(
        "{column}: '{text}' is not an amount of money",
        "write digits with a point before the decimals and nothing between the thousands, such as 1250.50",
    ),
    "cell-negative": Words("{column}: {text} is less than 0", "write 0 where it is free, else what it costs"),
    "cell-decimals": Words(
        "{column}: {text} has more decimals than the currency {currency}", "write it with {decimals} decimals or fewer"
    ),
    "cell-date": Words("{column}: '{text}' is not a date: {detail}", "write year-month-day, such as 2026-03-09"),
    "cell-choice": Words("{column}: '{text}' is not known.{hint}", "write one of: {known}"),
    "cell-criteria": Words(
        "{column}: '{text}' is not a criterion",
        "write ids with spaces between, each may have its level: SAF-01 RGT-02:2",
    ),
    "criterion-listed-twice": Words("{column}: {text} is named twice", "keep one of them"),
    "criterion-not-in-standard": Words(
        "{column}: {standard} has no criterion {text}.{hint}", "write an id of the standard"
    ),
    "level-not-on-scale": Words("{column}: {text} is not a level of {standard}", "write one of: {known}"),
    "currency-unknown": Words("{column}: there is no currency {text}", "write its three letters, such as USD or KHR"),
    "rate-missing": Words(
        "{column}: ssi.toml has no rate for {text}", "write under [rates]: {text} = how many {currency} one {text} buys"
    ),
    "code-twice": Words("{column}: {text} stands already on line {first}", "give each its own code"),
    "shelter-not-listed": Words("{column}: {text} is not in shelters.csv.{hint}", "write a code that stands there"),
    "assessor-not-listed": Words("{column}: {text} is not in assessors.csv.{hint}", "write a code that stands there"),
    "assessor-reserved": Words("the code '{text}' is kept for what a team agrees on", "give the assessor another code"),
    "visit-at-home": Words(
        "{assessor} would assess {shelter}, which is the home shelter of {assessor}",
        "send somebody from another shelter; a round of kind self needs no rows here",
    ),
    "visit-twice": Words("this visit stands already on line {first}", "keep one of the two lines"),
    "requires-not-listed": Words("requires: there is no improvement or training {text}.{hint}", "write a code of one"),
    "requires-itself": Words("{text} requires itself", "take its own code out of requires"),
    "table-two-files": Words("{file} is not read, because {used} is there", "keep only one of them", warning=True),
    "programme-not-found": Words(
        "there is no ssi.toml in {folder} or above it", "go into a programme folder, or make one with ssi init"
    ),
    "programme-exists": Words("{folder} is not empty", "give a new folder, or an empty one"),
    "settings-unknown": Words("ssi.toml has no key {key}.{hint}", "take it out, or use one of: {known}"),
    "settings-missing": Words("the key {key} is missing", "write a line such as: {key} = {example}"),
    "settings-value": Words("{key} cannot be {value}", "write {expected}"),
}
