"""Finds things in a document's pages by pattern and cuts out the verbatim words around them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.facts.dates import Written, dates
from knowledge.pages import PageText

_MOST_BEFORE, _MOST_AFTER = 220, 260
_BREAK = re.compile(r"(?<=[.!?])\s+(?=[A-Z(“\"])|\n\s*\n")
_ONLY_FILLER = re.compile(
    r"[\s:.,()*|_\u2013\u2014-]*(?:(?:is|of|on|the|at|as|from|date|day"
    r"|by)\b[\s:.,()-]*)*",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Place:
    """Some words on a page: `page.text[start:end]`."""

    page: PageText
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words on one line."""
        return flat(self.page.text[self.start : self.end])

    @property
    def quote(self) -> str:
        """The sentence or line around the words, as it stands on the page."""
        start, end = sentence_around(self.page.text, self.start, self.end)
        return self.page.text[start:end]

    @property
    def lines(self) -> str:
        """The lines that the words stand on, as they are on the page: for covers and forms, which have no sentences."""
        start, end = line_around(self.page.text, self.start, self.end)
        return self.page.text[start:end]


def flat(text: str) -> str:
    """Put text on one line."""
    return " ".join(text.split())


def places(pages: Sequence[PageText], pattern: re.Pattern[str], group: int | str = 0) -> Iterator[Place]:
    """Find a pattern on every page in order."""
    for page in pages:
        for match in pattern.finditer(page.text):
            yield Place(page, *match.span(group))


def labelled_dates(pages: Sequence[PageText], label: re.Pattern[str]) -> Iterator[tuple[Place, Written]]:
    """Find dates that directly follow a label; the place covers both."""
    for place in places(pages, label):
        after = place.page.text[place.end : place.end + 90]
        first = next(iter(dates(after)), None)
        if first and _ONLY_FILLER.fullmatch(after[: first.start]) and not _is_in_row(place.page.text, place, first):
            yield Place(place.page, place.start, place.end + first.end), first


def _is_in_row(text: str, place: Place, first: Written) -> bool:
    """Tell whether a day below its label stands in a row of several, so that it may be another label's."""
    begin = place.end + first.start
    row = text[text.rfind("\n", 0, begin) + 1 : text.find("\n", begin) if "\n" in text[begin:] else len(text)]
    return "\n" in text[place.end : begin] and len(dates(row)) > 1


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a span to its sentence, within reason, trimmed of blanks."""
    low = max(0, start - _MOST_BEFORE)
    breaks = list(_BREAK.finditer(text, low, start + 1))
    begin = breaks[-1].end() if breaks else low if low == 0 else _word_start(text, low, start)
    begin = min(begin, start)
    following = _BREAK.search(text, max(end - 1, 0), end + _MOST_AFTER)
    stop = following.start() if following else _word_end(text, end, min(len(text), end + _MOST_AFTER))
    piece = text[begin : max(stop, end)]
    return begin + len(piece) - len(piece.lstrip()), begin + len(piece.rstrip())


def line_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a span to the lines it stands on, trimmed of blanks."""
    begin = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    piece = text[begin : stop if stop >= 0 else len(text)]
    return begin + len(piece) - len(piece.lstrip()), begin + len(piece.rstrip())


def _word_start(text: str, low: int, start: int) -> int:
    line = text.rfind("\n", low, start)
    return line + 1 if line >= 0 else start


def _word_end(text: str, end: int, most: int) -> int:
    if most == len(text):
        return most
    line = text.rfind("\n", end, most)
    return line if line >= 0 else end
