"""One sitting at one sheet: does what was typed, and answers. How it is typed is the business of the two forms.

Never keeps a score of its own: what it shows is what the journal on disk says. Words that may identify someone are
held until a person confirms them or types other words. Only `say` reaches the screen; nothing moves the cursor.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from ssi.acts import walk
from ssi.acts.record import Typing, finish, own_level
from ssi.acts.said import check_words
from ssi.checklists import line as lines
from ssi.checklists.check import check_entry
from ssi.checklists.draft import confirmed_text, interviews_text, score_text, undone_text, visit_text
from ssi.cli.entry import sealing
from ssi.cli.entry.criterion_shown import shown
from ssi.cli.entry.greeting import greeting
from ssi.cli.options import now
from ssi.errors import Fault, SsiError, fault
from ssi.model import AGREED, Criterion, Entry, Method
from ssi.words import Words


@dataclass(frozen=True)
class Held:
    """A text for the journal that waits for a person's `confirm`. `about` = a criterion, or a fact of the visit."""

    about: str
    text: str
    said: str
    codes: tuple[str, ...] = ()
    kept: str = ""  # the note from before that stays with a new level
    entry: Entry | None = None  # where it is about a criterion


@dataclass
class Desk:
    """`at` is the criterion that a bare score is for. `shows`: somebody looks, so each criterion is shown before it is
    asked. `how_to_keep` and `how_to_seal` are what one types in this form to confirm, and to seal all the same."""

    typing: Typing
    words: Words
    say: Callable[[str], None]
    shows: bool
    how_to_keep: str
    how_to_seal: str
    help: str
    at: Criterion | None = None
    held: Held | None = None
    asked_done: bool = False
    saved: list[tuple[str, Entry | None]] = field(default_factory=list)  # criterion, and what it was before

    def act(self, command: lines.Command) -> bool:
        """Do one thing; False when the sitting ends. What is refused changes nothing, and says why."""
        try:
            going = self._act(command)
        except SsiError as error:
            self.asked_done = False
            self.refuse(error.faults)
            return True
        self.asked_done = isinstance(command, lines.Done)
        return going

    def refuse(self, faults: Sequence[Fault]) -> None:
        for each in faults:
            self.say(refusal(each, self.words))

    def _act(self, command: lines.Command) -> bool:
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
            case lines.Done():
                return self.done()
            case lines.Quit():
                self.leave()
                return False
            case _:
                self._look(command)
        return True

    def _look(self, command: lines.Command) -> None:  # noqa: C901 - one line for each thing that can be typed
        """What shows something, or goes somewhere."""
        match command:
            case lines.Guidance(criterion):
                self.explain(self.typing.checklist.standard.criterion(criterion))
            case lines.Jump(criterion):
                self.jump(criterion)
            case lines.Back() | lines.Skip():
                self.go(walk.step(self.typing, self.at, -1 if isinstance(command, lines.Back) else 1))
            case lines.Find(words):
                self.find(words)
            case lines.Was(criterion):
                self.was(criterion)
            case lines.Undo():
                self.undo()
            case lines.Confirm():
                self.confirm()
            case lines.ListOpen():
                self.list_open()
            case lines.Help():
                self.say(self.help)

    # ── saving ───────────────────────────────────────────────────────────────────────────────────────────────────

    def save(self, entry: Entry, words: str, *, kept: str = "") -> None:
        """Check one entry, then put it on disk, then say so. `words` are those of it that were typed just now."""
        talks = self.typing.draft.interviews
        found = [
            *check_entry(self.typing.checklist, entry, talks.agreed if talks else None),
            *own_level(self.typing, entry),
        ]
        if found:
            raise SsiError(found)
        said = lines.said(entry, self.typing.checklist, self.words)
        self.put(Held(entry.criterion, score_text(entry), said, kept=kept, entry=entry), words)

    def put(self, new: Held, words: str = "") -> None:
        hits = check_words(self.typing.year, words) if words else ()
        if not hits:
            self.keep(new)
            return
        if self.held and self.held.about != new.about:
            self.let_go()
        self.held = replace(new, codes=tuple(each.code for each in hits))
        for each in hits:
            self.say(self.words("not saved yet: {why}", why=each.in_words(self.words)[0]))
        self.say(self.how_to_keep)

    def keep(self, new: Held) -> None:
        before = self.typing.draft.entries.get(new.about)
        self.typing = self.typing.append(new.text, now())
        self.say(self.words("saved {what}", what=new.said))
        if new.kept:
            self.say(self.words("  note kept: {note}  ({id} note = empty it)", note=new.kept, id=new.about))
        if self.held and self.held.about == new.about:
            self.held = None
        if new.about in self.typing.checklist.standard.slot:
            self.saved.append((new.about, before))
            if self.at is None or self.at.id == new.about:
                self.next_open()

    def confirm(self) -> None:
        if self.held is None:
            self.say(self.words("Nothing waits to be confirmed."))
            return
        self.typing = self.typing.append(confirmed_text(self.held.about, self.held.codes), now())
        self.keep(self.held)

    def let_go(self) -> None:
        """What waited for a word from somebody and got none is not kept, and that is said."""
        if self.held:
            self.say(self.words("not saved: {what}, because nobody confirmed it", what=self.held.about))
        self.held = None

    def undo(self) -> None:
        """Take back what waits to be confirmed; else what this sitting saved last. The journal keeps both; the sheet
        has what was there before."""
        if self.held:
            self.let_go()
            return
        if not self.saved:
            self.say(self.words("Nothing was saved in this sitting that could be taken back."))
            return
        criterion, before = self.saved.pop()
        self.typing = self.typing.append(score_text(before) if before else undone_text(criterion), now())
        there = (
            lines.said(before, self.typing.checklist, self.words) if before else self.words("{id} open", id=criterion)
        )
        self.say(self.words("undone: again {what}", what=there))
        self.go(self.typing.checklist.standard.criterion(criterion))

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

    # ── moving and looking ───────────────────────────────────────────────────────────────────────────────────────

    def next_open(self) -> None:
        self.at = walk.next_open(self.typing, self.at)
        if self.shows:
            self.explain(self.at, brief=True) if self.at else self.say(f"\n{self.nothing_open()}")

    def go(self, criterion: Criterion) -> None:
        self.at = criterion
        if self.shows:
            self.explain(criterion, brief=True)
        else:
            self.say(self.words("at {id}", id=criterion.id))

    def jump(self, id: str) -> None:
        here = {each.id: each for each in self.typing.checklist.criteria}
        if id not in here:
            raise SsiError(fault("criterion-not-here", criterion=id))
        self.go(here[id])

    def find(self, words: str) -> None:
        found = walk.finding(self.typing, words, self.at)
        if not found:
            self.say(self.words("{words} stands in no criterion of this checklist.", words=words))
            return
        more = " ".join(each.id for each in found[1:])
        if more:
            self.say(self.words("also in {ids}", ids=more))
        self.go(found[0])

    def was(self, criterion: str) -> None:
        """The level of the round before, only where this round has one already: nobody is led by the last score."""
        self.entry_of(criterion)
        from ssi.acts.last_time import level_before

        found = level_before(self.typing, criterion)
        if found is None:
            self.say(self.words("{id} has no level from a round before.", id=criterion))
        else:
            self.say(self.words("{id} was {level} in round {round}", id=criterion, level=found[1], round=found[0]))

    def explain(self, criterion: Criterion, *, brief: bool = False) -> None:
        self.say(shown(criterion, self.typing, self.words, brief=brief))

    def list_open(self) -> None:
        left, contested = [each.id for each in self.typing.open], self.typing.contested
        mark = self.words("(contested)")
        ids = " ".join(f"{each} {mark}" if each in contested else each for each in left)
        self.say(self.words("{count} open: {ids}", count=len(left), ids=ids) if left else self.nothing_open())

    def nothing_open(self) -> str:
        if self.typing.assessor == AGREED:
            return self.words("Nothing that the sheets differ on is open.")
        return self.words("Every criterion has a score.")

    # ── beginning and ending ─────────────────────────────────────────────────────────────────────────────────────

    def greet(self) -> None:
        for each in greeting(self.typing, self.words, shows=self.shows):
            self.say(each)

    def leave(self) -> None:
        self.let_go()
        self.say(self.words("Left, not sealed; everything saved stays saved. The same command resumes here."))

    def done(self) -> bool:
        """Of a second keying, say what differs. Else seal. Ask once more where something typed still waits, and on a
        terminal where something is missing, because a blank counts as not seen."""
        if self.typing.first is not None:
            self.say("\n".join(sealing.compared(self.typing, self.words)))
            return False
        if self.typing.assessor == AGREED and not (self.typing.walk or self.typing.draft.entries):
            self.say(self.nothing_open())
            return False
        missing = sealing.before(self.typing, self.words) if self.shows else []
        if not self.asked_done and (self.held or missing):
            if self.held:
                self.say(
                    self.words("not sealed: {what} waits to be confirmed, or for other words", what=self.held.about)
                )
            self.say("\n".join([*missing, self.how_to_seal]))
            return True
        sheet = finish(self.typing, now())
        self.let_go()
        for line in sealing.after(self.typing, sheet, self.words):
            self.say(line)
        return False


def refusal(found: Fault, words: Words) -> str:
    """Why something typed was not saved, and what to type instead."""
    why, advice = found.in_words(words)
    return words("not saved: {why} → {advice}", why=why, advice=advice)
