"""Lets through only those sentences of a language model whose quotes stand on the page they name, say it, and answer."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.asking import answering_spans, asked
from knowledge.bearing import furthest, lacking
from knowledge.citations import Quote, find_quote
from knowledge.evidence import Candidate, Pages, Place, candidates
from knowledge.extractive import answers
from knowledge.factual import is_misplaced
from knowledge.gates import Gate
from knowledge.language import Json

SHORTEST_QUOTE = 12
_OPENING = re.compile(r"^(?:yes|no)\s*[,.:;\u2013\u2014-]\s*(?=\S)", re.I)


@dataclass(frozen=True, slots=True)
class Grounded:
    """A sentence that a model wrote and the quote it stands on."""

    text: str
    quote: Quote


def grounded(question: str, item: Json, places: Mapping[str, Place], pages: Pages) -> Grounded | Gate:
    """Return a sentence of a model's reply with its quote as the page has it, or the first gate that it does not pass.

    A 'yes' or 'no' that opens it is left out: no page says it.
    """
    if not isinstance(item, dict):
        return Gate.FORM
    text, quote = _without_yes_or_no(_words(item.get("text"))), _words(item.get("quote"))
    if not text or not quote:
        return Gate.FORM
    place = places.get(_words(item.get("passage")))
    if place is None:
        return Gate.PASSAGE
    page_text = pages.get((place.document_id, place.page), "")
    span = find_quote(quote, page_text) if len(quote) >= SHORTEST_QUOTE else None
    if span is None:
        return Gate.QUOTE
    return _judged(question, text, place, page_text, span)


def _judged(question: str, text: str, place: Place, page_text: str, span: tuple[int, int]) -> Grounded | Gate:
    start, end = span
    stretch = Place(place.document_id, place.document, place.page, place.label, start, end, place.header)
    touched = candidates([stretch], {(place.document_id, place.page): page_text})
    said = page_text[start:end]
    if not touched:
        return Gate.AIMED
    gate = furthest([lacking(text, said, item) or _off(question, text, item) for item in touched])
    return gate or Grounded(text, Quote(place.document_id, place.document, place.page, place.label, start, end, said))


def _off(question: str, text: str, item: Candidate) -> Gate | None:
    """Say whether the sentence of the page leaves a slot of the question open, or the text the kind of value asked for."""
    if is_misplaced(question, item.sentence.flat) or not answers(question, item):
        return Gate.QUESTION
    return None if answering_spans(asked(question), text) else Gate.QUESTION


def _words(value: Json | None) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _without_yes_or_no(text: str) -> str:
    rest = _OPENING.sub("", text)
    return rest[:1].upper() + rest[1:] if rest != text else text
