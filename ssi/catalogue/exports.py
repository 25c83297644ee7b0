"""Faults of what leaves: tables, workbooks, data for DHIS2; what is wrong, and what to write instead."""

from ssi.catalogue.words import Words

FAULTS: dict[str, Words] = {
    "export-not-read-back": Words(
        "{file} does not hold what was written: {place} should say {written}, and says {read}",
        "nothing was kept; give it in another format, and tell those who keep ssi",
    ),
    "export-form": Words(
        "an export cannot be a file that ends in {ending}",
        "give the name of a new folder, or of a file that ends in {known}",
    ),
    "export-folder-full": Words("{folder} is there, and it is not empty", "give the name of a new folder"),
    "export-too-long": Words(
        "{table} has {rows} rows, and a sheet of a workbook can hold {most}",
        "give the name of a new folder, or of a file that ends in .zip",
    ),
    "export-no-before": Words(
        "no round of peers was closed before {round}", "name the two rounds: ssi export {what} ROUND BEFORE"
    ),
    "export-note": Words(
        "{place}: {detail}",
        "export without --notes; or, after a person has looked at every one, add --words-ok",
    ),
    "csv-one-table": Words(
        "this page has {count} tables, and a .csv file holds exactly one",
        "give a name that ends in .xlsx: it has a sheet for each table, and the text beside them",
    ),
    "dhis2-uid": Words(
        "{key}: {text} is not an identifier of DHIS2",
        "copy its 11 letters and digits from DHIS2; the first is a letter",
    ),
    "dhis2-period": Words(
        "{text} is not a period of DHIS2 for round {round}",
        "write a year, month, quarter or half-year, as in 2026, 202603, 2026Q1 or 2026S1",
    ),
    "dhis2-unknown": Words("the round has no {what} {code}.{hint}", "correct the code, or take the line out"),
    "dhis2-no-period": Words("round {round} has no period", 'write a line under [periods], as in {round} = "2026Q1"'),
    "dhis2-no-unit": Words(
        "these shelters have a result and no org unit: {shelters}",
        'write a line for each under [org_units]; where it has none in DHIS2, write "" behind its code',
    ),
    "dhis2-nothing": Words(
        "the mapping names no data element", "write [overall] with its data_element, or lines under [areas]"
    ),
    "dhis2-twice": Words(
        "{one} and {other} both go to {uid}, and DHIS2 would keep only the last",
        "give each its own; or, for data elements, its own category_option_combo",
    ),
    "dhis2-complete": Words(
        "complete = true is for a data_set and exactly one org unit, and there are {count}",
        "take the line out, and complete the data set in DHIS2",
    ),
}
