"""Faults of a new version of a standard and of its consultation: what is wrong, and what to write instead."""

from ssi.catalogue.words import Words

FAULTS: dict[str, Words] = {
    "version-too-small": Words(
        "version {version} is too small for what changed since {before}, which needs a {needs} version: {why}",
        "give it the version {at_least} or a later one, or take back what asks for it; the earlier file is named first",
    ),
    "consultation-criterion": Words(
        "{column}: neither {before} nor {after} has a criterion {text}.{hint}",
        "write one id of either; leave the cell empty where a comment is about the whole standard",
    ),
    "consultation-unanswered": Words(
        "the comment {comment} is {state} and has no answer",
        "write the answer that was given, or 'open' as its state",
    ),
    "consultation-private": Words(
        "{column}: this may tell who or where somebody is: {found}",
        "every shelter reads this: name an office or a role, never a person, a number or an address",
    ),
}
