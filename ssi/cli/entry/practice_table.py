"""`ssi train CASE --table`: a room's papers keyed in, one mark a learner on each line: `SAF-01 210`.

Never shows a reference level before all is keyed in, and keeps nothing of a room that is left half-way.
"""

import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TextIO

from ssi.checklists import line as lines
from ssi.checklists.check import check_entry
from ssi.cli.entry.criterion_shown import folded
from ssi.cli.faults import visible
from ssi.errors import SsiError, fault
from ssi.model import DECLINED, NA, NS, Criterion, Entry
from ssi.training.reading import Practice
from ssi.words import Words, plain_digits

_MARKS = {"n": NA, "s": NS, "d": DECLINED}
_OPEN = "-."
_ON_PAPER = ("na-without-reason", "na-refused")  # a learner may have written it, and it is a wrong answer like another
_LINE = re.compile(r"[\d\-.nsd]+", re.IGNORECASE)


@dataclass
class Room:
    """`given` = learner → criterion → score. `at` = the criterion that bare marks are for."""

    practice: Practice
    words: Words
    codes: Sequence[str]
    given: dict[str, dict[str, int]]
    keyed: set[str]
    out: TextIO
    shows: bool
    at: Criterion | None = None
    asked_done: bool = False

    def say(self, text: str) -> None:
        shown = [visible(each) for each in text.split("\n")]
        print("\n".join(folded(shown) if self.shows else shown), file=self.out, flush=True)

    def answer(self, text: str) -> bool:
        """Do what one line asks for; False when the keying ends. A refused line changes nothing."""
        asked, self.asked_done = self.asked_done, False
        here = {each.id.casefold(): each for each in self.practice.checklist.criteria}
        first, _, rest = plain_digits(text).partition(" ")
        named = here.get(first.casefold())
        criterion, marks = (named, rest.strip()) if named else (self.at, plain_digits(text))
        if criterion and _LINE.fullmatch(marks):
            self.save(criterion, marks.casefold())
            return True
        return self._command(lines.parse(text, self.practice.checklist, self.at.id if self.at else None), asked=asked)

    def _command(self, command: lines.Command, *, asked: bool) -> bool:
        match command:
            case lines.Done():
                return self.done(asked=asked)
            case lines.Quit():
                self.given.clear()
                self.say(self.words("Left; nothing of a practice is kept."))
                return False
            case lines.ListOpen():
                self.say(self.words("{count} open: {ids}", count=len(self.left()), ids=" ".join(self.left())))
            case lines.Jump(code):
                self.at = self.practice.standard.criterion(code)
            case lines.Blank():
                pass
            case _:
                raise SsiError(fault("train-marks", text=type(command).__name__.lower(), codes=" ".join(self.codes)))
        return True

    def save(self, criterion: Criterion, marks: str) -> None:
        if len(marks) != len(self.codes):
            raise SsiError(fault("train-marks", text=marks, codes=" ".join(self.codes)))
        found = [None if each in _OPEN else _MARKS.get(each, int(each) if each.isdecimal() else NS) for each in marks]
        entries = [Entry(criterion.id, score) for score in dict.fromkeys(found) if score is not None]
        wrong = [each for entry in entries for each in check_entry(self.practice.checklist, entry, None)]
        if wrong := [each for each in wrong if each.code not in _ON_PAPER]:
            raise SsiError(wrong)
        for code, score in zip(self.codes, found, strict=True):
            self.given[code].pop(criterion.id, None)
            self.given[code] |= {} if score is None else {criterion.id: score}
        self.keyed.add(criterion.id)
        self.say(f"{criterion.id} {marks}")
        self.next_open()

    def left(self) -> list[str]:
        return [each.id for each in self.practice.checklist.criteria if each.id not in self.keyed]

    def next_open(self) -> None:
        left = self.left()
        self.at = self.practice.standard.criterion(left[0]) if left else None

    def done(self, *, asked: bool) -> bool:
        if self.left() and self.shows and not asked:
            self.say(self.words("{count} open: {ids}", count=len(self.left()), ids=" ".join(self.left())))
            self.say(self.words("What is open counts as different. The same again finishes all the same."))
            self.asked_done = True
            return True
        return False


def run(practice: Practice, codes: Sequence[str], words: Words, *, quiet: bool) -> dict[str, dict[str, int]]:
    """Learner → criterion → score; nothing where the room was left. `quiet` as in `practice_forms.run`."""
    terminal = sys.stdin.isatty() and sys.stdout.isatty()
    out = sys.stderr if quiet else sys.stdout
    room = Room(practice, words, codes, {code: {} for code in codes}, set(), out, terminal)
    room.say(words("Practice: {title}", title=practice.case.title))
    if terminal:
        room.say(words("A line a criterion: one mark for each of {codes}, as 210. n not applicable, s not seen,\n"
                       "d declined, - left open. SAF-01 goes there, list = what is open, done = the result, q = leave.",
                       codes=" ".join(codes)))  # fmt: skip
    room.next_open()
    try:
        while _one(room, sys.stdin):
            pass
    except KeyboardInterrupt:
        room.answer("q")
    return room.given


def _one(room: Room, source: TextIO) -> bool:
    if room.shows:
        at = room.at.id if room.at else room.words("done?")
        print(f"{at}  {' '.join(room.codes)}> ", end="", file=room.out, flush=True)
    text = source.readline()
    if not text:
        room.given.clear()
        return False
    try:
        return room.answer(text.strip())
    except SsiError as error:
        for each in error.faults:
            why, advice = each.in_words(room.words)
            room.say(room.words("not taken: {why} → {advice}", why=why, advice=advice))
        return True
