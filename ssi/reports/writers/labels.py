"""The few words that writers add to a document of their own: what kind of note one is.

Never says anything about a shelter: that stands in the document.
"""

from typing import Literal

from ssi.words import Words


def note_label(kind: Literal["urgent", "caution", "method", "good"], words: Words) -> str:
    labels = {
        "urgent": words("Urgent"),
        "caution": words("Please note"),
        "method": words("How this was worked out"),
        "good": words("Well done"),
    }
    return labels[kind]
