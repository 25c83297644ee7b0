"""Faults of files of any kind: what is wrong, and what to write instead."""

from ssi.catalogue.words import Words

FAULTS: dict[str, Words] = {
    "file-missing": Words("there is no file {file}", "give the path of a file that exists"),
    "file-not-text": Words("the file is not UTF-8 text: {detail}", "save it again as UTF-8 (in Excel: 'CSV UTF-8')"),
    "toml-syntax": Words("this is not valid TOML: {detail}", "mend the line; text stands between straight quotes"),
}
