"""What leaves, as files, each read back before it is handed on.

Never writes to the disk, and never chooses what leaves: `exporting` did.
"""

import io
import json
import zipfile
from datetime import datetime

from ssi.acts.exporting import Export
from ssi.acts.read_back import Sheet, compare, csv_read_back, files_read_back, workbook_read_back
from ssi.errors import SsiError, fault
from ssi.findings.exports import DataValues
from ssi.tables.dictionary import dictionary
from ssi.tables.writers.datapackage import DESCRIPTOR, package, sha256
from ssi.tables.writers.dhis2 import dhis2_json, read_dhis2, rows


def as_workbook(export: Export, file: str) -> bytes:
    """One workbook, read back."""
    from ssi.tables.writers.workbook import MOST_ROWS, workbook

    for each in export.tables:
        if len(each.rows) > MOST_ROWS:
            raise SsiError(fault("export-too-long", table=each.name, rows=len(each.rows), most=MOST_ROWS))
    made = datetime.fromisoformat(export.package.created)
    data = workbook(export.tables, title=export.package.title, made=made)
    tables = (dictionary(export.tables), *export.tables)
    workbook_read_back(data, file, (Sheet(each.name, each.columns, each.rows) for each in tables))
    return data


def as_files(export: Export) -> dict[str, bytes]:
    """The files of a data package: each table read back, and what the descriptor says of their sizes and hashes."""
    files = package(export.tables, export.package)
    for each in export.tables:
        csv_read_back(files[f"{each.name}.csv"], f"{each.name}.csv", each.columns, each.rows)
    described = json.loads(files[DESCRIPTOR])["resources"]
    sizes = [(each["path"], each["bytes"], each["hash"]) for each in described]
    found = ((name, str(len(data)), sha256(data)) for name, data in files.items() if name != DESCRIPTOR)
    compare(sizes, found, DESCRIPTOR, first=1)
    return files


def as_zip(export: Export, file: str) -> bytes:
    """The data package in one file, read back."""
    files, page = as_files(export), io.BytesIO()
    made = datetime.fromisoformat(export.package.created)
    moment = (max(1980, made.year), made.month, made.day, made.hour, made.minute, made.second)
    with zipfile.ZipFile(page, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            packed.writestr(zipfile.ZipInfo(name, moment), data, zipfile.ZIP_DEFLATED)
    with zipfile.ZipFile(io.BytesIO(page.getvalue())) as packed:
        files_read_back(files, {each: packed.read(each) for each in packed.namelist()}, file)
    return page.getvalue()


def dhis2_bytes(found: DataValues, file: str) -> bytes:
    """The JSON for DHIS2, read back."""
    data = dhis2_json(found)
    compare(rows(found), read_dhis2(data), file, first=1)
    return data
