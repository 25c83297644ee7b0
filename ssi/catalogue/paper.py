"""Faults of what is printed: what is wrong, and what to write instead."""

from ssi.catalogue.words import Words

FAULTS: dict[str, Words] = {
    "form-unknown": Words("there is no form {name}.{hint}", "use one of: {known}"),
}
