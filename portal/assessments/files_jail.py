"""The child process that opens a stranger's questionnaire, or writes answers into one; it knows no vendors and no database."""

import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import astuple
from typing import Any

from knowledge.confinement import confine
from questionnaires import formats
from questionnaires.canonical import to_plain
from questionnaires.errors import QuestionnaireError
from questionnaires.formats import offline
from questionnaires.formats.csv_grid import CsvGrid
from questionnaires.formats.source import Source
from questionnaires.formats.spreadsheet import plain_sheets, sheets_to_json
from questionnaires.formats.workbook import Book
from questionnaires.values import given_from_json, given_to_json

BROKEN = "could not be read: it is damaged, or far larger inside than out."
Said = tuple[Mapping[str, object], bytes]


def main(memory: str, cpu_seconds: str, _secret: str) -> None:
    """Do what the line on standard input says with the files behind it; the first line written says how it went."""
    confine(int(memory), int(cpu_seconds))
    order = json.loads(sys.stdin.buffer.readline())
    sources = [Source(name, sys.stdin.buffer.read(size)) for name, size in order["files"]]
    try:
        said, data = _DO[order["do"]](order, sources)
    except QuestionnaireError as error:
        said, data = {"refused": error.sentence}, b""
    except (Exception, MemoryError):
        said, data = {"refused": f"{sources[0].name} {BROKEN}"}, b""
    sys.stdout.buffer.write(json.dumps(said).encode() + b"\n" + data)
    sys.stdout.buffer.flush()


def _read(order: Mapping[str, str], sources: list[Source]) -> Said:
    imported = formats.read_source(sources[0], order["format"], sources[1:])
    answers = {ref: given_to_json(given) for ref, given in imported.answers.items()}
    asked = to_plain(imported.questionnaire)
    return {"questionnaire": asked, "answers": answers, "warnings": imported.warnings}, b""


def _opened(order: Mapping[str, str], sources: list[Source]) -> Said:
    """Say what the file is: one of ours filled in, a spreadsheet of no known kind, or a questionnaire of a known one."""
    source = sources[0]
    if source.is_workbook and offline.is_offline((book := Book(source.data)).sheets):
        return _offline(offline.rows_in(book.sheets), offline.copy_of(book))
    if source.ending == ".csv" and offline.is_offline([grid := CsvGrid(source.text)]):
        return _offline(offline.rows_in([grid]), "")
    if formats.is_unknown_sheet(source):
        return {"sheets": sheets_to_json(plain_sheets(source))}, b""
    return _read({"format": "auto"}, sources)


def _offline(rows: list[offline.OfflineRow], copy: str) -> Said:
    return {"rows": [astuple(row) for row in rows], "copy": copy}, b""


def _filled(order: Mapping[str, Mapping[str, str]], sources: list[Source]) -> Said:
    answers = {ref: given_from_json(text) for ref, text in order["answers"].items()}
    filled = formats.fill(sources[0], answers)
    return {"answers": filled.answers, "warnings": filled.warnings}, filled.data


_DO: Mapping[str, Callable[[Any, list[Source]], Said]] = {"read": _read, "open": _opened, "fill": _filled}
