"""Lets through only those sentences of a language model whose quotes stand on the page they name and say what they say."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from knowledge.citations import Quote, find_quote
from knowledge.evidence import Pages, Place
from knowledge.language import Json
from knowledge.polarity import denials
from knowledge.specifics import Value, values
from knowledge.terms import essential, fills, names
from knowledge.values import comparable

SENTENCES = 6
SHORTEST_QUOTE = 12
NAMED = 0.5
_MARK = re.compile(r"\S*(?:\d|://|www\.|@|[<>\[\]|])\S*", re.I)
_PUNCTUATION = ".,;:!?()'\""


@dataclass(frozen=True, slots=True)
class Grounded:
    """A sentence that a model wrote and the quote it stands on."""

    text: str
    quote: Quote


def grounded(reply: Mapping[str, Json], places: Mapping[str, Place], pages: Pages) -> tuple[list[Grounded], int]:
    """Return the sentences that hold, and how many were removed."""
    written = reply.get("sentences")
    items = written[:SENTENCES] if isinstance(written, list) else []
    kept = [sentence for item in items if (sentence := _kept(item, places, pages)) is not None]
    return kept, len(items) - len(kept)


def _kept(item: Json, places: Mapping[str, Place], pages: Pages) -> Grounded | None:
    if not isinstance(item, dict):
        return None
    text, quote = _words(item.get("text")), _words(item.get("quote"))
    place = places.get(_words(item.get("passage")))
    if place is None or not text or len(quote) < SHORTEST_QUOTE:
        return None
    page_text = pages.get((place.document_id, place.page), "")
    span = find_quote(quote, page_text)
    if span is None or not _says(text, page_text[span[0] : span[1]]):
        return None
    stands = Quote(place.document_id, place.document, place.page, place.label, *span, page_text[span[0] : span[1]])
    return Grounded(text, stands)


def _words(value: Json | None) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _says(text: str, quote: str) -> bool:
    """Check values, denial and half of the ideas; the model's wording of the rest is its own."""
    quote = " ".join(quote.split())
    said = values(quote)
    if not all(_is_stated(value, said, quote) for value in values(text)):
        return False
    if adds_marks(text, quote) or bool(denials(text)) != bool(denials(quote)):
        return False
    ideas = [term.name for term in essential(text)]
    return sum(fills(idea, names(quote)) for idea in ideas) >= NAMED * len(ideas)


def adds_marks(text: str, quote: str) -> bool:
    """Tell whether a sentence holds an address, a number or a code that neither the quote nor a value of it has."""
    of_values = [(value.start, value.end) for value in values(text)]
    return any(
        match.group().strip(_PUNCTUATION).lower() not in quote.lower()
        for match in _MARK.finditer(text)
        if not any(start < match.end() and match.start() < end for start, end in of_values)
    )


def _is_stated(value: Value, said: Sequence[Value], quote: str) -> bool:
    if value.text.lower() in quote.lower():
        return True
    return any(comparable(value, other) and (value.low, value.high) == (other.low, other.high) for other in said)
