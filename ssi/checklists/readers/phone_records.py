"""One submission as its server exported it: columns and texts, whatever the file was.

Never knows a criterion. `servers_own` and `of_server` know what KoboToolbox and ODK Central add of their own: ids,
times, who was logged in. Nothing of it is kept but what tells two editions of one submission apart.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from ssi.checklists.readers.remade import Submission
from ssi.checklists.readers.rows import letters
from ssi.errors import Where

COLUMNS = 1 << 13  # names of columns that are remembered: an export has the same ones in every row
SHOWN = 60  # characters of a cell that a fault shows
SEPARATORS = re.compile(r"\s*[/\-.:|]\s*")  # between groups and question: Kobo lets people choose, Central takes -
_CENTRAL = frozenset({
    "SubmissionDate", "KEY", "SubmitterID", "SubmitterName", "AttachmentsPresent", "AttachmentsExpected", "Status",
    "ReviewState", "DeviceID", "Edits", "FormVersion", "instanceID", "instanceName", "deprecatedID", "rootUuid",
})  # fmt: skip
_GROUPS = frozenset({"meta", "formhub"})
_PLACE = re.compile(r"_(latitude|longitude|altitude|precision)$|^_geolocation|^_attachments", re.IGNORECASE)
_IDS = ("rootUuid", "KEY", "__id", "_uuid", "instanceID")  # the steadiest first: Kobo's _uuid changes with an edit
_SIGNS = frozenset({"KEY", "SubmissionDate", "__id", "_uuid", "_submission_time", "_xform_id_string"})


@dataclass(frozen=True)
class Record:
    """`answers` = (column, text) in the file's order; a column may come twice. A row of a table has its `line`, of a
    workbook also `book`; what comes from JSON its `path`."""

    file: str
    answers: tuple[tuple[str, str], ...]
    line: int | None = None
    book: bool = False
    path: str = ""

    def where(self, at: int | None = None) -> Where:
        """The place of the submission, or of the answer with this index."""
        if at is None:
            return Where(self.file, self.line, None, self.path)
        column, text = self.answers[at]
        said = f"{column.splitlines()[0]}: {text[:SHOWN]}" if column else text[:SHOWN]
        shown = f"{self.path} {said}".strip()
        return Where(self.file, self.line, None, shown, f"{letters(at)}{self.line}" if self.book else "")

    def without(self, places: Collection[int]) -> "Record":
        """The submission with nothing in these columns."""
        kept = tuple((each[0], "") if at in places else each for at, each in enumerate(self.answers))
        return replace(self, answers=kept)

    def server(self, *names: str) -> str:
        """The first of these answers that the server itself gave and that says something."""
        return next((self._server[each] for each in names if self._server.get(each)), "")

    @cached_property
    def _server(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for column, text in self.answers:
            if servers_own(column) and text:
                found.setdefault(last_part(column), text)
        return found

    @cached_property
    def submission(self) -> Submission:
        """Its ids. Central keeps one for ever and counts the edits. Kobo gives each edition a new `_uuid`; newer
        exports name the first one too (`rootUuid`), and JSON the one before."""
        ids = [_bare(self.server(each)) for each in _IDS]
        root, own = _bare(self.server("rootUuid")), _bare(self.server("_uuid", "instanceID"))
        moment = self.server("_submission_time").replace("T", " ")[:19]
        number = f"{self.server('_id')} {moment}" if self.server("_id") and moment else ""  # the same for all editions
        before = _bare(self.server("deprecatedID")) or (root if root != own else "")
        edits = self.server("Edits", "edits") or ("0" if root and root == own else "")
        return Submission(
            next((each for each in ids if each), ""),
            frozenset(each for each in (*ids, before, number) if each),
            before,
            int(edits) if edits.isdecimal() and len(edits) < 6 else None,
        )


def _bare(identity: str) -> str:
    return identity.removeprefix("uuid:").casefold()


@lru_cache(COLUMNS)
def last_part(column: str) -> str:
    return SEPARATORS.split(column)[-1]


@lru_cache(COLUMNS)
def servers_own(column: str) -> bool:
    """Whether the server made this column: not a question of a form, unless it is a place or an attachment."""
    if _PLACE.search(column):
        return False
    first = SEPARATORS.split(column)[0]
    return column.startswith("_") or first in _GROUPS or column in _CENTRAL or "@odata" in column


def of_server(columns: Sequence[str]) -> bool:
    """Whether these are the columns of an export of KoboToolbox or ODK Central."""
    return not _SIGNS.isdisjoint(columns)
