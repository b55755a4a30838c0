"""The sheets of any spreadsheet as plain texts with what cells may be chosen from, so that they can be kept."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from questionnaires.errors import UnreadableQuestionnaire
from questionnaires.formats.csv_grid import CsvGrid
from questionnaires.formats.source import Source
from questionnaires.formats.tables import Grid
from questionnaires.formats.workbook import Book, Cell, Sheet
from questionnaires.formats.workbook.cells import areas

MOST_SHEETS, MOST_CELLS, MOST_CHARACTERS = 60, 100_000, 4_000_000
MOST_COLUMNS = 60
MOST_LISTED = 20_000
Lists = Mapping[Cell, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class PlainSheet:
    """One sheet: texts by row and column, without the empty ones, and the lists of cells that are chosen from one."""

    name: str
    rows: Mapping[int, Mapping[int, str]]
    lists: Lists = field(default_factory=dict)

    def text(self, cell: Cell) -> str:
        """Read one cell."""
        return self.rows.get(cell.row, {}).get(cell.column, "")

    def has_formula(self, cell: Cell) -> bool:
        """Say no: only what cells show is kept."""
        return False

    def choices(self, cell: Cell) -> tuple[str, ...]:
        """List what the cell may be chosen from."""
        return self.lists.get(cell, ())

    @property
    def columns(self) -> tuple[int, ...]:
        """The columns that hold something."""
        return tuple(sorted({column for row in self.rows.values() for column in row}))


def plain_sheets(source: Source) -> tuple[PlainSheet, ...]:
    """Read every sheet that is seen, within limits; raises UnreadableQuestionnaire."""
    if not source.is_workbook:
        return _within(source.name, [_plain(CsvGrid(source.text), {})])
    seen = [sheet for sheet in Book(source.data).sheets if not sheet.is_hidden]
    if len(seen) > MOST_SHEETS:
        raise UnreadableQuestionnaire(
            f"{source.name} has more than {MOST_SHEETS} sheets; keep those that ask something."
        )
    return _within(source.name, [_plain(sheet, _lists(sheet)) for sheet in seen])


def sheets_to_json(sheets: Sequence[PlainSheet]) -> str:
    """Write the sheets; `sheets_from_json` gives the same back."""
    return json.dumps([_to_plain(sheet) for sheet in sheets], ensure_ascii=False, separators=(",", ":"))


def sheets_from_json(text: str) -> tuple[PlainSheet, ...]:
    """Read what `sheets_to_json` wrote."""
    return tuple(_from_plain(plain) for plain in json.loads(text))


def _plain(grid: Grid, lists: Lists) -> PlainSheet:
    rows = {
        row: {column: text.strip() for column, text in cells.items() if column <= MOST_COLUMNS and text.strip()}
        for row, cells in grid.rows.items()
    }
    return PlainSheet(grid.name, {row: cells for row, cells in rows.items() if cells}, lists)


def _lists(sheet: Sheet) -> Lists:
    """Find the lists of cells in rows that hold something."""
    found: dict[Cell, tuple[str, ...]] = {}
    for cell in _ruled(sheet):
        if len(found) >= MOST_LISTED:
            break
        if cell not in found and (choices := sheet.choices(cell)):
            found[cell] = choices
    return found


def _ruled(sheet: Sheet) -> Iterator[Cell]:
    rows = sorted(sheet.rows)
    for rule in sheet.parts.rules:
        for area in areas(rule.cells):
            for row in rows:
                if area.first.row <= row <= area.last.row:
                    last = min(area.last.column, MOST_COLUMNS)
                    yield from (Cell(row, column) for column in range(area.first.column, last + 1))


def _within(name: str, sheets: Sequence[PlainSheet]) -> tuple[PlainSheet, ...]:
    filled = [sheet for sheet in sheets if sheet.rows]
    if not filled:
        raise UnreadableQuestionnaire(f"{name} holds no rows with anything in them.")
    if sum(len(row) for sheet in filled for row in sheet.rows.values()) > MOST_CELLS:
        raise UnreadableQuestionnaire(
            f"{name} has more than {MOST_CELLS:,} filled cells; keep the sheets that ask something."
        )
    if sum(len(text) for sheet in filled for row in sheet.rows.values() for text in row.values()) > MOST_CHARACTERS:
        raise UnreadableQuestionnaire(f"{name} holds more than {MOST_CHARACTERS:,} characters of text.")
    return tuple(filled)


def _to_plain(sheet: PlainSheet) -> dict[str, object]:
    lists = list(dict.fromkeys(sheet.lists.values()))
    return {
        "name": sheet.name,
        "rows": [[row, [[column, text] for column, text in cells.items()]] for row, cells in sheet.rows.items()],
        "lists": lists,
        "listed": [[cell.row, cell.column, lists.index(choices)] for cell, choices in sheet.lists.items()],
    }


def _from_plain(plain: Mapping[str, list[list[int]]]) -> PlainSheet:
    rows: Iterable[tuple[int, list[tuple[int, str]]]] = plain["rows"]  # type: ignore[assignment]  # as written above
    lists = [tuple(map(str, choices)) for choices in plain["lists"]]
    listed = {Cell(row, column): lists[number] for row, column, number in plain["listed"]}
    return PlainSheet(str(plain["name"]), {row: dict(cells) for row, cells in rows}, listed)
