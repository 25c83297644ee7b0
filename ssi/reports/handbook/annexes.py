"""Part 4 of the handbook: glossary, sources, overlay, translation, adoption, comments, licence, hashes.

Never hides what was not done: what nobody adopted, reviewed or read in its source is said in so many words.
"""

from collections.abc import Iterator

from ssi.document import Block, Bullets, Cell, Facts, Heading, Paragraph, table
from ssi.model.adoption import Adoption
from ssi.model.standard import Overlay
from ssi.model.translation import Texts, texts_of
from ssi.reports import cells
from ssi.reports.handbook.adopted import adoption_page
from ssi.reports.handbook.glossary import glossary
from ssi.reports.handbook.said import language_name
from ssi.reports.handbook.steps import figure, keys, step_kind
from ssi.words import Words

OWN = "own"  # the source id by which a standard marks figures of its own


def annexes(texts: Texts, words: Words, adoption: Adoption | None) -> Iterator[Block]:
    yield Heading(words("Annexes"), 1)
    yield Heading(words("Words"), 2)
    yield glossary(words)
    yield from _sources(texts, words)
    if texts.standard.overlay:
        yield from _overlay(texts.standard.overlay, texts, words)
    yield from _translation(texts, words)
    yield Heading(words("Adoption"), 2)
    yield from adoption_page(texts.standard, adoption, words)
    yield from _comments(words)
    yield from _licence(texts, words)
    yield from _hashes(texts, words)


def _sources(texts: Texts, words: Words) -> Iterator[Block]:
    standard = texts.standard
    yield Heading(words("Sources"), 2)
    if not standard.source:
        yield Paragraph(words("The standard names no source."))
        return
    own = [each for each in standard.criteria if OWN in each.source]
    alone = [each for each in own if set(each.source) == {OWN}]
    said = [words("A source says where a topic or a figure was read. Nobody named here has approved this standard.")]
    if own:
        said.append(
            words(
                "“own” marks what is this standard's own proposal: {some} of {all} criteria name it, {alone} of them "
                "name nothing else.",
                some=words.count(len(own)),
                all=words.count(len(standard.criteria)),
                alone=words.count(len(alone)),
            )
        )
    yield Bullets((*said, words("Only the titles below say how far a source was read.")))
    yield Facts(
        tuple(
            (
                each.id,
                (
                    Cell(each.title, lang=standard.language),
                    *([Cell(each.address, "text", "quiet")] if each.address else []),
                ),
            )
            for each in standard.source
        )
    )


def _overlay(overlay: Overlay, texts: Texts, words: Words) -> Iterator[Block]:
    yield Heading(words("What differs from the base"), 2)
    yield Paragraph(
        words("This standard extends {base}. All that is not listed here is as in the base.", base=overlay.extends)
    )
    if overlay.steps:
        rows = [
            (
                cells.id_(each.criterion),
                Cell(f"{step_kind(each, words)}: {keys(each, words)}" if each.keys else step_kind(each, words)),
                Cell(each.reason, lang=texts.standard.language),
                Cell(figure(each, words)),
            )
            for each in overlay.steps
        ]
        heads = (words("Criterion"), words("What differs"), words("Reason"), words("Figure"))
        yield table(heads, rows, words("Every step, in the order of the file"))
    if overlay.weakening:
        yield Paragraph(
            words("By these the standard asks for less than its base. An authority must accept them knowingly:"), "warn"
        )
        yield Bullets(overlay.weakening)
    else:
        yield Paragraph(words("Nothing in it is found to ask for less than its base."))


def _translation(texts: Texts, words: Words) -> Iterator[Block]:
    yield Heading(words("Translation"), 2)
    translation = texts.translation
    source = language_name(texts.standard.language)
    if translation is None:
        yield Paragraph(words("This handbook shows the source text of the standard, in {language}.", language=source))
        return
    keys_of = texts_of(texts.standard)
    there = sum(key in translation.texts for key in keys_of)
    status = {
        "draft": words("draft: nobody has reviewed it"),
        "reviewed": words("reviewed"),
        "official": words("official"),
    }[translation.status]
    stale = [key for key in keys_of if key in texts.stale]
    yield Facts(
        (
            (words("Language"), (Cell(language_name(translation.language), lang=translation.language),)),
            (words("Status"), (Cell(status),)),
            (words("Made by"), (Cell(translation.made_by or None),)),
            (words("Reviewed by"), (Cell(translation.reviewed_by or words("nobody yet")),)),
            (
                words("Texts translated"),
                (Cell(words("{some} of {all}", some=words.count(there), all=words.count(len(keys_of)))),),
            ),
            (words("Source text changed since"), (Cell(", ".join(stale) or words("none")),)),
        )
    )
    yield Paragraph(
        words("What is not translated stands in {language}. Results never depend on a translation.", language=source)
    )


def _comments(words: Words) -> Iterator[Block]:
    yield Heading(words("How to comment"), 2)
    yield Bullets(
        (
            words("Send comments to the authority or the organisation that sent you this handbook."),
            words("Name the version, and the article or the id of the criterion, as in “SAF-04”."),
            words("Say what should be written instead, and why."),
            words("Sign as an office or a group, not as a person. Never write about a resident."),
            words("Each comment is entered in the register of the consultation and is answered there."),
        )
    )


def _licence(texts: Texts, words: Words) -> Iterator[Block]:
    yield Heading(words("Licence"), 2)
    yield Paragraph(texts.standard.licence or words("The standard names no licence."))
    if texts.standard.licence.startswith("CC-BY-4.0"):
        yield Paragraph(
            words(
                "Copy it, translate it, change it and adopt it; name the source; say what you changed; give a "
                "changed standard an id of its own; do not suggest that anybody named under “Sources” approved it."
            )
        )


def _hashes(texts: Texts, words: Words) -> Iterator[Block]:
    standard = texts.standard
    yield Heading(words("Hashes"), 2)
    yield Paragraph(
        words("By these anybody can tell, in ten years too, whether a file is the one that this handbook is about.")
    )
    found = [("sha256", standard.sha256), ("resolved_sha256", standard.resolved_sha256)]
    if standard.overlay:
        found.append((standard.overlay.extends, standard.overlay.base_sha256))
    yield Facts(tuple((name, (Cell(value),)) for name, value in found if value))
