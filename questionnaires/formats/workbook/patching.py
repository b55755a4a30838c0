"""Set cells in the XML of a sheet by cutting out and putting in bytes, so that all others stay as they are."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from questionnaires.errors import UnreadableQuestionnaire
from questionnaires.formats.workbook.cells import Area, Cell, find_area
from questionnaires.formats.workbook.markup import walk
from questionnaires.formats.workbook.sheet_parts import Place
from questionnaires.values import number_text

Values = Mapping[Cell, str | float]
Edit = tuple[int, int, bytes]
_TAG = re.compile(rb"<[^\"'<>]*(?:\"[^\"]*\"[^\"'<>]*|'[^']*'[^\"'<>]*)*>")
_DROPPED = re.compile(rb"\s(?:t|cm|vm)\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_SPANS = re.compile(rb"\sspans\s*=\s*(?:\"(\d+):(\d+)\"|'(\d+):(\d+)')")
_NEVER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(slots=True)
class _Spot:
    """Where one cell stands in the bytes."""

    start: int
    end: int = 0
    has_formula: bool = False


@dataclass(slots=True)
class _Row:
    """Where one row stands, the bytes before its end tag, and its cells."""

    start: int
    inner_end: int = 0
    style: str = ""
    cells: dict[Cell, _Spot] = field(default_factory=dict)


@dataclass(slots=True)
class _Map:
    """Where things stand in a sheet."""

    rows: dict[int, _Row] = field(default_factory=dict)
    columns: list[tuple[int, int, str]] = field(default_factory=list)
    data_start: int = -1
    data_inner_end: int = 0
    dimension: tuple[int, str] = (-1, "")


def patched(data: bytes, values: Values, part: str) -> bytes:
    """Return the sheet with these cells set: texts as texts, numbers as numbers, looks kept; formulas are never touched."""
    _check_encoding(data, part)
    places = _Mapper(data)
    walk(data, places, part, places.follow)
    found = places.found
    if found.data_start < 0:
        raise UnreadableQuestionnaire(f"This workbook is damaged: its part {part[:80]} is no sheet.")
    edits = _edits(data, found, values)
    return _applied(data, edits)


def _check_encoding(data: bytes, part: str) -> None:
    head = data[:200].lower()
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or (
        b"encoding=" in head and b"utf-8" not in head and b"ascii" not in head
    ):
        raise UnreadableQuestionnaire(
            f"This workbook's part {part[:80]} is not written in UTF-8; save it anew in Excel."
        )


class _Mapper:
    """Notes where the rows and cells of a sheet stand."""

    def __init__(self, data: bytes) -> None:
        self.found = _Map()
        self._data = data
        self._place = Place()
        self._row: _Row | None = None
        self._cell: _Spot | None = None
        self._at: Callable[[], int] = lambda: 0

    def follow(self, at: Callable[[], int]) -> None:
        """Take the function that tells where an event stands."""
        self._at = at

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Note where an element begins."""
        at = self._at()
        match name:
            case "row":
                style = attributes.get("s", "") if attributes.get("customFormat") in ("1", "true") else ""
                self._row = self.found.rows[self._place.next_row(attributes.get("r", ""))] = _Row(at, style=style)
            case "c" if self._row is not None:
                self._cell = self._row.cells[self._place.next_cell(attributes.get("r", ""))] = _Spot(at)
            case "f" if self._cell is not None:
                self._cell.has_formula = True
            case "sheetData":
                self.found.data_start = at
            case "dimension":
                self.found.dimension = (at, attributes.get("ref", ""))
            case "col":
                first, last = attributes.get("min", "0"), attributes.get("max", "0")
                self.found.columns.append((int(first), int(last), attributes.get("style", "")))

    def end(self, name: str) -> None:
        """Note where it ends."""
        at = self._at()
        match name:
            case "c" if self._cell is not None:
                self._cell.end = _element_end(self._data, self._cell.start, at)
                self._cell = None
            case "row" if self._row is not None:
                self._row.inner_end = at
                self._row = None
            case "sheetData":
                self.found.data_inner_end = at

    def text(self, text: str) -> None:
        """Leave the text alone."""


def _element_end(data: bytes, start: int, at: int) -> int:
    """Find the end of an element whose end was announced at `at`; one without content ends with its only tag."""
    opened = _tag_end(data, start)
    return opened if data[opened - 2 : opened] == b"/>" else _tag_end(data, at)


def _tag_end(data: bytes, at: int) -> int:
    found = _TAG.match(data, at)
    assert found is not None
    return found.end()


def _edits(data: bytes, found: _Map, values: Values) -> list[Edit]:
    edits: list[Edit] = []
    new_rows: dict[int, bytes] = {}
    prefix = _prefix(data, found.data_start)
    by_row: dict[int, dict[Cell, str | float]] = {}
    for cell in sorted(values):
        by_row.setdefault(cell.row, {})[cell] = values[cell]
    for number, cells in by_row.items():
        row = found.rows.get(number)
        if row is None:
            written = b"".join(
                _element(prefix, cell, _column_style(found, cell), value) for cell, value in cells.items()
            )
            new_rows[number] = b'<%brow r="%d">%b</%brow>' % (prefix, number, written, prefix)
        else:
            edits += _row_edits(data, found, row, cells, prefix)
    edits += _new_rows(data, found, new_rows, prefix)
    return edits + _dimension(data, found, values)


def _row_edits(data: bytes, found: _Map, row: _Row, cells: Values, prefix: bytes) -> list[Edit]:
    edits: list[Edit] = []
    added: list[tuple[int, bytes]] = []
    for cell, value in cells.items():
        spot = row.cells.get(cell)
        if spot is not None:
            edits.append((spot.start, spot.end, _reset(data, spot, cell, value, prefix)))
            continue
        style = row.style or _column_style(found, cell)
        later = [other.start for place, other in row.cells.items() if place > cell]
        added.append((min(later, default=row.inner_end), _element(prefix, cell, style, value)))
    return edits + _inserted(data, row, added, cells, prefix)


def _inserted(data: bytes, row: _Row, added: list[tuple[int, bytes]], cells: Values, prefix: bytes) -> list[Edit]:
    """Put new cells into their row; a row without any is opened for them."""
    if not added:
        return []
    tag_end = _tag_end(data, row.start)
    tag = _wider(data[row.start : tag_end], cells)
    if data[tag_end - 2 : tag_end] == b"/>":
        inside = b"".join(element for _, element in added)
        return [(row.start, tag_end, tag[:-2].rstrip() + b">" + inside + b"</%brow>" % prefix)]
    return [(row.start, tag_end, tag), *((at, at, element) for at, element in added)]


def _wider(tag: bytes, cells: Values) -> bytes:
    found = _SPANS.search(tag)
    if not found:
        return tag
    first, last = (int(number) for number in found.groups() if number is not None)
    first, last = min(first, *(cell.column for cell in cells)), max(last, *(cell.column for cell in cells))
    return tag[: found.start()] + b' spans="%d:%d"' % (first, last) + tag[found.end() :]


def _new_rows(data: bytes, found: _Map, rows: Mapping[int, bytes], prefix: bytes) -> list[Edit]:
    if not rows:
        return []
    tag_end = _tag_end(data, found.data_start)
    if data[tag_end - 2 : tag_end] == b"/>":
        whole = b"<%bsheetData>%b</%bsheetData>" % (prefix, b"".join(rows.values()), prefix)
        return [(found.data_start, tag_end, whole)]
    edits = []
    for number, row in rows.items():
        later = [other.start for place, other in found.rows.items() if place > number]
        at = min(later, default=found.data_inner_end)
        edits.append((at, at, row))
    return edits


def _dimension(data: bytes, found: _Map, values: Values) -> list[Edit]:
    """Stretch what the sheet says about its size, for readers that believe it."""
    at, name = found.dimension
    area = find_area(name)
    if at < 0 or area is None or all(cell in area for cell in values):
        return []
    corners = [area.first, area.last, *values]
    first = Cell(min(cell.row for cell in corners), min(cell.column for cell in corners))
    last = Cell(max(cell.row for cell in corners), max(cell.column for cell in corners))
    end = _tag_end(data, at)
    return [(at, end, data[at:end].replace(name.encode(), _area_name(Area(first, last))))]


def _area_name(area: Area) -> bytes:
    return f"{area.first}:{area.last}".encode()


def _reset(data: bytes, spot: _Spot, cell: Cell, value: str | float, prefix: bytes) -> bytes:
    if spot.has_formula:
        raise UnreadableQuestionnaire(f"Cell {cell} is worked out by a formula, so no answer is written over it.")
    tag = data[spot.start : _tag_end(data, spot.start)]
    attributes = tag[len(b"<%bc" % prefix) :].rstrip(b">").rstrip(b"/")
    return _written(prefix, _DROPPED.sub(b"", attributes).rstrip(), value)


def _element(prefix: bytes, cell: Cell, style: str, value: str | float) -> bytes:
    look = f' s="{style}"' if style.isdigit() else ""
    return _written(prefix, f' r="{cell}"{look}'.encode(), value)


def _written(prefix: bytes, attributes: bytes, value: str | float) -> bytes:
    if value == "":
        return b"<%bc%b/>" % (prefix, attributes)
    if isinstance(value, str):
        text = _markup(value)
        return b'<%bc%b t="inlineStr"><%bis><%bt xml:space="preserve">%b</%bt></%bis></%bc>' % (
            prefix, attributes, prefix, prefix, text, prefix, prefix, prefix,
        )  # fmt: skip
    return b"<%bc%b><%bv>%b</%bv></%bc>" % (prefix, attributes, prefix, number_text(value).encode(), prefix, prefix)


def _markup(text: str) -> bytes:
    plain = _NEVER.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").encode()


def _column_style(found: _Map, cell: Cell) -> str:
    return next((style for first, last, style in found.columns if first <= cell.column <= last), "")


def _prefix(data: bytes, at: int) -> bytes:
    """The prefix that the sheet's own elements have, `x:` in `<x:sheetData>`."""
    found = re.match(rb"<([^\s/>:]+:)?sheetData", data[at : at + 80])
    assert found is not None
    return found[1] or b""


def _applied(data: bytes, edits: list[Edit]) -> bytes:
    pieces: list[bytes] = []
    at = 0
    for start, end, written in sorted(edits, key=lambda edit: (edit[0], edit[1])):
        pieces += [data[at:start], written]
        at = end
    return b"".join([*pieces, data[at:]])
