"""The fonts that a PDF is set with: which of this machine's fit, and which letters none of them has.

Never draws and never loads a font from elsewhere. A PDF carries its letters inside, so they must be here when it is
made; typst leaves an empty box for a letter that no font has, without a word, so each letter is looked for before.

Noto is taken where it is installed, the system's own fonts for these scripts on Windows else. DejaVu Sans comes with
matplotlib: Latin letters, Vietnamese ones and the marks of a table are always at hand.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

# For each script, as Unicode names it: the beginnings of the file names that will do, the best first; what to install.
FILES: dict[str, tuple[tuple[str, ...], str]] = {
    "LATIN": (("notosans", "dejavusans"), "Noto Sans"),
    "KHMER": (("notosanskhmer", "leelawui"), "Noto Sans Khmer"),
    "LAO": (("notosanslao", "leelawui"), "Noto Sans Lao"),
    "MYANMAR": (("notosansmyanmar", "mmrtext"), "Noto Sans Myanmar"),
    "THAI": (("notosansthai", "leelawui"), "Noto Sans Thai"),
    "CJK": (("notosanssc", "notosanscjksc", "notosanscjk", "msyh"), "Noto Sans SC (or Noto Sans CJK)"),
    "MARKS": (("dejavusans",), "DejaVu Sans"),
}
_UPRIGHT = re.compile(r"^(regular|vf|variable.*|wght.*|wdth.*|)$")


@dataclass(frozen=True, slots=True)
class Face:
    """A font by the name that typst knows it by, the file it lies in, and the letters that it has."""

    family: str
    file: Path
    letters: frozenset[int]


@cache
def found() -> tuple[Face, ...]:
    """The fonts to set a page with, those of the Latin script first. The machine is looked through once."""
    from matplotlib import get_data_path
    from matplotlib.font_manager import findSystemFonts

    own = sorted((Path(get_data_path()) / "fonts" / "ttf").glob("DejaVuSans*.ttf"))
    files = [*sorted(Path(each) for each in findSystemFonts()), *own]
    faces = {face.family: face for names, _ in FILES.values() for face in _first(names, files)}
    return tuple(faces.values())


def missing(text: Iterable[str], faces: tuple[Face, ...]) -> dict[str, str]:
    """The scripts of letters that no face has, each with what to install; `OTHER` for a letter without a name."""
    lacking = [each for each in set(text) if _is_drawn(each) and not any(ord(each) in face.letters for face in faces)]
    scripts = {unicodedata.name(each, "OTHER").split()[0] for each in lacking}
    return {script: FILES.get(script, ((), f"a font for {script.title()}"))[1] for script in sorted(scripts)}


def _is_drawn(letter: str) -> bool:
    """Whether it leaves something on the page: no blank, no line break, no sign that only joins or parts letters."""
    return unicodedata.category(letter)[0] not in "ZC" and not 0xFE00 <= ord(letter) <= 0xFE0F


def _first(names: tuple[str, ...], files: list[Path]) -> Iterator[Face]:
    for name in names:
        for file in files:
            if _is_upright(file, name):
                yield _face(file)
                return


def _is_upright(file: Path, name: str) -> bool:
    """`NotoSansLao-Regular.ttf`, `NotoSansLao[wdth,wght].ttf` and `LeelawUI.ttf` are; bold and slanted ones are not."""
    first, _, rest = re.sub(r"[-_\[]", " ", file.stem.casefold()).partition(" ")
    return first == name and bool(_UPRIGHT.match(rest))


def _face(file: Path) -> Face:
    from fontTools.ttLib import TTCollection, TTFont

    if file.suffix.casefold() != ".ttc":
        with TTFont(file, lazy=True) as font:
            return _read(font, file)
    with TTCollection(file, lazy=True) as collection:
        faces = [_read(each, file) for each in collection.fonts]
    return next((each for each in faces if each.family.endswith(" SC")), faces[0])


def _read(font: "TTFont", file: Path) -> Face:
    return Face(font["name"].getBestFamilyName(), file, frozenset(font.getBestCmap()))
