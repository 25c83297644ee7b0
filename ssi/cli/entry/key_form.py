"""The single-key form of `ssi record`: one key a score, the next prompt only after it is on disk.

Never redraws: what was shown scrolls away, no sequence moves the cursor or colours anything, so a screen reader and a
slow line follow it. A key that means nothing says so and changes nothing. Whatever the line form takes can be typed
behind `:`.
"""

import unicodedata
from dataclasses import dataclass

from ssi.acts.record import Typing
from ssi.acts.walk import progress
from ssi.checklists import line as lines
from ssi.cli.entry.criterion_shown import folded
from ssi.cli.entry.desk import Desk
from ssi.cli.entry.keys import CTRL_C, CTRL_D, END, ESCAPE, Keys, WindowsKeys, opened
from ssi.cli.faults import visible
from ssi.errors import SsiError
from ssi.model import AGREED, METHOD_LETTERS, Criterion, Level, Standard
from ssi.words import Words

ROWS = 60  # scrolled on at a handover, so that nobody sees what another has scored
LEAVING = (CTRL_C, CTRL_D, END, "q")


def fits(standard: Standard) -> bool:
    """Whether each level of the scale is one key."""
    return all(0 <= each.value <= 9 for each in standard.scale)


def help_text(words: Words) -> str:
    """All keys, in a few lines that fit under a criterion."""
    return "\n".join([
        words("0 1 2   the level                 n   not applicable: asks why"),
        words("s   not seen                      d   not seen: residents declined to talk"),
        words("=   a measured value: proposes the level"),
        words("e   note (never a name, never what one resident said)   m   how it was seen"),
        words("b   one back        k   one on        u   undo       g   go to an id"),
        words("/   find a word     l   what is open  ?   guidance   p   its level last round"),
        words(":   a line, as: interviews 5 3 2   date 2026-03-01   language km"),
        words("    interpreter none   conflicts none   SAF-01 2 /od note …"),
        words("y   keep words that were asked about  f   finish: seal the sheet"),
        words("q   leave; everything is saved        w   hand the laptop to another assessor"),
    ])  # fmt: skip


def how(words: Words) -> str:
    """What a person reads first."""
    return "\n".join([
        words("One key a score: the level.  h = all keys, q = leave, f = seal the sheet."),
        words("Notes: never a name, never what one resident said. No check finds every name."),
    ])  # fmt: skip


def run(typing: Typing, words: Words, country: str) -> str:
    """Read keys to the end of the input, `f`, `q` or `w`. Ctrl-C leaves as `q` does; nothing that was saved is lost.
    What comes back is the code of whoever types next, where the laptop was handed over with `w`; else nothing."""
    with opened() as keys:
        sitting = _Sitting(keys, words, _desk(typing, words, country))
        sitting.run()
        return sitting.next


def _desk(typing: Typing, words: Words, country: str) -> Desk:
    keep = words("e = other words, y = keep it as it is. No pattern finds every name.")
    seal = words("f again seals all the same; any other key goes on.")
    return Desk(typing, words, country, _say, True, keep, seal, help_text(words))


def _say(text: str) -> None:
    print("\n".join(folded(visible(each) for each in text.split("\n"))), flush=True)


@dataclass
class _Sitting:
    keys: Keys | WindowsKeys
    words: Words
    desk: Desk
    next: str = ""

    def run(self) -> None:
        self.desk.greet()
        _say(how(self.words))
        if self.desk.typing.assessor == AGREED:
            _say(
                self.words(
                    "Shown is what the sheets differ on, contested first. What is not typed stays as the sheets say."
                )
            )
        self.desk.next_open()
        while self._one():
            pass

    def _one(self) -> bool:
        """One key, and what it asks for; False when the sitting ends."""
        print(f"{self._where()}> ", end="", flush=True)
        key = _plain(self.keys.key())
        if key in LEAVING:
            _say("q" if key == "q" else "")
            return self.desk.act(lines.Quit())
        if key == "w":
            return self._hand_over()
        if key in ("\n", " ", ESCAPE):
            _say("")
            return True
        print(visible(key), end="", flush=True)
        try:
            command = self._command(key)
        except SsiError as error:
            self.desk.refuse(error.faults)
            return True
        return True if command is None else self.desk.act(command)

    def _hand_over(self) -> bool:
        """Leave, scroll all scores out of sight, and ask who types next; nobody named is nobody."""
        _say("w")
        self.desk.act(lines.Quit())
        print("\n" * ROWS, end="", flush=True)
        self.next = (self._ask(self.words("Who types now? Your code")) or "").strip()
        return False

    def _where(self) -> str:
        """`SAF-02  SAF 1/11  all 12/78  S01 R1 A02`: where we are, how far, and whose sheet it is, before every key."""
        at, typing = self.desk.at, self.desk.typing
        area, (here, of_area), (all_, total) = progress(typing, at)
        first = f"{at.id}  {area} {here}/{of_area}" if at else self.words("done?")
        whole = self.words("all {n}/{total}", n=all_, total=total)
        return f"{first}  {whole}  {typing.shelter.shelter} {typing.round.id} {typing.assessor}"

    def _command(self, key: str) -> lines.Command | None:
        """What a key asks for, with what it asks a person for; None where nothing came of it."""
        simple: dict[str, lines.Command] = {
            "b": lines.Back(), "k": lines.Skip(), "u": lines.Undo(), "l": lines.ListOpen(), "h": lines.Help(),
            "f": lines.Done(), "y": lines.Confirm(),
        }  # fmt: skip
        asked = {"g": (self.words("go to"), "go {}"), "/": (self.words("find"), "find {}"), ":": ("", "{}")}
        if key in simple:
            _say("")
            return simple[key]
        if key in asked:
            what, form = asked[key]
            return self._line(what, form)
        return self._of_criterion(key)

    def _of_criterion(self, key: str) -> lines.Command | None:
        if key in ("e", "m"):
            return self._about_last(key)
        at = self.desk.at
        if at is None:
            return self._say_only(
                self.words("Everything has a level. f = seal the sheet, b = back, g = go to an id, q = leave.")
            )
        if key == "n":
            return self._not_applicable(at)
        if key == "=" and at.measure:
            return self._line(self.desk.typing.texts(f"{at.id}.unit").text, at.id + " ={}")
        _say("")
        if key == "p":
            return lines.Was(at.id)
        plain = {"s": "NS", "d": "NS declined", **{str(each.value): str(each.value) for each in self._levels()}}
        if key == "?":
            return lines.Guidance(at.id)
        if key in plain:
            return self._parsed(f"{at.id} {plain[key]}")
        return self._say_only(self.words("{key} is no key here; nothing was changed. h = all keys", key=visible(key)))

    def _about_last(self, key: str) -> lines.Command | None:
        """A note, or how it was seen: of the criterion shown where it has a score, else of the one scored last."""
        at, saved = self.desk.at, self.desk.saved
        known = at is not None and at.id in self.desk.typing.draft.entries
        id = at.id if at and known else saved[-1][0] if saved else ""
        if not id:
            return self._say_only(self.words("First the level, then the note or the methods."))
        if key == "e":
            return self._line(self.words("note for {id}", id=id), id + " note {}")
        names = "  ".join(f"{letter} {name}" for letter, name in METHOD_LETTERS.items())
        return self._line(self.words("{id} was seen by ({methods})", id=id, methods=names), id + " /{}")

    def _not_applicable(self, at: Criterion) -> lines.Command | None:
        if at.na_when is None:
            return self._say_only(self.words("{id} is never NA. Give a level, or s where it was not seen.", id=at.id))
        return self._line(self.words("not applicable, because"), at.id + " NA {}")

    def _say_only(self, text: str) -> lines.Command:
        """Say this, and ask for nothing."""
        _say("")
        _say(text)
        return lines.Blank()

    def _levels(self) -> tuple[Level, ...]:
        return self.desk.typing.checklist.standard.scale

    def _line(self, what: str, form: str) -> lines.Command | None:
        """Ask for a line and put it into the form; nothing typed asks for nothing."""
        text = self._ask(f" {what}" if what else "")
        if text is None:
            return None
        if not text.strip() and not form.endswith("note {}"):
            return None
        return self._parsed(form.format(text))

    def _ask(self, what: str) -> str | None:
        print(f"{what}: " if what else " ", end="", flush=True)
        text = self.keys.line()
        if text is None:
            _say("")
        return text

    def _parsed(self, text: str) -> lines.Command:
        return lines.parse(text, self.desk.typing.checklist, self.desk.at.id if self.desk.at else None)


def _plain(key: str) -> str:
    """A key as its Latin letter or digit: digits of every script, full-width signs."""
    plain = unicodedata.normalize("NFKC", key)
    return "".join(str(unicodedata.decimal(each, each)) for each in plain).casefold() if plain else key
