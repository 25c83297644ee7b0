"""What a phone form asks beside the criteria: the visit and the pre-visit list before them, the interviews after.

Never asks where, who or when by itself: no place, no picture, no sound, no device, no user's name, no clock. Round and
shelter are written into the form of a visit and cannot be changed; a blank form asks for their codes.
"""

from collections.abc import Iterator

from ssi.checklists.before import before_the_visit
from ssi.checklists.phone import form_of
from ssi.checklists.writers.form_rows import SCREEN, Form, Row, followed, of_visit
from ssi.checklists.writers.form_texts import Lines, joined
from ssi.checklists.writers.form_totals import OPEN, PERCENT, area_percent, calculations

CODE = "^[A-Za-z0-9_-]{1,32}$"  # as in the programme's tables


def visit(form: Form) -> Iterator[Row]:
    """The first screen."""
    words = form.words
    purpose = of_visit("ssi_purpose", words("Is this a real visit, or practice?"))
    planned = words("Planned: {codes}", codes=", ".join(form.assessors)) if form.assessors else ()
    yield Row("begin_group", "ssi_visit", words("Visit"), appearance=SCREEN)
    yield Row("note", "ssi_about", joined(_head(form), words.about(), _safely(form), between="\n\n"))
    yield Row("select_one ssi_purpose", "ssi_purpose", purpose, required="yes", default="visit")
    yield _code(form, "ssi_round", words("The round's id"), form.round)
    yield _code(form, "ssi_shelter", words("The shelter's code"), form.shelter)
    yield _code(form, "ssi_assessor", words("Your code as assessor; no name"), hint=planned)
    yield Row("date", "ssi_date", of_visit("ssi_date", words("The date of the visit")), required="yes")
    language = of_visit("ssi_language", words("The language of the visit"))
    yield Row("select_one ssi_language", "ssi_language", language)
    yield Row("end_group", "ssi_visit")


def _head(form: Form) -> Lines:
    """What the form is: the standard, and of a visit's form its round and shelter."""
    here = " ".join(filter(None, (form.round, form.shelter)))
    return form.words.said("title", f"{form_of(form.checklist.standard)}\n" + (f"{here}\n" if here else ""))


def _safely(form: Form) -> Lines:
    return form.words(
        "Write no name of anybody who lives or works here, no story, no address, no telephone number."
        " Where somebody is in danger, stop and follow the protocol."
    )


def _code(form: Form, name: str, words: Lines, known: str = "", hint: Lines = ()) -> Row:
    """A code that is known, and cannot be changed; else one to type."""
    if known:
        return Row("calculate", name, calculation=f"'{known}'")
    message = form.words("Use letters a-z, digits, - and _, as in S01")
    return Row("text", name, of_visit(name, words), hint, "", f"regex(., '{CODE}')", message, "yes")


def before(form: Form) -> Iterator[Row]:
    """The pre-visit list, which somebody has to confirm before the criteria."""
    lists = [before_the_visit(each) for each in form.words.each]
    steps = tuple("\n".join(f"• {step}" for step in each) for each in lists)
    ready = of_visit("ssi_ready", form.words("The team went through this list, all of it."))
    yield Row("begin_group", "ssi_before", form.words("Before a visit"), appearance=SCREEN)
    yield Row("note", "ssi_list", steps)
    yield Row("acknowledge", "ssi_ready", ready, required="yes")
    yield Row("end_group", "ssi_before")


def interviews(form: Form) -> Iterator[Row]:
    """Three counts; nobody is named, and more cannot answer than were asked."""
    words = form.words
    asked = of_visit("ssi_asked", words("How many residents were asked to talk?"))
    agreed = of_visit("ssi_agreed", words("How many agreed?"))
    declined = of_visit("ssi_declined", words("How many declined?"))
    too_many = words("More answered than were asked: look at the three numbers again")
    both, some = ". >= 0 and . + ${ssi_agreed} <= ${ssi_asked}", "${ssi_asked} != ''"
    yield Row("begin_group", "ssi_interviews", words("Residents: counts only"), appearance=SCREEN)
    yield Row("integer", "ssi_asked", asked, (), "", ". >= 0", words("write how many, 0 or more"))
    yield Row("integer", "ssi_agreed", agreed, (), "", ". >= 0 and . <= ${ssi_asked}", too_many, some)
    yield Row("integer", "ssi_declined", declined, (), "", both, too_many, some)
    yield Row("end_group", "ssi_interviews")


def end(form: Form) -> Iterator[Row]:
    """The unofficial percent, and how much is still open."""
    for name, expression in calculations(form.checklist, form.areas):
        yield Row("calculate", name, calculation=expression)
    words = form.words
    areas = "\n".join(f"{area.id} ${{{area_percent(area)}}} %" for area, _ in form.areas)
    total = joined(
        words("UNOFFICIAL: this sheet alone, before the team agrees. The result is worked out by the national group."),
        followed(words("Percent of what was scored:"), PERCENT, " %"),
        (areas,) * len(words.languages),
        followed(words("Criteria without a score, which count as not seen:"), OPEN),
    )
    yield Row("begin_group", "ssi_end", words("The end"), appearance=SCREEN)
    yield Row("note", "ssi_total", total)
    yield Row("end_group", "ssi_end")
