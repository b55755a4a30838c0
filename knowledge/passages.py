"""Cuts pages into passages: windows of whole sentences, sized for the embedding model, each with its exact span."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.layout import Part, parts, running_lines
from knowledge.pages import PageText

TARGET = 180
MOST = 215
OVERLAP = 40
_LONGEST_HEADER = 180
_TOKEN = re.compile(r"[A-Za-z\u00c0-\u024f]{1,6}|\d{1,2}|[^\s]")


@dataclass(frozen=True, slots=True)
class Window:
    """A passage: `page.text[start:end] == text`; the header is embedded and searched with it but never quoted."""

    page: int
    start: int
    end: int
    text: str
    header: str


@dataclass(slots=True)
class _Headings:
    """The path of headings in force, kept from page to page."""

    path: dict[int, str]

    def enter_all(self, group: Sequence[Part]) -> None:
        for part in group:
            if part.level:
                above = {depth: name for depth, name in self.path.items() if depth < part.level}
                self.path = above | {part.level: part.name}

    def header(self, title: str) -> str:
        trail = [name for _, name in sorted(self.path.items())][-2:]
        return " > ".join(piece for piece in (title, *trail) if piece)[:_LONGEST_HEADER]


def passages(pages: Sequence[PageText], title: str) -> list[Window]:
    """Cut readable pages into overlapping windows that never cross a page."""
    readable = [page for page in pages if page.state.is_readable]
    running = running_lines(readable)
    headings = _Headings({})
    return [window for page in readable for window in _page_windows(page, running, headings, title)]


def size(text: str) -> int:
    """Estimate how many model tokens a text takes; on the high side for plain English."""
    return len(_TOKEN.findall(text))


def _page_windows(page: PageText, running: frozenset[str], headings: _Headings, title: str) -> Iterator[Window]:
    for run in parts(page.text, running):
        for group in _groups(page.text, [piece for part in run for piece in _bounded(page.text, part)]):
            leading = next((index for index, part in enumerate(group) if not part.level), len(group))
            headings.enter_all(group[:leading])
            start, end = group[0].start, group[-1].end
            header = headings.header(title)
            headings.enter_all(group[leading:])
            if any(letter.isalnum() for letter in page.text[start:end]):
                yield Window(page.number, start, end, page.text[start:end], header)


def _groups(text: str, run: list[Part]) -> Iterator[list[Part]]:
    """Pack parts into windows; each begins with the last sentence or two of the one before."""
    group: list[Part] = []
    fresh = 0
    for part in run:
        begins = part.level and _size(text, group) > TARGET // 2
        if fresh and (begins or _size(text, [*group, part]) > TARGET):
            kept, trailing = _without_last_headings(group)
            yield kept
            group, fresh = trailing or ([] if part.level else _tail(text, kept, part)), 0
        group = [*group, part]
        fresh += 1
    if fresh:
        yield group


def _without_last_headings(group: list[Part]) -> tuple[list[Part], list[Part]]:
    """Part a window from the headings at its end, which belong to what follows."""
    last = max((index for index, part in enumerate(group) if not part.level), default=len(group) - 1)
    return group[: last + 1], group[last + 1 :]


def _tail(text: str, group: list[Part], following: Part) -> list[Part]:
    """Take what the next window repeats: at most two sentences, and no heading."""
    tail: list[Part] = []
    for part in reversed(group[-2:]):
        longer = [part, *tail]
        if part.level or _size(text, longer) > OVERLAP or _size(text, [*longer, following]) > MOST:
            break
        tail = longer
    return tail


def _size(text: str, group: Sequence[Part]) -> int:
    return size(text[group[0].start : group[-1].end]) if group else 0


def _bounded(text: str, part: Part) -> Iterator[Part]:
    """Cut a part that is longer than a window, between words."""
    start = part.start
    if size(text[part.start : part.end]) <= MOST:
        yield part
        return
    tokens = list(_TOKEN.finditer(text, part.start, part.end))
    for index in range(TARGET, len(tokens), TARGET):
        space = text.rfind(" ", start + 1, tokens[index].start())
        line = text.rfind("\n", start + 1, tokens[index].start())
        stop = max(space, line)
        stop = stop if stop > start else tokens[index].start()
        yield Part(start, stop)
        start = stop + (1 if text[stop].isspace() else 0)
    yield Part(start, part.end)
