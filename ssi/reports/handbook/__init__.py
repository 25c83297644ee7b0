"""The handbook: a standard as a regulation to read, print and send, with numbered articles.

Never judges a shelter and never shortens the standard: every text of the file stands in it, and beside a translation
that nobody has reviewed stands the standard's own text. The hashes of the file stand on every page, so that a page that
was copied years ago can still be held to its file.

The parts, one module each: `cover`, `rules` (how it works), `criteria` (an article each), `examples`, `annexes`. They
give headings without numbers; those are given here, once, to the whole.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ssi.document import Block, Contents, Document, Heading
from ssi.model import Standard
from ssi.model.adoption import Adoption
from ssi.model.translation import Texts, Translation
from ssi.reports.handbook.annexes import annexes
from ssi.reports.handbook.cover import cover, file_status
from ssi.reports.handbook.criteria import chapters
from ssi.reports.handbook.examples import worked_examples
from ssi.reports.handbook.rules import how_it_works
from ssi.words import Words


def handbook(
    standard: Standard, words: Words, *, translation: Translation | None = None, adoption: Adoption | None = None
) -> Document:
    """The whole handbook. The standard's texts are in the translation's language where one is given, the program's own
    words in that of `words`; where those are not translated, in English."""
    words = Words("en") if words.translation == "none" else words
    texts = Texts(standard, translation)
    title = texts("title")
    parts = [
        *how_it_works(texts, words),
        *chapters(texts, words),
        *worked_examples(texts, words),
        *annexes(texts, words, adoption),
    ]
    return Document(
        title.text,
        (
            *cover(texts, words, adoption),
            Heading(words("Contents"), 1, anchor="contents"),
            Contents(),
            *_numbered(parts, words),
        ),
        subtitle=words("Handbook of the standard {standard}", standard=str(standard)),
        language=words.language,
        footer=running(standard, words),
        form="regulation",
        running=running(standard, words),
        title_lang=title.language,
    )


def running(standard: Standard, words: Words) -> tuple[str, ...]:
    """What stands at the foot of every page: the standard, its status, and the hashes of its file."""
    lines = [f"{standard} · {file_status(standard, words)}", f"sha256 {standard.sha256}"]
    resolved = standard.resolved_sha256
    return (*lines, f"resolved_sha256 {resolved}") if resolved else tuple(lines)


def _numbered(blocks: Iterable[Block], words: Words) -> Iterator[Block]:
    """Parts are counted through, articles too; chapters begin again in each part. A number that is there stays."""
    part = chapter = article = 0
    for block in blocks:
        if not isinstance(block, Heading):
            yield block
        elif block.level == 1:
            part, chapter = part + 1, 0
            yield _with(block, words("Part {number}", number=part), f"part-{part}")
        elif block.level == 2:
            chapter += 1
            yield _with(block, words("Chapter {number}", number=chapter), f"part-{part}-chapter-{chapter}")
        else:
            article += 1
            yield _with(block, words("Article {number}", number=article), f"article-{article}")


def _with(heading: Heading, number: str, anchor: str) -> Heading:
    return replace(heading, number=number, anchor=heading.anchor or anchor)
