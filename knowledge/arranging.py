"""Puts a page's lines, as a parser places them, into the order in which people read them, and marks what they are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.grids import Grid, as_columns, grids, table_rows
from knowledge.marking import Line, marked
from knowledge.pages import Mark
from knowledge.segments import Row, Segment, TextLine, level, rows_of, segments

__all__ = ["Arranged", "TextLine", "arranged"]

_MOST_LOOSE = 0.4
_MOST_SEGMENTS = 3_000
_MOST_UPRIGHT = 0.3
_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Arranged:
    """A page's text in reading order, with what is known of its stretches.

    `places` says for each line that was given where in the text it stands, if that was asked for.
    """

    text: str
    marks: tuple[Mark, ...] = ()
    places: tuple[tuple[int, int], ...] = ()


def arranged(
    lines: Sequence[TextLine], page_width: float, page_height: float, *, with_places: bool = False
) -> Arranged:
    """Arrange a page; where its geometry is not clear, the file's own order stays and nothing is marked."""
    found = segments(lines)
    ordered = _in_order(found, page_width)
    written = ordered or [Line(row) for row in _as_filed(found)]
    text, marks = marked(written, page_height)
    places = _places(written, len(lines)) if with_places else ()
    return Arranged(text, tuple(marks) if ordered else (), places)


def _in_order(found: Sequence[Segment], page_width: float) -> list[Line]:
    """Put lines in order, or give none when the geometry is not clear."""
    if len(found) > _MOST_SEGMENTS or _is_turned(found, page_width):
        return []
    rows = rows_of(found)
    return [] if _is_loose(rows, grids(rows)) else list(_ordered(rows, _DEEPEST))


def _places(lines: Sequence[Line], count: int) -> tuple[tuple[int, int], ...]:
    places = [(0, 0)] * count
    at = 0
    for line in lines:
        for segment in line.segments:
            for order, start, end in segment.parts:
                places[order] = (at + start, at + end)
            at += len(segment.text) + 1
    return tuple(places)


def _as_filed(found: Sequence[Segment]) -> Iterator[Row]:
    run: Row = []
    for segment in found:
        if run and not level(run[-1], segment):
            yield run
            run = []
        run.append(segment)
    if run:
        yield run


def _is_turned(found: Sequence[Segment], page_width: float) -> bool:
    """Tell a page whose text mostly runs up or down, or which has no place for it."""
    turned = sum(len(each.text) for each in found if len(each.text) > 3 and each.height > 2 * (each.right - each.left))
    return page_width <= 0 or turned > _MOST_UPRIGHT * sum(len(each.text) for each in found)


def _is_loose(rows: Sequence[Row], found: Sequence[Grid]) -> bool:
    """Tell a drawing, whose labels stand beside each other without columns."""
    inside = {at for grid in found for at in range(grid.first, grid.last)}
    loose = sum(len(row) > 1 for at, row in enumerate(rows) if at not in inside)
    return loose > max(4, _MOST_LOOSE * len(rows))


def _ordered(rows: Sequence[Row], depth: int) -> Iterator[Line]:
    """Yield the lines of a stretch of the page in reading order."""
    at = 0
    for grid in grids(rows) if depth else []:
        yield from (Line(row) for row in rows[at : grid.first])
        at = grid.last
        if columns := as_columns(grid, rows):
            yield from _columns(columns, rows, depth)
        else:
            yield from _table(grid, rows)
    yield from (Line(row) for row in rows[at:])


def _columns(grid: Grid, rows: Sequence[Row], depth: int) -> Iterator[Line]:
    """Read columns one after the other; a single line at the foot of the stretch is no part of them."""
    inside = [segment for row in rows[grid.first : grid.last] for segment in row]
    for at in range(len(grid.columns)):
        column = [segment for segment in inside if grid.place(segment) == at]
        yield from _ordered(rows_of(column), depth - 1)


def _table(grid: Grid, rows: Sequence[Row]) -> Iterator[Line]:
    """Read a table row by row and cell by cell."""
    found = table_rows(grid, rows)
    for number, row in enumerate(found):
        cells = [
            [each for line in rows_of([each for each in row if grid.place(each) == at]) for each in line]
            for at in range(len(grid.columns))
        ]
        yield from _row_lines([cell for cell in cells if cell], len(grid.columns), first=number == 0)


def _row_lines(cells: Sequence[Sequence[Segment]], columns: int, *, first: bool) -> Iterator[Line]:
    """Lay a row's cells out: those of one line side by side, those that wrap line under line."""
    lines: list[Row] = [[]]
    for cell in cells:
        before = lines[-1]
        if before and not level(before[-1], cell[0]):
            lines.append([])
        for above, below in pairwise([None, *cell]):
            if above is not None and below is not None and not level(above, below):
                lines.append([])
            if below is not None:
                lines[-1].append(below)
    yield Line(lines[0], cells=tuple(tuple(cell) for cell in cells), columns=columns, begins_table=first)
    yield from (Line(line, continues=True) for line in lines[1:])
