"""The single-key form of `ssi record`: one key a score, the next prompt only after it is on disk.

Never redraws: what was shown scrolls away, no sequence moves the cursor or colours anything, so a screen reader and a
slow line follow it. A key that means nothing says so and changes nothing. Whatever the line form takes can be typed
behind `:`.
"""

import unicodedata
from dataclasses import dataclass, replace
from shutil import get_terminal_size

from ssi.acts.record import Typing, own_level
from ssi.acts.walk import progress
from ssi.checklists import line as lines
from ssi.cli.entry.criterion_shown import folded
from ssi.cli.entry.desk import Desk
from ssi.cli.entry.keys import CTRL_C, CTRL_D, END, ESCAPE, Keys, opened
from ssi.cli.faults import visible
from ssi.errors import SsiError
from ssi.model import AGREED, DECLINED, METHOD_LETTERS, NS, Criterion, Entry, Standard
from ssi.words import Words

ROWS = 60  # scrolled on at least at a handover, so that nobody sees what another has scored
LEAVING = (CTRL_C, CTRL_D, END, "q")
QUIET = ("\n", " ", ESCAPE)  # keys that ask for nothing


def help_text(words: Words, standard: Standard) -> str:
    """All keys, in a few lines that fit under a criterion."""
    levels = " ".join(str(each.value) for each in standard.scale)
    return "\n".join([
        words("{levels}   the level                 n   not applicable: asks why", levels=levels),
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


def run(typing: Typing, words: Words) -> str:
    """Read keys to the end of the input, `f`, `q` or `w`. Ctrl-C leaves as `q` does; nothing that was saved is lost.
    What comes back is the code of whoever types next, where the laptop was handed over with `w`; else nothing."""
    with opened() as keys:
        sitting = _Sitting(keys, words, _desk(typing, words))
        sitting.run()
        return sitting.next


def _desk(typing: Typing, words: Words) -> Desk:
    keep = words("e = other words, y = keep it as it is. No pattern finds every name.")
    seal = words("f again seals all the same; any other key goes on.")
    return Desk(typing, words, _say, True, keep, seal, help_text(words, typing.checklist.standard))


def _say(text: str) -> None:
    print("\n".join(folded(visible(each) for each in text.split("\n"))), flush=True)


def _show(text: str) -> None:
    print("\n".join(map(visible, text.split("\n"))), end="", flush=True)


@dataclass
class _Sitting:
    keys: Keys
    words: Words
    desk: Desk
    next: str = ""

    def run(self) -> None:
        self.desk.greet()
        _say(how(self.words))
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
        print("" if key in QUIET else visible(key), end="", flush=True)
        try:
            command = self._command(key)
        except SsiError as error:
            self.desk.refuse(error.faults)
            command = lines.Blank()
        return self.desk.act(command)

    def _hand_over(self) -> bool:
        """Leave, scroll all scores out of sight, and ask who types next; nobody named is nobody."""
        _say("w")
        if self.desk.typing.assessor == AGREED:
            _say(self.words("The whole team settles this one. q = leave."))
            return True
        self.desk.act(lines.Quit())
        print("\n" * max(ROWS, get_terminal_size().lines), end="", flush=True)
        self.next = (self._ask(self.words("Who types now? Your code")) or "").strip()
        return False

    def _where(self) -> str:
        """`SAF-02  SAF 1/11  all 12/78  S01 R1 A02`: where we are, how far, and whose sheet it is, before every key."""
        at, typing = self.desk.at, self.desk.typing
        area, (here, of_area), (all_, total) = progress(typing, at)
        first = f"{at.id}  {area} {here}/{of_area}" if at else self.words("done?")
        whole = self.words("all {n}/{total}", n=all_, total=total)
        return f"{first}  {whole}  {typing.shelter.shelter} {typing.round.id} {typing.assessor}"

    def _command(self, key: str) -> lines.Command:
        """What a key asks for, with what it asks a person for; Blank where nothing came of it."""
        simple: dict[str, lines.Command] = {
            "b": lines.Back(), "k": lines.Skip(), "u": lines.Undo(), "l": lines.ListOpen(), "h": lines.Help(),
            "f": lines.Done(), "y": lines.Confirm(), **dict.fromkeys(QUIET, lines.Blank()),
        }  # fmt: skip
        asked = {"g": (self.words("go to"), "go {}"), "/": (self.words("find"), "find {}"), ":": ("", "{}")}
        if key in simple:
            _say("")
            return simple[key]
        if key in asked:
            return self._line(*asked[key])
        if key in ("e", "m", "p"):
            return self._about_last(key)
        return self._of_criterion(key)

    def _of_criterion(self, key: str) -> lines.Command:
        """What a key asks of the criterion that is shown."""
        at = self.desk.at
        if at is None:
            return self._only(
                self.words("Everything has a level. f = seal the sheet, b = back, g = go to an id, q = leave.")
            )
        if key == "n":
            return self._not_applicable(at)
        if key == "=" and at.measure:
            return self._line(self.desk.typing.texts(f"{at.id}.unit").text, at.id + " ={}")
        if key in {str(each.value) for each in self.desk.typing.checklist.standard.scale}:
            return self._level(at, key)
        plain: dict[str, lines.Command] = {
            "s": lines.Score(Entry(at.id, NS)),
            "d": lines.Score(Entry(at.id, DECLINED)),
            "?": lines.Guidance(at.id),
        }
        if key in plain:
            _say("")
            return plain[key]
        return self._only(self.words("{key} is no key here; nothing was changed. h = all keys", key=visible(key)))

    def _level(self, at: Criterion, key: str) -> lines.Command:
        """A level; of a team that settles on one that nobody gave, also why."""
        if own_level(self.desk.typing, self.desk.completed(Entry(at.id, int(key)))):
            return self._line(self.words("nobody gave {score}; because", score=key), f"{at.id} {key} note {{}}")
        _say("")
        return lines.Score(Entry(at.id, int(key)))

    def _about_last(self, key: str) -> lines.Command:
        """A note, how it was seen, or its level last round: of the criterion shown where it has a score, else of the
        one scored last. Words that wait to be confirmed are typed anew."""
        held, at, saved = self.desk.held, self.desk.at, self.desk.saved
        if key == "e" and held and held.entry:
            note = self._ask(" " + self.words("other words for {id}", id=held.about))
            return lines.Score(replace(held.entry, note=note.strip())) if note and note.strip() else lines.Blank()
        if key == "e" and held:
            return self._only(self.words("Type it again behind : in other words, or y = keep it as it is."))
        known = at is not None and at.id in self.desk.typing.draft.entries
        id = at.id if at and known else saved[-1][0] if saved else ""
        if not id:
            return self._only(self.words("First the level, then its note, its methods or its level last round."))
        if key == "p":
            _say("")
            return lines.Was(id)
        if key == "e":
            return self._line(self.words("note for {id}", id=id), id + " note {}")
        names = "  ".join(f"{letter} {self.words(name)}" for letter, name in METHOD_LETTERS.items())
        typed = self._ask(" " + self.words("{id} was seen by ({methods})", id=id, methods=names))
        return self._parsed(f"{id} /{''.join(typed.split())}") if typed and typed.strip() else lines.Blank()

    def _not_applicable(self, at: Criterion) -> lines.Command:
        if at.na_when is None:
            return self._only(self.words("{id} is never NA. Give a level, or s where it was not seen.", id=at.id))
        return self._line(self.words("not applicable, because"), at.id + " NA reason {}")

    def _only(self, text: str) -> lines.Command:
        """Say this, and ask for nothing."""
        _say("")
        _say(text)
        return lines.Blank()

    def _line(self, what: str, form: str) -> lines.Command:
        """Ask for a line and put it into the form; nothing typed asks for nothing."""
        text = self._ask(f" {what}" if what else "")
        return self._parsed(form.format(text.strip())) if text and text.strip() else lines.Blank()

    def _ask(self, what: str) -> str | None:
        text = self.keys.line(lambda ahead: _show(f"{what}: {ahead}" if what else f" {ahead}"))
        if text is None:
            _say("")
            _say(self.words("That line was left out. Keys are scores again; q or Ctrl-C leaves."))
        return text

    def _parsed(self, text: str) -> lines.Command:
        return lines.parse(text, self.desk.typing.checklist, self.desk.at.id if self.desk.at else None)


def _plain(key: str) -> str:
    """A key as its Latin letter or digit: digits of every script, full-width signs."""
    plain = unicodedata.normalize("NFKC", key)
    return "".join(str(unicodedata.decimal(each, each)) for each in plain).casefold() if plain else key
