"""Cuts pages into passages: windows of whole sentences, sized for the embedding model, each with its exact span."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from knowledge.hyphens import plain, vocabulary
from knowledge.layout import Part, parts
from knowledge.pages import MarkKind, PageText
from knowledge.running import running_lines
from knowledge.thinning import thinned

PATH = " > "
TARGET = 190
ROWS = 120
MOST = 215
_SECTION = 40
_LONGEST_HEADER = 180
_LONGEST_PATH, _LONGEST_NAME = 110, 40
_OPENING = 200
_TOKEN = re.compile(r"[A-Za-z\u00c0-\u024f]{1,6}|\d{1,2}|[^\s]")


@dataclass(frozen=True, slots=True)
class Window:
    """A passage: `page.text[start:end] == text`; the header is searched with it but never quoted.

    `plain` is the text with words whole that a line end parts; it is what is searched, and never quoted. `lead` is the
    part of the header that is embedded with it.
    """

    page: int
    start: int
    end: int
    text: str
    header: str
    plain: str = field(default="", compare=False)
    lead: str = field(default="", compare=False)

    @property
    def searched(self) -> str:
        """Give what a search by meaning looks at: headings that the text begins with once, and nothing that tells little."""
        text = self.plain or self.text
        path, opening = (self.lead or self.header).split(PATH), " ".join(text[:_OPENING].split())
        while len(path) > 1 and path[-1] in opening:
            path.pop()
        return thinned(f"{PATH.join(path)}\n{text}")


@dataclass(slots=True)
class _Headings:
    """The path of headings in force, kept from page to page."""

    path: dict[int, str]

    def enter_all(self, group: Sequence[Part]) -> None:
        for part in group:
            if part.level:
                above = {depth: name for depth, name in self.path.items() if depth < part.level}
                self.path = above | {part.level: part.name}

    def header(self, title: str, group: Sequence[Part], depth: int = 2) -> str:
        """Name the document, the innermost headings in force, the cells over a row, and the row that a piece is of."""
        trail = [name for _, name in sorted(self.path.items())][-depth:]
        path = PATH.join(piece for piece in (title, *trail) if piece)
        row = next((part for part in group if part.is_row), None)
        if row is None or not (row.header or row.name):
            return path[:_LONGEST_HEADER]
        return PATH.join(piece for piece in (path[:_LONGEST_PATH], row.header, row.name) if piece)[:_LONGEST_HEADER]


def passages(pages: Sequence[PageText], title: str) -> list[Window]:
    """Cut readable pages into windows that never cross a page; whole rows of tables stay whole."""
    readable = [page for page in pages if page.state.is_readable]
    cutter = _Cutter(readable, title)
    return [window for page in readable for window in cutter.windows(page)]


def size(text: str) -> int:
    """Estimate how many model tokens a text takes; on the high side for plain English."""
    return len(_TOKEN.findall(text))


class _Cutter:
    """Cuts page after page, with what the document as a whole tells: running lines, titles, words, headings in force."""

    def __init__(self, pages: Sequence[PageText], title: str) -> None:
        self.title = title
        self.running = running_lines(pages)
        self.titles_marked = any(mark.kind is MarkKind.HEADING for page in pages for mark in page.marks)
        hyphened = any("-\n" in page.text or "\u00ad" in page.text for page in pages)
        self.words = vocabulary(page.text for page in pages) if hyphened else frozenset()
        self.headings = _Headings({})

    def windows(self, page: PageText) -> Iterator[Window]:
        """Cut one page."""
        guess = not (self.titles_marked and page.marks)
        for run in parts(page, self.running, guess_titles=guess):
            pieces = [piece for part in run for piece in _bounded(page.text, part)]
            for group in _groups(page.text, pieces, _SECTION if page.marks else TARGET // 2):
                if any(letter.isalnum() for letter in page.text[group[0].start : group[-1].end]):
                    yield self._window(page, group)
                self.headings.enter_all(group)

    def _window(self, page: PageText, group: Sequence[Part]) -> Window:
        leading = next((index for index, part in enumerate(group) if not part.level), len(group))
        self.headings.enter_all(group[:leading])
        start, end = group[0].start, group[-1].end
        text = page.text[start:end]
        header, lead = self.headings.header(self.title, group), self.headings.header(self.title, group, depth=1)
        return Window(page.number, start, end, text, header, plain(text, self.words).text, lead)


def _groups(text: str, run: list[Part], enough: int) -> Iterator[list[Part]]:
    """Pack parts into windows; what a sentence points back to is looked up on its page, so none is said twice."""
    group: list[Part] = []
    for part in run:
        if group and _begins_window(text, group, part, enough):
            kept, trailing = _without_last_headings(group)
            yield kept
            group = trailing
        group = [*group, part]
    if group:
        yield group


def _begins_window(text: str, group: Sequence[Part], part: Part, enough: int) -> bool:
    """Tell whether a window ends before this part: it is full, or a table begins or ends."""
    last = group[-1]
    if part.level:
        return last.is_row or _size(text, group) > enough or _size(text, [*group, part]) > TARGET
    if not last.level and (part.is_row, part.header, part.name) != (last.is_row, last.header, last.name):
        return True
    if last.is_row and _is_header(text, last):
        return _size(text, [*group, part]) > MOST
    return _size(text, [*group, part]) > (ROWS if part.is_row else TARGET)


def _is_header(text: str, row: Part) -> bool:
    """Tell the row whose cells are the header of those below it."""
    return bool(row.header) and text[row.start : row.end].split() == row.header.replace(" | ", " ").split()


def _without_last_headings(group: list[Part]) -> tuple[list[Part], list[Part]]:
    """Part a window from the headings at its end, which belong to what follows."""
    last = max((index for index, part in enumerate(group) if not part.level), default=len(group) - 1)
    return group[: last + 1], group[last + 1 :]


def _size(text: str, group: Sequence[Part]) -> int:
    return size(text[group[0].start : group[-1].end]) if group else 0


def _bounded(text: str, part: Part) -> Iterator[Part]:
    """Cut a part that is longer than a window, between words; pieces of a row carry how it begins."""
    if size(text[part.start : part.end]) <= MOST:
        yield part
        return
    start = part.start
    name = " ".join(text[start : part.end].split("\n", 1)[0].split())[:_LONGEST_NAME] if part.is_row else ""
    tokens = list(_TOKEN.finditer(text, part.start, part.end))
    for index in range(TARGET, len(tokens), TARGET):
        space = text.rfind(" ", start + 1, tokens[index].start())
        line = text.rfind("\n", start + 1, tokens[index].start())
        stop = max(space, line)
        stop = stop if stop > start else tokens[index].start()
        yield Part(start, stop, 0, name, part.is_row, part.header)
        start = stop + (1 if text[stop].isspace() else 0)
    yield Part(start, part.end, 0, name, part.is_row, part.header)
