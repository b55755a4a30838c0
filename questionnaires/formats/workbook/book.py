"""A workbook: its sheets, what their cells say and what they may be chosen from."""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from posixpath import join, normpath

from questionnaires.errors import UnreadableQuestionnaire
from questionnaires.formats.workbook.cells import Area, Cell, areas, find_area
from questionnaires.formats.workbook.markup import elements, walk
from questionnaires.formats.workbook.package import Package
from questionnaires.formats.workbook.patching import patched
from questionnaires.formats.workbook.sheet_parts import Raw, SheetParts, escaped, sheet_parts, unescaped
from questionnaires.values import number_text

MOST_SHEETS = 300
MOST_CHOICES = 200
_RANGE = re.compile(r"(?:'((?:[^']|'')+)'|([^'!]+))!(\S+)")


class Book:
    """An .xlsx or .xlsm workbook from its bytes; parts are read when they are asked for."""

    def __init__(self, data: bytes) -> None:
        self.package = Package(data)
        self._main = _main_part(self.package)
        self._targets = _targets(self.package, self._main)
        found = elements(self.package.read(self._main), self._main)
        self.defined = {attributes.get("name", ""): text for name, attributes, text in found if name == "definedName"}
        entries = [attributes for name, attributes, _ in found if name == "sheet"]
        if not entries:
            raise UnreadableQuestionnaire("This workbook has no sheets.")
        self.sheets = tuple(self._sheet(entry) for entry in entries[:MOST_SHEETS] if self._is_sheet(entry))

    def find_sheet(self, name: str) -> "Sheet | None":
        """Find a sheet by its name, whatever the case."""
        return next((sheet for sheet in self.sheets if sheet.name.casefold() == name.casefold()), None)

    @cached_property
    def strings(self) -> list[str]:
        """The texts that cells share."""
        part = next((target for kind, target in self._targets.values() if kind == "sharedStrings"), None)
        if part is None or part not in self.package:
            return []
        events = _Strings()
        walk(self.package.read(part), events, part)
        return events.found

    def filled(self, values: Mapping[tuple[str, Cell], str | float]) -> bytes:
        """Write the workbook again with these cells of these sheets set and every other byte of every part kept."""
        by_part: dict[str, dict[Cell, str | float]] = {}
        for (name, cell), value in values.items():
            sheet = self.find_sheet(name)
            if sheet is None:
                raise UnreadableQuestionnaire(f"This workbook has no sheet called “{name[:60]}”.")
            written = escaped(value) if isinstance(value, str) else value
            by_part.setdefault(sheet.part, {})[sheet.corner(cell)] = written
        changes = {part: patched(self.package.read(part), cells, part) for part, cells in by_part.items()}
        return self.package.replaced(changes)

    def choices(self, formula: str, home: "Sheet") -> tuple[str, ...]:
        """Work out the list that a rule names: written out, a range, or a name for one; else nothing."""
        if formula.startswith('"'):
            return _listed(part.strip() for part in formula.strip('"').replace('""', '"').split(","))
        target = self.defined.get(formula, formula).lstrip("=")
        found = _RANGE.fullmatch(target)
        sheet = self.find_sheet((found[1] or found[2]).replace("''", "'")) if found else home
        area = find_area((found[3] if found else target).replace("$", ""))
        if sheet is None or area is None:
            return ()
        return _listed(sheet.text(cell) for cell in area.cells(MOST_CHOICES))

    def _is_sheet(self, entry: Mapping[str, str]) -> bool:
        return self._targets.get(entry.get("id", ""), ("", ""))[0] == "worksheet"

    def _sheet(self, entry: Mapping[str, str]) -> "Sheet":
        name, part = entry.get("name", ""), self._targets[entry["id"]][1]
        return Sheet(self, name, part, is_hidden=entry.get("state", "visible") != "visible")


class Sheet:
    """One sheet of a workbook."""

    def __init__(self, book: Book, name: str, part: str, is_hidden: bool) -> None:
        self.name, self.part, self.is_hidden = name, part, is_hidden
        self._book = book

    @cached_property
    def parts(self) -> SheetParts:
        """What its XML says."""
        return sheet_parts(self._book.package.read(self.part), self.part)

    @cached_property
    def rows(self) -> dict[int, dict[int, str]]:
        """The texts of its cells by row and column, without the empty ones."""
        found: dict[int, dict[int, str]] = {}
        for cell in sorted(self.parts.cells):
            if text := self._text(self.parts.cells[cell]):
                found.setdefault(cell.row, {})[cell.column] = text
        return found

    def text(self, cell: Cell) -> str:
        """Read one cell; a merged one says what its first cell says."""
        return self.rows.get(cell.row, {}).get(cell.column, "") or self._merged_text(cell)

    def has_formula(self, cell: Cell) -> bool:
        """Tell whether the cell is worked out rather than written."""
        raw = self.parts.cells.get(self.corner(cell))
        return raw is not None and raw.has_formula

    def corner(self, cell: Cell) -> Cell:
        """Find the cell that holds what this one shows: itself, or the first of those it is merged with."""
        return next((area.first for area in self.parts.merged if cell in area), cell)

    def choices(self, cell: Cell) -> tuple[str, ...]:
        """List what the cell may be chosen from; nothing when anything may be written."""
        for formula, ruled in self._rules:
            if any(cell in area for area in ruled):
                return self._lists[formula]
        return ()

    @cached_property
    def _rules(self) -> list[tuple[str, tuple[Area, ...]]]:
        return [(rule.formula, areas(rule.cells)) for rule in self.parts.rules]

    @cached_property
    def _lists(self) -> dict[str, tuple[str, ...]]:
        return {formula: self._book.choices(formula, self) for formula, _ in self._rules}

    def _merged_text(self, cell: Cell) -> str:
        corner = self.corner(cell)
        return self.rows.get(corner.row, {}).get(corner.column, "")

    def _text(self, raw: Raw) -> str:
        match raw.kind:
            case "s":
                number = int(raw.value) if raw.value.isdigit() else -1
                return self._book.strings[number] if 0 <= number < len(self._book.strings) else ""
            case "b":
                return {"1": "TRUE", "0": "FALSE"}.get(raw.value, "")
            case "n":
                return _number(raw.value)
        return unescaped(raw.value)


class _Strings:
    """Gathers the shared texts, each from its runs, without the readings above them."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._pieces: list[str] = []
        self._taking = False
        self._phonetic = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Open an element."""
        if name == "si":
            self._pieces = []
        self._phonetic = self._phonetic or name == "rPh"
        self._taking = name == "t" and not self._phonetic

    def end(self, name: str) -> None:
        """Close an element."""
        if name == "si":
            self.found.append(unescaped("".join(self._pieces)))
        if name == "rPh":
            self._phonetic = False
        self._taking = False

    def text(self, text: str) -> None:
        """Take text inside a run."""
        if self._taking:
            self._pieces.append(text)


def _main_part(package: Package) -> str:
    if "_rels/.rels" not in package:
        raise UnreadableQuestionnaire("This is a zip, but no .xlsx workbook: it does not say where its workbook is.")
    kinds = _targets(package, "")
    main = next((target for kind, target in kinds.values() if kind == "officeDocument"), "")
    if not main.endswith(".xml") or main not in package or not main.rpartition("/")[2].startswith("workbook"):
        raise UnreadableQuestionnaire("This is no .xlsx workbook but another kind of document; save it as .xlsx.")
    return main


def _targets(package: Package, part: str) -> dict[str, tuple[str, str]]:
    """Read which parts this one refers to, by id: the last word of the kind, and the name inside the zip."""
    folder, _, file = part.rpartition("/")
    relations = join(folder, "_rels", f"{file}.rels")
    if relations not in package:
        return {}
    found = {}
    for name, attributes, _ in elements(package.read(relations), relations):
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            target = attributes.get("Target", "")
            inside = normpath(join("/", folder, target)).lstrip("/")
            found[attributes.get("Id", "")] = (attributes.get("Type", "").rpartition("/")[2], inside)
    return found


def _listed(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text.strip() for text in texts if text.strip()))


def _number(value: str) -> str:
    try:
        return number_text(float(value)) if value else ""
    except (ValueError, OverflowError):
        return value
