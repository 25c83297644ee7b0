"""What was worked out, as tidy tables: one observation a row, one variable a column, the same column names for ever.

Never computes, never reads a file, and never sees what may not leave: whoever calls these functions has taken out what
the rule of five hides, and the notes where nobody asked for them. Shelters and assessors are codes; there is no column
for a name, a region or an operator, because a table that is sent on goes further than the group. `writers` turn the
tables into files; `ssi.acts.exporting` reads every file back before it is kept.
"""
