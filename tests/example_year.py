"""The scores of `examples/year`: what is chosen by hand about that fictional country, and chance for the rest.

Never touches the tables that people would write (shelters, visits, improvements …): it reads them, so that what is
proposed there fell short at the baseline, and what was bought is mended at the follow-up. Run it after a change with
`python -m tests.example_year`; a test holds that the files are what it writes.
"""

import csv
from pathlib import Path
from random import Random

from ssi.model import DECLINED, METHOD_LETTERS, NA, NS, Checklist, Shelter, Standard
from ssi.standards.reading import read_standard
from tests.made_up import (
    Said,
    Talks,
    Truth,
    Visited,
    agreed_rows,
    later_levels,
    sheet_rows,
    true_levels,
    visit,
    write_scores,
)

ROOT = Path(__file__).parent.parent
YEAR = ROOT / "examples" / "year"
STANDARD = ROOT / "standards" / "ssi-core" / "1.0.0.toml"
BEFORE, AFTER = "R1", "R2"
SEED = 2026
TYPED = ("S05", "A03")  # this sheet of the baseline is typed through `ssi record`

MENDED = ("S05", "SAF-07")  # the stop criterion at its worst level, mended between the rounds
WORSE = ("S08", "CAS-04")  # a caseworker left: the one thing that got worse
TALKS = {"S07": Talks(6, 3)}  # too few to show what was seen with residents
# What does not apply: the shelter is for one sex; has no women; cooks elsewhere; keeps no medicines; is new.
DOES_NOT_APPLY = {
    "S06": ("FAC-03", "FOD-03"),
    "S08": ("FAC-03", "WSH-07"),
    "S04": ("HLT-03", "REI-05"),
}
FIRST_YEAR = {"MGT-03": 1, "MGT-04": 2}  # cannot apply before a first round of improvements; then at this level
UNSEEN = {
    BEFORE: {"S02": {"HLT-05": NS}, "S06": {"RGT-11": NS, "CAS-09": NS}, "S07": {"RGT-08": DECLINED}},
    AFTER: {"S06": {"CAS-09": NS}},
}
ON_PAPER = {"S03": ("RGT-05", "CAS-05"), "S04": ("STF-04",), "S09": ("HLT-01", "RGT-09")}  # practices, documents alone
LENIENCY = {"A02": 0.25, "A04": -0.3, "A07": 0.15, "A09": -0.1, "A12": 0.1}

DONE = ("I01", "I02", "I03", "I04", "I08", "I09", "I15", "I20", "I21", "I22")
ATTENDED = ("T01", "T02")  # by every shelter


def table(name: str) -> list[dict[str, str]]:
    with (YEAR / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def lifts(row: dict[str, str]) -> dict[str, int]:
    """What an improvement or a training reaches: criterion → level."""
    pairs = (each.partition(":") for each in row["criteria"].split())
    return {id: int(level or row["to"]) for id, _, level in pairs}


def checklists(standard: Standard) -> dict[str, Checklist]:
    places = [Shelter.model_validate({**row, "children": row["children"] == "yes"}) for row in table("shelters")]
    return {each.shelter: standard.checklist(each.kind, children=each.children) for each in places}


def baseline(here: dict[str, Checklist], chance: Random) -> dict[str, Truth]:
    """True levels of the first round: by chance, then what the year's story needs."""
    truths = {shelter: true_levels(each, chance) for shelter, each in here.items()}
    for shelter, truth in truths.items():
        for each in here[shelter].criteria:
            if truth[each.id] == NA:
                truth[each.id] = 1
            if each.id in (*FIRST_YEAR, *DOES_NOT_APPLY.get(shelter, ())):
                truth[each.id] = NA
    wanted = [(row["shelter"], lifts(row)) for row in table("improvements")]
    wanted += [(shelter, lifts(row)) for row in table("trainings") for shelter in truths if chance.random() < 0.8]
    for shelter, reached in wanted:
        for id in sorted(reached.keys() & truths[shelter].keys()):
            gate = here[shelter].standard.criterion(id).gate
            truths[shelter][id] = min(truths[shelter][id], 1 if gate or chance.random() < 0.6 else 0)
    for shelter, ids in ON_PAPER.items():
        truths[shelter] |= dict.fromkeys(ids, 1)
    truths[MENDED[0]][MENDED[1]] = 0
    truths[WORSE[0]][WORSE[1]] = 2
    return truths


def follow_up(here: dict[str, Checklist], before: dict[str, Truth], chance: Random) -> dict[str, Truth]:
    """True levels of the second round: what was done and learnt, and small steps of the shelters' own."""
    reached: dict[str, dict[str, int]] = {shelter: dict(FIRST_YEAR) for shelter in here}
    done = [(row["shelter"], row) for row in table("improvements") if row["improvement"] in DONE]
    done += [(shelter, row) for row in table("trainings") for shelter in here if row["training"] in ATTENDED]
    for shelter, row in done:
        for id, level in lifts(row).items():
            reached[shelter][id] = max(level, reached[shelter].get(id, 0))
    truths = {shelter: later_levels(here[shelter], before[shelter], reached[shelter], chance) for shelter in here}
    for row in table("improvements"):
        if row["improvement"] not in DONE:
            left = lifts(row).keys() - reached[row["shelter"]].keys()
            truths[row["shelter"]] |= {id: before[row["shelter"]][id] for id in left}
    truths[WORSE[0]][WORSE[1]] = 0
    return truths


def visits(round: str, here: dict[str, Checklist], truths: dict[str, Truth], chance: Random) -> dict[str, Visited]:
    teams: dict[str, dict[str, float]] = {}
    for row in table("visits"):
        if row["round"] == round:
            teams.setdefault(row["shelter"], {})[row["assessor"]] = LENIENCY.get(row["assessor"], 0.0)
    return {
        shelter: visit(
            here[shelter],
            truths[shelter],
            team,
            chance,
            talks=TALKS.get(shelter, Talks()),
            documents=ON_PAPER.get(shelter, ()),
            unseen=UNSEEN[round].get(shelter),
            certain=[id for place, id in (MENDED, WORSE) if place == shelter],
        )
        for shelter, team in teams.items()
    }


def typed_text(visited: Visited, assessor: str) -> str:
    """A sheet as it is typed into `ssi record`, one line an entry."""
    lines = [f"interviews {visited.talks}"]
    lines += [_typed(id, said) for id, said in visited.sheets[assessor].items()]
    return "\n".join([*lines, "done", ""])


def _typed(criterion: str, said: Said) -> str:
    letters = {method: letter for letter, method in METHOD_LETTERS.items()}
    methods = "".join(letters[each] for each in said.methods)  # type: ignore[index]
    score = {NA: "NA", NS: "NS", DECLINED: "NS declined"}.get(said.score, str(said.score))
    parts = (criterion, score, said.value and f"={said.value}", methods and f"/{methods}", said.note)
    return " ".join(each for each in parts if each)


def build(folder: Path) -> dict[str, dict[str, Visited]]:
    """Write the scores of both rounds into `folder`; what was drawn comes back, round → shelter → visit."""
    chance = Random(SEED)
    here = checklists(read_standard(STANDARD.read_bytes(), STANDARD.name))
    first = baseline(here, chance)
    second = follow_up(here, first, chance)
    rounds = {
        BEFORE: visits(BEFORE, here, first, chance),
        AFTER: visits(AFTER, here, second, chance),
    }
    shelter, assessor = TYPED
    text = typed_text(rounds[BEFORE][shelter], assessor)
    (folder / f"record-{shelter}-{assessor}.txt").write_text(text, encoding="utf-8")
    for round, name in ((BEFORE, "baseline"), (AFTER, "follow-up")):
        rows = [row for code, each in rounds[round].items() for row in sheet_rows(round, code, each)]
        write_scores(folder / f"scores-{name}.csv", [row for row in rows if row[:3] != (BEFORE, *TYPED)])
        agreed = [row for code, each in rounds[round].items() for row in agreed_rows(round, code, each)]
        write_scores(folder / f"agreed-{name}.csv", agreed)
    return rounds


if __name__ == "__main__":
    build(YEAR)
