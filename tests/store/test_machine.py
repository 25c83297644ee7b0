"""Whatever is done in whatever order, and however often the file is closed: the store says what a dict says."""

import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, multiple, rule

from ssi.model import Sheet
from ssi.store import Store, open_store
from tests.store.values import decision, opened, sheet_

ROUNDS = st.sampled_from(["R1", "R2"])
SHELTERS = st.sampled_from(["S01", "S02"])
ASSESSORS = st.sampled_from(["A1", "A2", "agreed"])
LEVELS = st.lists(st.none() | st.integers(-3, 2), max_size=3)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)


class TheStore(RuleBasedStateMachine):
    sealed = Bundle("sealed")

    @initialize()
    def start(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.store = self._open()
        self.step = 0
        self.rounds: dict[str, bool] = {}  # id → closed
        self.typed: dict[tuple[str, str, str], list[tuple[int, str]]] = {}
        self.sheets: dict[Sheet, str] = {}  # sheet → when it was first sealed
        self.kinds: list[str] = []
        self.closings: dict[str, list[tuple[str, str, str]]] = {}
        opened(self.store, "R1", "R2")
        self.rounds = {"R1": False, "R2": False}
        self.kinds = ["open", "open"]

    def teardown(self) -> None:
        if hasattr(self, "store"):
            assert self.store.check_integrity() == ()
            self.store.close()
            self.folder.cleanup()

    def _open(self) -> Store:
        return open_store(Path(self.folder.name) / "scores.db", create=True)

    def _now(self) -> str:
        self.step += 1
        return f"{self.step:06}"

    @rule(round=ROUNDS, shelter=SHELTERS, assessor=ASSESSORS, body=TEXTS)
    def append(self, round: str, shelter: str, assessor: str, body: str) -> None:
        seq = self.store.append_entry(round, shelter, assessor, body, self._now())
        assert seq > max((seq for typed in self.typed.values() for seq, _ in typed), default=0)
        self.typed.setdefault((round, shelter, assessor), []).append((seq, body))

    @rule(target=sealed, round=ROUNDS, shelter=SHELTERS, assessor=ASSESSORS, levels=LEVELS)
    def seal(self, round: str, shelter: str, assessor: str, levels: list[int | None]) -> Sheet:
        return self._seal(sheet_(levels, round=round, shelter=shelter, assessor=assessor))

    @rule(target=sealed, old=sealed, levels=LEVELS)
    def revise(self, old: Sheet, levels: list[int | None]) -> Sheet:
        new = sheet_(levels, round=old.round, shelter=old.shelter, assessor=old.assessor, replaces=old.hash)
        return self._seal(new)

    @rule(sheets=st.lists(sealed, max_size=4))
    def seal_again(self, sheets: list[Sheet]) -> None:
        self.store.seal(sheets, self._now(), [decision("preview")])
        self.kinds.append("preview")

    def _seal(self, sheet: Sheet) -> Sheet:
        now = self._now()
        self.store.seal([sheet], now)
        self.sheets.setdefault(sheet, now)
        return sheet

    @rule(round=ROUNDS, body=TEXTS)
    def close(self, round: str, body: str) -> None:
        now = self._now()
        self.store.close_round(round, body, "rule", decision("close", round, at=now))
        self.closings.setdefault(round, []).append((now, "rule", body))
        self.rounds[round] = True
        self.kinds.append("close")

    @rule(round=ROUNDS)
    def reopen(self, round: str) -> None:
        self.store.decide(decision("reopen", round))
        self.rounds[round] = False
        self.kinds.append("reopen")

    @rule(target=sealed)
    def close_and_open_the_file(self) -> object:
        self.store.close()
        self.store = self._open()
        return multiple()

    @invariant()
    def nothing_is_lost_or_changed(self) -> None:
        if not hasattr(self, "store"):
            return
        assert {each.id: each.closed for each in self.store.rounds()} == self.rounds
        assert [each.kind for each in self.store.decisions()] == self.kinds
        assert {*self.store.all_sheets()} == self.sheets.keys()
        for round in self.rounds:
            self._same_round(round)

    def _same_round(self, round: str) -> None:
        mine = {sheet: at for sheet, at in self.sheets.items() if sheet.round == round}
        gone = {sheet.replaces for sheet in mine}
        current = [sheet for sheet in mine if sheet.hash not in gone]
        current.sort(key=lambda each: (each.shelter, each.assessor, mine[each], each.hash))
        assert list(self.store.sheets(round)) == current
        assert self.store.sheet_times(round) == {sheet.hash: at for sheet, at in mine.items()}
        assert list(self.store.results(round)) == self.closings.get(round, [])
        typed = {key: entries for key, entries in self.typed.items() if key[0] == round}
        assert self.store.started(round) == {(shelter, assessor) for _, shelter, assessor in typed}
        for key, entries in typed.items():
            assert list(self.store.entries(*key)) == entries


TestTheStore = TheStore.TestCase
TestTheStore.settings = settings(max_examples=20, stateful_step_count=15, deadline=None)
