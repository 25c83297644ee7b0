"""The words of every fault: what is wrong, and what to write instead. One line of each, plain enough to be translated.

Holds no code that finds faults. Each code has a folder of the same name under tests/faults, with a bad file and the
message beside it. `{…}` are filled by the values that the finder names; `{hint}` is " Did you mean X?" or nothing.
"""

from typing import NamedTuple


class Words(NamedTuple):
    message: str
    advice: str
    warning: bool = False


CATALOGUE: dict[str, Words] = {
    # ── files of any kind ────────────────────────────────────────────────────────────────────────────────────────
    "file-missing": Words("there is no file {file}", "give the path of a file that exists"),
    "file-not-text": Words("the file is not UTF-8 text: {detail}", "save it again as UTF-8 (in Excel: 'CSV UTF-8')"),
    "toml-syntax": Words("this is not valid TOML: {detail}", "mend the line; text stands between straight quotes"),
    # ── standards ────────────────────────────────────────────────────────────────────────────────────────────────
    # ── the programme folder and its CSV files ───────────────────────────────────────────────────────────────────
    # ── entries and sheets ───────────────────────────────────────────────────────────────────────────────────────
    # ── rounds ───────────────────────────────────────────────────────────────────────────────────────────────────
    # ── the store ────────────────────────────────────────────────────────────────────────────────────────────────
    # ── money ────────────────────────────────────────────────────────────────────────────────────────────────────
    # ── commands ─────────────────────────────────────────────────────────────────────────────────────────────────
}
