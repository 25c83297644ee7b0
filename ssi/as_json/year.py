"""Status, rounds, loads, faults and verification as JSON for other programs (DESIGN section 7)."""

from collections.abc import Iterable, Mapping
from typing import Any

from ssi.errors import Fault
from ssi.findings import LoadReport, Urgent, Verification, YearStatus
from ssi.model import Round


def fault_json(each: Fault) -> dict[str, Any]:
    where = each.where
    return {
        "code": each.code,
        "file": where.file or None,
        "line": where.line,
        "column": where.column,
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


def load_json(report: LoadReport) -> dict[str, Any]:
    sheets: Mapping[str, tuple[str, ...]] = {
        "new": report.new,
        "same": report.same,
        "revised": report.revised,
        "conflict": report.conflict,
    }
    return {
        "sheets": {name: len(each) for name, each in sheets.items()},
        "which": {name: list(each) for name, each in sheets.items()},
        "rows": report.rows,
        "refused": [fault_json(each) for each in report.refused],
        "remarks": [fault_json(each) for each in report.remarks],
        "written": report.written,
    }


def verify_json(found: Verification) -> dict[str, Any]:
    return {"checked": dict(found.checked), "differs": list(found.differs)}
