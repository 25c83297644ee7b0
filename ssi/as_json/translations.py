"""How far translations are, as JSON for other programs."""

from typing import Any

from ssi.findings.translations import TranslationsState


def translations_json(found: TranslationsState) -> dict[str, Any]:
    return {
        "standard": found.standard,
        "language": found.language,
        "translations": [
            {
                "language": each.language,
                "file": each.file,
                "status": each.status or None,
                "reviewed_by": each.reviewed_by or None,
                "coverage": {kind: {"done": done, "all": all} for kind, done, all in each.coverage},
                "stale": each.stale,
                "faults": each.faults,
                "warnings": each.warnings,
            }
            for each in found.translations
        ],
    }
