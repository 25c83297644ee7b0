"""Bad input through the real command line: one clear message, the right exit status, and nothing lost or half written.

Exit status: 0 well, 1 faults in what was given, 2 wrong use, 3 the store cannot be used.
"""

import csv
import json
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path

import pytest

from tests.disks import SmallDisk
from tests.running import Said, command, content, environment, program, ssi, stored
from tests.test_faults import GOOD

SCORES = (GOOD / "scores.csv").read_text(encoding="utf-8")
HEAD = SCORES.splitlines()[0]


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A programme with an open round."""
    return opened(tmp_path / "here")


def opened(place: Path) -> Path:
    shutil.copytree(GOOD, place)
    assert ssi(place, "round", "open", "R1", "--kind", "baseline").status == 0
    return place


def closed(place: Path) -> Path:
    for line in ("load scores.csv", "round close R1"):
        assert ssi(place, *line.split()).status == 0
    return place


def refused(here: Path, status: int, *arguments: str, typed: str = "") -> str:
    """What is said when this is refused, in one message or more; nothing in the folder has changed."""
    before = content(here)
    said = ssi(here, *arguments, typed=typed)
    assert said.status == status, said
    assert content(here) == before
    assert said.err.strip()
    assert status == 2 or "    → " in said.err  # an advice beside every message
    return said.err


def hashes(here: Path) -> list[str]:
    with sqlite3.connect(here / "scores.db") as connection:
        return [each for (each,) in connection.execute("SELECT hash FROM sheet ORDER BY hash")]


# ── who, where, what ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("row", "place", "words"),
    [
        ("R1,S09,A02,SAF-01,2,,", "2:4", "round R1 has no shelter S09"),
        ("R1,S01,A09,SAF-01,2,,", "2:8", "round R1 has no assessor A09"),
        ("R1,S01,A01,SAF-01,2,,", "2:8", "A01 is at home in S01"),
        ("R1,S01,A02,SAF-11,2,,", "2:12", "there is no criterion SAF-11. Did you mean SAF-01?"),
        ("R1,S02,A01,CHD-01,2,,", "2:12", "CHD-01 is not on this shelter's checklist"),
        ("R1,S01,A02,SAF-01,3,,", "2:19", "3 is not a score"),
        ("R1,S01,A02,SAF-01,yes,,", "2:19", "yes is not a score"),
        ("R9,S01,A02,SAF-01,2,,", "2:1", "there is no round R9"),
        (",S01,A02,SAF-01,2,,", "2:1", "round is empty"),
        ("R1,S01,A02,,2,,", "2:12", "criterion is empty"),
        ("R1,S01,A02,SAF-01,2,,,,x", "2", "the row has 9 cells, and there are 7 columns"),
    ],
)
def test_a_bad_row_is_named_with_its_place_and_no_row_is_loaded(here: Path, row: str, place: str, words: str) -> None:
    good = "\n".join(each for each in SCORES.splitlines()[1:] if each.startswith("R1,S02,A04"))
    (here / "scores.csv").write_text(f"{HEAD}\n{row}\n{good}\n")
    said = refused(here, 1, "load", "scores.csv")
    assert said.startswith(f"scores.csv:{place}: {words}"), said
    assert said.endswith("\n1 fault\n")


def test_every_bad_row_is_named_at_once(here: Path) -> None:
    bad = ["R1,S09,A02,SAF-01,2,,", "R1,S01,A03,SAF-01,5,,", "R1,S02,A01,SAF-09,2,,", "R1,S02,A04,SAF-02,NA,,"]
    (here / "scores.csv").write_text("\n".join([HEAD, *bad, ""]))
    said = refused(here, 1, "load", "scores.csv")
    assert [each for each in range(2, 6) if f"scores.csv:{each}:" in said] == [2, 3, 4, 5]
    assert said.endswith("4 faults\n")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ("record S09 --as A02 --ready", "round R1 has no shelter S09"),
        ("record S01 --as A09 --ready", "round R1 has no assessor A09"),
        ("record S01 --as A01 --ready", "nobody scores their own shelter"),
        ("record S01 --as A02", "the pre-visit list is not ticked"),
        ("record S01 --as A02 --ready --round R9", "there is no round R9"),
        ("record S01 --as agreed", "waiting for A02, A03"),
        ("score R1 S09", "round R1 has no shelter S09"),
        ("needs R1", "round R1 is still open"),
        ("round open R1 --kind baseline", "there is already a round R1"),
        ("load nothing.csv", "there is no file nothing.csv"),
        ("plan adopt nothing.json", "there is no file nothing.json"),
    ],
)
def test_a_wrong_name_is_refused_before_anything_is_written(here: Path, arguments: str, words: str) -> None:
    assert words in refused(here, 1, *arguments.split())


@pytest.mark.parametrize(
    "arguments", ["record", "recrod S01", "round open R1", "round open R1 --kind yearly", "score --budget 3", "load"]
)
def test_wrong_use_is_answered_with_how_it_is_used(here: Path, arguments: str) -> None:
    assert "ssi" in refused(here, 2, *arguments.split())


def test_a_refused_line_changes_nothing_and_the_next_is_saved(here: Path) -> None:
    typed = "SAF-01 7\nSAF-77 2\nSAF-02 NA\nSAF-01 yes\nSAF-01 2\nq\n"
    said = ssi(here, "record", "S01", "--as", "A02", "--ready", typed=typed)
    assert said.status == 0
    assert said.out.count("not saved: ") == 4
    assert said.out.count("saved SAF-01 2") == 1
    shown = json.loads(ssi(here, "record", "S01", "--as", "A02", "--show", "--json").out)
    assert [(each["criterion"], each["score"]) for each in shown["entries"]] == [("SAF-01", 2)]


def test_a_closed_round_takes_nothing_more(here: Path) -> None:
    closed(here)
    before = ssi(here, "score", "R1", "--json")
    (here / "late.csv").write_text(f"{HEAD}\nR1,S03,A01,SAF-01,2,,\n")
    for line in ("load late.csv", "record S03 --as A01 --ready --round R1", "round close R1", "round update R1"):
        assert "round R1 is closed" in refused(here, 1, *line.split())
    assert ssi(here, "score", "R1", "--json") == before
    assert ssi(here, "verify").status == 0


def test_a_round_keeps_the_standard_that_it_was_opened_with(here: Path, tmp_path: Path) -> None:
    """`check` warns; the scores are those of a programme in which nobody touched the file."""
    file = here / "standards" / "small" / "1.0.0.toml"
    pinned = file.read_bytes()
    file.write_bytes(pinned.replace(b"minimum = 2", b"minimum = 1").replace(b"must = 2", b"must = 1"))
    said = ssi(here, "check")
    assert said.status == 0
    assert "warning: standards/small/1.0.0.toml was edited after round R1 was opened" in said.err
    untouched = closed(opened(tmp_path / "untouched"))
    assert ssi(closed(here), "score", "R1", "--json") == ssi(untouched, "score", "R1", "--json")
    assert pinned.hex() in stored(here / "scores.db").decode()
    file.write_text("this is no standard any more")
    assert ssi(here, "score", "R1", "--json") == ssi(untouched, "score", "R1", "--json")


def test_a_store_whose_standard_was_tampered_with_takes_no_scores(here: Path) -> None:
    with sqlite3.connect(here / "scores.db") as connection:
        ((chain,),) = connection.execute("SELECT chain FROM round")
        altered = chain.replace(b"minimum = 2".hex(), b"minimum = 1".hex())
        connection.execute("UPDATE round SET chain = ?", (altered,))
    assert altered != chain
    said = refused(here, 1, "record", "S01", "--as", "A02", "--ready", typed="SAF-01 2\n")
    assert "the standard kept with round R1 is not the one its hash names" in said
    assert ssi(here, "verify").status == 1


# ── files as they come ───────────────────────────────────────────────────────────────────────────────────────────

KHMER = str.maketrans("0123456789", "០១២៣៤៥៦៧៨៩")


def as_excel_saves_it(text: str) -> bytes:
    """Semicolons, a BOM, CRLF, blanks around cells (no-break ones too), Khmer digits, blank columns and lines."""
    table = list(csv.reader(StringIO(text)))
    lines = [f"{';'.join(table[0])};;"]
    for row in table[1:]:
        cells = [f" {cell}\u00a0" if at % 2 else f"{cell}  " for at, cell in enumerate(row)]
        cells[4] = cells[4].translate(KHMER)
        lines += [";".join(cells) + ";;"]
    return ("\ufeff" + "\r\n".join([*lines, ";" * 8, ""])).encode()


def test_a_file_from_excel_gives_the_same_sheets_as_the_clean_one(here: Path, tmp_path: Path) -> None:
    talks = SCORES + "R1,S01,A02,interviews,8 6 2,,\n"
    clean = opened(tmp_path / "clean")
    (clean / "scores.csv").write_text(talks)
    assert ssi(clean, "load", "scores.csv").status == 0
    (here / "scores.csv").write_bytes(as_excel_saves_it(talks))
    assert ssi(here, "load", "scores.csv").status == 0
    assert len(hashes(here)) == 4
    assert hashes(here) == hashes(clean)


def test_khmer_digits_count_in_codes_and_ids_too(here: Path, tmp_path: Path) -> None:
    clean = opened(tmp_path / "clean")
    for place, digits in ((clean, str.maketrans("", "")), (here, KHMER)):
        (place / "scores.csv").write_text(HEAD + "\n" + "R1,S01,A02,SAF-01,1,observe,\n".translate(digits))
        assert ssi(place, "load", "scores.csv").status == 0
    assert hashes(here) == hashes(clean)


LONG = f'{HEAD}\nR1,S01,A02,SAF-01,1,observe,\nR1,S01,A02,SAF-02,1,observe,"យាម, ពេលយប់"\n'.encode()


@pytest.mark.parametrize(
    ("cut", "words"),
    [
        (LONG.index(b"SAF-02,1"), "scores.csv:3: the last line has 4 of 7 cells and no line end"),
        (LONG.index(b'"') + 10, "scores.csv:3: a quote is not closed"),
        (LONG.index(b'"') + 2, "the file is not UTF-8 text"),
        (len(HEAD) // 2, "scores.csv:1: the column criterion is missing"),
        (0, "the file is empty"),
    ],
    ids=["in a row", "in a quoted cell", "in a letter", "in the first line", "at once"],
)
def test_a_file_that_was_cut_off_is_refused(here: Path, cut: int, words: str) -> None:
    (here / "scores.csv").write_bytes(LONG[:cut])
    assert words in refused(here, 1, "load", "scores.csv")


def test_the_whole_of_that_file_is_loaded(here: Path) -> None:
    (here / "scores.csv").write_bytes(LONG)
    assert ssi(here, "load", "scores.csv").status == 0


def test_a_dry_run_writes_nothing(here: Path) -> None:
    before = content(here)
    said = ssi(here, "load", "scores.csv", "--dry-run", "--json")
    assert said.status == 0
    assert json.loads(said.out)["written"] is False
    assert content(here) == before


def test_the_same_sheets_again_change_nothing_and_different_ones_are_refused(here: Path) -> None:
    assert ssi(here, "load", "scores.csv").status == 0
    before = content(here)
    assert ssi(here, "load", "scores.csv").status == 0
    assert content(here) == before
    (here / "other.csv").write_text(SCORES.replace("R1,S01,A02,SAF-01,1", "R1,S01,A02,SAF-01,2"))
    said = refused(here, 1, "load", "other.csv")
    assert said.startswith("other.csv:2:8: the sheet R1 S01 A02 is sealed already")
    refused(here, 1, "load", "other.csv", "--revise")
    refused(here, 1, "load", "other.csv", "--revise", "--reason", "   ")
    revised = ssi(here, "load", "other.csv", "--revise", "--reason", "a slip of the pen", "--json")
    assert json.loads(revised.out)["sheets"]["revised"] == 1


# ── money ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_criterion_that_the_standard_has_not_is_named_with_its_line_before_money_is_shared(here: Path) -> None:
    file = here / "improvements.csv"
    file.write_text(file.read_text().replace("SAF-02", "SAF-20"))
    said = refused(closed(here), 1, "allocate", "R1", "--to", "proposal.json")
    assert said.startswith("improvements.csv:2:41: criteria: small 1.0.0 has no criterion SAF-20.")


@pytest.mark.parametrize(
    ("key", "value"),
    [("decimals", "2"), ("targets", {"I01": 2}), ("shelters", [{"shelter": "S01"}]), ("free", None), ("inputs", [])],
)
def test_a_proposal_that_was_spoilt_is_not_adopted(here: Path, key: str, value: object) -> None:
    assert ssi(closed(here), "allocate", "R1", "--to", "proposal.json").status == 0
    proposal = json.loads((here / "proposal.json").read_text())
    (here / "proposal.json").write_text(json.dumps({**proposal, key: value}))
    said = refused(here, 1, "plan", "adopt", "proposal.json")
    assert said.startswith(f"proposal.json is not a proposal for the money: missing or of another kind: {key}\n")


@pytest.mark.parametrize("text", ["", "[]", "5", "{}", SCORES, "\ud7ff"])
def test_what_is_no_proposal_is_not_adopted(here: Path, text: str) -> None:
    (closed(here) / "proposal.json").write_text(text)
    assert "is not a proposal for the money" in refused(here, 1, "plan", "adopt", "proposal.json")


# ── programmes and stores that are not there, or not whole ───────────────────────────────────────────────────────


@pytest.mark.parametrize("arguments", ["status", "check", "score", "record S01 --as A02", "load x.csv", "verify"])
def test_a_programme_folder_that_is_missing_is_named(tmp_path: Path, arguments: str) -> None:
    assert "there is no ssi.toml in" in refused(tmp_path, 1, *arguments.split())
    gone = str(tmp_path / "gone")
    assert gone in refused(tmp_path, 1, *arguments.split(), "--programme", gone)


def newer(store: Path) -> None:
    with sqlite3.connect(store) as connection:
        connection.execute("PRAGMA user_version = 99")


def not_one(store: Path) -> None:
    store.write_text(SCORES)


def cut_short(store: Path) -> None:
    store.write_bytes(store.read_bytes()[:5000])


def gone(store: Path) -> None:
    store.unlink()


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (newer, "a newer ssi wrote this store (form 99"),
        (not_one, "this is not a store of ssi"),
        (cut_short, "the store is damaged"),
        (gone, "there is no store yet"),
    ],
)
@pytest.mark.parametrize(
    "arguments", ["score R1", "record S01 --as A02 --ready", "load scores.csv", "round close R1", "verify"]
)
def test_a_store_that_cannot_be_used_is_left_as_it_is(
    here: Path, spoil: Callable[[Path], None], words: str, arguments: str
) -> None:
    spoil(here / "scores.db")
    said = refused(here, 3, *arguments.split(), typed="SAF-01 2\n")
    assert words in said
    assert said.endswith("Nothing was changed in the store.\n")


# ── disks ────────────────────────────────────────────────────────────────────────────────────────────────────────

READING = ("status", "score R1", "score R1 --json", "needs R1", "report shelter S01", "allocate R1", "round list",
           "verify", "check", "record S01 --as A02 --show", "load scores.csv --dry-run")  # fmt: skip


def test_a_disk_for_reading_only_shows_everything_and_takes_nothing(small_disk: SmallDisk) -> None:
    here = closed(opened(small_disk.path / "here"))
    assert ssi(here, "round", "open", "R2", "--kind", "follow-up").status == 0
    (here / "scores.csv").write_text(SCORES.replace("R1,", "R2,"))
    small_disk.only_for_reading()
    for line in READING:
        assert ssi(here, *line.split()).status == 0, line
    before = {each.name: each.read_bytes() for each in here.iterdir() if each.is_file()}
    for line in ("record S01 --as A02 --ready --round R2", "load scores.csv", "round open R3 --kind baseline"):
        said = ssi(here, *line.split(), typed="SAF-01 2\n")
        assert said.status == 3
        assert "the store cannot be written" in said.err
    assert ssi(here, "score", "R1", "--to", "score.html").status == 1
    assert {each.name: each.read_bytes() for each in here.iterdir() if each.is_file()} == before


def test_a_full_disk_loses_no_score_that_was_acknowledged(small_disk: SmallDisk) -> None:
    here = opened(small_disk.path / "here")
    small_disk.fill(leave=120_000)
    typed = "".join(f"SAF-0{n % 3 + 1} {n % 2} note {'x' * 900} {n}\n" for n in range(400))
    said = ssi(here, "record", "S01", "--as", "A02", "--ready", typed=typed)
    assert said.status in (0, 3)
    assert "the disk is full" in said.out + said.err
    acknowledged = said.out.count("\nsaved ")
    assert acknowledged > 3
    small_disk.empty()
    with sqlite3.connect(here / "scores.db") as connection:
        entries = [each for (each,) in connection.execute("SELECT body FROM entry WHERE body LIKE '%score%'")]
    assert len(entries) == acknowledged
    assert ssi(here, "verify").status == 0


def test_a_load_for_which_there_is_no_room_loads_nothing(small_disk: SmallDisk) -> None:
    here = opened(small_disk.path / "here")
    notes = SCORES.replace(",observe,\n", f",observe,{'note ' * 300}\n")
    (here / "long.csv").write_text(notes)
    small_disk.fill(leave=8_000)
    said = ssi(here, "load", "long.csv")
    assert said.status == 3
    assert "the disk is full" in said.err
    small_disk.empty()
    assert hashes(here) == []
    assert ssi(here, "load", "long.csv").status == 0
    assert len(hashes(here)) == 4


def test_a_report_for_which_there_is_no_room_on_the_stick_leaves_the_old_one(here: Path, small_disk: SmallDisk) -> None:
    page = small_disk.path / "shelter.html"
    page.write_text("the old one")
    small_disk.fill(leave=2_000)
    said = ssi(closed(here), "report", "shelter", "S01", "--to", str(page))
    assert said.status == 1
    assert said.err.startswith(f"{page} cannot be used: No space left on device")
    assert page.read_text() == "the old one"
    assert sorted(each.name for each in small_disk.path.iterdir()) == ["shelter.html", "video"]


def limited(here: Path, size: int, *arguments: str, typed: bytes = b"") -> Said:
    """`ssi` as a program that may not write a file larger than `size`: what a full disk is, on any machine."""
    if sys.platform == "win32":
        pytest.skip("there is no such limit")
    import resource

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    done = subprocess.run(
        command(*arguments), cwd=here, input=typed, capture_output=True, env=environment(), preexec_fn=limit
    )
    return Said(done.returncode, done.stdout.decode(), done.stderr.decode())


def test_a_page_that_may_not_grow_leaves_no_half_file(here: Path) -> None:
    file = here / "standards" / "small" / "1.0.0.toml"
    file.write_text(file.read_text().replace("A fence", "A fence. " * 6000))
    before = content(here)
    said = limited(here, 40_000, "checklist", "--kind", "transit", "--to", "sheet.html")
    assert said.status == 1
    assert said.err.startswith("sheet.html cannot be used: File too large")
    assert content(here) == before


def test_a_store_that_may_not_grow_loses_nothing_that_was_acknowledged(here: Path) -> None:
    typed = "".join(f"SAF-02 {n % 2} note {'x' * 3000} {n}\n" for n in range(40)).encode()
    said = limited(here, 100_000, "record", "S01", "--as", "A02", "--ready", typed=typed)
    assert said.status in (0, 3)
    assert "Traceback" not in said.err
    acknowledged = said.out.count("\nsaved ")
    assert 3 < acknowledged < 40
    with sqlite3.connect(here / "scores.db") as connection:
        ((kept,),) = connection.execute("SELECT count(*) FROM entry WHERE body LIKE '%score%'")
    assert kept == acknowledged
    assert ssi(here, "verify").status == 0


# ── two at once, and sudden ends ─────────────────────────────────────────────────────────────────────────────────


@contextmanager
def typist(here: Path, *arguments: str) -> Iterator["subprocess.Popen[str]"]:
    """`ssi record` as a program that waits for the next line."""
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command("record", *arguments), cwd=here, stdin=pipe, stdout=pipe, stderr=pipe, text=True, env=environment()
    ) as process:
        watch = threading.Timer(30, process.kill)  # an answer that never comes fails the test and hangs nothing
        watch.start()
        try:
            yield process
        finally:
            watch.cancel()


def say(process: "subprocess.Popen[str]", line: str, wait_for: str) -> None:
    """Type a line and read answers until the one that is waited for."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(line + "\n")
    process.stdin.flush()
    for answer in process.stdout:
        if wait_for in answer:
            return
    raise AssertionError(f"no answer {wait_for}")


def test_two_at_one_sheet_the_second_is_refused_kindly_and_the_first_goes_on(here: Path) -> None:
    with typist(here, "S01", "--as", "A02", "--ready") as first:
        say(first, "SAF-01 2", "saved SAF-01 2")
        second = ssi(here, "record", "S01", "--as", "A02", "--ready", typed="SAF-01 0\n")
        assert second.status == 1
        assert second.err.startswith("the sheet of A02 at S01 in round R1 is being typed in another window")
        assert ssi(here, "record", "S01", "--as", "A03", "--ready", typed="SAF-01 0\n").status == 0
        assert ssi(here, "status").status == 0
        say(first, "SAF-02 1", "saved SAF-02 1")
        _, err = first.communicate("q\n", timeout=20)
    assert (first.returncode, err) == (0, "")
    again = ssi(here, "record", "S01", "--as", "A02", typed="SAF-03 2\n")
    assert "saved SAF-03 2" in again.out


def test_a_sheet_that_was_loaded_while_it_was_typed_is_a_conflict_that_blocks_the_close(here: Path) -> None:
    with typist(here, "S01", "--as", "A02", "--ready") as first:
        say(first, "SAF-01 2", "saved SAF-01 2")
        assert ssi(here, "load", "scores.csv", "--revise", "--reason", "the paper sheet counts").status == 0
        say(first, "done", "sealed S01 A02")
    assert len(hashes(here)) == 5
    assert "S01: two sheets of A02 stand side by side" in refused(here, 1, "round", "close", "R1", "--reason", "x")


@pytest.mark.parametrize("settled", ["record", "load"])
def test_two_sheets_side_by_side_are_settled_by_one_correction(here: Path, settled: str) -> None:
    why = ("--revise", "--reason", "the paper sheet counts")
    with typist(here, "S01", "--as", "A02", "--ready") as first:
        say(first, "SAF-01 2", "saved SAF-01 2")
        assert ssi(here, "load", "scores.csv", *why).status == 0
        say(first, "done", "sealed S01 A02")
    if settled == "record":
        assert ssi(here, "record", "S01", "--as", "A02", *why, typed="SAF-01 1\ndone\n").status == 0
    else:
        assert ssi(here, "load", "scores.csv", *why).status == 0
    assert ssi(here, "round", "close", "R1", "--reason", "x").status == 0
    assert ssi(here, "verify").status == 0


def test_ctrl_c_leaves_everything_saved_and_says_no_more_than_that(here: Path) -> None:
    with typist(here, "S01", "--as", "A02", "--ready") as process:
        say(process, "SAF-01 2", "saved SAF-01 2")
        time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=20)
    assert err == ""
    assert process.returncode in (0, 130)
    resumed = ssi(here, "record", "S01", "--as", "A02", typed="SAF-02 1\nq\n")
    assert "S01, round R1, assessor A02: 1 of 6" in resumed.out


def test_a_standard_input_that_is_closed_is_an_empty_one(here: Path) -> None:
    line = command("record", "S01", "--as", "A02", "--ready")
    done = subprocess.run(
        ["sh", "-c", 'exec "$@" <&-', "sh", *line], cwd=here, capture_output=True, text=True, env=environment()
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert ssi(here, "verify").status == 0


def test_letters_of_another_encoding_are_no_crash(here: Path) -> None:
    typed = b"SAF-01 1 note caf\xe9\nSAF-02 \xff\n\xe1\x9e"
    said = program(here, "record", "S01", "--as", "A02", "--ready", typed=typed)
    assert said.status == 0
    assert said.out.count("not saved: the line holds keys or bytes that are not letters") == 3
    assert "\nsaved " not in said.out


def test_a_reader_that_goes_away_is_no_crash(here: Path) -> None:
    closed(here)
    line = command("score", "R1")
    done = subprocess.run(
        ["sh", "-c", '"$@" | true', "sh", *line], cwd=here, capture_output=True, text=True, env=environment()
    )
    assert "Traceback" not in done.stderr
    assert "fault in ssi itself" not in done.stderr


# ── faults for other programs ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("arguments", "status", "code"),
    [
        ("record S01 --as A09 --ready --json", 1, "unknown-assessor"),
        ("needs R1 --json", 1, "round-open"),
        ("score R9 --json", 1, "unknown-round"),
        ("check ssi.toml bad.csv --json", 1, "column-missing"),
        ("plan show --json", 1, "no-plan"),
    ],
)
def test_json_gives_faults_with_the_promised_keys(here: Path, arguments: str, status: int, code: str) -> None:
    (here / "bad.csv").write_text("round,shelter\nR1,S01\n")
    said = ssi(here, *arguments.split())
    assert (said.status, said.err) == (status, "")
    faults = json.loads(said.out)["faults"]
    assert faults[0].keys() >= {"code", "file", "line", "column", "message", "advice"}
    assert faults[0]["code"] == code


def test_json_of_a_refused_load_names_every_row(here: Path) -> None:
    (here / "bad.csv").write_text(f"{HEAD}\nR1,S01,A02,SAF-01,9,,\nR1,S01,A03,SAF-99,1,,\n")
    said = ssi(here, "load", "bad.csv", "--json")
    found = json.loads(said.out)
    assert said.status == 1
    assert (found["written"], found["rows"]) == (False, 2)
    assert [(each["code"], each["file"], each["line"], each["column"]) for each in found["refused"]] == [
        ("score-unknown", "bad.csv", 2, 19),
        ("unknown-criterion", "bad.csv", 3, 12),
    ]


def test_json_of_an_unusable_store(here: Path) -> None:
    (here / "scores.db").write_text("no store")
    said = ssi(here, "score", "R1", "--json")
    assert said.status == 3
    assert [each["code"] for each in json.loads(said.out)["faults"]] == ["store-not-ours"]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such locales")
def test_khmer_goes_through_a_pipe_however_the_computer_is_set_up(here: Path) -> None:
    done = subprocess.run(
        command("record", "S01", "--as", "A02", "--ready"),
        cwd=here,
        input="SAF-01 1 note យាមពេលយប់\n".encode(),
        capture_output=True,
        env=environment(LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0"),
    )
    assert done.returncode == 0
    shown = program(here, "record", "S01", "--as", "A02", "--show")
    assert "យាមពេលយប់" in shown.out
