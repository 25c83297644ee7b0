"""The line form of `ssi record`: reads a line, acts, answers; again until `done` or `q`.

Never keeps a score of its own: what it shows is what the journal on disk says. A note that may identify someone waits
for a person to say `confirm` or to type the line again in other words.
"""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, TextIO

from ssi.acts.record import Typing, finish
from ssi.checklists import line as lines
from ssi.checklists.check import check_entry
from ssi.checklists.draft import confirmed_text, interviews_text, score_text, visit_text
from ssi.checklists.notes import check_note
from ssi.checklists.scores import score_word
from ssi.cli.options import now
from ssi.errors import Fault, SsiError, fault
from ssi.model import AGREED, FEW_RESIDENTS, Criterion, Entry

PRE_VISIT = (
    "the shelter agreed to this visit, and may end it",
    "the referral list and an emergency contact are at hand",
    "everybody has read the stop rule: if a resident is in danger, stop and follow the programme's protocol",
    "everybody has declared conflicts of interest",
    "the interpreter is prepared and has promised confidentiality",
)


def tick(typing: Typing, *, ready: bool) -> Typing:
    """The pre-visit list stands ticked in the journal, or recording does not start."""
    if typing.ready:
        return typing
    if not ready:
        print("Before a visit:", file=sys.stderr)
        for each in PRE_VISIT:
            print(f"  [ ] {each}", file=sys.stderr)
        raise SsiError(fault("not-ready"))
    return typing.append(visit_text(ready=True), now())


def show_sheet(typing: Typing, *, as_json: bool) -> None:
    """The sheet so far, as text or as the JSON of DESIGN section 6. What fewer than 5 residents said is not shown."""
    talks = typing.draft.interviews
    hide = talks is None or talks.agreed < FEW_RESIDENTS
    entries: list[dict[str, Any]] = [
        {
            "criterion": each.criterion,
            "score": each.score if each.score >= 0 else score_word(each.score),
            "methods": [method for method in each.methods if not (hide and method == "resident")],
            "note": each.note,
            **({"value": each.value} if each.value else {}),
        }
        for each in _in_order(typing)
    ]
    if as_json:
        head = {"round": typing.round.id, "shelter": typing.shelter.shelter, "assessor": typing.assessor}
        more = {"interviews": [talks.asked, talks.agreed, talks.declined]} if talks else {}
        print(json.dumps({**head, "sealed": typing.finished, "entries": entries, **more}, ensure_ascii=False, indent=1))
        return
    for entry in entries:
        print(f"{entry['criterion']} {entry['score']}  {' '.join(entry['methods'])}  {entry['note']}".rstrip())
    print("sealed" if typing.finished else f"{len(entries)} of {len(typing.checklist.criteria)} typed")


def _in_order(typing: Typing) -> list[Entry]:
    """The entries in the checklist's order; of a sealed sheet that was loaded, its levels."""
    from ssi.checklists.draft import replay, unsealed

    draft = typing.draft
    if typing.sealed is not None and typing.finished:
        draft = replay(unsealed(typing.sealed, typing.checklist, ""))
    return [draft.entries[each.id] for each in typing.checklist.criteria if each.id in draft.entries]


@dataclass
class Loop:
    """One sitting at one sheet. `at` is the criterion that a bare score is for."""

    typing: Typing
    source: TextIO
    country: str
    at: Criterion | None = None
    waiting: tuple[Entry, tuple[str, ...]] | None = None
    asked_done: bool = False
    confirmed: list[str] = field(default_factory=list)

    @property
    def terminal(self) -> bool:
        return self.source.isatty()

    def run(self) -> None:
        """Read lines to the end of the input, or to `done` or `q`. The end of the input loses nothing."""
        typing = self.typing
        total = len(typing.checklist.criteria)
        left = len(typing.draft.open_criteria(typing.checklist))
        self.say(
            f"{typing.shelter.shelter}, round {typing.round.id}, assessor {typing.assessor}: {total - left} of {total}"
        )
        self.say("Type a score as SAF-01 2; h for help, q to leave (everything is saved), done to seal.")
        self.next_open()
        while True:
            self.ask()
            text = self.source.readline()
            if not text or not self.answer(text.rstrip("\n")):
                break

    def say(self, text: str) -> None:
        print(text, flush=True)

    def ask(self) -> None:
        if self.terminal:
            print(f"{self.at.id if self.at else 'done?'}> ", end="", flush=True)

    def answer(self, text: str) -> bool:
        """Act on one line; False when the sitting ends."""
        if self.waiting and text.strip().casefold() in ("confirm", "yes"):
            return self.confirm()
        self.waiting = None
        try:
            command = lines.parse(text, self.typing.checklist, self.at.id if self.at else None)
            going = self.act(command)
        except SsiError as error:
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
                self.save(entry)
            case lines.Note(criterion, note):
                self.save(self.noted(criterion, note))
            case lines.Methods(criterion, methods):
                self.save(self.with_methods(criterion, methods))
            case lines.Talks(talks):
                self.put(interviews_text(talks), f"interviews {talks.asked} {talks.agreed} {talks.declined}")
            case lines.VisitFact(name, value):
                self.put(visit_text(**{name: value}), f"{name} {value}")
            case lines.Guidance(criterion):
                self.explain(self.typing.checklist.standard.criterion(criterion))
            case lines.Jump(criterion):
                self.go(self.typing.checklist.standard.criterion(criterion))
            case lines.Back() | lines.Skip():
                self.step(-1 if isinstance(command, lines.Back) else 1)
            case lines.ListOpen():
                self.list_open()
            case lines.Help():
                self.say(lines.HELP)
            case lines.Quit():
                self.say("Left; everything is saved. The same command resumes here.")
                return False
            case lines.Done():
                return self.done()
        return True

    # ── saving ───────────────────────────────────────────────────────────────────────────────────────────────────

    def save(self, entry: Entry) -> None:
        """Check one entry, then put it on disk, then say so."""
        talks = self.typing.draft.interviews
        found = check_entry(self.typing.checklist, entry, talks.agreed if talks else None)
        if found:
            raise SsiError(found)
        hits = check_note(entry.note, self.country)
        if hits:
            self.waiting = (entry, tuple(each.code for each in hits))
            for each in hits:
                self.say(f"not saved yet: {each.message}")
            self.say("Type the line again in other words, or `confirm` to keep it. No pattern finds every name.")
            return
        self.keep(entry)

    def keep(self, entry: Entry) -> None:
        self.put(score_text(entry), lines.said(entry, self.typing.checklist))
        if self.at is None or self.at.id == entry.criterion:
            self.next_open()

    def confirm(self) -> bool:
        entry, codes = self.waiting  # type: ignore[misc]
        self.waiting = None
        self.typing = self.typing.append(confirmed_text(entry.criterion, codes), now())
        self.keep(entry)
        return True

    def put(self, text: str, said: str) -> None:
        self.typing = self.typing.append(text, now())
        self.say(f"saved {said}")

    def entry_of(self, criterion: str) -> Entry:
        known = self.typing.draft.entries.get(criterion)
        if known is None:
            raise SsiError(fault("score-first", criterion=criterion))
        return known

    def noted(self, criterion: str, note: str) -> Entry:
        known = self.entry_of(criterion)
        return Entry(criterion, known.score, known.methods, note, known.value)

    def with_methods(self, criterion: str, methods: tuple[str, ...]) -> Entry:
        known = self.entry_of(criterion)
        return Entry(criterion, known.score, methods, known.note, known.value)  # type: ignore[arg-type]

    # ── moving ───────────────────────────────────────────────────────────────────────────────────────────────────

    def next_open(self) -> None:
        """Go to the first criterion without an entry, after the present one where there is such."""
        left = self.typing.draft.open_criteria(self.typing.checklist)
        order = {each.id: at for at, each in enumerate(self.typing.checklist.criteria)}
        here = order[self.at.id] if self.at else -1
        later = [each for each in left if order[each.id] > here]
        self.go(next(iter(later or left), None))

    def go(self, criterion: Criterion | None) -> None:
        self.at = criterion
        if self.terminal and criterion:
            self.explain(criterion, brief=True)

    def step(self, by: int) -> None:
        criteria = self.typing.checklist.criteria
        here = next((at for at, each in enumerate(criteria) if self.at and each.id == self.at.id), len(criteria))
        self.go(criteria[max(0, min(len(criteria) - 1, here + by))])
        if not self.terminal and self.at:
            self.say(f"at {self.at.id}")

    def explain(self, criterion: Criterion, *, brief: bool = False) -> None:
        """The criterion: id and marks first, its words last on their own lines."""
        typing = self.typing
        left = len(typing.draft.open_criteria(typing.checklist))
        total = len(typing.checklist.criteria)
        marks = " ".join(["stop criterion"] * criterion.gate + ["practice"] * criterion.practice)
        self.say(f"\n{criterion.id}  [{total - left}/{total}]  {criterion.class_} {marks}".rstrip())
        self.say(f"  {criterion.text}")
        for level, anchor in zip(typing.checklist.standard.scale, criterion.anchors, strict=True):
            self.say(f"  {level.value} = {anchor}")
        if criterion.na_when:
            self.say(f"  NA = {criterion.na_when}")
        if criterion.measure:
            self.say(f"  =N = {criterion.measure.unit}")
        if criterion.guidance and not brief:
            self.say(f"  {criterion.guidance}")
        known = typing.draft.entries.get(criterion.id)
        if known:
            self.say(f"  now: {score_word(known.score)} {' '.join(known.methods)} {known.note}".rstrip())

    def list_open(self) -> None:
        left = self.typing.draft.open_criteria(self.typing.checklist)
        self.say(f"{len(left)} open: {' '.join(each.id for each in left)}" if left else "every criterion has a score")

    # ── sealing ──────────────────────────────────────────────────────────────────────────────────────────────────

    def done(self) -> bool:
        """Seal; on a terminal ask once more where criteria are open, because a blank counts as not seen."""
        left = [each.id for each in self.typing.draft.open_criteria(self.typing.checklist)]
        if left and self.terminal and not self.asked_done and self.typing.assessor != AGREED:
            self.say(f"{len(left)} open: {' '.join(left)}")
            self.say("They will count as not seen. Type `done` again to seal, or go on scoring.")
            return True
        try:
            sheet = finish(self.typing, now())
        except SsiError as error:
            self.refuse(error.faults)
            return True
        if left and self.typing.assessor != AGREED:
            self.say(f"not seen: {' '.join(left)}")
        self.say(f"sealed {sheet.shelter} {sheet.assessor} {sheet.hash[:12]}")
        return False
