"""The table form of `ssi record`: several finished paper sheets of one visit keyed in at once, a line a criterion.

`210` gives the levels of three assessors in the order in which they were named. It is for a person at the desk who has
the finished sheets in hand. A line is checked whole before any of it is saved, and is answered only when all of it is
on disk. What belongs to one sheet alone (methods, notes, interviews) is typed behind that assessor's code.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TextIO

from ssi.acts import walk
from ssi.acts.record import Typing
from ssi.acts.said import check_words
from ssi.checklists import line as lines
from ssi.checklists.check import check_entry
from ssi.checklists.draft import score_text
from ssi.cli.entry.criterion_shown import folded, shown
from ssi.cli.entry.desk import Desk
from ssi.cli.faults import visible
from ssi.cli.options import now
from ssi.errors import Fault, SsiError, fault
from ssi.model import DECLINED, NA, NS, SCORE_WORDS, Checklist, Criterion, Entry
from ssi.words import Words, plain_digits

_MARKS = {"s": NS, "d": DECLINED, "n": NA}
_NOTHING = "-."
_LINE = re.compile(r"(?P<marks>[\d\-.sdn]+)(?:\s+(?P<reason>\S.*))?", re.IGNORECASE)


@dataclass
class Table:
    """The desks of the assessors, in the order of the marks. `at` = the criterion that bare marks are for."""

    desks: dict[str, Desk]
    source: TextIO
    words: Words
    at: Criterion | None = None
    asked_done: bool = False

    @property
    def checklist(self) -> Checklist:
        return next(iter(self.desks.values())).typing.checklist

    def run(self) -> None:
        """Read lines to the end of the input, to `done`, which seals every sheet, or to `q`."""
        for desk in self.desks.values():
            desk.greet()
        if self.source.isatty():
            self.say(self.how())
        self.next_open()
        try:
            while self._one():
                pass
        except KeyboardInterrupt:
            self.leave()

    def how(self) -> str:
        return self.words(
            "A line a criterion: one mark for each of {codes}, as {example}. s not seen, d declined,\n"
            "n not applicable (then why), - nothing yet. Behind a code, as {first} interviews 5 3 2 or {first} undo,\n"
            "a line of that sheet alone. list, back, skip, find WORDS, ?, done = seal all, q = leave.",
            codes=" ".join(self.desks), first=next(iter(self.desks)), example="2" * len(self.desks),
        )  # fmt: skip

    def say(self, text: str, code: str = "") -> None:
        lines_ = [visible(f"{code}: {each}" if code else each) for each in text.split("\n")]
        print("\n".join(folded(lines_) if self.source.isatty() else lines_), flush=True)

    def _one(self) -> bool:
        if self.source.isatty():
            print(f"{self.at.id if self.at else self.words('done?')}  {' '.join(self.desks)}> ", end="", flush=True)
        text = self.source.readline()
        if not text:
            self.leave()
            return False
        try:
            return self.answer(text.strip())
        except SsiError as error:
            for each in error.faults:
                why, advice = each.in_words(self.words)
                self.say(self.words("not saved: {why} → {advice}", why=why, advice=advice))
            return True

    def answer(self, text: str) -> bool:
        """Act on one line; False when the sitting ends. A refused line changes nothing on any sheet."""
        first, _, rest = text.partition(" ")
        asked, self.asked_done = self.asked_done, False
        if first in self.desks and rest:
            self._behind(self.desks[first], rest)
        elif found := self._marks(text):
            self.save(*found)
        elif text:
            return self._command(text, asked=asked)
        return True

    def _behind(self, desk: Desk, text: str) -> None:
        """A line of one sheet alone, typed behind its code."""
        command = lines.parse(text, self.checklist, self.at.id if self.at else None)
        if isinstance(command, lines.Done | lines.Quit):
            raise SsiError(fault("table-line", text=text, codes=" ".join(self.desks)))
        was_open = self.at in self._open()
        desk.act(command)
        if was_open and self.at not in self._open():
            self.next_open()

    def _open(self) -> set[Criterion]:
        """What one of the sheets has open."""
        return {each for desk in self.desks.values() for each in desk.typing.open}

    def _marks(self, text: str) -> tuple[Criterion, str, str] | None:
        """`SAF-01 210` or `210` → the criterion, the marks and the reason behind them."""
        here = {each.id.casefold(): each for each in self.checklist.criteria}
        first, _, rest = text.partition(" ")
        criterion, marks = (here[first.casefold()], rest) if first.casefold() in here else (self.at, text)
        found = _LINE.fullmatch(plain_digits(marks.strip()))
        return (criterion, found["marks"].casefold(), found["reason"] or "") if criterion and found else None

    def _command(self, text: str, *, asked: bool) -> bool:
        match lines.parse(text, self.checklist, self.at.id if self.at else None):
            case lines.Done():
                return self.done(asked=asked)
            case lines.Quit():
                self.leave()
                return False
            case lines.ListOpen() as command:
                for desk in self.desks.values():
                    desk.act(command)
            case lines.Help():
                self.say(self.how())
            case lines.Guidance(id):
                self.show(self.checklist.standard.criterion(id), brief=False)
            case command:
                self._move(command, text)
        return True

    def _move(self, command: lines.Command, text: str) -> None:
        typing = next(iter(self.desks.values())).typing
        match command:
            case lines.Back():
                self.go(walk.step(typing, self.at, -1))
            case lines.Skip():
                self.go(walk.step(typing, self.at, 1))
            case lines.Jump(id) if id in {each.id for each in self.checklist.criteria}:
                self.go(self.checklist.standard.criterion(id))
            case lines.Find(words) if found := walk.finding(typing, words, self.at):
                self.go(found[0])
            case lines.Find(words):
                self.say(self.words("{words} stands in no criterion of this checklist.", words=words))
            case lines.Jump(id):
                raise SsiError(fault("criterion-not-here", criterion=id))
            case _:
                raise SsiError(fault("table-line", text=text, codes=" ".join(self.desks)))

    # ── saving ───────────────────────────────────────────────────────────────────────────────────────────────────

    def save(self, criterion: Criterion, marks: str, reason: str) -> None:
        """Check a line for every assessor, put it on disk for each, then say so."""
        if len(marks) != len(self.desks) or (reason and "n" not in marks):
            raise SsiError(fault("table-line", text=f"{marks} {reason}".strip(), codes=" ".join(self.desks)))
        pairs = [(desk, _entry(criterion, mark, reason)) for desk, mark in zip(self.desks.values(), marks, strict=True)]
        faults = [each for desk, entry in pairs if entry for each in _faults(desk, entry)]
        if faults:
            raise SsiError({(each.code, each.message): each for each in faults}.values())
        for desk, entry in pairs:
            if entry:
                desk.typing = desk.typing.append(score_text(desk.completed(entry)), now())
        said = " ".join("-" if each is None else SCORE_WORDS.get(each.score, str(each.score)) for _, each in pairs)
        self.say(self.words("saved {what}", what=f"{criterion.id} {said}"))
        if self.at is None or self.at.id == criterion.id:
            self.next_open()

    def done(self, *, asked: bool) -> bool:
        """Seal every sheet, after asking once where something is missing on a sheet and somebody looks."""
        left = {code: desk.typing.open for code, desk in self.desks.items() if desk.typing.open}
        if left and not asked and self.source.isatty():
            for code, criteria in left.items():
                self.say(
                    self.words("{count} open: {ids}", count=len(criteria), ids=" ".join(each.id for each in criteria)),
                    code,
                )
            self.say(self.words("Type `done` again to seal all the same, or go on."))
            self.asked_done = True
            return True
        for code, desk in list(self.desks.items()):
            if not desk.act(lines.Done()):
                del self.desks[code]
        return bool(self.desks)

    def leave(self) -> None:
        for desk in self.desks.values():
            desk.let_go()
        self.say(self.words("Left, not sealed; everything saved stays saved. The same command resumes here."))

    # ── moving ───────────────────────────────────────────────────────────────────────────────────────────────────

    def next_open(self) -> None:
        """Go to the first criterion, after this one where there is such, that one of the sheets has open."""
        order = {each.id: number for number, each in enumerate(self.checklist.criteria)}
        here = order[self.at.id] if self.at else -1
        ahead = sorted(self._open(), key=lambda each: (order[each.id] <= here, order[each.id]))
        self.at = ahead[0] if ahead else None
        if self.at and self.source.isatty():
            self.go(self.at)

    def go(self, criterion: Criterion) -> None:
        self.at = criterion
        if self.source.isatty():
            self.show(criterion, brief=True)

    def show(self, criterion: Criterion, *, brief: bool) -> None:
        desk = next(iter(self.desks.values()))
        self.say(shown(criterion, desk.typing, self.words, brief=brief, marks=False))


def _entry(criterion: Criterion, mark: str, reason: str) -> Entry | None:
    if mark in _NOTHING:
        return None
    return Entry(
        criterion.id, _MARKS.get(mark, int(mark) if mark.isdecimal() else NS), (), reason if mark == "n" else ""
    )


def _faults(desk: Desk, entry: Entry) -> list[Fault]:
    talks = desk.typing.draft.interviews
    return [
        *check_entry(desk.typing.checklist, entry, talks.agreed if talks else None),
        *check_words(desk.typing.year, entry.note),
    ]


def run(typings: Sequence[Typing], source: TextIO, words: Words) -> None:
    """One table for these sheets of one visit, two or more."""
    keep = words(
        "Type the line again in other words, or `confirm` behind the code to keep it. No pattern finds every name."
    )
    table = Table({}, source, words)
    for typing in typings:
        say = partial(table.say, code=typing.assessor)
        table.desks[typing.assessor] = Desk(typing, words, say, False, keep, "", words(lines.HELP))
    table.run()
