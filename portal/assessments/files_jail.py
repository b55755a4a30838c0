"""The child process that opens a stranger's questionnaire, or writes answers into one; it knows no vendors and no database."""

from collections.abc import Callable, Mapping
from dataclasses import astuple
from typing import Any

from portal.core.jail import Order, Said, work_off
from questionnaires import formats
from questionnaires.canonical import to_plain
from questionnaires.formats import offline
from questionnaires.formats.csv_grid import CsvGrid
from questionnaires.formats.source import Source
from questionnaires.formats.spreadsheet import (
    fill_sheets,
    layout_from_json,
    plain_sheets,
    sheets_to_json,
    words_from_json,
)
from questionnaires.formats.workbook import Book
from questionnaires.values import given_from_json, given_to_json


def main(memory: str, cpu_seconds: str, _secret: str) -> None:
    """Do with the files what the order says."""
    work_off(memory, cpu_seconds, _work)


def _work(order: Order, sources: list[Source]) -> Said:
    return _DO[str(order["do"])](order, sources)


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


def _filled_sheets(order: Mapping[str, str], sources: list[Source]) -> Said:
    layout, answers = layout_from_json(order["layout"]), words_from_json(order["answers"])
    filled = fill_sheets(sources[0], layout, answers)
    return {"answers": filled.answers, "warnings": filled.warnings}, filled.data


_DO: Mapping[str, Callable[[Any, list[Source]], Said]] = {
    "read": _read,
    "open": _opened,
    "fill": _filled,
    "fill_sheets": _filled_sheets,
}
