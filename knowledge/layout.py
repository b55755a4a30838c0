"""Tells the parts of a page's text apart, by their exact spans: running heads, headings, rows, bullets, sentences."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.pages import PageText

Span = tuple[int, int]

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
_TELLING = re.compile(r"\b(?:exceptions?|deviations?|noted|findings?|tested)\b")
_RUNNING_LINES = 3
_LONGEST_HEADING = 80
_SMALL_WORDS = frozenset(
    ("a", "an", "and", "as", "at", "by", "for", "from", "in", "is", "of", "on", "or", "the", "to", "with")
)


@dataclass(frozen=True, slots=True)
class Part:
    """One sentence, row, bullet or heading: `level` is 0 for text, else the heading's depth from 1."""

    start: int
    end: int
    level: int = 0
    name: str = ""


def running_lines(pages: Sequence[PageText]) -> frozenset[str]:
    """Find the heads and feet that repeat on most pages; numbers in them may differ."""
    counts: Counter[str] = Counter()
    for page in pages:
        lines = [_shape(match.group()) for match in _LINE.finditer(page.text) if match.group().strip()]
        edges = [*lines[:_RUNNING_LINES], *lines[_RUNNING_LINES:][-_RUNNING_LINES:]]
        counts.update({line for line in edges if line})
    most = max(4, len(pages) * 0.6)
    return frozenset(line for line, count in counts.items() if count >= most and not _TELLING.search(line))


def parts(text: str, running: frozenset[str]) -> Iterator[list[Part]]:
    """Yield runs of neighbouring parts; running lines and lines of a table of contents end a run and belong to none."""
    width = _usual_width(text)
    run: list[Part] = []
    for start, end in _blocks(text, running, width):
        if start == end:
            if run:
                yield run
            run = []
            continue
        run += _parts_of(text, start, end)
    if run:
        yield run


def _blocks(text: str, running: frozenset[str], width: int) -> Iterator[Span]:
    """Yield the spans of paragraphs, rows and bullets; an empty span stands for a line that was left out."""
    lines = [match.span() for match in _LINE.finditer(text)]
    start = -1
    for index, (begin, end) in enumerate(lines):
        line = text[begin:end]
        left_out = _is_running(line, index, len(lines), running) or bool(_LEADER.search(line))
        if start >= 0 and (left_out or _begins_block(text, lines[index - 1], line, width)):
            yield start, lines[index - 1][1]
            start = -1
        if left_out:
            yield begin, begin
        elif start < 0 and line.strip():
            start = begin
    if start >= 0:
        yield start, lines[-1][1]


def _is_running(line: str, index: int, count: int, running: frozenset[str]) -> bool:
    at_edge = index < _RUNNING_LINES * 2 or index >= count - _RUNNING_LINES * 2
    return at_edge and bool(line.strip()) and (_shape(line) in running or line.strip().isdigit())


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


def _shape(line: str) -> str:
    return " ".join(re.sub(r"\d+", "#", line).split()).casefold()


def _parts_of(text: str, start: int, end: int) -> Iterator[Part]:
    block = text[start:end].strip()
    level = heading_level(block)
    if level:
        yield _trimmed(text, start, end, level, " ".join(block.split()))
        return
    at = start
    for stop in _sentence_ends(text, start, end):
        if text[at:stop].strip():
            yield _trimmed(text, at, stop)
        at = stop
    if text[at:end].strip():
        yield _trimmed(text, at, end)


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
