"""Arithmetic on money: what may be bought, the best way to spend the fund, and why. Begin with `allocate`.

    build (problem) ──▶ solve ──▶ allocate ──▶ Allocation ──▶ plan

Never reads a file, never scores a sheet, never draws at random: same question, same answer, on every machine.
"""
