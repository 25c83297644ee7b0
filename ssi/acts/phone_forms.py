"""Phone forms that leave the programme: which languages a form has, and for which visit it is.

Never lets a language go in that lacks a text which people score by: without `--lang` such a language is left out, with
`--lang` it is a fault.
"""

from pathlib import Path

from ssi.acts.standards import Chain, chain_of
from ssi.acts.translations import beside, texts_in
from ssi.checklists.writers import FORM, write
from ssi.checklists.writers.form_texts import missing
from ssi.errors import did_you_mean, fault, refuse
from ssi.model import Checklist, Kind, Texts
from ssi.pipeline import Year, checklist_of, last_round, shelter_of


def is_form(to: Path) -> bool:
    return to.name.casefold().endswith(FORM)


def form_of_visit(year: Year, code: str, round_code: str, languages: str) -> bytes:
    """The form of one visit: round and shelter are in it. `languages` = codes with commas between, the one it opens in
    first; empty = every language that is whole."""
    round = last_round(year, round_code)
    visits = tuple(each for each in round.visits if each.shelter == code)
    checklist = checklist_of(round, shelter_of(round, code))
    spoken = _languages(year, checklist, round.chain, languages)
    return write(FORM, checklist, shelter=code, round=round.id, visits=visits, languages=spoken)


def blank_form(year: Year, kind: Kind, languages: str, *, children: bool) -> bytes:
    """A form for any shelter of a kind, from the programme's standard as it is now; it asks for round and shelter."""
    standard, chain = chain_of(year.programme)
    checklist = standard.checklist(kind, children=children)
    return write(FORM, checklist, languages=_languages(year, checklist, chain, languages))


def _languages(year: Year, checklist: Checklist, chain: Chain, asked: str) -> tuple[Texts, ...]:
    standard, folders = checklist.standard, [year.programme.folder / "standards"]
    there = dict.fromkeys(language for name, _ in chain for folder in folders for language in beside(folder / name))
    known = [standard.language, *(each for each in there if each != standard.language)]
    named = [each.strip() for each in asked.split(",") if each.strip()]
    refuse(
        fault("translation-none", standard=standard, language=each, hint=did_you_mean(each, known))
        for each in named
        if each not in known
    )
    texts = {each: texts_in(standard, chain, each, folders) for each in named or known}
    if named:
        return tuple(texts.values())
    whole = [each for each in known if not missing(checklist, texts[each])]
    opening = year.programme.settings.language
    return tuple(texts[each] for each in sorted(whole, key=lambda each: each != opening))
