"""The roll-out as JSON: `ssi standard rollout --json`. Never computes but the percents of whole numbers."""

from typing import Any

from ssi.as_json.numbers import number
from ssi.findings.rollout import STAGES, Reached, Rollout


def rollout_json(found: Rollout) -> dict[str, Any]:
    """Counts are of shelters; a percent has four decimals; `reached` and `next` are null where there is none."""
    return {
        "on": found.on,
        "stalled_after": found.stalled_after,
        **_reached(found.all),
        "groups": [{"group": each.group, **_reached(each)} for each in found.groups],
        "stalled": [each.place.place for each in found.states if each.stalled],
        "where": [
            {
                "place": each.place.place,
                "shelters": each.place.shelters,
                "reached": each.reached or None,
                "next": each.next or None,
                "days": each.days,
                "stalled": each.stalled,
            }
            for each in found.states
        ],
    }


def _reached(each: Reached) -> dict[str, Any]:
    stages = {
        stage: {"shelters": count, "percent": number(each.percent(stage))}
        for stage, count in zip(STAGES, each.stages, strict=True)
    }
    return {"places": each.places, "shelters": each.shelters, "stages": stages}
