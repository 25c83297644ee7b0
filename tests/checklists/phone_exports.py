"""What servers of phone forms export, written again from their documentation and from how their own code lays it out.

Reads a form as any server does (survey and choices of the XLSForm) and knows nothing of `ssi`: only a person's view of
it, the mark at the beginning of a question's label and the sign at the beginning of a choice's.

KoboToolbox: support.kobotoolbox.org, "Advanced options for exporting data", "Exporting and downloading your data",
"System-generated submission fields"; its exporter formpack (reporting/export.py, schema/fields.py). ODK Central:
docs.getodk.org, "Exporting Form Submissions to CSV", "Data Document"; its exporter (lib/data/briefcase.js, odata.js).
"""

import csv
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import xlsxwriter
from python_calamine import load_workbook

Answers = Mapping[str, str]  # name of a question → what the phone keeps


@dataclass(frozen=True)
class Question:
    name: str
    type: str
    list: str
    groups: tuple[str, ...]
    labels: Mapping[str, str]  # language as the form names it → text

    @property
    def several(self) -> bool:
        return self.type == "select_multiple"


@dataclass
class PhoneForm:
    """A form as a server holds it."""

    questions: list[Question] = field(default_factory=list)
    choices: dict[str, dict[str, Mapping[str, str]]] = field(default_factory=dict)  # list → name → labels
    group_labels: dict[str, Mapping[str, str]] = field(default_factory=dict)
    settings: dict[str, str] = field(default_factory=dict)

    def marked(self, mark: str) -> Question | None:
        """The question whose label begins so."""
        return next((each for each in self.questions if any(t.startswith(mark) for t in each.labels.values())), None)

    def signed(self, question: Question, sign: str) -> str:
        """The name of the choice whose label begins so."""
        for name, labels in self.choices[question.list].items():
            if all(text.startswith(f"{sign} · ") for text in labels.values()):
                return name
        raise KeyError(sign)


def sheet_rows(book: bytes, sheet: str) -> list[dict[str, str]]:
    head, *rows = load_workbook(io.BytesIO(book)).get_sheet_by_name(sheet).to_python()
    return [dict(zip(map(str, head), map(str, row), strict=True)) for row in rows]


def labels_of(row: Mapping[str, str]) -> dict[str, str]:
    return {key.partition("::")[2]: text for key, text in row.items() if key.startswith("label") and text}


def read_form(book: bytes) -> PhoneForm:
    form = PhoneForm(settings=sheet_rows(book, "settings")[0])
    groups: list[str] = []
    for row in sheet_rows(book, "survey"):
        kind, _, of = row["type"].partition(" ")
        if kind == "begin_group":
            groups.append(row["name"])
            form.group_labels[row["name"]] = labels_of(row)
        elif kind == "end_group":
            groups.pop()
        else:
            form.questions.append(Question(row["name"], kind, of, tuple(groups), labels_of(row)))
    for row in sheet_rows(book, "choices"):
        form.choices.setdefault(row["list_name"], {})[row["name"]] = labels_of(row)
    return form


@dataclass(frozen=True)
class Sent:
    """One submission as a server keeps it."""

    answers: Answers
    uuid: str = "0b1e7e2a-7d1e-4c0f-9b44-6d2f9c1f0001"
    root: str = ""
    before: str = ""
    edits: int = 0
    number: int = 101
    status: str = ""  # what a reviewer decided

    @property
    def first(self) -> str:
        return self.root or self.uuid


# ── KoboToolbox ──────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Kobo:
    """The choices on its export page. `language` None = XML values and headers; `groups` = the separator, or none."""

    language: str | None = None
    groups: str = ""
    several: str = "both"  # both | summary | details
    version: str = "vNLJ8cWHhVNUAaF7xTWLZc"
    root: str = "meta/rootUuid"  # what the column of the first id is called; empty in older exports


def kobo_table(form: PhoneForm, sent: Sequence[Sent], how: Kobo) -> list[list[str]]:
    head = [column for each in form.questions for column in _kobo_head(form, each, how)]
    own = ["_id", "_uuid", "_submission_time", "_validation_status", "_notes", "_status", "_submitted_by"]
    own += ["__version__", "_tags", *([how.root] if how.root else []), "_index"]
    rows = [head + own]
    for at, each in enumerate(sent, 1):
        cells = [cell for question in form.questions for cell in _kobo_cells(form, question, each, how)]
        server = [str(each.number), each.uuid, "2026-03-10T09:12:44", each.status, "", "submitted_via_web", "team_03"]
        server += [how.version, "", *([f"uuid:{each.first}"] if how.root else []), str(at)]
        rows.append(cells + server)
    return rows


def _kobo_label(form: PhoneForm, question: Question, how: Kobo) -> str:
    if how.language is None:
        return how.groups.join((*question.groups, question.name)) if how.groups else question.name
    own = question.labels.get(how.language) or question.name
    if not how.groups:
        return own
    above = [form.group_labels[each].get(how.language) or each for each in question.groups]
    return how.groups.join((*above, own))


def _kobo_head(form: PhoneForm, question: Question, how: Kobo) -> list[str]:
    label = _kobo_label(form, question, how)
    if not question.several:
        return [label]
    names = form.choices[question.list]
    options = [labels.get(how.language or "") or name for name, labels in names.items()]
    single = [f"{label}{how.groups or '/'}{each}" for each in options]
    return [*([label] if how.several != "details" else []), *(single if how.several != "summary" else [])]


def _kobo_cells(form: PhoneForm, question: Question, sent: Sent, how: Kobo) -> list[str]:
    answer = sent.answers.get(question.name)
    if not question.several:
        labels = form.choices[question.list].get(answer or "", {}) if question.type == "select_one" else {}
        return [labels.get(how.language or "") or answer or ""]
    names, chosen = form.choices[question.list], (answer or "").split()
    words = [names[each].get(how.language or "") or each for each in chosen]
    ticks = ["" if answer is None else str(int(each in chosen)) for each in names]
    return [*([" ".join(words)] if how.several != "details" else []), *(ticks if how.several != "summary" else [])]


def kobo_csv(form: PhoneForm, sent: Sequence[Sent], how: Kobo, *, bom: bool = True) -> bytes:
    lines = [";".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row) for row in kobo_table(form, sent, how)]
    return ("\n".join(lines) + "\n").encode("utf-8-sig" if bom else "utf-8")


def kobo_xlsx(form: PhoneForm, sent: Sequence[Sent], how: Kobo, *, typed: bool) -> bytes:
    """`typed`: numbers as numbers, as its exports have them unless one asks for text."""
    page = io.BytesIO()
    with xlsxwriter.Workbook(page, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet(form.settings["form_title"][:31])
        for at, row in enumerate(kobo_table(form, sent, how)):
            for column, cell in enumerate(row):
                number = typed and at and cell.replace(".", "", 1).isdecimal() and len(cell) < 10
                sheet.write(at, column, float(cell)) if number else sheet.write_string(at, column, cell)
    return page.getvalue()


def kobo_json(form: PhoneForm, sent: Sequence[Sent], *, paged: bool = True, version: str = "vNLJ8cWHhVNUAaF7") -> bytes:
    """The answers of the API v2 (`paged`), or of the older export: a plain list."""
    entries = []
    for each in sent:
        asked = {q.name: q for q in form.questions}
        entry: dict[str, Any] = {"_id": each.number, "formhub/uuid": "5f0c1a2b3c4d"}
        entry |= {
            "/".join((*asked[name].groups, name)): text for name, text in each.answers.items() if name in asked and text
        }
        entry |= {"__version__": version, "meta/instanceID": f"uuid:{each.uuid}", "_xform_id_string": "aBcDeF"}
        entry |= {"_uuid": each.uuid, "meta/rootUuid": f"uuid:{each.first}", "_attachments": [], "_tags": []}
        entry |= {"meta/deprecatedID": f"uuid:{each.before}"} if each.before else {}
        entry |= {"_status": "submitted_via_web", "_geolocation": [None, None], "_notes": [], "_submitted_by": None}
        entry |= {"_submission_time": "2026-03-10T09:12:44"}
        entry["_validation_status"] = {"uid": each.status} if each.status else {}
        entries.append(entry)
    whole: Any = {"count": len(entries), "next": None, "previous": None, "results": entries} if paged else entries
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


# ── ODK Central ──────────────────────────────────────────────────────────────────────────────────────────────────────


def central_csv(form: PhoneForm, sent: Sequence[Sent], *, groups: bool = True, split: bool = False) -> bytes:
    """`groups`: with the groups before each name; `split`: a column for each choice of several."""

    def name(question: Question) -> str:
        return "-".join((*question.groups, question.name)) if groups else question.name

    head = ["SubmissionDate"]
    for each in form.questions:
        head.append(name(each))
        if each.several and split:
            head += [f"{name(each)}/{choice}" for choice in form.choices[each.list]]
    head += ["meta-instanceID" if groups else "instanceID", "KEY", "SubmitterID", "SubmitterName"]
    head += ["AttachmentsPresent", "AttachmentsExpected", "Status", "ReviewState", "DeviceID", "Edits", "FormVersion"]
    page = io.StringIO(newline="")
    writer = csv.writer(page, lineterminator="\n")
    writer.writerow(head)
    for one in sent:
        row = ["2026-03-10T09:12:44.101Z"]
        for each in form.questions:
            answer = one.answers.get(each.name) or ""
            row.append(answer)
            if each.several and split:
                row += [str(int(choice in answer.split())) for choice in form.choices[each.list]]
        row += [f"uuid:{one.uuid}", f"uuid:{one.first}", "14", "Phone 3", "0", "0", "", one.status]
        writer.writerow([*row, "collect:Xc3", str(one.edits), form.settings["version"]])
    return page.getvalue().encode()


def central_zip(form: PhoneForm, table: bytes) -> bytes:
    page = io.BytesIO()
    with zipfile.ZipFile(page, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"{form.settings['form_id']}.csv", table)
    return page.getvalue()


def odata(form: PhoneForm, sent: Sequence[Sent], *, more: bool = False) -> bytes:
    entries = []
    for each in sent:
        entry: dict[str, Any] = {"__id": f"uuid:{each.first}"}
        entry["__system"] = {
            "submissionDate": "2026-03-10T09:12:44.101Z", "updatedAt": None, "submitterId": "14",
            "submitterName": "Phone 3", "attachmentsPresent": 0, "attachmentsExpected": 0, "status": None,
            "reviewState": each.status or None, "deviceId": "collect:Xc3", "edits": each.edits,
            "formVersion": form.settings["version"], "deletedAt": None,
        }  # fmt: skip
        for question in form.questions:
            inside = entry
            for group in question.groups:
                inside = inside.setdefault(group, {})
            inside[question.name] = _odata_value(question, each.answers.get(question.name))
        entry["meta"] = {"instanceID": f"uuid:{each.uuid}", "instanceName": "R1 S01 A02"}
        entries.append(entry)
    whole = {"value": entries, "@odata.context": "https://central.example/v1/projects/7/forms/x.svc/$metadata"}
    whole |= {"@odata.nextLink": "https://central.example/next"} if more else {}
    return json.dumps(whole, ensure_ascii=False).encode()


def _odata_value(question: Question, answer: str | None) -> Any:
    if answer is None or answer == "":
        return None
    if question.type == "integer":
        return int(answer)
    return float(answer) if question.type == "decimal" else answer
