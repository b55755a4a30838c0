"""Finds stretches of a page that stand in columns, and tells tables, read row by row, from columns of prose."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from knowledge.segments import Row, Segment, level

_GUTTER = 0.08
_FAR, _TIGHT, _ROW_GAP, _OVERLAP = 3.0, 0.35, 0.25, 0.3
_LARGER = 1.15
_PROSE_LINES, _PROSE_WORDS = 5, 4
_SHORT = 12
_MOST_COLUMNS = 30


@dataclass(slots=True)
class Column:
    """A stretch from left to right that no gutter parts, and how many segments stand in it."""

    left: float
    right: float
    count: int = 1


@dataclass(slots=True)
class Grid:
    """Lines of a page, `rows[first:last]`, that share gutters."""

    first: int
    last: int
    columns: list[Column] = field(default_factory=list)

    def place(self, segment: Segment) -> int:
        """Give the number of the column in which a segment stands."""
        middle = (segment.left + segment.right) / 2
        return min(range(len(self.columns)), key=lambda at: _distance(self.columns[at], middle))


def _distance(column: Column, x: float) -> float:
    return max(column.left - x, x - column.right, 0.0)


def grids(rows: Sequence[Row]) -> list[Grid]:
    """Find the stretches, from the top down."""
    found: list[Grid] = []
    filed = _filed(rows)
    at = 0
    while at < len(rows):
        if not _is_parted(rows[at]):
            at += 1
            continue
        grown = _grown(rows, at, found[-1].last if found else 0, filed)
        several = sum(map(_is_parted, rows[grown.first : grown.last])) >= 2
        grid = grown if several else _of_one_gap(rows, at, filed[at])
        if grid is not None and not _is_typewritten(rows[grid.first : grid.last]):
            found.append(grid)
            at = grid.last
        else:
            at += 1
    return found


def _filed(rows: Sequence[Row]) -> list[tuple[int, int]]:
    """Give for each line the stretch of lines, `rows[first:last]`, that the file does not write one after the other.

    What is written column by column, or cell by cell where cells wrap, is one stretch.
    """
    least = [min(segment.order for segment in row) for row in rows]
    for at in range(len(rows) - 2, -1, -1):
        least[at] = min(least[at], least[at + 1])
    found: list[tuple[int, int]] = []
    first, most = 0, -1
    for at, row in enumerate(rows):
        most = max(most, *(segment.order for segment in row))
        if at + 1 == len(rows) or most < least[at + 1]:
            found += [(first, at + 1)] * (at + 1 - first)
            first = at + 1
    return found


def _of_one_gap(rows: Sequence[Row], at: int, filed: tuple[int, int]) -> Grid | None:
    """Give two columns of which one is a line long: the file writes all of the one before the other beside its first line."""
    first, last = filed
    inside = rows[first:last]
    begins = rows[first][0].order == min(segment.order for row in inside for segment in row)
    if first != at or not begins or not 1 < last - first <= _SHORT:
        return None
    size = max(segment.size for segment in rows[at])
    apart = any(below[0].top - above[0].bottom > _FAR * size for above, below in pairwise(inside))
    columns: list[Column] = []
    for row in inside:
        columns = _merged(columns, row)
    return Grid(first, last, columns) if len(columns) == 2 and not apart else None


def _is_parted(row: Row) -> bool:
    """Tell a line with a gap that only columns leave."""
    return 1 < len(row) <= _MOST_COLUMNS and not all(segment.close for segment in row[1:])


def _is_typewritten(rows: Sequence[Row]) -> bool:
    """Tell a listing: its blanks part no columns."""
    typed = [each.typed for row in rows for each in row if len(each.text) > 2]
    return sum(typed) > 0.8 * len(typed)


def _grown(rows: Sequence[Row], at: int, floor: int, filed: Sequence[tuple[int, int]]) -> Grid:
    columns = _merged([], rows[at])
    last = at + 1
    while last < len(rows):
        # The first line of columns of prose may fit the table above them: of what the file writes as one, one line is too few.
        end = last + 1 if filed[last][0] <= at else filed[last][1]
        wider, stop = _accepted_from(columns, rows, last, end)
        if stop < end and sum(map(_is_parted, rows[last:stop])) < 2:
            break
        columns, last = wider, stop
        if stop < end:
            break
    first = at
    while first > floor and (wider := _accepted_above(columns, rows[first - 1], rows[first])):
        columns, first = wider, first - 1
    return Grid(first, last, columns)


def _merged(columns: Sequence[Column], row: Row) -> list[Column]:
    gutter = _GUTTER * min(segment.size for segment in row)
    pieces = [*columns, *(Column(segment.left, segment.right) for segment in row)]
    merged: list[Column] = []
    for piece in sorted(pieces, key=lambda column: column.left):
        if merged and piece.left < merged[-1].right + gutter:
            before = merged[-1]
            merged[-1] = Column(before.left, max(before.right, piece.right), before.count + piece.count)
        else:
            merged.append(piece)
    return merged


def _accepted_from(columns: list[Column], rows: Sequence[Row], first: int, last: int) -> tuple[list[Column], int]:
    """Give the columns once lines are taken in one after the other, and the first line that ends the stretch, or `last`."""
    at = first
    while at < last and (wider := _accepted(columns, rows[at - 1], rows[at])):
        columns, at = wider, at + 1
    return columns, at


def _accepted(columns: Sequence[Column], above: Row, row: Row) -> list[Column]:
    """Give the columns once a line is taken in, or none when it ends the stretch."""
    size = max(segment.size for segment in above)
    gap = min(segment.top for segment in row) - max(segment.bottom for segment in above)
    if gap > _FAR * size or (len(row) == 1 and _is_headed(above, row[0], gap)):
        return []
    return _kept_apart(columns, row)


def _is_headed(above: Row, segment: Segment, gap: float) -> bool:
    """Tell a heading that follows a table from a cell."""
    size = max(each.size for each in above)
    louder = segment.bold and not all(each.bold for each in above) and gap > 0.6 * size
    return segment.size > _LARGER * size or (louder and segment.left <= min(each.left for each in above) + 1)


def _kept_apart(columns: Sequence[Column], row: Row) -> list[Column]:
    merged = _merged(columns, row)
    settled = [column for column in columns if column.count > 1]
    held = sum(any(new.left <= old.left and old.right <= new.right for old in settled) for new in merged)
    return merged if len(merged) > 1 and held >= len(settled) else []


def _accepted_above(columns: Sequence[Column], row: Row, below: Row) -> list[Column]:
    """Take in a line above the first that has two segments: the first line of a cell that stands higher."""
    segment = row[0]
    gap = min(each.top for each in below) - segment.bottom
    if len(row) > 1 or gap > 0.3 * segment.size or segment.size > _LARGER * max(each.size for each in below):
        return []
    merged = _merged(columns, row)
    in_first = segment.left < columns[1].left - 1 if len(columns) > 1 else True
    continues = not in_first or segment.bold
    return merged if len(merged) == len(columns) and continues else []


def as_columns(grid: Grid, rows: Sequence[Row]) -> Grid | None:
    """Give the columns to be read one after the other, or None for a table, which is read row by row.

    A gutter that the file never crosses back parts columns, each of which may hold a table of its own.
    """
    placed = [(grid.place(segment), segment) for row in rows[grid.first : grid.last] for segment in row]
    in_file = [place for place, _ in sorted(placed, key=lambda pair: pair[1].order)]
    crossed = {at for before, after in pairwise(in_file) for at in range(after + 1, before + 1)}
    parted: list[Column] = []
    for at, column in enumerate(grid.columns):
        if at in crossed:
            parted[-1] = Column(parted[-1].left, column.right, parted[-1].count + column.count)
        else:
            parted.append(column)
    if len(parted) > 1 and (sum(map(_is_parted, rows[grid.first : grid.last])) > 1 or _is_worded(grid, placed)):
        return Grid(grid.first, grid.last, parted)
    return grid if _is_prose(grid, rows, placed) else None


def _is_worded(grid: Grid, placed: Sequence[tuple[int, Segment]]) -> bool:
    """Tell lines of prose from a label that wraps beside its value."""
    inside = [[segment for place, segment in placed if place == at] for at in range(len(grid.columns))]
    return all(median(len(segment.text.split()) for segment in column) >= _PROSE_WORDS for column in inside)


def _is_prose(grid: Grid, rows: Sequence[Row], placed: Sequence[tuple[int, Segment]]) -> bool:
    """Tell running text by its full lines, down which no white space runs across."""
    for at, column in enumerate(grid.columns):
        inside = [segment for place, segment in placed if place == at]
        if len(inside) < _PROSE_LINES or median(len(segment.text.split()) for segment in inside) < _PROSE_WORDS:
            return False
        if median(segment.right - segment.left for segment in inside) < 0.7 * (column.right - column.left):
            return False
    return len(bands(grid, rows)) <= max(2, (grid.last - grid.first) // 6)


def bands(grid: Grid, rows: Sequence[Row]) -> list[list[Segment]]:
    """Part a table where white space runs through all its columns."""
    inside = [segment for row in rows[grid.first : grid.last] for segment in row]
    size = median(segment.size for segment in inside)
    reach = min(_usual_gap(grid, inside), _TIGHT * size) + _ROW_GAP * size
    found: list[list[Segment]] = []
    foot = float("-inf")
    for block in sorted(_blocks(grid, inside, reach), key=lambda block: block[0].top):
        if block[0].top < foot - _OVERLAP * size:
            found[-1] += block
        else:
            found.append(block)
        foot = max(foot, block[-1].bottom)
    return found


def _blocks(grid: Grid, inside: Sequence[Segment], reach: float) -> Iterator[list[Segment]]:
    """Yield the lines that stand close under one another, column by column."""
    for at in range(len(grid.columns)):
        block: list[Segment] = []
        for segment in sorted((each for each in inside if grid.place(each) == at), key=lambda each: each.top):
            if block and segment.top - block[-1].bottom > reach:
                yield block
                block = []
            block.append(segment)
        if block:
            yield block


def _usual_gap(grid: Grid, inside: Sequence[Segment]) -> float:
    """Give the gap between the lines of a cell: among the smallest of all gaps down the columns."""
    gaps: list[float] = []
    for at in range(len(grid.columns)):
        column = sorted((each for each in inside if grid.place(each) == at), key=lambda each: each.top)
        gaps += [after.top - before.bottom for before, after in pairwise(column) if not level(before, after)]
    return sorted(gaps)[len(gaps) // 5] if gaps else 0.0


def table_rows(grid: Grid, rows: Sequence[Row]) -> list[list[Segment]]:
    """Give the table's rows, each as the segments of its cells."""
    found = bands(grid, rows)
    parts = [_by_returns(grid, band) for band in found]
    if any(map(_is_by_cell, (row for split in parts for row in split))) and all(_in_order(split) for split in parts):
        return [row for split in parts for row in split]
    return [row for band in found for row in _by_keys(grid, band)]


def _by_returns(grid: Grid, band: Sequence[Segment]) -> list[list[Segment]]:
    """Part a band where the file goes back to an earlier column: so it is written cell by cell."""
    found: list[list[Segment]] = []
    before = len(grid.columns)
    for segment in sorted(band, key=lambda each: each.order):
        place = grid.place(segment)
        if place < before:
            found.append([])
        found[-1].append(segment)
        before = place
    return found


def _is_by_cell(row: Sequence[Segment]) -> bool:
    """Tell that the file wrote a whole cell before the next: then it goes back up from one to the other."""
    return any(after.top < before.top - 0.5 * before.height for before, after in pairwise(row))


def _in_order(split: Sequence[Sequence[Segment]]) -> bool:
    return all(
        max(each.bottom for each in above) <= min(each.top for each in below) + 2 for above, below in pairwise(split)
    )


def _by_keys(grid: Grid, band: Sequence[Segment]) -> list[list[Segment]]:
    """Part a band where its first column begins anew; other lines continue the cells above them."""
    found: list[list[Segment]] = []
    keyed = False
    for row in _lines(band):
        has_key = any(grid.place(segment) == 0 for segment in row)
        goes_on = all(segment.text[:1].islower() for segment in row)
        if not found or (has_key and not goes_on and keyed):
            found.append([])
            keyed = False
        found[-1] += row
        keyed = keyed or has_key
    return found


def _lines(band: Sequence[Segment]) -> list[list[Segment]]:
    lines: list[list[Segment]] = []
    for segment in sorted(band, key=lambda each: each.top + each.bottom):
        if lines and level(lines[-1][0], segment):
            lines[-1].append(segment)
        else:
            lines.append([segment])
    return lines
