"""The nouns that rooms share: what people write (pydantic, checked once at the door) and what is recorded.

    standard ──▶ Checklist ──▶ Visit ──▶ Entry … ──▶ Sheet ──▶ (findings.py: Summary ──▶ Comparison, Needs, Allocation)
       │            │                      one typed   one assessor's whole
    Area, Criterion the criteria of        score       sheet of one visit:
    Scale, Rules    one shelter                        sealed, hashed, never altered

Never reads or writes a file, never computes a score. What is worked out from sheets stands in `ssi.findings`.

A *score* is an int: a level's `value` on the scale (0 or more), or NA, NS or DECLINED below. In a sheet, None stands
for a criterion that is not on this shelter's checklist (in the agreed sheet also: not settled). Two levels are ordered
by their position on the scale, never by their value: scales whose values fall work too.
"""

from ssi.model.case import Case, Observation
from ssi.model.programme import (
    Assessor,
    Fund,
    Improvement,
    PolicySettings,
    Settings,
    Shelter,
    StoreSettings,
    Training,
    UrgentSettings,
    Visit,
)
from ssi.model.record import (
    Decision,
    Entry,
    Interviews,
    Notes,
    Round,
    Sheet,
    VisitRecord,
    canonical,
)
from ssi.model.standard import (
    Area,
    Checklist,
    Criterion,
    Example,
    Level,
    Measure,
    Overlay,
    Rules,
    Scores,
    Source,
    Standard,
    Step,
)
from ssi.model.translation import (
    AreaTexts,
    CriterionTexts,
    LevelTexts,
    Said,
    Texts,
    Translation,
    fingerprint,
    texts_of,
)
from ssi.model.words import (
    AGAIN,
    AGREED,
    CLASSES,
    DECLINED,
    FEW_RESIDENTS,
    KINDS,
    METHOD_LETTERS,
    METHODS,
    NA,
    NS,
    SCORE_WORDS,
    Class,
    Frozen,
    Kind,
    Method,
    Remedy,
    RoundKind,
)

__all__ = [
    "AGAIN",
    "AGREED",
    "CLASSES",
    "DECLINED",
    "FEW_RESIDENTS",
    "KINDS",
    "METHODS",
    "METHOD_LETTERS",
    "NA",
    "NS",
    "SCORE_WORDS",
    "Area",
    "AreaTexts",
    "Assessor",
    "Case",
    "Checklist",
    "Class",
    "Criterion",
    "CriterionTexts",
    "Decision",
    "Entry",
    "Example",
    "Frozen",
    "Fund",
    "Improvement",
    "Interviews",
    "Kind",
    "Level",
    "LevelTexts",
    "Measure",
    "Method",
    "Notes",
    "Observation",
    "Overlay",
    "PolicySettings",
    "Remedy",
    "Round",
    "RoundKind",
    "Rules",
    "Said",
    "Scores",
    "Settings",
    "Sheet",
    "Shelter",
    "Source",
    "Standard",
    "Step",
    "StoreSettings",
    "Texts",
    "Training",
    "Translation",
    "UrgentSettings",
    "Visit",
    "VisitRecord",
    "canonical",
    "fingerprint",
    "texts_of",
]
