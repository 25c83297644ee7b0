"""The words of every fault: what is wrong, and what to write instead. One line of each, plain enough to be translated.

Holds no code that finds faults. Each code has a folder of the same name under tests/faults, with a bad file and the
message beside it. `{…}` are filled by the values that the finder names; `{hint}` is " Did you mean X?" or nothing.
"""

from ssi.catalogue import (
    adoptions,
    commands,
    differences,
    exports,
    files,
    handbook,
    money,
    overlays,
    paper,
    phones,
    programme,
    publishing,
    rounds,
    scoring_workbooks,
    sheets,
    standards,
    store,
    training,
    translations,
    workbooks,
)
from ssi.catalogue.words import Words

CATALOGUE: dict[str, Words] = {
    **files.FAULTS,
    **standards.FAULTS,
    **overlays.FAULTS,
    **differences.FAULTS,
    **translations.FAULTS,
    **adoptions.FAULTS,
    **workbooks.FAULTS,
    **phones.FAULTS,
    **handbook.FAULTS,
    **publishing.FAULTS,
    **programme.FAULTS,
    **sheets.FAULTS,
    **paper.FAULTS,
    **scoring_workbooks.FAULTS,
    **rounds.FAULTS,
    **exports.FAULTS,
    **store.FAULTS,
    **money.FAULTS,
    **commands.FAULTS,
    **training.FAULTS,
}

__all__ = ["CATALOGUE", "Words"]
