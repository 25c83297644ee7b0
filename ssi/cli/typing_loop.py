"""The line form of `ssi record`: reads a line, acts, answers; again until `done` or `q`.

Never keeps a score of its own: what it shows is what the journal on disk says. Words that may identify someone are
held until a person says `confirm` or types the line again in other words. `--show` is in `sheet_shown`, what a
criterion looks like in `criterion_shown`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TextIO

from ssi.acts.record import Typing, finish
from ssi.checklists import line as lines
from ssi.checklists.check import check_entry
from ssi.checklists.draft import confirmed_text, interviews_text, score_text, visit_text
from ssi.checklists.notes import check_note
from ssi.cli import sealing
from ssi.cli.criterion_shown import folded, shown
from ssi.cli.faults import visible
from ssi.cli.options import now
from ssi.errors import Fault, SsiError, fault
from ssi.model import AGREED, Criterion, Entry, Method

HOW = """\
Type 2, or SAF-01 2; then Enter.  h = help, q = leave, done = seal the sheet.
Notes: never a name, never what one resident said. No check finds every name."""
AGREE = "Shown is what the sheets differ on, contested first. Type what the team settles; the rest stays."
LEFT = "Left, not sealed; everything saved stays saved. The same command resumes here."


@dataclass(frozen=True)
class Held:
    """A text for the journal that waits for a person's `confirm`. `about` = a criterion, or a fact of the visit."""

    about: str
    text: str
    said: str
    codes: tuple[str, ...] = ()
    kept: str = ""  # the note from before that stays with a new level


@dataclass
class Loop:
    """One sitting at one sheet. `at` is the criterion that a bare score is for."""

    typing: Typing
    source: TextIO
    country: str
    at: Criterion | None = None
    held: Held | None = None
    asked_done: bool = False

    @property
    def terminal(self) -> bool:
        return self.source.isatty()

    def run(self) -> None:
        """Read lines to the end of the input, or to `done` or `q`. The end of the input, and Ctrl-C, lose nothing."""
        self.greet()
        self.next_open()
        try:
            while True:
                self.ask()
                text = self.source.readline()
                if not text:
                    break
                if not self.answer(text.rstrip("\n")):
                    return
        except KeyboardInterrupt:
            pass
        if self.terminal:
            self.say("")
        self.leave()

    def leave(self) -> None:
        self.let_go()
        self.say(LEFT)

    def greet(self) -> None:
        typing = self.typing
        total = len(typing.walk)
        typed = total - len(typing.open)
        place = f"{typing.shelter.shelter}, round {typing.round.id}, assessor {typing.assessor}"
        self.say(f"{place}: {typed} of {total} {'settled' if typing.assessor == AGREED else 'scored'}")
        if not typing.planned:
            self.say(f"{typing.assessor} at {typing.shelter.shelter} is not in visits.csv for this round; "
                     "recorded all the same.")  # fmt: skip
        for code in typing.unfinished:
            self.say(f"{code} has begun a sheet here, planned by nobody and not sealed; it is not waited for.")
        if self.terminal:
            self.say(HOW)
            if typing.assessor == AGREED:
                self.say(AGREE)

    def say(self, text: str) -> None:
        lines = [visible(each) for each in text.split("\n")]
        print("\n".join(folded(lines) if self.terminal else lines), flush=True)

    def ask(self) -> None:
        if self.terminal:
            print(f"{self.at.id if self.at else 'done?'}> ", end="", flush=True)

    def answer(self, text: str) -> bool:
        """Act on one line; False when the sitting ends. A refused line changes nothing."""
        if text.strip().casefold() in ("confirm", "yes"):
            self.confirm()
            return True
        try:
            command = lines.parse(text, self.typing.checklist, self.at.id if self.at else None)
            going = self.act(command)
        except SsiError as error:
            self.asked_done = False
            self.refuse(error.faults)
            return True
        self.asked_done = isinstance(command, lines.Done)
        return going

    def refuse(self, faults: Sequence[Fault]) -> None:
        for each in faults:
            self.say(f"not saved: {each.message} → {each.advice}")

    def act(self, command: lines.Command) -> bool:  # noqa: C901 - one line for each thing that can be typed
        match command:
            case lines.Score(entry):
                whole = self.completed(entry)
                self.save(whole, entry.note, kept="" if entry.note else whole.note)
            case lines.Note(criterion, note):
                self.save(replace(self.entry_of(criterion), note=note), note)
            case lines.Methods(criterion, methods):
                self.save(self.with_methods(criterion, methods), "")
            case lines.Talks(talks):
                said = f"interviews {talks.asked} {talks.agreed} {talks.declined}"
                self.put(Held("interviews", interviews_text(talks), said))
            case lines.VisitFact(name, value):
                self.put(Held(name, visit_text(**{name: value}), f"{name} {value}"), value)
            case lines.Guidance(criterion):
                self.explain(self.typing.checklist.standard.criterion(criterion))
            case lines.Jump(criterion):
                self.jump(criterion)
            case lines.Back() | lines.Skip():
                self.step(-1 if isinstance(command, lines.Back) else 1)
            case lines.ListOpen():
                self.list_open()
            case lines.Help():
                self.say(lines.HELP)
            case lines.Quit():
                self.leave()
                return False
            case lines.Done():
                return self.done()
        return True

    # ── saving ───────────────────────────────────────────────────────────────────────────────────────────────────

    def save(self, entry: Entry, words: str, *, kept: str = "") -> None:
        """Check one entry, then put it on disk, then say so. `words` are those of it that were typed just now."""
        talks = self.typing.draft.interviews
        found = check_entry(self.typing.checklist, entry, talks.agreed if talks else None)
        if found:
            raise SsiError(found)
        said = lines.said(entry, self.typing.checklist)
        self.put(Held(entry.criterion, score_text(entry), said, kept=kept), words)

    def put(self, new: Held, words: str = "") -> None:
        hits = check_note(words, self.country)
        if not hits:
            self.keep(new)
            return
        if self.held and self.held.about != new.about:
            self.let_go()
        self.held = replace(new, codes=tuple(each.code for each in hits))
        for each in hits:
            self.say(f"not saved yet: {each.message}")
        self.say("Type the line again in other words, or `confirm` to keep it. No pattern finds every name.")

    def keep(self, new: Held) -> None:
        self.typing = self.typing.append(new.text, now())
        self.say(f"saved {new.said}")
        if new.kept:
            self.say(f"  note kept: {new.kept}  ({new.about} note = empty it)")
        if self.held and self.held.about == new.about:
            self.held = None
        if new.about in self.typing.checklist.standard.slot and (self.at is None or self.at.id == new.about):
            self.next_open()

    def confirm(self) -> None:
        if self.held is None:
            self.say("Nothing waits to be confirmed.")
            return
        try:
            self.typing = self.typing.append(confirmed_text(self.held.about, self.held.codes), now())
            self.keep(self.held)
        except SsiError as error:
            self.refuse(error.faults)

    def let_go(self) -> None:
        """What waited for a word from somebody and got none is not kept, and that is said."""
        if self.held:
            self.say(f"not saved: {self.held.about}, because nobody confirmed it")
        self.held = None

    def completed(self, entry: Entry) -> Entry:
        """A level typed over a level changes what it names: the methods, the note and the value from before stay."""
        known = self.typing.draft.entries.get(entry.criterion)
        if known is None or min(known.score, entry.score) < 0:
            return entry
        return replace(
            entry,
            methods=entry.methods or known.methods,
            note=entry.note or known.note,
            value=entry.value or known.value,
        )

    def entry_of(self, criterion: str) -> Entry:
        known = self.typing.draft.entries.get(criterion)
        if known is None:
            raise SsiError(fault("score-first", criterion=criterion))
        return known

    def with_methods(self, criterion: str, methods: tuple[Method, ...]) -> Entry:
        return replace(self.entry_of(criterion), methods=methods)

    # ── moving ───────────────────────────────────────────────────────────────────────────────────────────────────

    def next_open(self) -> None:
        """Go to the first criterion that is open, after the present one where there is such."""
        place = {each.id: at for at, each in enumerate(self.typing.walk)}
        here, left = place.get(self.at.id, -1) if self.at else -1, self.typing.open
        later = [each for each in left if place[each.id] > here]
        self.at = next(iter(later or left), None)
        if self.terminal:
            self.explain(self.at, brief=True) if self.at else self.say(f"\n{self.nothing_open()}")

    def go(self, criterion: Criterion) -> None:
        self.at = criterion
        if self.terminal:
            self.explain(criterion, brief=True)
        else:
            self.say(f"at {criterion.id}")

    def jump(self, id: str) -> None:
        here = {each.id: each for each in self.typing.checklist.criteria}
        if id not in here:
            raise SsiError(fault("criterion-not-here", criterion=id))
        self.go(here[id])

    def step(self, by: int) -> None:
        """One back or one on; no further than the ends."""
        walk = self.typing.walk or self.typing.checklist.criteria
        here = walk.index(self.at) if self.at in walk else len(walk)
        self.go(walk[max(0, min(len(walk) - 1, here + by))])

    def explain(self, criterion: Criterion, *, brief: bool = False) -> None:
        self.say(shown(criterion, self.typing, brief=brief))

    def list_open(self) -> None:
        left, contested = [each.id for each in self.typing.open], self.typing.contested
        marked = " ".join(f"{each} (contested)" if each in contested else each for each in left)
        self.say(f"{len(left)} open: {marked}" if left else self.nothing_open())

    def nothing_open(self) -> str:
        if self.typing.assessor == AGREED:
            return "Nothing that the sheets differ on is open."
        return "Every criterion has a score."

    # ── sealing ──────────────────────────────────────────────────────────────────────────────────────────────────

    def done(self) -> bool:
        """Seal. Ask once more where something typed still waits, and on a terminal where something is missing, because
        a blank counts as not seen."""
        missing = sealing.before(self.typing) if self.terminal else []
        if not self.asked_done and (self.held or missing):
            self.warn(missing)
            return True
        try:
            sheet = finish(self.typing, now())
        except SsiError as error:
            self.refuse(error.faults)
            return True
        self.let_go()
        for line in sealing.after(self.typing, sheet):
            self.say(line)
        return False

    def warn(self, missing: Sequence[str]) -> None:
        if self.held:
            self.say(f"not sealed: {self.held.about} waits for `confirm`, or for other words")
        for line in missing:
            self.say(line)
        self.say("Type `done` again to seal all the same, or go on.")
