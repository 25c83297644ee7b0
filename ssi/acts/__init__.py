"""What changes a programme: opening and closing rounds, sealing sheets, loading scores, adopting a plan.

Each act checks everything first, collects every fault, and then writes in one transaction or not at all. Never prints
and never asks: `ssi.cli` does both. The present time and who decides come in as arguments.
"""
