"""Tells the parts of a page's text apart, by their exact spans: headings, rows, bullets, sentences."""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass

from knowledge.pages import Mark, MarkKind, PageText
from knowledge.running import Span, edges, shape

_LINE = re.compile(r"[^\n]+")
_BULLET = re.compile(r"\s*(?:[•●▪◦‣⁃○➢✓\uf0b7*·–-]\s+\S|\([a-z0-9]{1,4}\)\s+\S|[a-z0-9]{1,2}[.)]\s+\S)")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*(?=\s+[\"'“‘(\[]?[A-Z0-9À-ÞА-Я•])|[。！？]")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|cf|no|nos|inc|ltd|corp|co|mr|ms|mrs|dr|st|fig|sec|art|approx|dept|ver|rev|pp?)|\b[A-Z])$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})[.)]?\s+(?P<name>[A-ZÀ-Þ].*)")
_CODED = re.compile(r"[A-Z]{1,4}-?\d{1,2}(?:\.\d{1,2})*\s*[-:\u2013]\s+[A-ZÀ-Þ].*")
_CHAPTER = re.compile(
    r"(?:Section|Chapter|Part|Annex|Appendix|SECTION|CHAPTER|PART|ANNEX|APPENDIX)\s+(?:[IVX]+|\d+|[A-Z])\b.*"
)
_CELLS = frozenset(
    ("result", "results", "number", "status", "control", "controls", "date", "version", "test", "tests", "yes", "no")
)
_LEADER = re.compile(r"(?:\.\s?){5,}|_{6,}")
_EDGE_LINES = 6
_GUESSED = 4
_LONGEST_HEADING = 80
_SMALL_WORDS = frozenset(
    ("a", "an", "and", "as", "at", "by", "for", "from", "in", "is", "of", "on", "or", "the", "to", "with")
)


@dataclass(frozen=True, slots=True)
class Part:
    """One sentence, row, bullet or heading: `level` is 0 for text, else the heading's depth from 1.

    A table's row has the `header` cells over it; `name` is a heading's text, or how the row begins that a piece is of.
    """

    start: int
    end: int
    level: int = 0
    name: str = ""
    is_row: bool = False
    header: str = ""


def parts(page: PageText, running: Set[str], *, guess_titles: bool = True) -> Iterator[list[Part]]:
    """Yield runs of neighbouring parts; running lines and lines of a table of contents end a run and belong to none.

    What the page's marks say is taken over; the rest is told from its lines, titles without a number only on demand.
    """
    reader = _Reader(page.text, running, guess_titles)
    run: list[Part] = []
    for part in reader.marked(page.marks):
        if part is not None:
            run.append(part)
        elif run:
            yield run
            run = []
    if run:
        yield run


class _Reader:
    """Reads a page's text from the top down; None stands for an end of a run."""

    def __init__(self, text: str, running: Set[str], guess_titles: bool) -> None:
        self.text = text
        self.guess_titles = guess_titles
        self.width = _usual_width(text)
        self.left_out = frozenset(
            (start, end)
            for start, end in edges(text, _EDGE_LINES)
            if shape(text[start:end]) in running or text[start:end].strip().isdigit()
        )

    def marked(self, marks: tuple[Mark, ...]) -> Iterator[Part | None]:
        at = 0
        for mark in marks:
            if mark.start < at:
                continue
            yield from self._plain(at, mark.start)
            yield from self._of(mark)
            at = mark.end
        yield from self._plain(at, len(self.text))

    def _of(self, mark: Mark) -> Iterator[Part | None]:
        start, end = mark.start, mark.end
        match mark.kind:
            case MarkKind.HEADING:
                yield _trimmed(self.text, start, end, mark.level, " ".join(self.text[start:end].split()))
            case MarkKind.ROW:
                yield Part(start, end, is_row=True, header=mark.header)
            case MarkKind.ITEM:
                yield from self._parts_of(start, end)
            case MarkKind.FOOTNOTE:
                yield None
                yield from self._parts_of(start, end)
                yield None
            case MarkKind.RUNNING:
                yield None

    def _plain(self, start: int, end: int) -> Iterator[Part | None]:
        for first, last in self._blocks(start, end):
            if first == last:
                yield None
            else:
                yield from self._parts_of(first, last)

    def _blocks(self, first: int, last: int) -> Iterator[Span]:
        """Yield the spans of paragraphs, rows and bullets; an empty span stands for a line that was left out."""
        text = self.text
        lines = [match.span() for match in _LINE.finditer(text, first, last)]
        start = -1
        for index, (begin, end) in enumerate(lines):
            line = text[begin:end]
            left_out = (begin, end) in self.left_out or bool(_LEADER.search(line))
            if start >= 0 and (left_out or _begins_block(text, lines[index - 1], line, self.width)):
                yield start, lines[index - 1][1]
                start = -1
            if left_out:
                yield begin, begin
            elif start < 0 and line.strip():
                start = begin
        if start >= 0:
            yield start, lines[-1][1]

    def _parts_of(self, start: int, end: int) -> Iterator[Part]:
        block = self.text[start:end].strip()
        level = heading_level(block)
        if level and (level < _GUESSED or self.guess_titles):
            yield _trimmed(self.text, start, end, level, " ".join(block.split()))
            return
        at = start
        for stop in _sentence_ends(self.text, start, end):
            if self.text[at:stop].strip():
                yield _trimmed(self.text, at, stop)
            at = stop
        if self.text[at:end].strip():
            yield _trimmed(self.text, at, end)


def _begins_block(text: str, before: Span, line: str, width: int) -> bool:
    """Tell whether a line begins something new: after a blank or short line, or with a bullet or a numbered heading."""
    previous = text[before[0] : before[1]].rstrip()
    bare = line.strip()
    if not previous or not bare or _BULLET.match(line) or (_is_marked(bare) and _is_titled(bare)):
        return True
    continues = bare[0].islower() or previous[-1] in ",;-–"
    return not continues and len(previous) < width * 0.7


def _usual_width(text: str) -> int:
    lengths = sorted(len(match.group().rstrip()) for match in _LINE.finditer(text) if len(match.group()) > 30)
    return lengths[int(len(lengths) * 0.75)] if lengths else 0


def _sentence_ends(text: str, start: int, end: int) -> Iterator[int]:
    for match in _SENTENCE_END.finditer(text, start, end):
        if not _ABBREVIATION.search(text, max(start, match.start() - 8), match.start()):
            yield match.end()


def heading_level(block: str) -> int:
    """Give the depth of a heading from 1, or 0 when the block is none."""
    if len(block) > _LONGEST_HEADING or block[-1:] in ".,;:!?" or "\n" in block.strip():
        return 0
    if numbered := _NUMBERED.fullmatch(block):
        return 1 + numbered["number"].count(".") if _is_titled(block) else 0
    if _is_marked(block) and _is_titled(block):
        return 1 if _CHAPTER.fullmatch(block) else 3
    words = re.findall(r"[^\W\d_]+", block)
    if block.lower() in _CELLS or not 1 <= len(words) <= 9 or len("".join(words)) < max(4, len(block) * 0.6):
        return 0
    large = [word for word in words if word.lower() not in _SMALL_WORDS]
    return 4 if large and block[0].isupper() and all(word[0].isupper() for word in large) else 0


def _is_marked(line: str) -> bool:
    """Tell whether a line begins as numbered headings do."""
    return bool(_NUMBERED.match(line) or _CODED.match(line) or _CHAPTER.match(line))


def _is_titled(line: str) -> bool:
    """Tell a numbered heading from a numbered sentence."""
    return len(line) <= _LONGEST_HEADING and line[-1] not in ".,;:" and len(line.split()) <= 10


def _trimmed(text: str, start: int, end: int, level: int = 0, name: str = "") -> Part:
    piece = text[start:end]
    return Part(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()), level, name)
