"""What a phone form asks of a criterion, each on a screen of its own.

Never stops anybody: a criterion without an answer is not seen, and the form can be sent. The level descriptions stand
in the choices themselves, because a small screen has no room for a table; the best level first, as on paper, because
one begins there. A measured value is asked for before the level, which it proposes and does not set.
"""

from collections.abc import Iterator

from ssi.checklists.phone import GROUP, mark_of, name_of, xml_name
from ssi.checklists.writers.form_choices import methods_list
from ssi.checklists.writers.form_rows import SCREEN, Form, Row, followed, marked
from ssi.checklists.writers.form_texts import Lines, joined
from ssi.checklists.writers.form_totals import answer, has_level, proposed
from ssi.model import FEW_RESIDENTS, Criterion

_SAYS = r"[\s\S]*\S[\s\S]*"  # a text that is more than blanks


def criterion(form: Form, each: Criterion) -> Iterator[Row]:
    group = xml_name(each.id) + GROUP
    yield Row("begin_group", group, _title(form, each), appearance=SCREEN)
    if each.measure:
        yield from _measured(form, each)
    text = form.words.said(f"{each.id}.text", mark_of(each.id) + " ")
    yield Row(f"select_one {name_of(each.id)}", name_of(each.id), text, _guidance(form, each))
    if each.na_when is not None:
        yield _reason(form, each)
    methods = marked(mark_of(each.id, "methods"), form.words("How did you find out?"))
    kind, name = f"select_multiple {methods_list(each)}", name_of(each.id, "methods")
    yield Row(kind, name, methods, relevant=has_level(each), appearance="columns-pack")
    yield _note(form, each)
    yield Row("end_group", group)


def _title(form: Form, each: Criterion) -> Lines:
    """The id, the class, and whether it is a stop criterion."""
    words = form.words
    classes = {"critical": words("critical"), "must": words("must"), "desired": words("desired")}
    stop = marked("■", words("STOP")) if each.gate else ("",) * len(words.languages)
    return joined((each.id,) * len(stop), classes[each.class_], stop, between=" ")


def _guidance(form: Form, each: Criterion) -> Lines:
    papers = form.words("practice: papers alone are not enough") if each.practice else ()
    guidance = form.words.said(f"{each.id}.guidance") if each.guidance else ()
    return joined(*filter(None, (papers, guidance)))


def _measured(form: Form, each: Criterion) -> Iterator[Row]:
    value, level = name_of(each.id, "value"), f"ssi_proposed_{xml_name(each.id)}"
    unit = form.words.said(f"{each.id}.unit", mark_of(each.id, "value") + " ")
    wrong = form.words("write a number, 0 or more")
    says = marked("→", followed(form.words("This value proposes the level"), level))
    yield Row("decimal", value, unit, constraint=". >= 0", constraint_message=wrong)
    yield Row("calculate", level, calculation=proposed(each, form.checklist.standard))
    yield Row("note", f"{level}_said", says, relevant=f"${{{value}}} != ''")


def _reason(form: Form, each: Criterion) -> Row:
    """Why it is not applicable; there is no NA without it."""
    label = marked(mark_of(each.id, "reason"), form.words("Why is it not applicable?"))
    wrong = form.words("write the reason")
    chosen = f"{answer(each)} = 'NA'"
    return Row("text", name_of(each.id, "reason"), label, (), chosen, f"regex(., '{_SAYS}')", wrong, "yes")


def _note(form: Form, each: Criterion) -> Row:
    """A note; where few residents agreed to talk none beside the method resident (DESIGN section 9), and nothing that
    was written is thrown away for it: the phone asks to take out one of the two."""
    label = marked(mark_of(each.id, "note"), form.words("Note: no names, no places"))
    scored = f"{answer(each)} != '' and {answer(each)} != 'NA'"
    spoken = f"selected(${{{name_of(each.id, 'methods')}}}, 'resident')"
    rule = f"not({spoken}) or ${{ssi_agreed}} = '' or ${{ssi_agreed}} >= {FEW_RESIDENTS}"
    wrong = form.words(
        "Fewer than {few} residents agreed to talk: take out this note, or the method resident. "
        "Together they may tell who spoke.",
        few=FEW_RESIDENTS,
    )
    return Row("text", name_of(each.id, "note"), label, (), scored, rule, wrong, appearance="multiline")
