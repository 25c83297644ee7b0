"""How far the translations of a standard are: of each language what is there, and what is to be done.

Never judges how good a translation is.
"""

from fractions import Fraction

from ssi.document import Block, Cell, Document, Paragraph, table
from ssi.findings.translations import TranslationsState, TranslationState
from ssi.reports import cells
from ssi.reports.page import page
from ssi.words import Words

_COLUMNS = (  # what each column counts; the last two kinds are few
    ("titles",),
    ("criteria",),
    ("level descriptions",),
    ("guidance",),
    ("when not applicable", "units"),
)


def translations_page(found: TranslationsState, words: Words) -> Document:
    """One row a language: its status, what percent of each kind of text is there, what is stale or at fault."""
    title = words("Translations of {standard}", standard=found.standard)
    if not found.translations:
        return page(words, title, [Paragraph(words("There is none yet."))])
    heads = (words("Language"), words("Status"), words("Titles"), words("Criteria"), words("Levels"),
             words("Guidance"), words("Other"), words("Stale"), words("Faults"), words("Warnings"))  # fmt: skip
    caption = words("Percent of the texts of each kind that are translated.")
    blocks: list[Block] = [table(heads, [_row(each, words) for each in found.translations], caption)]
    if any(each.status == "draft" for each in found.translations):
        said = words("A draft was confirmed by nobody who works in a shelter: pages show the source text beside it.")
        blocks.append(Paragraph(said))
    named = ", ".join(each.file for each in found.translations if each.faults or each.warnings)
    if named:
        blocks.append(Paragraph(words("`ssi check` names every fault and warning: {files}", files=named)))
    return page(words, title, blocks)


def _row(each: TranslationState, words: Words) -> list[Cell]:
    return [
        cells.id_(each.language),
        cells.text(_status(words, each), "warn" if each.status in ("", "draft") else ""),
        *(cells.percent(_percent(each, kinds)) for kinds in _COLUMNS),
        cells.count(each.stale, "warn" if each.stale else ""),
        cells.count(each.faults, "bad" if each.faults else ""),
        cells.count(each.warnings),
    ]


def _percent(each: TranslationState, kinds: tuple[str, ...]) -> Fraction | None:
    """Of all texts of these kinds; None where the standard has none of them."""
    parts = [part for part in each.coverage if part.kind in kinds]
    all_ = sum(part.all for part in parts)
    return Fraction(100 * sum(part.done for part in parts), all_) if all_ else None


def _status(words: Words, each: TranslationState) -> str:
    return {
        "draft": words("draft"),
        "reviewed": words("reviewed: {office}", office=each.reviewed_by),
        "official": words("official: {office}", office=each.reviewed_by),
        "": words("cannot be used"),
    }[each.status]
