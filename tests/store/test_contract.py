"""What every store promises (`ssi.store.contract`), asked of each store that there is."""

from dataclasses import replace

import pytest

from ssi.errors import SsiError
from ssi.model import Round, Shelter, Visit
from ssi.store import Store, pinned
from tests.making import shelter
from tests.store.conftest import Reopen
from tests.store.values import NOON, decision, opened, round_, sheet_


def codes(error: pytest.ExceptionInfo[SsiError]) -> list[str]:
    return [each.code for each in error.value.faults]


# ── rounds ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_round_comes_back_as_it_was_opened(reopen: Reopen) -> None:
    whole = replace(round_(), chain=(("base.toml", b"\x00\xff\r\n"), ("own.toml", "ស្ត្រី".encode())), kind="self")
    with reopen() as store:
        store.open_round(whole, decision("open", body={"from": "ssi.toml"}))
    with reopen() as store:
        assert store.rounds() == (whole,)
        assert store.round("R1") == whole
        assert store.decisions() == (decision("open", body={"from": "ssi.toml"}),)


def test_rounds_stand_in_the_order_of_opening(store: Store) -> None:
    opened(store, "2026-b", "2026-a", "2025")
    assert [each.id for each in store.rounds()] == ["2026-b", "2026-a", "2025"]


def test_closed_follows_from_the_last_decision(store: Store) -> None:
    opened(store, "R1", "R2")

    def closed() -> list[bool]:
        assert [store.round(each.id).closed for each in store.rounds()] == [each.closed for each in store.rounds()]
        return [each.closed for each in store.rounds()]

    assert closed() == [False, False]
    store.close_round("R1", "{}", "rule", decision("close"))
    assert closed() == [True, False]
    store.decide(decision("preview"))
    store.decide(decision("reopen", "R1"))
    assert closed() == [False, False]
    store.close_round("R1", "{}", "rule", decision("close"))
    store.close_round("R2", "{}", "rule", decision("close", "R2"))
    assert closed() == [True, True]


def test_an_update_changes_the_rows_it_names_and_the_last_one_counts(store: Store) -> None:
    opened(store, "R1", "R2")
    later = (Visit(round="R1", shelter="S02", assessor="A2", date="2026-04-01"),)
    more: tuple[Shelter, ...] = (*round_().shelters, shelter("S03"))
    store.decide(decision("update", body=pinned(visits=())))
    store.decide(decision("update", body=pinned(shelters=more)))
    store.decide(decision("update", body=pinned(visits=later)))
    expected: Round = replace(round_(), shelters=more, visits=later)
    assert store.rounds() == (expected, round_("R2"))
    assert store.round("R1") == expected


def test_an_update_that_could_not_be_read_back_is_not_written(store: Store) -> None:
    opened(store)
    with pytest.raises(ValueError, match="capacity"):
        store.decide(decision("update", body={"shelters": [{"shelter": "S01", "kind": "transit"}]}))
    assert store.decisions(kind="update") == ()


def test_a_round_is_opened_once(store: Store) -> None:
    opened(store)
    with pytest.raises(SsiError) as error:
        store.open_round(round_(), decision("open", at="later"))
    assert codes(error) == ["round-exists"]
    assert len(store.rounds()) == len(store.decisions()) == 1


def test_opening_and_closing_take_the_decision_that_does_it(store: Store) -> None:
    with pytest.raises(ValueError, match="kind open"):
        store.open_round(round_(), decision("close"))
    opened(store, "R1", "R2")
    with pytest.raises(ValueError, match="on round R1"):
        store.close_round("R1", "{}", "rule", decision("close", "R2"))
    assert store.results("R1") == ()


def test_an_unknown_round_is_named_with_the_one_that_was_meant(store: Store) -> None:
    opened(store, "baseline-2026", "follow-up-2026")
    with pytest.raises(SsiError) as error:
        store.round("base-2026")
    assert codes(error) == ["unknown-round"]
    assert error.value.faults[0].message == "there is no round base-2026. Did you mean baseline-2026?"


def test_nothing_is_written_to_a_round_that_is_not_there(store: Store) -> None:
    opened(store)
    sheets = [sheet_(), sheet_(round="R8"), sheet_(round="R9")]
    with pytest.raises(SsiError) as both:
        store.seal(sheets, NOON, [decision("revise")])
    assert codes(both) == ["unknown-round", "unknown-round"]
    for write in (
        lambda: store.append_entry("R9", "S01", "A1", "SAF-01 2", NOON),
        lambda: store.decide(decision("note", "R9")),
        lambda: store.close_round("R9", "{}", "rule", decision("close", "R9")),
        lambda: store.adopt("00", "R9", "{}", decision("adopt", "R9")),
    ):
        with pytest.raises(SsiError) as error:
            write()
        assert codes(error) == ["unknown-round"]
    assert not any((store.all_sheets(), store.proposals(), store.results("R9"), store.entries("R9", "S01", "A1")))
    assert store.decisions() == (decision("open"),)


# ── typing ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_entries_come_back_in_order_for_their_own_sheet(reopen: Reopen) -> None:
    with reopen() as store:
        opened(store, "R1", "R2")
        one = store.append_entry("R1", "S01", "A1", '{"criterion":"SAF-01"}', NOON)
        store.append_entry("R1", "S01", "A2", "other assessor", NOON)
        store.append_entry("R1", "S02", "A1", "other shelter", NOON)
        store.append_entry("R2", "S01", "A1", "other round", NOON)
        two = store.append_entry("R1", "S01", "A1", "ខ្មែរ ' \" \n \\ 🏠", "earlier by the laptop's clock")
    with reopen() as store:
        assert one < two
        assert store.entries("R1", "S01", "A1") == ((one, '{"criterion":"SAF-01"}'), (two, "ខ្មែរ ' \" \n \\ 🏠"))
        assert store.entries("R1", "S09", "A1") == ()
        assert store.started("R1") == {("S01", "A1"), ("S01", "A2"), ("S02", "A1")}
        assert store.started("R9") == frozenset()


def test_a_sheet_is_claimed_by_one_at_a_time(reopen: Reopen) -> None:
    with reopen() as one, reopen() as two:
        with one.claim("R1", "S01", "A1"):
            with pytest.raises(SsiError) as error, two.claim("R1", "S01", "A1"):
                pass
            assert codes(error) == ["sheet-in-use"]
            assert error.value.exit_status == 1
            with two.claim("R1", "S01", "A2"), two.claim("R2", "S01", "A1"), two.claim("R1", "S0", "1A1"):
                pass
        with two.claim("R1", "S01", "A1"):
            pass


@pytest.mark.parametrize("code", ["../../x", "a/b", "CON", "x" * 1000, "ស្ត្រី", "*?:|<>", "", ".", "\n"])
def test_any_code_can_be_claimed(store: Store, code: str) -> None:
    with store.claim("R1", code, "A1"), pytest.raises(SsiError), store.claim("R1", code, "A1"):
        pass


def test_a_claim_ends_when_the_typing_fails(store: Store) -> None:
    with pytest.raises(KeyboardInterrupt), store.claim("R1", "S01", "A1"):
        raise KeyboardInterrupt
    with store.claim("R1", "S01", "A1"):
        pass


# ── sheets ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_sheet_comes_back_with_the_same_hash(reopen: Reopen) -> None:
    sheets = [
        sheet_(notes='{"entries":{"SAF-01":{"note":"ก 🏠"}}}'),
        sheet_([None, -3, -2, -1, 0, 12], assessor="A2"),
        sheet_([], assessor="agreed"),
    ]
    with reopen() as store:
        opened(store)
        store.seal(sheets, NOON)
    with reopen() as store:
        assert store.sheets("R1") == tuple(sheets)
        assert {each.hash for each in store.sheets("R1")} == {each.hash for each in sheets}
        assert all(store.is_known(each.hash) for each in sheets)
        assert not store.is_known("0" * 64)
        assert store.check_integrity() == ()


def test_notes_are_not_parsed_when_a_round_is_read(store: Store) -> None:
    opened(store)
    store.seal([sheet_(notes="this is no JSON")], NOON)
    assert [each.notes for each in store.sheets("R1")] == ["this is no JSON"]


def test_sealing_the_same_sheet_again_changes_nothing(store: Store) -> None:
    opened(store)
    store.seal([sheet_(), sheet_()], NOON)
    store.seal([sheet_(), sheet_(assessor="A2")], "later")
    assert store.sheet_times("R1") == {sheet_().hash: NOON, sheet_(assessor="A2").hash: "later"}
    assert store.all_sheets() == (sheet_(), sheet_(assessor="A2"))


def test_the_current_sheets_are_those_that_nothing_replaces(store: Store) -> None:
    opened(store)
    first = sheet_([0])
    second = sheet_([1], replaces=first.hash)
    third = sheet_([2], replaces=second.hash)
    rival = sheet_([3], replaces=first.hash)
    store.seal([third, first], NOON)
    assert store.sheets("R1") == tuple(sorted([first, third], key=lambda each: each.hash))
    store.seal([second], "12:01", [decision("revise", body={"replaces": first.hash})])
    assert store.sheets("R1") == (third,)
    store.seal([rival], "12:02")
    assert set(store.sheets("R1")) == {third, rival}
    assert set(store.all_sheets()) == {first, second, third, rival}
    assert store.decisions(kind="revise") == (decision("revise", body={"replaces": first.hash}),)


def test_a_sheet_of_another_round_replaces_nothing(store: Store) -> None:
    opened(store, "R1", "R2")
    store.seal([sheet_(), sheet_(round="R2", replaces=sheet_().hash)], NOON)
    assert store.sheets("R1") == (sheet_(),)
    assert store.sheets("R2") == (sheet_(round="R2", replaces=sheet_().hash),)


def test_sheets_stand_by_shelter_assessor_and_time(store: Store) -> None:
    opened(store, "R2", "R1")
    late, early = sheet_([0]), sheet_([1])
    others = [sheet_(shelter="S10", assessor="a"), sheet_(shelter="S10", assessor="B"), sheet_(shelter="s02")]
    store.seal([*others, late], "2026-03-02")
    store.seal([early, sheet_(round="R2", shelter="S00")], "2026-03-01")
    assert store.sheets("R1") == (early, late, others[1], others[0], others[2])
    assert store.all_sheets() == (early, late, others[1], others[0], others[2], sheet_(round="R2", shelter="S00"))


def test_a_missing_target_of_a_correction_is_named(store: Store) -> None:
    opened(store)
    store.seal([sheet_(replaces="f" * 64)], NOON)
    (sentence,) = store.check_integrity()
    assert "The sheet of A1 at S01 in round R1" in sentence
    assert "replaces a sheet that is not in the store (ffffffffffff)" in sentence


# ── decisions, results, proposals ────────────────────────────────────────────────────────────────────────────────


def test_decisions_are_found_by_round_and_kind(reopen: Reopen) -> None:
    with reopen() as store:
        opened(store, "R1", "R2")
        store.decide(decision("adopt", "", why="de facto", body={"list": [1, None, {"a": "é"}]}))
        store.decide(decision("preview", "R2"))
    with reopen() as store:
        assert [(each.kind, each.round) for each in store.decisions()] == [
            ("open", "R1"), ("open", "R2"), ("adopt", ""), ("preview", "R2"),
        ]  # fmt: skip
        assert [each.kind for each in store.decisions("R2")] == ["open", "preview"]
        assert [each.round for each in store.decisions(kind="open")] == ["R1", "R2"]
        assert store.decisions("R2", "preview") == (decision("preview", "R2"),)
        assert store.decisions("R3") == store.decisions(kind="O'Pen") == ()
        assert store.decisions(kind="adopt")[0].body == {"list": [1, None, {"a": "é"}]}


def test_every_closing_keeps_its_result(reopen: Reopen) -> None:
    with reopen() as store:
        opened(store, "R1", "R2")
        store.close_round("R1", '{"percent":"1/3"}', "rule 1", decision("close", at="t1"))
        store.decide(decision("reopen", at="t2"))
        store.close_round("R1", '{"percent":"2/3"}', "rule 2", decision("close", at="t3"))
    with reopen() as store:
        assert store.results("R1") == (("t1", "rule 1", '{"percent":"1/3"}'), ("t3", "rule 2", '{"percent":"2/3"}'))
        assert store.results("R2") == ()
        assert [each.kind for each in store.decisions("R1")] == ["open", "close", "reopen", "close"]


def test_a_proposal_is_kept_once_and_every_adoption_of_it(reopen: Reopen) -> None:
    with reopen() as store:
        opened(store)
        store.adopt("bb", "R1", '{"b": 1}', decision("adopt", at="t1"))
        store.adopt("aa", "R1", "{}", decision("adopt", at="t2"))
        store.adopt("bb", "R1", '{"b": 1}', decision("adopt", at="t3"))
    with reopen() as store:
        assert store.proposals() == (("bb", '{"b": 1}'), ("aa", "{}"))
        assert [each.at for each in store.decisions("R1", "adopt")] == ["t1", "t2", "t3"]
