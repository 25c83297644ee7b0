"""The most gain, summed over shelters. Never asks who gains: shown beside `critical`, it tells what that costs."""

from ssi.allocation.policy import ALWAYS, GAIN, MOST_GAIN, Policy

POLICY = Policy(
    name="total",
    rule="The money raises the results of all shelters together as much as it can.",
    term="utilitarian, allocative efficiency",
    source="D. Bertsimas, V. Farias, N. Trichakis, The Price of Fairness, Operations Research 59 (2011)",
    goals=(GAIN,),
    promises=(*ALWAYS, MOST_GAIN),
)
