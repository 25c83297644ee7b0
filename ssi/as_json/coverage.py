"""A crosswalk between standards as JSON: `ssi standard coverage --json`. Never computes but counts."""

from typing import Any

from ssi.findings.coverage import Coverage, SourceUse


def coverage_json(found: Coverage) -> dict[str, Any]:
    """`criteria` are those of the standard `against`; a relation is null where nobody has decided it yet."""
    return {
        "standard": {"name": found.ours, "sha256": found.ours_sha256},
        "against": {"name": found.other, "sha256": found.other_sha256},
        "mapping": found.mapping or None,
        "counts": {name or "not_yet_mapped": count for name, count in found.counts.items()},
        "criteria": [
            {
                "criterion": each.criterion,
                "relation": each.relation,
                "ours": list(each.ours),
                "by": each.by or None,
                "note": each.note,
            }
            for each in found.counterparts
        ],
        "only_ours": list(found.only_ours),
    }


def source_json(found: SourceUse) -> dict[str, Any]:
    return {
        "standard": found.standard,
        "source": found.source,
        "title": found.title,
        "address": found.address,
        "criteria": list(found.criteria),
        "alone": list(found.alone),
    }
