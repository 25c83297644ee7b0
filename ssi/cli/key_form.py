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
from ssi.cli.criterion_shown import folded
from ssi.cli.desk import Desk
from ssi.cli.faults import visible
from ssi.cli.keys import CTRL_C, CTRL_D, END, ESCAPE, Keys, WindowsKeys, opened
from ssi.errors import SsiError
from ssi.model import AGREED, METHOD_LETTERS, Level, Standard
from ssi.words import Words

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
        words("q   leave; everything is saved        h   this list"),
    ])  # fmt: skip


def how(words: Words) -> str:
    """What a person reads first."""
    return "\n".join([
        words("One key a score: the level.  h = all keys, q = leave, f = seal the sheet."),
        words("Notes: never a name, never what one resident said. No check finds every name."),
    ])  # fmt: skip


def run(typing: Typing, words: Words, country: str) -> None:
    """Read keys to the end of the input, `f` or `q`. Ctrl-C leaves as `q` does; nothing that was saved is lost."""
    with opened() as keys:
        _Sitting(keys, words, _desk(typing, words, country)).run()


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

    def _where(self) -> str:
        """`SAF-02  SAF 1/11  all 12/78`: where we are and how far, before every key."""
        at = self.desk.at
        area, (here, of_area), (all_, total) = progress(self.desk.typing, at)
        whole = self.words("all {n}/{total}", n=all_, total=total)
        return f"{at.id}  {area} {here}/{of_area}  {whole} " if at else f"{self.words('done?')}  {whole} "

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
        at = self.desk.at
        if at is None:
            _say("")
            _say(self.words("Everything has a level. f = seal the sheet, b = back, g = go to an id, q = leave."))
            return None
        asked = {"n": (self.words("not applicable, because"), "NA {}"), "e": (self.words("note"), "note {}"),
                 "=": (self.desk.typing.texts(f"{at.id}.unit").text if at.measure else "", "={}")}  # fmt: skip
        plain = {
            "s": "NS",
            "d": "NS declined",
            "?": "?",
            **{str(each.value): str(each.value) for each in self._levels()},
        }
        if key == "m":
            return self._methods(at.id)
        if key == "p":
            _say("")
            return lines.Was(at.id)
        if key in asked:
            what, form = asked[key]
            return self._line(what, at.id + " " + form)
        _say("")
        if key in plain:
            return self._parsed(f"?{at.id}" if key == "?" else f"{at.id} {plain[key]}")
        _say(self.words("{key} is no key here; nothing was changed. h = all keys", key=visible(key)))
        return None

    def _levels(self) -> tuple[Level, ...]:
        return self.desk.typing.checklist.standard.scale

    def _line(self, what: str, form: str) -> lines.Command | None:
        """Ask for a line and put it into the form; nothing typed asks for nothing."""
        print(f" {what}: " if what else " ", end="", flush=True)
        text = self.keys.line()
        if text is None:
            _say("")
            return None
        if not text.strip() and not form.endswith("note {}"):
            return None
        return self._parsed(form.format(text))

    def _methods(self, id: str) -> lines.Command | None:
        names = "  ".join(f"{letter} {name}" for letter, name in METHOD_LETTERS.items())
        return self._line(f"{self.words('how it was seen')} ({names})", id + " /{}")

    def _parsed(self, text: str) -> lines.Command:
        return lines.parse(text, self.desk.typing.checklist, self.desk.at.id if self.desk.at else None)


def _plain(key: str) -> str:
    """A key as its Latin letter or digit: digits of every script, full-width signs."""
    plain = unicodedata.normalize("NFKC", key)
    return "".join(str(unicodedata.decimal(each, each)) for each in plain).casefold() if plain else key
