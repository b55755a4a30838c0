"""Quotes, and what else a verdict's row keeps of its grounds."""

from urllib.parse import quote as escaped

import msgspec

from knowledge.citations import Quote
from knowledge.own_words import Part
from knowledge.refuting import Refuted
from portal.evidence.quoting import document_ids, quotes_from_json, quotes_to_json, short_name

__all__ = [
    "document_ids",
    "parts_from_json",
    "parts_to_json",
    "quotes_from_json",
    "quotes_to_json",
    "refuted_from_json",
    "refuted_to_json",
    "short_name",
    "viewer_url",
]


def refuted_to_json(refuted: tuple[Refuted, ...]) -> str | None:
    """Write what of a comment is refuted for a row; nothing when nothing is."""
    return msgspec.json.encode(refuted).decode() if refuted else None


def refuted_from_json(text: str | None) -> tuple[Refuted, ...]:
    """Read what of a comment is refuted from a row."""
    return msgspec.json.decode(text, type=tuple[Refuted, ...]) if text else ()


def parts_to_json(parts: tuple[Part, ...]) -> str | None:
    """Write the verdicts on the statements of an answer for a row; nothing for an answer that makes one."""
    return msgspec.json.encode(parts).decode() if parts else None


def parts_from_json(text: str | None) -> tuple[Part, ...]:
    """Read the verdicts on the statements of an answer from a row."""
    return msgspec.json.decode(text, type=tuple[Part, ...]) if text else ()


def viewer_url(quote: Quote) -> str:
    """Return the address at which the quote is shown on its page."""
    return f"/documents/of/{quote.document_id}?page={quote.page}&quote={escaped(quote.text[:1500])}"
