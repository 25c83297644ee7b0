"""From tidy tables to bytes: CSV, one workbook, a data package; and data values for DHIS2.

Never opens a file and never decides what may leave. The same tables are the same bytes.
"""
