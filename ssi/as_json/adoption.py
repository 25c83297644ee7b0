"""Standards as policy for other programs: adoptions, what held on a day, what was verified, and a standard as it is."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from ssi.errors import Fault
from ssi.findings.adoption import Standing, Verified
from ssi.model import Criterion, Standard, Texts
from ssi.model.adoption import Adoption, Binds


def adoption_json(adoption: Adoption) -> dict[str, Any]:
    """The adoption without its fingerprints; days are ISO 8601."""
    return adoption.model_dump(mode="json", by_alias=True, exclude={"parts", "criteria", "format"})


def standings_json(found: Iterable[Standing], on: date) -> dict[str, Any]:
    """Every standard at hand on this day; `binding` is whom it binds then, `holds` whether that is anybody."""
    return {"on": on.isoformat(), "standards": [_standing(each) for each in found]}


def _standing(each: Standing) -> dict[str, Any]:
    adoption = each.adoption
    return {
        **_named(each.standard),
        "title": each.standard.title,
        "file": each.place,
        "status": each.status,
        "holds": each.holds,
        "as_adopted": None if adoption is None else not each.differs,
        "authority": adoption.authority if adoption else None,
        "instrument": adoption.instrument if adoption else None,
        "adopted": adoption.adopted.isoformat() if adoption else None,
        "in_force": adoption.in_force.isoformat() if adoption else None,
        "binding": [_binds(bind) for bind in each.binding],
        "later": [_binds(bind) for bind in each.later],
        "superseded_by": each.after or None,
        "superseded_on": each.since.isoformat() if each.since else None,
        "transition_until": each.until.isoformat() if each.until else None,
        "newer_binds_all": None if not each.after else not each.partly,
    }


def _named(standard: Standard) -> dict[str, Any]:
    return {"standard": {"id": standard.id, "version": standard.version, "sha256": standard.sha256}}


def _binds(binds: Binds) -> dict[str, Any]:
    return binds.model_dump(mode="json", by_alias=True)


def verified_json(found: Iterable[Verified]) -> dict[str, Any]:
    """`verdict` is adopted, not adopted or differs; `good` false is exit status 1."""
    return {"verified": [_verified(each) for each in found]}


def _verified(each: Verified) -> dict[str, Any]:
    return {
        "what": each.what,
        "standard": each.standard,
        "sha256": each.sha256,
        "verdict": each.verdict,
        "good": each.good,
        "differs": [{"part": edit.part, "how": edit.how, "keys": list(edit.keys)} for edit in each.edits],
        "signature": {"state": each.signed, "key": each.key or None, "key_was_given": each.trusted},
        "scan": each.scan or None,
        "adoption": adoption_json(each.adoption) if each.adoption else None,
        "faults": [_fault(fault) for fault in each.faults],
    }


def _fault(each: Fault) -> dict[str, Any]:
    return {"code": each.code, "file": each.where.file, "message": each.message, "advice": each.advice}


def standard_json(standing: Standing, texts: Texts, criterion: str = "") -> dict[str, Any]:
    """The whole standard, or of its criteria only one, in one language; with its adoption, and for an overlay its
    steps. A text that is a draft translation says so."""
    standard = standing.standard
    chosen = [each for each in standard.criteria if criterion in ("", each.id)]
    said = standard.model_dump(mode="json", by_alias=True, exclude={"area", "example"})
    return {
        **said,
        "language": texts.language,
        "title": texts("title").text,
        "standing": _standing(standing),
        "adoption": adoption_json(standing.adoption) if standing.adoption else None,
        "counts": counts_json(standard),
        "areas": [{"id": each.id, "title": texts(f"area.{each.id}.title").text, "criteria": len(each.criterion)}
                  for each in standard.area],
        "criteria": [_criterion(each, texts) for each in chosen],
    }  # fmt: skip


def counts_json(standard: Standard) -> dict[str, int]:
    classes = [each.class_ for each in standard.criteria]
    return {
        "areas": len(standard.area),
        "criteria": len(classes),
        **{name: classes.count(name) for name in ("critical", "must", "desired")},
        "stop": sum(each.gate for each in standard.criteria),
    }


def _criterion(each: Criterion, texts: Texts) -> dict[str, Any]:
    text = texts(f"{each.id}.text")
    return {
        **each.model_dump(mode="json", by_alias=True),
        "text": text.text,
        "anchors": [said.text for said in texts.anchors(each.id)],
        "guidance": texts(f"{each.id}.guidance").text if each.guidance else "",
        "na_when": texts(f"{each.id}.na_when").text if each.na_when else None,
        "text_language": text.language,
        "draft_translation": text.draft,
    }
