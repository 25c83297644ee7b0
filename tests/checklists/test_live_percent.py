"""The percent that a scoring workbook shows while it is filled in, reckoned by LibreOffice, against our own scoring."""

import io
import shutil
import subprocess
from fractions import Fraction
from pathlib import Path
from random import Random

import pytest
from python_calamine import load_workbook

from ssi.checklists.writers.workbook import scoring_workbook
from ssi.model import METHODS, Checklist, Sheet, Standard, Visit
from ssi.scoring.summarise import score_shelter
from tests.checklists.filling import LETTERS, Said, Workbook
from tests.making import SMALL, sheet, shelter, standard
from tests.running import ROOT

ODD = """
format = 1
id = "odd"
version = "1.0.0"
status = "draft"
language = "en"
title = "Falling values, thirds, areas that weigh of their own"
scale = [
  { value = 4, label = "a", points = "0" },
  { value = 3, label = "b", points = "1/3" },
  { value = 1, label = "c", points = "5/7" },
  { value = 0, label = "d", points = "1" },
]
[rules]
minimum = 1
weights = { critical = "7/3", must = 2, desired = "1/3" }
cap_without_practice = 3
[[area]]
id = "ONE"
title = "One"
weight = "1/3"
criterion = [
  { id = "ONE-1", class = "critical", text = "…", anchors = ["a", "b", "c", "d"], practice = true, na_when = "…" },
  { id = "ONE-2", class = "must", text = "…", anchors = ["a", "b", "c", "d"], practice = true },
]
[[area]]
id = "TWO"
title = "Two"
criterion = [
  { id = "TWO-1", class = "desired", text = "…", anchors = ["a", "b", "c", "d"], na_when = "…", weight = "5/2" },
  { id = "TWO-2", class = "desired", text = "…", anchors = ["a", "b", "c", "d"], na_when = "…", practice = true },
]
"""
UNSEEN = ("NS", "NS declined", None)
EXACT = 1e-9


def core() -> Standard:
    return standard((ROOT / "standards" / "ssi-core" / "1.0.0.toml").read_text(encoding="utf-8"))


def filling(checklist: Checklist, chance: Random, share: float) -> dict[str, Said]:
    """Scores of one sheet: `share` of the criteria have a level, the others none, as far as may be NA among them."""
    found: dict[str, Said] = {}
    for each in checklist.criteria:
        level: int | str | None = chance.choice(checklist.standard.scale).value
        if chance.random() > share:
            level = chance.choice((*UNSEEN, *(["NA"] * 3 if each.na_when is not None else [])))
        ticks = chance.choice(("", "document", "document", "staff document", " ".join(METHODS)))
        found[each.id] = (level, ticks, "", "")
    return found


def as_sheet(checklist: Checklist, scores: dict[str, Said]) -> Sheet:
    levels = {id: "NS" if said[0] is None else said[0] for id, said in scores.items()}
    methods = {id: said[1].split() for id, said in scores.items()}
    given = {id: each for id, each in levels.items() if not isinstance(each, float)}
    return sheet(checklist.standard, shelter(children="yes"), "A02", given, methods=methods)  # type: ignore[arg-type]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice Calc (soffice), which is large")
@pytest.mark.timeout(300)
def test_libreoffice_reckons_what_ssi_score_says(tmp_path: Path) -> None:
    """One sheet, many fillings, from all of them seen to none: each area and the whole to 1e-9."""
    made: dict[str, tuple[Checklist, dict[str, Said], Workbook]] = {}
    for name, own in (("small", standard(SMALL)), ("odd", standard(ODD)), ("core", core())):
        checklist = own.checklist("long-term", children=True)
        visits = (Visit(round="R1", shelter="S01", assessor="A02"),)
        blank = scoring_workbook(checklist, shelter="S01", round="R1", visits=visits)
        for at, share in enumerate((1, 0.9, 0.6, 0.6, 0.3, 0)):
            scores = filling(checklist, Random(f"{name} {at}"), share)
            book = Workbook(blank).fill("A02", scores).without_results()
            made[f"{name}-{at}"] = checklist, scores, book
            (tmp_path / f"{name}-{at}.xlsx").write_bytes(book.bytes())
    out = converted(tmp_path, "ods", *(tmp_path / f"{each}.xlsx" for each in made))
    for name, (checklist, scores, book) in made.items():
        cells = load_workbook(io.BytesIO((out / f"{name}.ods").read_bytes())).get_sheet_by_name("A02").to_python()
        result = score_shelter(checklist, "S01", [as_sheet(checklist, scores)])
        column = list(LETTERS).index("level")
        assert same(cells[0][column], result.percent), name
        for area in result.areas:
            assert same(cells[book.line("A02", area.area) - 1][column], area.percent), (name, area.area)
        assert cells[1][column] == sum(said[0] is not None for said in scores.values()), name


def converted(folder: Path, ending: str, *files: Path) -> Path:
    """The files saved again by LibreOffice in this format, in the folder `out`."""
    out = folder / "out"
    profile = f"-env:UserInstallation=file://{folder}/profile"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", ending, "--outdir", out, *files],
        check=True, capture_output=True, timeout=240,
    )  # fmt: skip
    return out


def same(shown: object, exact: Fraction | None) -> bool:
    if exact is None or not isinstance(shown, float | int):
        return exact is None and shown == "–"
    return abs(shown - float(exact)) < EXACT
