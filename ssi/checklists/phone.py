"""What a phone form calls its questions and choices, so that whatever comes back from a server finds its criterion.

Never writes a form and never reads a result: the writer and the reader both ask here, so that they cannot disagree.

Every question has a *name* for machines and a *mark* for people, and both lead back to the criterion. Servers export
either the names or the labels, with or without the groups before them, in any language of the form. So a label begins
with its mark, which is the same in all languages:

    question            name              mark          a choice as a server shows it
    the score           SAF_01            [SAF-01]      2 · met: …   NA · …   NS · …   NS declined · …
    a measured value    SAF_01_value      [SAF-01 =]
    the methods used    SAF_01_methods    [SAF-01 /]    o · observe …
    why it is NA        SAF_01_reason     [SAF-01 NA]
    a note              SAF_01_note       [SAF-01 …]
    of the visit        ssi_shelter …     [0.3] …       (`VISIT`)

Names are made for the narrowest reader: KoboToolbox takes letters, digits and `_` alone. `-` becomes `_`, which is also
what separates the parts of a name; two ids that would give one name are refused before a form is written (`Names`).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from ssi.model import METHOD_LETTERS, Method, Standard

Part = Literal["score", "value", "methods", "reason", "note"]
PARTS: Mapping[Part, tuple[str, str]] = {  # the end of its name, the end of its mark
    "score": ("", ""),
    "value": ("_value", " ="),
    "methods": ("_methods", " /"),
    "reason": ("_reason", " NA"),
    "note": ("_note", " …"),
}
GROUP = "_screen"  # the end of the name of a criterion's own group: one screen of the phone
VISIT: Mapping[str, str] = {  # name → mark
    "ssi_purpose": "0.1",
    "ssi_round": "0.2",
    "ssi_shelter": "0.3",
    "ssi_assessor": "0.4",
    "ssi_date": "0.5",
    "ssi_language": "0.6",
    "ssi_ready": "0.7",
    "ssi_asked": "0.8",
    "ssi_agreed": "0.9",
    "ssi_declined": "0.10",
}
FORM = "ssi_form"  # calculated: which standard the form was made from
OURS = "ssi_"  # how every name begins that is no criterion's
PRACTICE = "practice"  # the purpose of what is sent to try the form out
DOT = " · "  # between the sign of a choice and its words
HASH = 12  # characters of the standard's sha256
VERSION = re.compile(r"\d+\.\d+\.\d+-[0-9a-f]{12}", re.ASCII)


class Question(NamedTuple):
    """What a column asks: of a criterion its part; of the visit the name in `VISIT`, with an empty criterion."""

    criterion: str
    part: str


def form_version(standard: Standard) -> str:
    """The version of a form: the standard's, and the first characters of its hash, as 1.0.0-e16a3f5edc9a."""
    return f"{standard.version}-{standard.sha256[:HASH]}"


def form_of(standard: Standard) -> str:
    """Which standard a form was made from, as every submission says it: `ssi-core 1.0.0-e16a3f5edc9a`."""
    return f"{standard.id} {form_version(standard)}"


def xml_name(code: str) -> str:
    """A code as a question's name: `-` as `_`, and what is neither ASCII letter nor digit as its number."""
    return "".join(
        each if each.isascii() and each.isalnum() else "_" if each == "-" else f"_x{ord(each):x}_" for each in code
    )


def name_of(criterion: str, part: Part = "score") -> str:
    return xml_name(criterion) + PARTS[part][0]


def mark_of(criterion: str, part: Part = "score") -> str:
    return f"[{criterion}{PARTS[part][1]}]"


def sign(choice: str) -> str:
    """What a choice is, whichever way a server shows it: the sign before the words of its label, or its name. Of
    `2 · met` 2, of `NS_declined` NS declined."""
    return choice.partition(DOT)[0].strip().replace("_", " ")


def method_of(text: str) -> Method | None:
    """A method by its name, its letter or the label of its choice; None where it is none of them."""
    word = sign(text).casefold()
    return METHOD_LETTERS.get(word) or next((each for each in METHOD_LETTERS.values() if each == word), None)


@dataclass(frozen=True)
class Names:
    """All questions of a standard, by name and by mark."""

    standard: Standard

    @cached_property
    def by_name(self) -> Mapping[str, Question]:
        return {**dict(self._named()), FORM: Question("", FORM), **{each: Question("", each) for each in VISIT}}

    @cached_property
    def by_mark(self) -> Mapping[str, Question]:
        marks = {mark: Question("", name) for name, mark in VISIT.items()}
        for each in self.standard.criteria:
            marks |= {mark_of(each.id, part)[1:-1]: Question(each.id, part) for part in PARTS}
        return marks

    @cached_property
    def clashes(self) -> tuple[str, ...]:
        """Names that two questions or groups would have; of a standard with the usual ids none."""
        names = [name.casefold() for name, _ in self._named()]
        names += [xml_name(each.id).casefold() for each in self.standard.area]
        names += [(xml_name(each.id) + GROUP).casefold() for each in self.standard.criteria]
        return tuple(sorted({each for each in names if names.count(each) > 1 or each.startswith(OURS)}))

    def _named(self) -> Iterator[tuple[str, Question]]:
        for each in self.standard.criteria:
            for part in PARTS:
                yield name_of(each.id, part), Question(each.id, part)
