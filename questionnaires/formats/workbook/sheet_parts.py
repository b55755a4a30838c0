"""What the XML of one sheet says: its cells, merged cells and rules for data."""

import re
from dataclasses import dataclass, field

from questionnaires.errors import UnreadableQuestionnaire
from questionnaires.formats.workbook.cells import LAST_COLUMN, LAST_ROW, Area, Cell, find_area, find_cell
from questionnaires.formats.workbook.markup import walk

MOST_CELLS = 600_000
MOST_RULES = 20_000
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True)
class Raw:
    """A cell as written: `kind` says how to take `value`, and `style` is the number of its look."""

    kind: str
    value: str
    has_formula: bool
    style: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A list that cells may be chosen from, as the formula that names it."""

    formula: str
    cells: str


@dataclass(slots=True)
class SheetParts:
    """All that was read of a sheet."""

    cells: dict[Cell, Raw] = field(default_factory=dict)
    merged: list[Area] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)


def sheet_parts(data: bytes, part: str) -> SheetParts:
    """Read a sheet."""
    events = _SheetEvents()
    walk(data, events, part)
    return events.found


def unescaped(text: str) -> str:
    """Read `_x000D_` as the character it stands for."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def escaped(text: str) -> str:
    """Write a text that looks like such an escape so that it is read as itself."""
    return _ESCAPED.sub(lambda found: "_x005F" + found[0], text)


class Place:
    """Follows which cell comes next, for files that leave the names of rows and cells out."""

    def __init__(self) -> None:
        self.row = 0
        self.column = 0

    def next_row(self, number: str) -> int:
        """Take the number of a row that begins."""
        self.row = int(number) if number.isdigit() else self.row + 1
        self.column = 0
        if not 0 < self.row <= LAST_ROW:
            raise UnreadableQuestionnaire(f"A sheet of this workbook has a row {self.row}, which no sheet has.")
        return self.row

    def next_cell(self, name: str) -> Cell:
        """Take the name of a cell that begins."""
        cell = find_cell(name) if name else Cell(self.row, self.column + 1)
        if cell is None or cell.column > LAST_COLUMN:
            raise UnreadableQuestionnaire(f"A sheet of this workbook has a cell {name[:20]}, which no sheet has.")
        self.column = cell.column
        return cell


class _SheetEvents:
    """Puts the events of a sheet together."""

    def __init__(self) -> None:
        self.found = SheetParts()
        self._place = Place()
        self._cell: Cell | None = None
        self._attributes: dict[str, str] = {}
        self._formula = False
        self._pieces: list[str] = []
        self._taking = False
        self._phonetic = False
        self._rule: dict[str, str] | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Open an element."""
        if self._rule is not None:
            self._start_in_rule(name)
        elif name == "c":
            self._start_cell(attributes)
        elif self._cell is not None:
            self._start_in_cell(name)
        elif name == "row":
            self._place.next_row(attributes.get("r", ""))
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))
        elif name == "dataValidation" and attributes.get("type") == "list":
            self._rule = {"formula1": "", "sqref": attributes.get("sqref", "")}

    def _start_cell(self, attributes: dict[str, str]) -> None:
        self._cell = self._place.next_cell(attributes.get("r", ""))
        self._attributes, self._formula, self._pieces = attributes, False, []
        if len(self.found.cells) >= MOST_CELLS:
            raise UnreadableQuestionnaire(f"A sheet of this workbook has more than {MOST_CELLS:,} cells.")

    def _start_in_cell(self, name: str) -> None:
        self._formula = self._formula or name == "f"
        self._phonetic = self._phonetic or name == "rPh"
        self._taking = name in ("v", "t") and not self._phonetic

    def _start_in_rule(self, name: str) -> None:
        assert self._rule is not None
        self._taking = name in ("formula1", "f", "sqref")
        self._pieces = []

    def text(self, text: str) -> None:
        """Take text where it counts."""
        if self._taking:
            self._pieces.append(text)

    def end(self, name: str) -> None:
        """Close an element."""
        if self._rule is not None:
            self._end_in_rule(name)
        elif name == "c" and self._cell is not None:
            attributes = self._attributes
            kind, style = attributes.get("t", "n"), attributes.get("s", "")
            self.found.cells[self._cell] = Raw(kind, "".join(self._pieces), self._formula, style)
            self._cell = None
        elif name == "rPh":
            self._phonetic = False
        self._taking = False

    def _end_in_rule(self, name: str) -> None:
        assert self._rule is not None
        if name == "dataValidation":
            if self._rule["formula1"] and len(self.found.rules) < MOST_RULES:
                self.found.rules.append(Rule(self._rule["formula1"], self._rule["sqref"]))
            self._rule = None
        elif name in ("formula1", "f") and "".join(self._pieces).strip():
            self._rule["formula1"] = "".join(self._pieces).strip()
        elif name == "sqref":
            self._rule["sqref"] = "".join(self._pieces)
        self._pieces = []

    def _merge(self, name: str) -> None:
        area = find_area(name)
        if area is not None and len(self.found.merged) < MOST_RULES:
            self.found.merged.append(area)
