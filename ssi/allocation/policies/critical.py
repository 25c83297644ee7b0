"""Critical criteria first, then the most gain. Never weighs a critical criterion against gain: order is strict."""

from ssi.allocation.policy import ALWAYS, CRITICALS, FEWEST_FAILING, GAIN, GATES, NONE_AFFORDABLE, Policy

POLICY = Policy(
    name="critical",
    rule="First as many stop criteria as possible are brought to their minimum, then as many of the other critical"
    " criteria; the rest of the money raises the results of all shelters together as much as it can.",
    term="sufficientarian priority, lexicographic",
    source="H. Frankfurt, Equality as a Moral Ideal, Ethics 98 (1987)",
    goals=(GATES, CRITICALS, GAIN),
    promises=(*ALWAYS, FEWEST_FAILING, NONE_AFFORDABLE),
)
