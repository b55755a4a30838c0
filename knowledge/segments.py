"""Joins words and pieces of lines, as a parser places them, into segments: what stands together on one line."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

_LABEL = re.compile(
    r"[^\w\s()\[\]\"'“”‘’]|o|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?|\[\d{1,3}\]"
)
_WORD_GAP, _SURE_GAP, _LABEL_GAP = 0.45, 1.0, 3.5
_NO_GAP, _BLANK = 0.06, 0.15
_TYPED_GAP = 0.75
_POPULAR = 3
_TYPEWRITTEN = 12


class TextLine(NamedTuple):
    """A line, or a word of one: cleaned text in a box in points from the page's top left, in the file's own order."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    bold: bool = False


@dataclass(slots=True)
class Segment:
    """A run of words on one line without a wide gap; `order` is its place in the file.

    A `close` one begins a word's width behind its neighbour, but where other lines of the page begin. `parts` says of
    each of the lines it is joined of where in its text that stands.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    bold: bool
    order: int
    close: bool = False
    typed: bool = False
    parts: list[tuple[int, int, int]] = field(default_factory=list)

    @property
    def height(self) -> float:
        return self.bottom - self.top


Row = list[Segment]


def segments(lines: Sequence[TextLine]) -> list[Segment]:
    """Join neighbours on a line, unless the gap between them is wide or parts two columns."""
    begins = _Beginnings(lines)
    found: list[Segment] = []
    for order, line in enumerate(lines):
        if not line.text or line.text.isspace():
            continue
        if found and _belongs(found[-1], line, begins):
            _append(found[-1], line, order, begins)
            continue
        close = bool(found) and level(found[-1], line) and 0 <= line.left - found[-1].right < _WORD_GAP * line.size
        typed = len(line.text) > 2 and begins.typewritten(line)
        found.append(Segment(*line, order, close, typed, [(order, 0, len(line.text))]))
    return found


class _Beginnings:
    """Where several lines or cells of the page begin; a narrow gap before such a place is one between columns.

    It also knows the fonts of a typewriter, in whose listings words begin anywhere.
    """

    def __init__(self, lines: Sequence[TextLine]) -> None:
        self._about: Counter[int] = Counter()
        self._exact: Counter[int] = Counter()
        different = {line.text: line for line in lines if len(line.text) > 2 and " " not in line.text}
        widths = Counter(_letter_width(line) for line in different.values())
        self._typewritten = frozenset(width for width, count in widths.items() if count >= _TYPEWRITTEN)
        before: TextLine | None = None
        for line in lines:
            if before is None or line.left - before.right >= _WORD_GAP * line.size or not level(before, line):
                self._about[round(line.left / 2)] += 1
                self._exact[round(line.left * 2)] += 1
            before = line

    def about(self, left: float) -> bool:
        """Tell whether several begin hereabouts."""
        return self._about[round(left / 2)] >= _POPULAR

    def exactly(self, left: float) -> bool:
        """Tell whether several begin right here."""
        at = round(left * 2)
        return sum(self._exact[near] for near in (at - 1, at, at + 1)) >= _POPULAR

    def typewritten(self, line: TextLine) -> bool:
        """Tell a font whose letters are all of one width, and whose blanks are wide."""
        return len(line.text) < 3 or _letter_width(line) in self._typewritten


def _letter_width(line: TextLine) -> int:
    return round(100 * (line.right - line.left) / len(line.text)) if line.text else 0


def level(one: TextLine | Segment, other: TextLine | Segment) -> bool:
    """Tell whether two boxes stand on one line; a raised note sign does."""
    overlap = min(one.bottom, other.bottom) - max(one.top, other.top)
    return overlap >= 0.5 * min(one.bottom - one.top, other.bottom - other.top)


def _belongs(last: Segment, line: TextLine, begins: _Beginnings) -> bool:
    gap = line.left - last.right
    size = max(last.size, line.size)
    if not level(last, line) or gap < -0.5 * size or gap > _LABEL_GAP * size:
        return False
    if last.typed and gap < _TYPED_GAP * size and begins.typewritten(line):
        return True
    if gap < _WORD_GAP * size:
        return gap < _BLANK * size or not begins.exactly(line.left) or _is_label(last.text)
    return _is_label(last.text) or (gap < _SURE_GAP * size and not begins.about(line.left))


def _is_label(text: str) -> bool:
    return len(text) < 12 and _LABEL.fullmatch(text) is not None


def _append(last: Segment, line: TextLine, order: int, begins: _Beginnings) -> None:
    size = max(last.size, line.size)
    between = "" if line.left - last.right < _NO_GAP * size or last.text[-1:].isspace() else " "
    if len(line.text) * line.size > len(last.text) * last.size:
        last.size = line.size
    last.bold = last.bold and line.bold
    last.typed = last.typed or (len(line.text) > 2 and begins.typewritten(line))
    last.text += between + line.text
    last.parts.append((order, len(last.text) - len(line.text), len(last.text)))
    last.right = max(last.right, line.right)
    last.top, last.bottom = min(last.top, line.top), max(last.bottom, line.bottom)


def rows_of(found: Sequence[Segment]) -> list[Row]:
    """Group segments by the line they stand on, from the top down, each from left to right."""
    rows: list[Row] = []
    for segment in sorted(found, key=lambda each: each.top + each.bottom):
        row = next((row for row in rows[-3:] if _fits(row, segment)), None)
        if row is None:
            rows.append([segment])
        else:
            row.append(segment)
    for row in rows:
        row.sort(key=lambda each: each.left)
    return rows


def _fits(row: Row, segment: Segment) -> bool:
    return level(row[0], segment) and all(
        segment.left >= each.right - 1 or segment.right <= each.left + 1 for each in row
    )
