"""Quotes, and what was searched for them, as a verdict's row keeps them."""

from dataclasses import dataclass
from urllib.parse import quote as escaped

import msgspec

from knowledge.citations import Quote
from knowledge.refuting import Refuted
from knowledge.surveying import Searched
from portal.evidence.quoting import document_ids, quotes_from_json, quotes_to_json, short_name

__all__ = [
    "SearchedFigures",
    "document_ids",
    "quotes_from_json",
    "quotes_to_json",
    "refuted_from_json",
    "refuted_to_json",
    "searched_from_json",
    "searched_to_json",
    "short_name",
    "viewer_url",
]


@dataclass(frozen=True, slots=True)
class SearchedFigures:
    """How much was searched for a verdict, and what of it could not be read."""

    documents: int = 0
    pages: int = 0
    unread_pages: int = 0
    unread_documents: int = 0

    @property
    def words(self) -> str:
        """The figures in one line."""
        said = f"Searched {_counted(self.documents, 'document')}, {_counted(self.pages, 'page')}."
        if self.unread_pages:
            said += f" {_counted(self.unread_pages, 'page')} could not be read."
        if self.unread_documents:
            said += f" {_counted(self.unread_documents, 'document')} could not be read at all."
        return said


def refuted_to_json(refuted: tuple[Refuted, ...]) -> str | None:
    """Write what of a comment is refuted for a row; nothing when nothing is."""
    return msgspec.json.encode(refuted).decode() if refuted else None


def refuted_from_json(text: str | None) -> tuple[Refuted, ...]:
    """Read what of a comment is refuted from a row."""
    return msgspec.json.decode(text, type=tuple[Refuted, ...]) if text else ()


def searched_to_json(searched: Searched) -> str:
    """Write what was searched for a row."""
    figures = SearchedFigures(searched.documents, searched.pages, len(searched.unread), len(searched.unread_documents))
    return msgspec.json.encode(figures).decode()


def searched_from_json(text: str) -> SearchedFigures:
    """Read what was searched from a row."""
    return msgspec.json.decode(text or "{}", type=SearchedFigures)


def viewer_url(quote: Quote) -> str:
    """Return the address at which the quote is shown on its page."""
    return f"/documents/of/{quote.document_id}?page={quote.page}&quote={escaped(quote.text[:1500])}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
