"""Status, rounds, loads, faults and verification as JSON for other programs (DESIGN section 7)."""

from collections.abc import Iterable, Mapping
from typing import Any

from ssi.errors import Fault
from ssi.findings import DoubleEntry, LoadReport, People, Urgent, Verification, YearStatus
from ssi.model import Round


def fault_json(each: Fault) -> dict[str, Any]:
    where = each.where
    return {
        "code": each.code,
        "file": where.file or None,
        "line": where.line,
        "column": where.column,
        **({"cell": where.cell} if where.cell else {}),
        "message": each.message,
        "advice": each.advice,
        **({"warning": True} if each.warning else {}),
    }


def faults_json(faults: Iterable[Fault]) -> dict[str, Any]:
    return {"faults": [fault_json(each) for each in faults]}


def status_json(status: YearStatus) -> dict[str, Any]:
    return {
        "stage": status.stage,
        "open_round": status.open_round,
        "missing": list(status.missing),
        **urgent_json(status.urgent),
        "next": list(status.next),
        "people": people_json(status.people),
    }


def people_json(people: People) -> dict[str, Any]:
    return {
        "expired": [{"assessor": code, "valid_until": until} for code, until in people.expired],
        "posts": [
            {"post": each.post, "left": list(each.left), "assessor": each.assessor, "trainings": list(each.trainings)}
            for each in people.vacancies
        ],
    }


def urgent_json(urgent: Iterable[Urgent]) -> dict[str, Any]:
    return {"urgent": [{"shelter": each.shelter, "criterion": each.criterion, "due": each.due} for each in urgent]}


def rounds_json(rounds: Iterable[Round]) -> dict[str, Any]:
    return {
        "rounds": [
            {
                "round": each.id,
                "kind": each.kind,
                "closed": each.closed,
                "opened_at": each.opened_at,
                "standard": each.chain[-1][0],
                "sha256": each.standard_sha256,
                "shelters": len(each.shelters),
                "planned": len(each.visits),
            }
            for each in rounds
        ]
    }


def load_json(report: LoadReport, entries: DoubleEntry | None = None) -> dict[str, Any]:
    sheets: Mapping[str, tuple[str, ...]] = {
        "new": report.new,
        "same": report.same,
        "revised": report.revised,
        "conflict": report.conflict,
    }
    return {
        "sheets": {name: len(each) for name, each in sheets.items()},
        "which": {name: list(each) for name, each in sheets.items()},
        "files": report.files,
        "rows": report.rows,
        "refused": [fault_json(each) for each in report.refused],
        "remarks": [fault_json(each) for each in report.remarks],
        "written": report.written,
        **({"double_entry": entries_json(entries)} if entries else {}),
    }


def entries_json(entries: DoubleEntry) -> dict[str, Any]:
    return {
        "sheets": entries.sheets,
        "agree": not entries.differs,
        "taken": entries.taken or None,
        "differs": [
            {
                "sheet": each.sheet,
                "criterion": each.criterion or None,
                "part": each.part,
                "first": each.first,
                "second": each.second,
            }
            for each in entries.differs
        ],
    }


def verify_json(found: Verification) -> dict[str, Any]:
    return {"checked": dict(found.checked), "differs": list(found.differs)}
