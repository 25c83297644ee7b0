"""`ssi train`: a described shelter, criterion by criterion; what the learner gives is kept in memory until the end.

Never shows a reference level: it is marked only after all is given. Nothing of it is written anywhere; who leaves has
practised, and that is all. How it is typed is the business of `practice_forms`.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from ssi.checklists import line as lines
from ssi.checklists.check import check_entry
from ssi.checklists.scores import score_word
from ssi.cli.entry.criterion_shown import class_marks, described
from ssi.errors import Fault, SsiError
from ssi.model import Criterion, Entry, Texts
from ssi.reports.training import rules
from ssi.training.reading import Practice
from ssi.words import Words

Say = Callable[[str], None]


def help_text(words: Words) -> str:
    """What can be typed, for both forms."""
    return "\n".join([
        words("the level, n not applicable, s not seen, d not seen: residents declined to talk"),
        words("b one back   k one on   l what is open   ? guidance   t the story again   h this help"),
        words("f finish: see the reference   q leave; nothing of a practice is kept"),
        words("As lines: 2, or SAF-01 2; NA, NS; back, skip, list, ?, story, done, q"),
    ])  # fmt: skip


@dataclass
class Learner:
    """One learner's practice. `shows`: somebody looks, so each criterion is shown before it is asked."""

    practice: Practice
    texts: Texts
    words: Words
    say: Say
    shows: bool
    given: dict[str, int] = field(default_factory=dict)
    at: Criterion | None = None
    asked_done: bool = False
    finished: bool = False

    @property
    def open(self) -> list[Criterion]:
        return [each for each in self.practice.checklist.criteria if each.id not in self.given]

    # ── showing ──────────────────────────────────────────────────────────────────────────────────────────────────

    def begin(self) -> None:
        """The head always; the story and the rules where somebody looks."""
        case, words = self.practice.case, self.words
        self.say(words("Practice: {title}", title=case.title))
        if self.shows:
            self.say(words("The shelter, its people and all that is told of them are invented."))
            self.tell()
            for each in rules(words):
                self.say(f"- {each}")
            self.say(words("One key a score: the level. h = all keys, q = leave, f = finish."))
        self.next_open()

    def tell(self) -> None:
        for each in self.practice.case.story:
            self.say("\n" + each)
        self.say("")

    def explain(self, criterion: Criterion, *, brief: bool = True) -> None:
        """The criterion and its levels; below them what was found, which the learner reads last."""
        checklist, found = self.practice.checklist, self.practice.observation(criterion.id)
        done, total = len(self.given), len(checklist.criteria)
        self.say(f"\n{criterion.id}  [{done}/{total}]  {', '.join(class_marks(criterion, self.words))}")
        self.say("\n".join(described(criterion, self.texts, brief=brief, measured=False)))
        how = " ".join(found.methods) or self.words("nothing could be seen")
        self.say("\n" + self.words("What was found ({how}):", how=how))
        self.say(f"  {found.text}")
        if criterion.id in self.given:
            self.say("  " + self.words("now: {entry}", entry=score_word(self.given[criterion.id])))

    def where(self) -> str:
        """`SAF-02  1/24  mango-house`, before every key."""
        done, total = len(self.given), len(self.practice.checklist.criteria)
        first = self.at.id if self.at else self.words("done?")
        return f"{first}  {done}/{total}  {self.practice.case.id}"

    # ── doing what was typed ─────────────────────────────────────────────────────────────────────────────────────

    def act(self, command: lines.Command) -> bool:
        """Do one thing; False when the practice ends. What is refused changes nothing, and says why."""
        asked, self.asked_done = self.asked_done, False
        try:
            match command:
                case lines.Score(entry):
                    self.give(entry)
                case lines.Done():
                    return self.done(asked=asked)
                case lines.Quit():
                    self.say(self.words("Left; nothing of a practice is kept."))
                    return False
                case _:
                    self._look(command)
        except SsiError as error:
            self.refuse(error.faults)
        return True

    def refuse(self, faults: tuple[Fault, ...]) -> None:
        for each in faults:
            why, advice = each.in_words(self.words)
            self.say(self.words("not taken: {why} → {advice}", why=why, advice=advice))

    def give(self, entry: Entry) -> None:
        """Take a score that this criterion may have. Its reason is not asked for: nobody will read it."""
        wrong = [each for each in check_entry(self.practice.checklist, entry, None) if each.code != "na-without-reason"]
        if wrong:
            raise SsiError(wrong)
        self.given[entry.criterion] = entry.score
        self.say(f"{entry.criterion} {score_word(entry.score)}")
        if self.at is None or self.at.id == entry.criterion:
            self.next_open()

    def done(self, *, asked: bool) -> bool:
        """The end, after asking once where something is open and somebody looks."""
        if self.open and self.shows and not asked:
            self.list_open()
            self.say(self.words("What is open counts as different. The same again finishes all the same."))
            self.asked_done = True
            return True
        self.finished = True
        return False

    def _look(self, command: lines.Command) -> None:
        match command:
            case lines.Guidance(code):
                self.go(self._known(code), brief=False)
            case lines.Jump(code):
                self.go(self._known(code))
            case lines.Back() | lines.Skip():
                self.step(-1 if isinstance(command, lines.Back) else 1)
            case lines.ListOpen():
                self.list_open()
            case lines.Blank():
                pass
            case _:
                self.say(help_text(self.words))

    def _known(self, code: str) -> Criterion:
        """A criterion of this case; another one is refused as not on the checklist."""
        here = {each.id: each for each in self.practice.checklist.criteria}
        if code not in here:
            raise SsiError(check_entry(self.practice.checklist, Entry(code, 0), None))
        return here[code]

    def go(self, criterion: Criterion, *, brief: bool = True) -> None:
        self.at = criterion
        if self.shows or not brief:
            self.explain(criterion, brief=brief)

    def step(self, by: int) -> None:
        """One back or one on; before the first and behind the last it stays."""
        criteria = self.practice.checklist.criteria
        here = criteria.index(self.at) if self.at else len(criteria)
        self.go(criteria[max(0, min(len(criteria) - 1, here + by))])

    def next_open(self) -> None:
        """The next open criterion after this one, else the first."""
        criteria, left = self.practice.checklist.criteria, self.open
        here = criteria.index(self.at) if self.at else -1
        self.at = next((each for each in left if criteria.index(each) > here), left[0] if left else None)
        if self.at and self.shows:
            self.explain(self.at)
        elif self.shows:
            self.say("\n" + self.words("Every criterion has a score. f = finish, b = back."))

    def list_open(self) -> None:
        left = self.open
        ids = " ".join(each.id for each in left)
        said = self.words("{count} open: {ids}", count=len(left), ids=ids) if left else ""
        self.say(said or self.words("Every criterion has a score."))
