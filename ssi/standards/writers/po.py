"""A translation as a PO file, which translators' tools open: msgctxt is the key, msgid the source text.

Never says more than the texts and what has to be looked at again (`fuzzy`). The header is our own and without a date,
so that the same translation is the same bytes; Project-Id-Version names the standard, because tools keep that header
and drop those that they do not know.
"""

import io

from babel.messages.catalog import Catalog
from babel.messages.pofile import escape, write_po

from ssi.model import Standard, Texts, Translation, texts_of
from ssi.standards.lint import name_of


def translation_po(standard: Standard, language: str, translation: Translation | None) -> bytes:
    """Every text of the standard in its order, UTF-8; without a translation the file is there to be filled in."""
    texts = translation.texts if translation else {}
    stale = Texts(standard, translation).stale
    catalog = Catalog(charset="utf-8", fuzzy=False)
    for key, source in texts_of(standard).items():
        flags = ["fuzzy"] if key in stale and key in texts else []
        catalog.add(source, texts.get(key, ""), context=key, flags=flags, auto_comments=[name_of(key)])
    page = io.BytesIO()
    write_po(page, catalog, width=0, omit_header=True)
    return _header(standard, language).encode() + page.getvalue()


def _header(standard: Standard, language: str) -> str:
    lines = (
        f"Project-Id-Version: {standard}",
        f"Language: {language}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
    )
    return 'msgid ""\nmsgstr ""\n' + "".join(escape(line + "\n") + "\n" for line in lines) + "\n"
