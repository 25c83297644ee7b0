"""What is worked out from sheets: exact, immutable, born valid. Fractions are percents of 100 unless said otherwise.

    Summary (one round) ──▶ Comparison (two) ; Summary ──▶ Needs ──▶ Allocation ──▶ Plan

Never computes: `ssi.scoring` and `ssi.allocation` make these values, `ssi.as_json` writes them for other programs,
`ssi.reports` draws them for people. Rounding happens only there.
"""

from ssi.findings.money import (
    Allocation,
    FundUse,
    Guarantee,
    Plan,
    PlanItem,
    ShelterAward,
    Stage,
    TrainingAward,
)
from ssi.findings.scores import (
    RULE,
    AreaChange,
    AreaScore,
    Comparison,
    Completeness,
    LeftOut,
    Move,
    Need,
    Needs,
    Network,
    Outcome,
    SharedNeed,
    ShelterChange,
    ShelterScore,
    Status,
    Summary,
    Verdict,
)
from ssi.findings.year import (
    LoadReport,
    Reply,
    Urgent,
    Verification,
    YearStatus,
)

__all__ = [
    "RULE",
    "Allocation",
    "AreaChange",
    "AreaScore",
    "Comparison",
    "Completeness",
    "FundUse",
    "Guarantee",
    "LeftOut",
    "LoadReport",
    "Move",
    "Need",
    "Needs",
    "Network",
    "Outcome",
    "Plan",
    "PlanItem",
    "Reply",
    "SharedNeed",
    "ShelterAward",
    "ShelterChange",
    "ShelterScore",
    "Stage",
    "Status",
    "Summary",
    "TrainingAward",
    "Urgent",
    "Verdict",
    "Verification",
    "YearStatus",
]
