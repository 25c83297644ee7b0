"""How a change of a standard is said: its effect, what it needs, and its two texts with the words that differ marked.

Never decides what a change does. `what` of a change is a sentence that the translators know; a text of the standard is
asked for in the page's language where there is a translation, else it stands in its own.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from ssi.document import Cell
from ssi.findings.difference import Bump, Change, Difference, Effect
from ssi.model import Texts
from ssi.reports import cells
from ssi.words import Words

_HAN = "\u3040-\u30ff\u3400-\u9fff"  # written without blanks: each letter is a word
_WORDS = re.compile(rf"\s+|[{_HAN},;:()]|[^\s{_HAN},;:()]+")
ALIKE = 0.4  # below it two texts are so different that marking words helps nobody
_KEYS = (("The text ", "text"), ("The guidance ", "guidance"), ("When it does not apply ", "na_when"))


def effect(words: Words, effect: Effect) -> str:
    return {
        "wording": words("wording only"),
        "stricter": words("stricter"),
        "looser": words("less strict"),
        "removed": words("no longer asked"),
        "added": words("new"),
        "reweighted": words("counts otherwise"),
        "rescaled": words("another scale"),
        "meaning": words("another meaning"),
    }[effect]


def means(words: Words, change: Change) -> str:
    """The effect, or that nobody but a person can say it."""
    return words("to be judged") if change.judge else effect(words, change.effect)


def bump(words: Words, bump: Bump) -> str:
    return {
        "none": words("no new version"),
        "patch": words("patch"),
        "minor": words("minor"),
        "major": words("major"),
    }[bump]


def marked(before: str, after: str) -> tuple[str, str]:
    """Both texts, the words that only one of them has between [ and ]; as they are where little is alike."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if not before or not after or matcher.ratio() < ALIKE:
        return before, after
    left, right = "", ""
    for tag, start, end, other_start, other_end in matcher.get_opcodes():
        left += _between(old[start:end], tag)
        right += _between(new[other_start:other_end], tag)
    return left, right


def _between(parts: Sequence[str], tag: str) -> str:
    text = "".join(parts)
    if tag == "equal" or not text.strip():
        return text
    inner = text.strip()
    return text.replace(inner, f"[{inner}]", 1)


@dataclass(frozen=True)
class Sides:
    """Both standards' texts, to show a change in the page's language."""

    found: Difference
    old: Texts
    new: Texts
    words: Words

    def what(self, change: Change) -> str:
        """The sentence, and of a level description or a name of a level, which level."""
        said = self.words(change.what)
        if change.level is None:
            return said
        return f"{said} ({self.new(f'scale.{change.level}.label').text})"

    def texts(self, change: Change) -> tuple[Cell, Cell]:
        """Before and now, with what differs marked. A translation is shown as it is: its words may differ where the
        source's do not."""
        before, now = self._before(change), self._now(change)
        if before is None or now is None:
            left, right = marked(change.before, change.after)
            before, now = before or self._own(left, self.old), now or self._own(right, self.new)
        return before, now

    def text(self, code: str) -> Cell:
        """The text of a criterion of the later standard, or of one that only the earlier has."""
        side = self.new if code in self.new.standard.slot else self.old
        return self._said(side, f"{code}.text") or self._own(side(f"{code}.text").text, side)

    def about(self, code: str, letters: int) -> Cell:
        """The same in about so many letters, so that a reader knows which criterion it is."""
        whole = self.text(code)
        return replace(whole, value=cells.shortened(str(whole.value), letters))

    def best(self, code: str) -> Cell:
        """What the level that meets the standard looks like."""
        standard = self.new.standard
        key = f"{code}.anchors.{standard.position[standard.criterion(code).minimum]}"
        return self._said(self.new, key) or self._own(self.new(key).text, self.new)

    @property
    def draft(self) -> bool:
        """Whether texts are shown in a translation that nobody has confirmed, or only partly in the page's language."""
        return any(each.translation and (each.translation.draft or each.stale) for each in (self.old, self.new))

    def _before(self, change: Change) -> Cell | None:
        earlier = {after: before for before, after in self.found.matched}
        code = earlier.get(change.id, change.id)
        known = change.within == "criterion" and code in self.old.standard.slot and change.before
        return self._said(self.old, _key(code, change, self.old)) if known else None

    def _now(self, change: Change) -> Cell | None:
        known = change.within == "criterion" and change.id in self.new.standard.slot and change.after
        return self._said(self.new, _key(change.id, change, self.new)) if known else None

    def _said(self, texts: Texts, key: str) -> Cell | None:
        """A translated text, None where there is none."""
        if texts.translation is None or not key or key not in texts.translation.texts:
            return None
        said = texts(key)
        return Cell(said.text, lang="" if said.language == self.words.language else said.language)

    def _own(self, text: str, texts: Texts) -> Cell:
        language = texts.standard.language
        return Cell(text or None, lang="" if language == self.words.language else language)


def _key(code: str, change: Change, texts: Texts) -> str:
    """The key of the text that a change is about; empty where it is about none."""
    if change.level is not None:
        at = texts.standard.position.get(change.level)
        return "" if at is None else f"{code}.anchors.{at}"
    if change.what in ("The criterion is new.", "The criterion is dropped."):
        return f"{code}.text"
    return next((f"{code}.{key}" for start, key in _KEYS if change.what.startswith(start)), "")
