"""The three things a CAIQ comes in, workbook, CSV and JSON, read and written by row and column name alike."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Protocol

from questionnaires.errors import UnreadableQuestionnaire
from questionnaires.formats.caiq import columns
from questionnaires.formats.csv_grid import CsvGrid
from questionnaires.formats.escaping import guarded
from questionnaires.formats.json_text import load_json
from questionnaires.formats.source import Source
from questionnaires.formats.tables import Grid, Table, find_table, named_columns, plain_header
from questionnaires.formats.workbook import Book, Cell

Records = Iterator[tuple[int, dict[str, str]]]
Written = Mapping[tuple[int, str], str]
NO_TABLE = "This is not a CAIQ: no {where} has the columns “Question ID” and “Question”."


class Carrier(Protocol):
    """A CAIQ's rows, whatever it comes in."""

    @property
    def said(self) -> str:
        """The texts among which the release is named, the surest first."""

    @property
    def keys(self) -> frozenset[str]:
        """The columns it has."""

    @property
    def takes_columns(self) -> bool:
        """Tell whether columns for answers that it lacks can be added."""

    def records(self) -> Records:
        """Yield every row that may be a question."""

    def choices(self, row: int, key: str) -> tuple[str, ...]:
        """List what a field may be chosen from."""

    def is_locked(self, row: int, key: str) -> bool:
        """Tell whether a field is worked out and so never written."""

    def written(self, fields: Written) -> bytes:
        """Write the file again with these fields set."""


def open_carrier(source: Source) -> Carrier:
    """Open what the file is, or say what was looked for in vain."""
    if source.is_workbook:
        return BookCarrier(Book(source.data), source.name)
    if source.text.lstrip()[:1] in ("{", "["):
        return JsonCarrier(source)
    return CsvCarrier(source)


def caiq_table(grid: Grid) -> Table | None:
    """Find the questions in a sheet; where answers are crosses under Yes and No, these columns are known too."""
    found = find_table(grid, columns.NAMES, columns.NEEDED)
    if found is None:
        return None
    for header in (found.header + 1, found.header):
        if header != found.header and found.field(header, columns.ID):
            continue
        marks = named_columns(grid.rows.get(header, {}), columns.MARKS)
        if columns.YES in marks and columns.NO in marks:
            others = {key: column for key, column in found.columns.items() if key != columns.ANSWER}
            return Table(grid, header, {**others, **marks})
    return found


class _Tabular:
    """What workbook and CSV have in common."""

    def __init__(self, table: Table | None, where: str) -> None:
        if table is None:
            raise UnreadableQuestionnaire(NO_TABLE.format(where=where))
        self.table = table

    @property
    def keys(self) -> frozenset[str]:
        """The columns it has."""
        return frozenset(self.table.columns)

    def records(self) -> Records:
        """Yield every row below the header."""
        return self.table.records()

    def choices(self, row: int, key: str) -> tuple[str, ...]:
        """List what the cell may be chosen from."""
        return self.table.grid.choices(self.table.cell(row, key))

    def is_locked(self, row: int, key: str) -> bool:
        """Tell whether the cell is worked out."""
        return self.table.grid.has_formula(self.table.cell(row, key))


class BookCarrier(_Tabular):
    """A CAIQ workbook: the first sheet with such a table."""

    takes_columns = False

    def __init__(self, book: Book, name: str) -> None:
        tables = (caiq_table(sheet) for sheet in book.sheets)
        super().__init__(next((table for table in tables if table is not None), None), "sheet of the workbook")
        self._book, self._name = book, name

    @property
    def said(self) -> str:
        """The sheet's name and head, then the file's name."""
        grid = self.table.grid
        head = [text for row in sorted(grid.rows) if row <= self.table.header for text in grid.rows[row].values()]
        return "\n".join([grid.name, *head, *(sheet.name for sheet in self._book.sheets), self._name])

    def written(self, fields: Written) -> bytes:
        """Set the cells and nothing else."""
        name = self.table.grid.name
        return self._book.filled({(name, self.table.cell(*place)): guarded(text) for place, text in fields.items()})


class CsvCarrier(_Tabular):
    """A CAIQ as CSV; columns for answers that it lacks are added at its right."""

    takes_columns = True

    def __init__(self, source: Source) -> None:
        self._grid = CsvGrid(source.text)
        super().__init__(caiq_table(self._grid), "row of the CSV file")
        self._name = source.name

    @property
    def said(self) -> str:
        """What stands above the header, and the file's name."""
        head = [text for row in self._grid.rows if row < self.table.header for text in self._grid.rows[row].values()]
        return "\n".join([*head, self._name])

    def written(self, fields: Written) -> bytes:
        """Set the cells."""
        places = dict(self.table.columns)
        header = self._grid.rows[self.table.header]
        values: dict[Cell, str] = {}
        for key in columns.ANSWERED:
            if key not in places and any(one == key for _, one in fields):
                places[key] = max(*header, *places.values()) + 1
                values[Cell(self.table.header, places[key])] = columns.ANSWERED[key]
        cells = {Cell(row, places[key]): guarded(text) for (row, key), text in fields.items()}
        return self._grid.filled({**values, **cells})


class JsonCarrier:
    """A CAIQ as JSON: a list of questions, each a mapping whose keys are named like the columns."""

    takes_columns = True

    def __init__(self, source: Source) -> None:
        self._plain = load_json(source.text)
        found = self._plain.get("questions") if isinstance(self._plain, dict) else self._plain
        self._items = [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []
        self._names = named_columns(dict(enumerate(self._headers())), columns.NAMES)
        if not set(columns.NEEDED) <= set(self._names):
            raise UnreadableQuestionnaire(NO_TABLE.format(where="list of questions in the JSON"))
        self._name = source.name

    def _headers(self) -> list[str]:
        return list(dict.fromkeys(str(key) for item in self._items for key in item))

    @property
    def said(self) -> str:
        """Every short text beside the questions, and the file's name."""
        plain = self._plain if isinstance(self._plain, dict) else {}
        head = [f"{plain_header(str(key))} {value}" for key, value in plain.items() if isinstance(value, str | float)]
        return "\n".join([re.sub(r"caiq version ", "caiq ", line) for line in sorted(head)] + [self._name])

    @property
    def keys(self) -> frozenset[str]:
        """The columns it has."""
        return frozenset(self._names)

    def records(self) -> Records:
        """Yield every question."""
        headers = self._headers()
        for number, item in enumerate(self._items):
            fields = {key: item.get(headers[at]) for key, at in self._names.items()}
            yield number, {key: "" if value is None else str(value).strip() for key, value in fields.items()}

    def choices(self, row: int, key: str) -> tuple[str, ...]:
        """Say nothing: JSON has no lists."""
        return ()

    def is_locked(self, row: int, key: str) -> bool:
        """Say no: nothing in it is worked out."""
        return False

    def written(self, fields: Written) -> bytes:
        """Set the values, under the names that are there or, where there are none, under the usual ones."""
        headers = self._headers()
        for (row, key), text in fields.items():
            usual = columns.ANSWERED.get(key, key).casefold().replace(" ", "_")
            self._items[row][headers[self._names[key]] if key in self._names else usual] = text
        return (json.dumps(self._plain, indent=2, ensure_ascii=False) + "\n").encode()
