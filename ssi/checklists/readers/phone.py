"""What comes back from phones: exports of KoboToolbox and ODK Central → tables in the long form, one a submission.

Never writes and never guesses which standard a form was made from: the form says it in every submission, and a version
that the round is not held by is refused with both names. Never keeps what the form does not ask for: who was logged
in, which phone it was, where it stood. Where a form was made to ask for such things, a remark names them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from ssi.checklists.phone import FORM, VERSION, Names, form_of, form_version
from ssi.checklists.readers.once import once
from ssi.checklists.readers.phone_answers import Answer, is_practice, rows, said, visit_answers
from ssi.checklists.readers.phone_columns import Columns
from ssi.checklists.readers.phone_records import Record
from ssi.checklists.readers.remade import LONG, Remade
from ssi.errors import Fault, SsiError, Where, fault
from ssi.model import Standard
from ssi.words import plain_digits

ENDINGS = (".csv", ".xlsx", ".json", ".zip")
_NAMED = 8  # columns or submissions that one remark names
_REJECTED = ("rejected", "not approved", "not_approved")
_ENCRYPTED = ("not decrypted", "missing encrypted form data", "notdecrypted", "missingencryptedformdata")


def phone_rows(data: bytes, name: str, standards: Mapping[str, Standard]) -> tuple[Remade, ...] | None:
    """The submissions in an export, one table each, in the long form of scores; None where this is no phone's export.

    `standards` = round → the standard that it is held by. Raises SsiError with every fault: a form that no round here
    is held by, columns that disagree, a sheet that was sent twice; and whatever makes the file unreadable. What is
    left out (practice, rejected on the server) stands in the remarks of the first table, which may have no rows."""
    found = _records(data, name)
    if found is None:
        return None
    records, remarks = found
    reading = _Reading(standards)
    tables = [table for each in records if (table := reading.table(each))]
    if reading.faults:
        raise SsiError(reading.faults)
    remarks = (*remarks, *reading.remarks(name))
    first, *others = once(tables) or (Remade(name, LONG),)
    return (replace(first, remarks=remarks), *others)


def _records(data: bytes, name: str) -> tuple[Sequence[Record], tuple[Fault, ...]] | None:
    """The submissions of a file by its ending, and remarks on the file."""
    ending = PurePath(name).suffix.casefold()
    if ending == ".json":
        from ssi.checklists.readers.phone_json import json_records

        return json_records(data, name)
    if ending not in ENDINGS:
        return None
    from ssi.checklists.readers import phone_tables

    readers = {".csv": phone_tables.csv_records, ".xlsx": phone_tables.workbook_records}
    records = readers.get(ending, phone_tables.zip_records)(data, name)
    return None if records is None else (records, ())


@dataclass
class _Reading:
    """The submissions of one file, judged one after the other."""

    standards: Mapping[str, Standard]
    faults: list[Fault] = field(default_factory=list)
    practice: int = 0
    empty: int = 0
    rejected: list[str] = field(default_factory=list)
    not_asked: dict[str, None] = field(default_factory=dict)
    columns: dict[str, Columns] = field(default_factory=dict)  # by what `form_of` says of the standard

    def table(self, record: Record) -> Remade | None:
        """A submission in the long form; None where it is left out or has faults."""
        visit = visit_answers(record)
        if self._left_out(record, visit):
            return None
        standard = self._standard(record, visit)
        if standard is None:
            return None
        columns = self.columns.setdefault(form_of(standard), Columns(Names(standard)))
        beside = {at for at, (column, text) in enumerate(record.answers) if said(text) and not columns.asked(column)}
        self.not_asked |= dict.fromkeys(record.answers[at][0] for at in sorted(beside))
        if beside:
            record = record.without(beside)
        table, faults = rows(record, columns)
        self.faults += faults
        self.empty += not table.rows
        return table if table.rows else None

    def remarks(self, name: str) -> tuple[Fault, ...]:
        where, found = Where(name), []
        if self.practice:
            found.append(fault("phone-practice", where, count=self.practice))
        if self.empty:
            found.append(fault("phone-empty", where, count=self.empty))
        if self.rejected:
            found.append(fault("phone-rejected", where, count=len(self.rejected), submissions=_few(self.rejected)))
        if self.not_asked:
            found.append(fault("phone-not-asked", where, columns=_few([*self.not_asked])))
        return tuple(found)

    def _left_out(self, record: Record, visit: Mapping[str, Answer]) -> bool:
        status = record.server("_validation_status", "uid", "ReviewState", "reviewState").casefold()
        if any(each in status for each in _REJECTED) or record.server("deletedAt"):
            self.rejected.append(record.submission.id)
            return True
        if record.server("Status", "status").casefold() in _ENCRYPTED:
            self.faults.append(fault("phone-encrypted", record.where(), submission=record.submission.id))
            return True
        self.practice += is_practice(visit)
        return is_practice(visit)

    def _standard(self, record: Record, visit: Mapping[str, Answer]) -> Standard | None:
        """The standard of the submission's round, if its form was made from that; a round that is not known here is
        left to whoever reads the rows, as long as the form's standard is."""
        form, place = _made_from(record, visit)
        if not form:
            if not any(each.code == "phone-unnamed" for each in self.faults):  # a column that was left out: said once
                self.faults.append(fault("phone-unnamed", record.where()))
            return None
        round = plain_digits(visit["ssi_round"].text) if "ssi_round" in visit else ""
        standard = self.standards.get(round)
        if standard and not _is(form, standard):
            values = {"form": form, "round": round, "standard": form_of(standard)}
            self.faults.append(fault("phone-version", place, **values))
            return None
        found = standard or next((each for each in self.standards.values() if _is(form, each)), None)
        if found is None:
            known = ", ".join(dict.fromkeys(form_of(each) for each in self.standards.values())) or "there is no round"
            self.faults.append(fault("phone-version-unknown", place, form=form, known=known))
        return found


def _made_from(record: Record, visit: Mapping[str, Answer]) -> tuple[str, Where]:
    """What the form was made from: its own hidden answer; where that was not exported, the version that the server
    names, if it is ours (KoboToolbox puts a version of its own in its place)."""
    if FORM in visit:
        return visit[FORM].text, record.where(visit[FORM].at)
    version = record.server("__version__", "_version_", "FormVersion", "formVersion")
    return (version if VERSION.fullmatch(version) else ""), record.where()


def _is(form: str, standard: Standard) -> bool:
    return form in (form_of(standard), form_version(standard))


def _few(names: Sequence[str]) -> str:
    short = [each.splitlines()[0][:40] for each in names[:_NAMED]]
    return ", ".join(short) + (f" and {len(names) - _NAMED} more" if len(names) > _NAMED else "")
