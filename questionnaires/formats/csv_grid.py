"""A CSV file as a sheet: read whatever separates its columns, and written again with some cells changed."""

import csv
from collections.abc import Mapping
from functools import cached_property
from io import StringIO

from questionnaires.errors import UnreadableQuestionnaire
from questionnaires.formats.workbook.cells import Cell

MOST_ROWS = 200_000
LONGEST_FIELD = 200_000


class CsvGrid:
    """The rows of a CSV file, counted from 1 like those of a sheet."""

    name = "CSV"

    def __init__(self, text: str) -> None:
        self._separator = _separator(text)
        self._lines = _lines(text, self._separator)

    @cached_property
    def rows(self) -> Mapping[int, Mapping[int, str]]:
        """The texts by row and column, without the empty ones."""
        whole = {number: _filled(line) for number, line in enumerate(self._lines, 1)}
        return {number: line for number, line in whole.items() if line}

    def text(self, cell: Cell) -> str:
        """Read one cell."""
        return self.rows.get(cell.row, {}).get(cell.column, "")

    def has_formula(self, cell: Cell) -> bool:
        """Say no: all cells are texts."""
        return False

    def choices(self, cell: Cell) -> tuple[str, ...]:
        """Say nothing: a CSV file has no lists."""
        return ()

    def filled(self, values: Mapping[Cell, str]) -> bytes:
        """Write the file again with these cells set, with the mark by which Excel knows UTF-8."""
        lines = [list(line) for line in self._lines]
        for cell, text in values.items():
            line = lines[cell.row - 1]
            line.extend([""] * (cell.column - len(line)))
            line[cell.column - 1] = text
        out = StringIO()
        csv.writer(out, delimiter=self._separator).writerows(lines)
        return out.getvalue().encode("utf-8-sig")


def _separator(text: str) -> str:
    first = text[:20_000].partition("\n")[0]
    return max(",;\t", key=first.count)


def _lines(text: str, separator: str) -> list[list[str]]:
    csv.field_size_limit(LONGEST_FIELD)
    lines: list[list[str]] = []
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator)
    try:
        for line in reader:
            lines.append(line)
            if len(lines) > MOST_ROWS:
                raise UnreadableQuestionnaire(f"This CSV file has more than {MOST_ROWS:,} rows.")
    except csv.Error:
        raise UnreadableQuestionnaire(f"This is not CSV we can read: it breaks at line {reader.line_num}.") from None
    return lines


def _filled(line: list[str]) -> dict[int, str]:
    return {number: text for number, text in enumerate(line, 1) if text.strip()}
