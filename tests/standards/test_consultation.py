"""The consultation register: what may stand in it, and every fault of it at once."""

import pytest

from ssi.checklists.readers import read
from ssi.errors import SsiError
from ssi.findings.difference import Comment
from ssi.standards.consultation import read_consultation
from tests.making import SMALL, standard

OLD = standard()
NEW = standard(SMALL.replace('id = "SAF-03"', 'id = "SAF-04"').replace('version = "1.0.0"', 'version = "2.0.0"'))
HEAD = "comment,criterion,from,text,answer,state\n"


def comments(rows: str, head: str = HEAD) -> tuple[Comment, ...]:
    return read_consultation(read((head + rows).encode(), "consultation.csv"), OLD, NEW)


def faults(rows: str, head: str = HEAD) -> list[tuple[str, int | None]]:
    with pytest.raises(SsiError) as found:
        comments(rows, head)
    return [(each.code, each.where.line) for each in found.value.faults]


def test_a_register() -> None:
    """Of either version's criteria, or of none; capitals in a state are overlooked; columns come in any order."""
    found = comments("C1,SAF-03,An office,Too dear,,Open\nC2,SAF-04,A role,Good,Thank you,accepted\nC3,,A,b,c,PARTLY\n")
    assert [(each.comment, each.criterion, each.state) for each in found] == [
        ("C1", "SAF-03", "open"), ("C2", "SAF-04", "accepted"), ("C3", "", "partly")]  # fmt: skip
    turned = comments("open,,x,An office,,C1\n", "state,answer,text,from,criterion,comment\n")
    assert turned == (Comment("C1", "", "An office", "x", "", "open"),)


def test_every_fault_at_once() -> None:
    rows = (
        "C1,SAF-99,An office,x,y,accepted\n"  # no such criterion in either
        "C1,SAF-01,An office,x,,declined\n"  # a comment twice; declined without an answer
        "C2,SAF-01,,x,,open\n"  # from nobody
        "C3,SAF-01,An office,x,,perhaps\n"
        "C4,SAF-01,office@example.org,call 012 345 6789,,open\n"
    )
    assert faults(rows) == [
        ("consultation-criterion", 2),
        ("code-twice", 3),
        ("consultation-unanswered", 3),
        ("cell-empty", 4),
        ("cell-choice", 5),
        ("consultation-private", 6),
        ("consultation-private", 6),
    ]


def test_a_column_for_a_person_is_refused() -> None:
    assert faults("C1,,A,x,,open,Somebody\n", HEAD.replace("state", "state,name")) == [("column-private", 1)]
    assert faults("C1,x\n", "comment,text\n") == [("column-missing", 1)] * 4


def test_an_unanswered_fault_names_the_comment() -> None:
    with pytest.raises(SsiError) as found:
        comments("C7,,An office,x,,accepted\n")
    assert found.value.faults[0].message == "the comment C7 is accepted and has no answer"
