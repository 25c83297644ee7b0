"""An overlay as an OSCAL profile: it imports the catalog of its base, sets the figures that differ, and says why.

Never leaves a criterion half changed. OSCAL can remove and add parts of a control (`alters`), but the tool that most
people resolve profiles with does not carry out removals, nor a change of a title. So a change of figures alone is a
`set-parameter`; a criterion that differs in anything else is taken out of the import and comes whole from the overlay's
own small catalog, together with the added ones. Each carries its reason as an added part; what was dropped stands with
its reason in the profile's props. Whoever resolves it gets exactly the standard that ssi resolves.
"""

from collections.abc import Iterable, Mapping
from typing import Literal

from ssi.model import Area, Criterion, Standard, Step
from ssi.standards.writers.oscal import (
    NAMESPACE,
    Json,
    as_bytes,
    catalog,
    catalog_bytes,
    figure,
    identifier,
    metadata,
    parameter,
    prop,
    props,
    token,
)

How = Literal["same", "figures", "whole"]


def profile_files(standard: Standard, base: Standard, name: str, modified: str) -> dict[str, bytes]:
    """File name → bytes: the profile `<name>.json`, its base's whole catalog `<name>.base.json`, and the catalog of
    criteria that are the overlay's own, `<name>.catalog.json`, where it has any."""
    ways = _ways(standard, base)
    own = _own_areas(standard, ways)
    files = {f"{name}.base.json": catalog_bytes(base, modified)}
    if own:
        files[f"{name}.catalog.json"] = as_bytes({"catalog": catalog(standard, modified, own, "own")})
    taken = [token(each.id) for each in base.criteria if ways.get(each.id, "whole") == "whole"]
    imports = [
        _import(f"{name}.base.json", exclude=taken),
        *([_import(f"{name}.catalog.json")] if own else []),
    ]
    return {f"{name}.json": as_bytes({"profile": _profile(standard, ways, imports, modified)}), **files}


def _import(href: str, exclude: Iterable[str] = ()) -> Json:
    ids = list(exclude)
    return {"href": href, "include-all": {}, **({"exclude-controls": [{"with-ids": ids}]} if ids else {})}


def _profile(standard: Standard, ways: Mapping[str, How], imports: list[Json], modified: str) -> Json:
    steps = {each.criterion: each for each in standard.overlay.steps} if standard.overlay else {}
    head = metadata(standard, modified)
    head["props"] += [
        {**prop("dropped", each.criterion), "remarks": each.reason} for each in steps.values() if each.kind == "drop"
    ]
    settings = [each for code, way in ways.items() if way == "figures" for each in _cuts(standard.criterion(code))]
    alters = [_reason(each) for each in steps.values() if each.kind != "drop" and each.criterion in standard.slot]
    modify = {"set-parameters": settings, "alters": alters}
    return {
        "uuid": identifier(standard, "profile"),
        "metadata": head,
        "imports": imports,
        "merge": {"as-is": True},
        **({"modify": found} if (found := {key: each for key, each in modify.items() if each}) else {}),
    }


def _ways(standard: Standard, base: Standard) -> dict[str, How]:
    """How each criterion of the overlay comes about: as in its base, with other figures, or whole from the overlay."""
    scale = standard.scale == base.scale
    return {
        each.id: _way(base.criterion(each.id), each) if scale and each.id in base.slot else "whole"
        for each in standard.criteria
    }


def _way(was: Criterion, now: Criterion) -> How:
    if was == now:
        return "same"
    if not (was.measure and now.measure and len(was.measure.cuts) == len(now.measure.cuts)):
        return "whole"
    figures = was.measure.model_copy(update={"cuts": now.measure.cuts})
    return "figures" if was.model_copy(update={"measure": figures}) == now else "whole"


def _own_areas(standard: Standard, ways: Mapping[str, How]) -> list[Area]:
    """The areas with those of their criteria that come whole from the overlay."""
    areas = [
        area.model_copy(update={"criterion": tuple(each for each in area.criterion if ways[each.id] == "whole")})
        for area in standard.area
    ]
    return [area for area in areas if area.criterion]


def _cuts(criterion: Criterion) -> list[Json]:
    cuts = criterion.measure.cuts if criterion.measure else ()
    return [
        {"param-id": parameter(token(criterion.id), step), "values": [figure(cut)]} for step, cut in enumerate(cuts, 1)
    ]


def _reason(step: Step) -> Json:
    """Why a criterion was changed or added, as a part that is added at its end."""
    code = token(step.criterion)
    said = props({"step": step.kind, "figure": step.figure, "changed": step.keys})
    part = {"id": f"{code}_reason", "name": "reason", "ns": NAMESPACE, "props": said, "prose": step.reason}
    return {"control-id": code, "adds": [{"position": "ending", "parts": [part]}]}
