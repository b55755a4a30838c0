"""A rating's text cut at its marks, so that each [1] becomes a link to the page it stands on; pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.citations import Quote
from portal.review.quotes import short_name, viewer_url

_MARK = re.compile(r"\[(\d{1,3})\]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, or a citation when it has an address."""

    text: str
    url: str = ""
    quote: str = ""


def pieces(text: str, citations: Sequence[Quote]) -> list[Piece]:
    """Cut the text at its marks; a mark without a citation stays text."""
    return list(_pieces(text, citations))


def _pieces(text: str, citations: Sequence[Quote]) -> Iterator[Piece]:
    at = 0
    for mark in _MARK.finditer(text):
        number = int(mark.group(1))
        if 1 <= number <= len(citations):
            quote = citations[number - 1]
            yield Piece(text[at : mark.start()])
            yield Piece(f"{short_name(quote.document)} {quote.place}", viewer_url(quote), quote.text)
            at = mark.end()
    yield Piece(text[at:])
