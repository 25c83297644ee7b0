"""The sentences that stand on every printed scoring sheet, in one language: one place for the web page and the PDF.

Never says anything of a criterion: that is the standard's.
"""

from ssi.checklists.writers.on_paper import Typed
from ssi.model import FEW_RESIDENTS, METHOD_LETTERS, Checklist, Kind, Method
from ssi.words import KNOWN_LANGUAGES, Words


def sentences(words: Words, *, shelter: str) -> dict[str, str]:
    """Key → sentence; the templates know the keys."""
    return {
        "sheet": words("Scoring sheet"),
        "with_children": words("with children"),
        "draft": words("(draft)"),
        "draft_translation": words("draft translation"),
        "shelter": words("Shelter"),
        "round": words("Round"),
        "assessor": words("Assessor"),
        "promise": words(
            "Nothing that could identify a resident is written down: no name, no age, no story, no quotation. "
            "Residents are only counted."
        ),
        "note": words("Note"),
        "agreed": words("agreed"),
        "stop": words("STOP"),
        "practice": words("practice: papers alone are not enough"),
        "about_translation": words.about_translation,
        **_visit(words),
        **_scoring(words),
        **_walking(words),
        "type": words("What to type"),
        "command": f"ssi record {shelter or words('SHELTER')} --as {words('CODE')}",
    }


def _visit(words: Words) -> dict[str, str]:
    return {
        "before": words("Before the visit"),
        "visit": words("The visit"),
        "date": words("Date"),
        "spoken": words("Language"),
        "assessors": words("Assessors, by code"),
        "interpreter": words("Interpreter: none, or by code"),
        "conflicts": words("Conflicts declared: none, or by code"),
        "residents": words("Residents, only how many"),
        "asked": words("asked"),
        "talked": words("agreed"),
        "declined": words("declined"),
        "few": words(
            "Where fewer than {few} residents agreed to talk, do not tick the method resident and write no note of "
            "what they said: in a small house it tells who spoke. Who declines costs the shelter nothing.",
            few=FEW_RESIDENTS,
        ),
    }


def _scoring(words: Words) -> dict[str, str]:
    return {
        "how": words("How to score"),
        "own_column": words(
            "One sheet for each person. Fill in your own column only; the team fills in the rest together afterwards."
        ),
        "highest_first": words(
            "Begin at the highest level and take the first of which every part is true; between two levels take the"
            " lower."
        ),
        "na": words("not applicable: only where the criterion allows it, with the reason"),
        "ns": words("not seen; a blank is the same"),
        "methods": words("Methods, ticked by letter:"),
        "about_stop": words(
            "marks a stop criterion: at its worst level it is told at once, to the role that your programme's protocol"
            " names."
        ),
    }


def _walking(words: Words) -> dict[str, str]:
    return {
        "ask_before": words("Ask for before the visit"),
        "about_papers": words(
            "The shelter lays ready what shows these, and the team ticks what is there. No resident's file leaves its"
            " cabinet, and nothing is copied or sent."
        ),
        "tick_off": words("Tick off"),
        "too": words("Look at these here too; they are scored at an earlier station:"),
    }


def reply(words: Words) -> tuple[str, str, tuple[str, ...], str]:
    """The page for the shelter's own answer: heading, what it is, what it asks, and who signs it."""
    return (
        words("The shelter's reply"),
        words(
            "This page belongs to the shelter. Write it when the team has said what it settled, or later; it goes with"
            " the result. No names, no stories: nothing that could lead to a resident or to one member of staff."
        ),
        (
            words("What we see as the team does"),
            words("What we see differently: write the criterion's id first"),
            words("What we change ourselves, and by when"),
            words("What we need for it"),
        ),
        words("Role of who writes this, and the date"),
    )


def method_names(words: Words) -> dict[Method, tuple[str, str]]:
    """Each method with its letter at the prompt and its name."""
    names: dict[Method, str] = {
        "observe": words("observe"),
        "measure": words("measure"),
        "staff": words("staff"),
        "resident": words("resident"),
        "document": words("document"),
    }
    return {method: (letter, names[method]) for letter, method in METHOD_LETTERS.items()}


def class_names(words: Words) -> dict[str, str]:
    return {"critical": words("critical"), "must": words("must"), "desired": words("desired")}


def kind_names(words: Words) -> dict[Kind, str]:
    return {
        "transit": words("transit shelter"),
        "short-term": words("short-term shelter"),
        "long-term": words("long-term shelter"),
        "community": words("community shelter"),
    }


def language_name(code: str) -> str:
    return KNOWN_LANGUAGES.get(code, code)


def typed_lines(checklist: Checklist, words: Words) -> tuple[Typed, ...]:
    """The lines of `ssi record`, shown with criteria of this checklist."""
    ids = [each.id for each in checklist.criteria] or ["SAF-01"]
    measured = next((each.id for each in checklist.criteria if each.measure), None)
    excused = next((each.id for each in checklist.criteria if each.na_when), None)
    top = checklist.standard.scale[-1].value
    lines = [
        Typed(f"{ids[0]} {top}", words("a score")),
        Typed(f"{ids[0]} {top} /od …", words("a score, the methods by their letters, a note")),
        *([Typed(f"{measured} =12", words("what was measured or counted; it proposes the level"))] if measured else []),
        *([Typed(f"{excused} NA …", words("not applicable, with the reason"))] if excused else []),
        Typed(f"{ids[-1]} NS", words("not seen")),
        Typed(f"{ids[-1]} NS declined", words("not seen because residents declined to talk")),
        Typed("interviews 5 3 2", words("asked, agreed, declined")),
        Typed(f"?{ids[0]}", words("guidance for the criterion")),
        Typed("done", words("the sheet is whole: seal it")),
        Typed("q", words("leave; everything is kept")),
    ]
    return tuple(lines)
