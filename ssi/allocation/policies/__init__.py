"""The sharing rules, one line each. A rule is a file here that ends in `POLICY`.

Never chooses between them: `ssi.toml` or `--policy` names one.
"""

from ssi.allocation.policies import critical, total
from ssi.allocation.policy import Policy
from ssi.errors import SsiError, did_you_mean, fault

POLICIES: tuple[Policy, ...] = (
    critical.POLICY,
    total.POLICY,
)


def policy_named(name: str) -> Policy:
    """The sharing rule of this name, or a fault that names them all."""
    known = {each.name: each for each in POLICIES}
    if name not in known:
        raise SsiError(fault("policy-unknown", policy=name, known=", ".join(known), hint=did_you_mean(name, known)))
    return known[name]
