"""Any lines, in any number of sittings: the sheet that is sealed says what a plain dictionary says."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count, pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ssi.model import DECLINED, NA, NS, Entry, Method, Notes
from ssi.store import open_store
from tests.cli.visiting import IDS, Office, office

WORDS: dict[str, int] = {"0": 0, "1": 1, "2": 2, "NS": NS, "NS declined": DECLINED, "NA": NA, "២": 2, "໑": 1}
LETTERS: dict[str, Method] = {"o": "observe", "m": "measure", "s": "staff", "d": "document"}
NA_ALLOWED = ("SAF-02", "CHD-01")
MEASURED = "SAF-03"
ROUNDS = count(1)

texts = st.text(st.sampled_from("abក្ខ 'é—中"), max_size=12).map(lambda each: " ".join(each.split()))
letters = st.lists(st.sampled_from(sorted(LETTERS)), max_size=3, unique=True).map("".join)
criteria = st.sampled_from(IDS)
NOISE = (
    "", "list", "back", "skip", "help", "?", "?RGT-01", "SAF-02", "go CHD-01", "SAF-99 2", "SAF-01 7", "date x", "wat",
    "interviews 3 3 3", "confirm", "SAF-01 2 /q",
)  # fmt: skip


@dataclass
class Model:
    """What was typed, as a dictionary knows it. Methods are kept in their usual order."""

    entries: dict[str, Entry] = field(default_factory=dict)

    def score(self, criterion: str, word: str, used: str, note: str, value: str) -> None:
        score, methods = WORDS[word], _methods(used)
        if (score == NA and (criterion not in NA_ALLOWED or not note)) or (value and criterion != MEASURED):
            return
        old = self.entries.get(criterion)
        if old and old.score >= 0 and score >= 0:
            methods, note, value = methods or old.methods, note or old.note, value or old.value
        self.entries[criterion] = Entry(criterion, score, methods, note, value)

    def note(self, criterion: str, note: str) -> None:
        old = self.entries.get(criterion)
        if old and not (old.score == NA and not note):
            self.entries[criterion] = Entry(criterion, old.score, old.methods, note, old.value)

    def methods(self, criterion: str, used: str) -> None:
        old = self.entries.get(criterion)
        if old:
            self.entries[criterion] = Entry(criterion, old.score, _methods(used), old.note, old.value)


def _methods(used: str) -> tuple[Method, ...]:
    return tuple(LETTERS[each] for each in "omsd" if each in used)


@st.composite
def typed_lines(draw: st.DrawFn) -> tuple[list[str], Model]:
    """Lines, and what they come to."""
    model, lines = Model(), list[str]()
    for kind in draw(st.lists(st.sampled_from("sssssnmx"), max_size=25)):
        criterion, used, note = draw(criteria), draw(letters), draw(texts)
        if kind == "s":
            word, value = draw(st.sampled_from(sorted(WORDS))), draw(st.sampled_from(["", "", "0", "2", "3.5"]))
            model.score(criterion, word, used, note, value)
            parts = (criterion, word, value and f"={value}", used and f"/{used}", note and f"note {note}")
            lines.append(" ".join(each for each in parts if each))
        elif kind == "n":
            model.note(criterion, note)
            lines.append(f"{criterion} note {note}".rstrip())
        elif kind == "m" and used:
            model.methods(criterion, used)
            lines.append(f"{criterion.lower()} /{used}")
        else:
            lines.append(draw(st.sampled_from(NOISE)))
    return lines, model


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return office(tmp_path_factory.mktemp("model") / "programme")


def parted(lines: Sequence[str], cuts: Sequence[int]) -> list[Sequence[str]]:
    """The lines in sittings: some end with `q`, some with the end of the input."""
    edges = [0, *sorted(min(each, len(lines)) for each in cuts), len(lines)]
    return [lines[start:end] for start, end in pairwise(edges)]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=typed_lines(), cuts=st.lists(st.integers(0, 25), max_size=3))
def test_what_is_sealed_is_what_a_dictionary_says(
    here: Office, typed: tuple[list[str], Model], cuts: list[int]
) -> None:
    lines, model = typed
    round = f"M{next(ROUNDS)}"
    assert here.ssi(f"round open {round} --kind baseline").status == 0
    more = f"--round {round} --ready"
    for sitting in parted(lines, cuts):
        assert here.record(*sitting, more=more).status == 0
    shown = {each["criterion"]: each["score"] for each in here.shown(more=f"--round {round}")["entries"]}
    words = {NA: "NA", NS: "NS", DECLINED: "NS declined"}
    assert shown == {id: words.get(each.score, each.score) for id, each in model.entries.items()}
    said = here.record("done", more=more)
    assert ("sealed S01 A02 " in said.out) == bool(model.entries)
    with open_store(Path(here.folder) / "scores.db", read_only=True) as store:
        sheets = store.sheets(round)
    if not model.entries:
        assert sheets == ()
        return
    (sheet,) = sheets
    assert sheet.levels == tuple(model.entries[id].score if id in model.entries else NS for id in IDS)
    worth_keeping = {id: each for id, each in model.entries.items() if each.methods or each.note or each.value}
    scores = {id: each.score for id, each in model.entries.items()}
    assert dict(Notes.read(sheet.notes, scores).entries) == worth_keeping
