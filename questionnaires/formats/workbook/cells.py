"""Names of cells and ranges, `C5` and `C5:D10`, as numbers that count from 1."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
_NAME = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})")
_COLUMNS = re.compile(r"\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})")


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """One cell of a sheet."""

    row: int
    column: int

    def __str__(self) -> str:
        """Write it as Excel does."""
        return column_name(self.column) + str(self.row)


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of cells with both corners in it."""

    first: Cell
    last: Cell

    def __contains__(self, cell: Cell) -> bool:
        """Tell whether the cell lies inside."""
        return self.first.row <= cell.row <= self.last.row and self.first.column <= cell.column <= self.last.column

    def cells(self, most: int) -> Iterator[Cell]:
        """Yield the cells row by row, at most so many."""
        left = most
        for row in range(self.first.row, self.last.row + 1):
            for column in range(self.first.column, self.last.column + 1):
                if left == 0:
                    return
                left -= 1
                yield Cell(row, column)


def column_name(column: int) -> str:
    """Write 1 as A and 28 as AB."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """Read A as 1 and AB as 28."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def find_cell(name: str) -> Cell | None:
    """Read `C5` or `$C$5`; None when it names no cell that a sheet can have."""
    found = _NAME.fullmatch(name)
    if not found:
        return None
    cell = Cell(int(found[2]), column_number(found[1]))
    return cell if cell.row <= LAST_ROW and cell.column <= LAST_COLUMN else None


def find_area(name: str) -> Area | None:
    """Read `C5`, `C5:D10` or whole columns `C:D`."""
    columns = _COLUMNS.fullmatch(name)
    if columns:
        first, last = sorted((column_number(columns[1]), column_number(columns[2])))
        return Area(Cell(1, first), Cell(LAST_ROW, last)) if last <= LAST_COLUMN else None
    one, _, other = name.partition(":")
    first_cell, last_cell = find_cell(one), find_cell(other or one)
    if first_cell is None or last_cell is None:
        return None
    rows, across = sorted((first_cell.row, last_cell.row)), sorted((first_cell.column, last_cell.column))
    return Area(Cell(rows[0], across[0]), Cell(rows[1], across[1]))


def areas(names: str) -> tuple[Area, ...]:
    """Read ranges with spaces between them, as rules for data name the cells that they hold for."""
    found = (find_area(name) for name in names.split())
    return tuple(area for area in found if area is not None)
