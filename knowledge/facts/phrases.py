"""Turns matches of patterns in running text into facts: the words of a group, the sentence as quote."""

import re
from collections.abc import Callable, Iterator, Sequence

from knowledge.facts.naming import FORMED, company
from knowledge.facts.spans import Place, flat, places
from knowledge.facts.unbroken import flowing
from knowledge.facts.values import Fact
from knowledge.pages import PageText

PROSE, CUE = 0.8, 0.6
# A character inside a sentence: a dot counts where no new sentence begins behind it, as in "Inc. and" or "U.S. Data".
WITHIN = r"(?:[^.;]|[.;](?=\S|\s+[a-z&(])|(?<=[A-Z]\.[A-Z])\.)"
NAME = r"(?:the\s+)?[A-Z0-9a-z][^\n;:(“\"]{1,90}?"


def said(
    pages: Sequence[PageText],
    pattern: re.Pattern[str],
    read: Callable[[str], str | None] = lambda text: text,
    confidence: float = PROSE,
) -> Iterator[Fact]:
    """Read the group "value" wherever a pattern stands; what cannot be read is left out."""
    for place in places(pages, pattern, "value"):
        value = read(place.text) if place.start >= 0 else None
        if value:
            yield Fact(value, place.quote, place.page.number, confidence)


def companies(pages: Sequence[PageText], pattern: re.Pattern[str], confidence: float = PROSE) -> Iterator[Fact]:
    """Read the companies that a pattern names, those too that a line's end has broken in two."""
    yield from said(pages, pattern, company, confidence)
    for page in pages:
        joined = flowing(page)
        for place in places([joined], pattern, "value") if joined is not page else ():
            name = company(place.text) if place.start >= 0 else None
            own = page.text[place.start : place.end]
            if name and FORMED.search(name) and "\n" in own and len(name) > own.index("\n"):
                yield Fact(name, Place(page, place.start, place.end).quote, page.number, confidence)


def stands(pages: Sequence[PageText], pattern: re.Pattern[str], value: str, confidence: float = PROSE) -> Fact | None:
    """Make a fact of the first place where a pattern stands, if any."""
    place = next(places(pages, pattern), None)
    return Fact(value, place.quote, place.page.number, confidence) if place else None


def at(page: PageText, start: int, end: int, value: str = "", confidence: float = PROSE) -> Fact:
    """Make a fact of a stretch of a page, with its lines as quote."""
    place = Place(page, start, end)
    return Fact(value or flat(place.text), place.lines, page.number, confidence)
