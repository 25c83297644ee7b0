"""A translation as a PO file, which translators' tools open: msgctxt is the key, msgid the source text.

Never says more than the texts and what has to be looked at again (`fuzzy`). The header is our own and without a date,
so that the same translation is the same bytes; Project-Id-Version names the standard, because every tool keeps that
header. X-Made-By, which a few tools drop, tells who or what made the translation: `machine`, or an office.
"""

import io

from babel.messages.catalog import Catalog
from babel.messages.pofile import escape, write_po

from ssi.model import Standard, Texts, Translation, texts_of
from ssi.standards.lint import name_of

_OF_BASE = "from the base: its translation says this already"


def translation_po(
    standard: Standard, language: str, translation: Translation | None, base: Translation | None = None
) -> bytes:
    """Every text of the standard in its order, UTF-8; without a translation the file is there to be filled in. What
    only `base` says, the translation of what the standard extends, has a remark."""
    texts, inherited = (each.texts if each else {} for each in (translation, base))
    stale = Texts(standard, translation).stale
    catalog = Catalog(charset="utf-8", fuzzy=False)
    for key, source in texts_of(standard).items():
        flags = ["fuzzy"] if key in stale and key in texts else []
        remarks = [name_of(key), *([_OF_BASE] if key in inherited and key not in texts else [])]
        text = texts.get(key, inherited.get(key, ""))
        catalog.add(source, text, context=key, flags=flags, auto_comments=remarks)
    page = io.BytesIO()
    write_po(page, catalog, width=0, omit_header=True)
    made = translation or base
    return _header(standard, language, made.made_by if made else "").encode() + page.getvalue()


def _header(standard: Standard, language: str, made_by: str) -> str:
    lines = (
        f"Project-Id-Version: {standard}",
        f"Language: {language}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
        *([f"X-Made-By: {' '.join(made_by.split())}"] if made_by else []),
    )
    return 'msgid ""\nmsgstr ""\n' + "".join(escape(line + "\n") + "\n" for line in lines) + "\n"
