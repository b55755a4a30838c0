"""Finds the words of a quote in the picture of its page: the same words, whoever read the page's text and however."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from knowledge.pages import WordBox
from knowledge.picture_wire import UNITS, Characters

_SHORTEST_PIECE = 5
_ENOUGH = 0.8
_SAME_LINE = 0.7


@dataclass(frozen=True, slots=True)
class Box:
    """A place on a page in shares of its width and height from its top left corner, as the page is shown."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        """How high it is."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Folded:
    """The letters and digits of a text in one spelling, and for each the place it comes from."""

    letters: str
    origins: Sequence[int]

    def before(self, place: int) -> int:
        """Count the letters that come from before a place."""
        low, high = 0, len(self.origins)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self.origins[middle] < place else (low, middle)
        return low


def folded(text: str) -> Folded:
    """Reduce a text to what readers of PDF files agree on: no spacing, hyphens, marks or ligatures, but case."""
    letters: list[str] = []
    origins: list[int] = []
    for at, character in enumerate(text):
        for letter in unicodedata.normalize("NFKC", character):
            if letter.isalnum():
                letters.append(letter)
                origins.append(at)
    return Folded("".join(letters), origins)


def boxes_of(span: tuple[int, int], page_text: str, characters: Characters) -> list[Box]:
    """Return where `page_text[start:end]` stands on the page's picture, one box a line; empty when it is not found.

    Of words that stand there several times the same one of them is taken, or the one at the nearest place.
    """
    page, shown = folded(page_text), folded(characters.text)
    start, end = page.before(span[0]), page.before(span[1])
    wanted = page.letters[start:end]
    if not wanted or not shown.letters:
        return []
    at = _place(wanted, start, page.letters, shown.letters)
    runs = [(at, at + len(wanted))] if at is not None else _pieces(wanted, start / len(page.letters), shown.letters)
    spans = [(shown.origins[first], shown.origins[last - 1] + 1) for first, last in runs]
    return [box for first, last in spans for box in _lines(characters, first, _with_marks(characters, first, last))]


def boxes_of_words(span: tuple[int, int], words: Sequence[WordBox]) -> list[Box]:
    """Return where the words of a page that was read from its picture stand, one box a line."""
    places = [Box(w.left, w.top, w.right, w.bottom) for w in words if w.start < span[1] and span[0] < w.end]
    return _merged(places)


def _place(wanted: str, start: int, page: str, shown: str) -> int | None:
    """Return where the wanted letters stand among those shown: the same occurrence, or the one nearest in proportion."""
    there = list(_occurrences(wanted, shown))
    if not there:
        return None
    here = list(_occurrences(wanted, page))
    if len(here) == len(there) and start in here:
        return there[here.index(start)]
    return _nearest(there, start / max(len(page), 1) * len(shown))


def _occurrences(wanted: str, text: str) -> Iterator[int]:
    at = text.find(wanted)
    while at >= 0:
        yield at
        at = text.find(wanted, at + 1)


def _nearest(places: Sequence[int], expected: float) -> int:
    return min(places, key=lambda place: abs(place - expected))


def _pieces(wanted: str, share: float, shown: str) -> list[tuple[int, int]]:
    """Find the wanted letters in pieces, for a page whose cells or columns PDFium reads in another order.

    Each piece is the longest there is, nearest to the one before; nothing is returned unless most letters are found.
    """
    runs: list[tuple[int, int]] = []
    expected, at, found = share * len(shown), 0, 0
    while at < len(wanted):
        length = _longest(wanted, at, shown)
        if length < _SHORTEST_PIECE:
            at += 1
            continue
        place = _nearest(list(_occurrences(wanted[at : at + length], shown)), expected)
        runs.append((place, place + length))
        expected, at, found = place + length, at + length, found + length
    return runs if found >= _ENOUGH * len(wanted) else []


def _longest(wanted: str, at: int, shown: str) -> int:
    """Return how many letters from `at` on stand together among those shown."""
    low, high = 0, len(wanted) - at
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if wanted[at : at + middle] in shown else (low, middle - 1)
    return low


def _with_marks(characters: Characters, start: int, end: int) -> int:
    """Return the end of the words with the mark that closes them on the same line."""
    text = characters.text
    if end < len(text) and text[end] in ".,;:!?)" and _one_line(_box(characters, end - 1), _box(characters, end)):
        return end + 1
    return end


def _lines(characters: Characters, start: int, end: int) -> list[Box]:
    return _merged([_box(characters, at) for at in range(start, end)])


def _box(characters: Characters, at: int) -> Box:
    left, top, right, bottom = (place / UNITS for place in characters.places[4 * at : 4 * at + 4])
    return Box(left, top, right, bottom)


def _merged(boxes: Sequence[Box]) -> list[Box]:
    """Join boxes that follow each other on one line; on a page that is turned, a line may go up or down."""
    lines: list[list[Box]] = []
    for box in boxes:
        if lines and _goes_on(lines[-1], box):
            lines[-1].append(box)
        else:
            lines.append([box])
    return [_around(line) for line in lines]


def _goes_on(line: Sequence[Box], box: Box) -> bool:
    """Tell whether a box goes on a line; one that slopes, as on a crooked scan, is parted into steps."""
    if len(line) > 1 and _upright(line):
        return _one_column(line[-1], box)
    level = _one_line(line[-1], box) and _one_line(line[0], box)
    return level or (len(line) == 1 and _one_column(line[-1], box))


def _upright(line: Sequence[Box]) -> bool:
    return not _one_line(line[0], line[1])


def _one_line(before: Box, box: Box) -> bool:
    shared = min(before.bottom, box.bottom) - max(before.top, box.top)
    backwards = before.left - box.right  # a page turned round runs from right to left, with its blanks
    goes_on = backwards <= max(before.height, box.height)
    return goes_on and shared >= _SAME_LINE * min(before.height, box.height)


def _one_column(before: Box, box: Box) -> bool:
    """Tell whether two characters stand right above each other, as those of a turned line do."""
    shared = min(before.right, box.right) - max(before.left, box.left)
    gap = max(before.top, box.top) - min(before.bottom, box.bottom)
    narrow = min(before.right - before.left, box.right - box.left)
    return shared >= _SAME_LINE * narrow and gap <= max(before.height, box.height)


def _around(line: Sequence[Box]) -> Box:
    """Return the box around a line, as high as most of what stands on it."""
    left, right = min(box.left for box in line), max(box.right for box in line)
    top, bottom = min(box.top for box in line), max(box.bottom for box in line)
    if len(line) > 1 and _upright(line):
        return Box(median(box.left for box in line), top, median(box.right for box in line), bottom)
    return Box(left, median(box.top for box in line), right, median(box.bottom for box in line))
