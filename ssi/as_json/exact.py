"""A finding as canonical JSON in which every fraction is exact, for what is frozen in the store.

Never rounds. A round's result is kept this way at its closing, and `ssi verify` works it out again and compares texts:
equal to the last digit on any machine.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from fractions import Fraction

from ssi.findings import Summary
from ssi.model import canonical


def exact(value: object) -> object:
    """Fractions as texts, dataclasses as objects, tuples as arrays; everything else as it is."""
    if isinstance(value, Fraction):
        return str(value)
    if is_dataclass(value):
        return {each.name: exact(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, Mapping):
        return {str(name): exact(each) for name, each in value.items()}
    if isinstance(value, tuple | list):
        return [exact(each) for each in value]
    return value


def result_body(summary: Summary) -> str:
    """The frozen result of a round; completeness is of the moment and stays outside."""
    return canonical(exact(replace(summary, sealed=False, completeness=())))
