"""Findings as JSON that other programs may rely on (keys fixed, more may be added), and exactly, for the store.

Never computes a finding. `numbers` is the only place that rounds.
"""
