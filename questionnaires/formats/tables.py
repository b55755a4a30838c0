"""Tables in sheets: found by the names of their columns, wherever they stand and in whatever order."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from questionnaires.formats.escaping import bare
from questionnaires.formats.workbook.cells import Cell

Columns = Mapping[str, str]
MOST_HEADER_ROWS = 60


class Grid(Protocol):
    """A sheet as tables are looked for in it."""

    @property
    def name(self) -> str:
        """What the sheet is called."""

    @property
    def rows(self) -> Mapping[int, Mapping[int, str]]:
        """The texts of its cells by row and column, without the empty ones."""

    def text(self, cell: Cell) -> str:
        """Read one cell."""

    def has_formula(self, cell: Cell) -> bool:
        """Tell whether the cell is worked out."""

    def choices(self, cell: Cell) -> tuple[str, ...]:
        """List what it may be chosen from."""


@dataclass(frozen=True, slots=True)
class Table:
    """Where a table's header stands, and which column holds what."""

    grid: Grid
    header: int
    columns: Mapping[str, int]

    def records(self) -> Iterator[tuple[int, dict[str, str]]]:
        """Yield each row below the header with what its known columns say."""
        for row in sorted(number for number in self.grid.rows if number > self.header):
            yield row, {key: self.field(row, key) for key in self.columns}

    def field(self, row: int, key: str) -> str:
        """Read one field."""
        return bare(self.grid.text(Cell(row, self.columns[key]))).strip()

    def cell(self, row: int, key: str) -> Cell:
        """Name the cell of one field."""
        return Cell(row, self.columns[key])


def find_table(grid: Grid, names: Columns, needed: Collection[str]) -> Table | None:
    """Find the first row whose cells carry the needed names; `names` are patterns for whole headers, spaces made one."""
    for number in sorted(grid.rows)[:MOST_HEADER_ROWS]:
        columns = named_columns(grid.rows[number], names)
        if set(needed) <= set(columns):
            return Table(grid, number, columns)
    return None


def named_columns(headers: Mapping[int, str], names: Columns) -> dict[str, int]:
    """Tell which column each name stands over; the first one where several do."""
    found: dict[str, int] = {}
    for column in sorted(headers):
        header = plain_header(headers[column])
        for key, pattern in names.items():
            if key not in found and re.fullmatch(pattern, header):
                found[key] = column
    return found


def plain_header(text: str) -> str:
    """Write a header in small letters with single spaces."""
    return " ".join(text.replace("_", " ").casefold().split())
