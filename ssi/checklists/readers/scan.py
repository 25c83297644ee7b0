"""What the sheets of a workbook hold beside their values: formulas, merged and hidden cells, and how far they reach.

Never keeps a sheet in memory: the XML goes by once, piece by piece, and what matters is counted. The library that reads
the values cannot be asked for this, and it makes a full rectangle of every sheet: two lone cells, one at each end of a
sheet, would be 17,000,000,000 cells. So it is known how far a sheet reaches before that library opens it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from xml.parsers import expat

from ssi.checklists.readers.rows import letters
from ssi.checklists.readers.safety import Package, unreadable
from ssi.errors import SsiError, Where, fault

MOST_CELLS = 30_000_000  # of a full rectangle: every row that a sheet can have, times 28 columns
MOST_NAMED = 50  # places of one kind on one sheet; nobody mends more from a list
_CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_FAR = re.compile(rb"""\sr\s*=\s*["'][A-Z]{2}""")  # a cell of .xlsx in column AA or behind
Attributes = Mapping[str, str]


@dataclass
class Seen:
    """One sheet. `rows` = rows that say something; `bottom`, `right` = the last of these rows and columns, from 1.
    Places are cells (C12), ranges (C12:D14), rows (12) or columns (C)."""

    name: str
    hidden: bool = False
    rows: int = 0
    bottom: int = 0
    right: int = 0
    formulas: list[str] = field(default_factory=list)
    merged: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)  # first and last, from 1

    def columns_hidden(self) -> Iterator[str]:
        """Hidden columns among those that say something; the blank ones behind may be hidden."""
        hidden = (at for first, last in self.hidden_columns for at in range(first, min(last, self.right) + 1))
        yield from (letters(at - 1) for at in islice(hidden, MOST_NAMED))


class Enough(Exception):
    """There are more rows than were asked for; the sheet is not looked at any further."""


def scan(package: Package, most_rows: int = 1 << 21) -> tuple[Seen, ...]:
    """Every sheet of the workbook, in order; one with more than `most_rows` rows only that far. Raises SsiError where
    the XML is broken or where it is no workbook."""
    if "content.xml" in package.parts:
        found = _OpenDocument(most_rows)
        _walk(package, "content.xml", found)
        return tuple(found.sheets[1:])
    if "xl/workbook.xml" not in package.parts:
        unreadable(package.file, "it is a zip, but there is no workbook in it")
    return tuple(_excel(package, most_rows))


def refuse_spread(file: str, sheets: Iterable[Seen], most: int = MOST_CELLS) -> None:
    """Raises SsiError `workbook-spread` where the library that reads the values would fill the memory with blanks."""
    for each in sheets:
        if each.bottom * each.right > most:
            where = Where(file)
            values = {"sheet": each.name, "row": each.bottom, "column": letters(each.right - 1)}
            raise SsiError(fault("workbook-spread", where, **values))


def may_be_spread(package: Package) -> bool:
    """Whether a full scan is needed to know how far the sheets reach: no .xlsx without cells behind column Z needs one,
    and a scan of 450,000 rows takes longer than reading them."""
    if "xl/workbook.xml" not in package.parts:
        return True
    for part in package.parts:
        tail = b""
        for piece in package.pieces(part) if part.startswith("xl/worksheets/") else ():
            if _FAR.search(tail + piece):
                return True
            tail = piece[-12:]
    return False


def _excel(package: Package, most_rows: int) -> Iterator[Seen]:
    book, links = _Book(), _Links()
    _walk(package, "xl/workbook.xml", book)
    if "xl/_rels/workbook.xml.rels" in package.parts:
        _walk(package, "xl/_rels/workbook.xml.rels", links)
    for name, link, hidden in book.sheets:
        target = links.targets.get(link, "")
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        sheet = _ExcelSheet(Seen(name, hidden), most_rows)
        if part in package.parts:
            _walk(package, part, sheet)
        yield sheet.seen


class _Handler:
    """Takes each element as it begins and ends, by its name without namespace."""

    def begin(self, name: str, attributes: Attributes) -> None: ...

    def end(self, name: str) -> None: ...


def _walk(package: Package, part: str, handler: _Handler) -> None:
    parser = expat.ParserCreate(namespace_separator="}")
    parser.StartElementHandler = lambda name, attributes: handler.begin(
        name.rpartition("}")[2], {key.rpartition("}")[2]: value for key, value in attributes.items()}
    )
    parser.EndElementHandler = lambda name: handler.end(name.rpartition("}")[2])
    try:
        for piece in package.pieces(part):
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except Enough:
        return
    except (expat.ExpatError, ValueError, LookupError):
        unreadable(package.file, "it is damaged, or only a part of one")


class _Book(_Handler):
    """xl/workbook.xml: the sheets by name."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str, bool]] = []

    def begin(self, name: str, attributes: Attributes) -> None:
        if name == "sheet":
            hidden = attributes.get("state", "visible") != "visible"
            self.sheets.append((attributes.get("name", ""), attributes.get("id", ""), hidden))


class _Links(_Handler):
    """xl/_rels/workbook.xml.rels: where each sheet lies."""

    def __init__(self) -> None:
        self.targets: dict[str, str] = {}

    def begin(self, name: str, attributes: Attributes) -> None:
        if name == "Relationship":
            self.targets[attributes.get("Id", "")] = attributes.get("Target", "")


class _ExcelSheet(_Handler):
    """A sheet of .xlsx."""

    def __init__(self, seen: Seen, most_rows: int) -> None:
        self.seen, self.most_rows = seen, most_rows
        self.row = self.column = 0
        self.row_hidden = False

    def begin(self, name: str, attributes: Attributes) -> None:
        if name == "c":
            self._cell(attributes)
        elif name in ("v", "is"):
            self._says()
        elif name == "f":
            note(self.seen.formulas, self.place)
        elif name == "row":
            self.row = int(attributes.get("r", self.row + 1))
            self.column, self.row_hidden = 0, _true(attributes.get("hidden"))
        elif name == "mergeCell":
            note(self.seen.merged, attributes.get("ref", ""))
        elif name == "col" and _true(attributes.get("hidden")):
            self.seen.hidden_columns.append((int(attributes.get("min", 1)), int(attributes.get("max", 1))))

    @property
    def place(self) -> str:
        return f"{letters(self.column - 1)}{self.row}"

    def _cell(self, attributes: Attributes) -> None:
        named = _CELL.fullmatch(attributes.get("r", ""))
        self.column = _number(named[1]) if named else self.column + 1
        self.row = int(named[2]) if named else self.row
        if attributes.get("t") == "e":
            note(self.seen.errors, self.place)

    def _says(self) -> None:
        seen = self.seen
        seen.right = max(seen.right, self.column)
        if self.row != seen.bottom:
            seen.rows += 1
            seen.bottom = max(seen.bottom, self.row)
            if self.row_hidden and len(seen.hidden_rows) < MOST_NAMED:
                seen.hidden_rows.append(self.row)
            if seen.rows > self.most_rows:
                raise Enough


class _OpenDocument(_Handler):
    """content.xml of .ods: every sheet, one after the other. Equal cells and rows that follow each other are written
    once, with how often they are repeated."""

    def __init__(self, most_rows: int) -> None:
        self.most_rows = most_rows
        self.sheets = [Seen("")]  # the first stands for what lies outside every table
        self.style = ""
        self.hidden_styles: set[str] = set()
        self.row = self.column = self.wide = 0
        self.repeated = 1
        self.row_hidden = False

    def begin(self, name: str, attributes: Attributes) -> None:
        if name in ("table-cell", "covered-table-cell"):
            self._cell(attributes)
        elif name == "table-row":
            self.repeated = int(attributes.get("number-rows-repeated", 1))
            self.row_hidden = attributes.get("visibility", "visible") != "visible"
            self.column = self.wide = 0
        elif name == "table-column":
            self._column(attributes)
        elif name == "table":
            self.sheets.append(Seen(attributes.get("name", ""), attributes.get("style-name", "") in self.hidden_styles))
            self.row = self.column = 0
        elif name == "style":
            self.style = attributes.get("name", "")
        elif name == "table-properties" and attributes.get("display") == "false":
            self.hidden_styles.add(self.style)

    def end(self, name: str) -> None:
        if name != "table-row":
            return
        seen, first = self.sheets[-1], self.row + 1
        self.row += self.repeated
        if self.wide:
            seen.rows += self.repeated
            seen.bottom, seen.right = self.row, max(seen.right, self.wide)
            if self.row_hidden and len(seen.hidden_rows) < MOST_NAMED:
                seen.hidden_rows.append(first)
            if seen.rows > self.most_rows:
                raise Enough

    def _column(self, attributes: Attributes) -> None:
        first = self.column + 1
        self.column += int(attributes.get("number-columns-repeated", 1))
        if attributes.get("visibility", "visible") != "visible":
            self.sheets[-1].hidden_columns.append((first, self.column))

    def _cell(self, attributes: Attributes) -> None:
        seen, place = self.sheets[-1], f"{letters(self.column)}{self.row + 1}"
        self.column += int(attributes.get("number-columns-repeated", 1))
        if "formula" in attributes:
            note(seen.formulas, place)
        across, down = (int(attributes.get(f"number-{each}-spanned", 1)) for each in ("columns", "rows"))
        if across > 1 or down > 1:
            last = f"{letters(self.column + across - 2)}{self.row + down}"
            note(seen.merged, f"{place}:{last}")
        if "value-type" in attributes:
            self.wide = self.column


def note(places: list[str], place: str) -> None:
    if len(places) < MOST_NAMED:
        places.append(place)


def _true(text: str | None) -> bool:
    return text in ("1", "true", "on")


def _number(column: str) -> int:
    """A column's letters as a number from 1."""
    number = 0
    for each in column:
        number = number * 26 + ord(each) - ord("A") + 1
    return number
