"""Marks what the lines of an arranged page are: headings, rows under their header, items, footnotes, page numbers."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.pages import Mark, MarkKind
from knowledge.segments import Row, Segment

_BULLET = re.compile(
    r"(?:[•●▪◦‣⁃○➢✓■□§\uf0b7\uf0a7*·–-]|o|\((?:\d{1,2}|[a-z]|[ivx]{1,4})\)|(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+\S"
)
_NUMBERED = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,4})[.)]?\s+(?=[A-ZÀ-Þ\d])")
_PAGE_NUMBER = re.compile(
    r"(?:(?:page|seite|página|pagina|p\.)\s*)?\W{0,3}\d{1,4}\W{0,3}(?:\s*(?:/|of|von|de|sur)\s*\d{1,4})?", re.IGNORECASE
)
_NOTE = re.compile(r"(?:\d{1,3}|[*†‡§]{1,3}|\[\d{1,3}\])\s*\S")
_EDGE = 0.1
_NOTE_FROM, _NOTE_SIZE = 0.5, 0.9
_SIZES = ((1.6, 1), (1.3, 2), (1.12, 3))
_BOLD_LEVEL = 4
_LONGEST_HEADING = 140
_HEADER_WORDS, _SHORT = 5, 6


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text to be; the first of a table's row carries the row's cells, the others continue it."""

    segments: Row
    cells: tuple[tuple[Segment, ...], ...] = ()
    columns: int = 0
    begins_table: bool = False
    continues: bool = False

    @property
    def text(self) -> str:
        return " ".join(segment.text for segment in self.segments)

    @property
    def size(self) -> float:
        return max(segment.size for segment in self.segments)

    @property
    def bold(self) -> bool:
        return all(segment.bold for segment in self.segments)


Placed = tuple[int, int, Line]


def marked(lines: Sequence[Line], page_height: float) -> tuple[str, list[Mark]]:
    """Write the lines into one text and mark its stretches."""
    placed: list[Placed] = []
    at = 0
    for line in lines:
        length = len(line.text)
        placed.append((at, at + length, line))
        at += length + 1
    text = "\n".join(line.text for line in lines)
    body = _body_size(lines)
    marks = [*_row_marks(placed), *_line_marks(placed, body, page_height)]
    return text, sorted(marks, key=lambda mark: mark.start)


def _body_size(lines: Sequence[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        for segment in line.segments:
            sizes[round(segment.size * 2) / 2] += len(segment.text)
    return sizes.most_common(1)[0][0] if sizes else 1.0


def _row_marks(placed: Sequence[Placed]) -> Iterator[Mark]:
    header = ""
    for index, (start, end, line) in enumerate(placed):
        if not line.cells:
            continue
        stop = end
        for _, later_end, later in placed[index + 1 :]:
            if not later.continues:
                break
            stop = later_end
        below = next((each for _, _, each in placed[index + 1 :] if not each.continues), None)
        if line.begins_table:
            header = header_of(line, below) if below and below.cells else ""
        yield Mark(start, stop, MarkKind.ROW, line.columns, header)


def header_of(line: Line, below: Line) -> str:
    """Give the header cells that a table's first row holds, or nothing when it is a row like the others."""
    names = [" ".join(segment.text for segment in cell) for cell in line.cells]
    bold = all(segment.bold for cell in line.cells for segment in cell)
    bold_below = all(segment.bold for cell in below.cells for segment in cell)
    if len(names) < 2 or len(names) < line.columns - 1:
        return ""
    if (bold and not bold_below) or (len(names) == line.columns and all(map(_is_name, names))):
        return " | ".join(names)
    return ""


def _is_name(name: str) -> bool:
    """Tell a header cell by its few words, none of them a number."""
    words = name.split()
    return (
        len(words) <= _HEADER_WORDS
        and name[:1].isupper()
        and (name[-1:] not in ".,;:" or (name[-1] == "." and len(name) <= _SHORT))
        and not any(letter.isdigit() or letter == ":" for letter in name)
    )


def _line_marks(placed: Sequence[Placed], body: float, page_height: float) -> Iterator[Mark]:
    plain = [each for each in placed if not each[2].cells and not each[2].continues]
    running = [each for each in plain if _is_page_number(each[2], page_height)]
    yield from (Mark(start, end, MarkKind.RUNNING) for start, end, _ in running)
    rest = [each for each in plain if each not in running]
    notes = _notes(rest, body, page_height)
    yield from notes
    first_note = notes[0].start if notes else float("inf")
    rest = [each for each in rest if each[0] < first_note]
    yield from _headings(rest, body)
    yield from _items(rest, body)


def _is_page_number(line: Line, page_height: float) -> bool:
    top, bottom = line.segments[0].top, line.segments[0].bottom
    at_edge = bottom < _EDGE * page_height or top > (1 - _EDGE) * page_height
    return at_edge and _PAGE_NUMBER.fullmatch(line.text.strip()) is not None


def _notes(rest: Sequence[Placed], body: float, page_height: float) -> list[Mark]:
    """Mark the footnotes: small lines below all others, the first of them with its sign."""
    small = len(rest)
    while small and _is_small(rest[small - 1][2], body, page_height):
        small -= 1
    while small < len(rest) and not _NOTE.match(rest[small][2].text):
        small += 1
    notes: list[Mark] = []
    foot = 0.0
    for start, end, line in rest[small:]:
        if _NOTE.match(line.text) or not notes:
            notes.append(Mark(start, end, MarkKind.FOOTNOTE))
        elif line.segments[0].top - foot > line.size:
            break
        else:
            notes[-1] = Mark(notes[-1].start, end, MarkKind.FOOTNOTE)
        foot = line.segments[-1].bottom
    return notes


def _is_small(line: Line, body: float, page_height: float) -> bool:
    return line.size <= _NOTE_SIZE * body and line.segments[0].top > _NOTE_FROM * page_height


def heading_depth(line: Line, body: float) -> int:
    """Give a heading's depth from its number, size or weight, or 0 when the line is none."""
    text = line.text.strip()
    if not 2 <= len(text) <= _LONGEST_HEADING or text[-1] in ".,;" or not any(map(str.isalpha, text)):
        return 0
    by_size = next((depth for factor, depth in _SIZES if line.size >= factor * body), 0)
    if not by_size and not (line.bold and len(text.split()) <= 14 and text[-1] != ":"):
        return 0
    if numbered := _NUMBERED.match(text):
        return 1 + numbered["number"].count(".")
    return by_size or _BOLD_LEVEL


def _headings(rest: Sequence[Placed], body: float) -> Iterator[Mark]:
    """Mark headings; lines of one look that follow one another are one heading."""
    open_mark: Mark | None = None
    before: Line | None = None
    for start, end, line in rest:
        depth = heading_depth(line, body)
        if open_mark and before and depth and _goes_on(before, line) and start == open_mark.end + 1:
            open_mark = Mark(open_mark.start, end, MarkKind.HEADING, open_mark.level)
        else:
            if open_mark:
                yield open_mark
            open_mark = Mark(start, end, MarkKind.HEADING, depth) if depth else None
        before = line
    if open_mark:
        yield open_mark


def _goes_on(before: Line, line: Line) -> bool:
    alike = abs(before.size - line.size) < 0.3 and before.bold == line.bold
    near = line.segments[0].top - before.segments[-1].bottom < 0.5 * line.size
    return alike and near and not _NUMBERED.match(line.text) and len(before.text) > 25


def _items(rest: Sequence[Placed], body: float) -> Iterator[Mark]:
    """Mark list items with the lines that hang under them."""
    open_mark: Mark | None = None
    first = before = rest[0][2] if rest else None
    for start, end, line in rest:
        begins = _BULLET.match(line.text) is not None and not heading_depth(line, body)
        near = open_mark is not None and start == open_mark.end + 1
        if open_mark and first and before and near and not begins and _hangs(first, before, line):
            open_mark = Mark(open_mark.start, end, MarkKind.ITEM)
        else:
            if open_mark:
                yield open_mark
            open_mark = Mark(start, end, MarkKind.ITEM) if begins else None
            first = line
        before = line
    if open_mark:
        yield open_mark


def _hangs(first: Line, before: Line, line: Line) -> bool:
    gap = line.segments[0].top - before.segments[0].bottom
    return line.segments[0].left > first.segments[0].left + 1 and gap < 0.6 * line.size
