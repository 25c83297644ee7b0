"""Typing a sheet: a sitting, the desk that does what was typed, and the three forms in which it is typed."""
