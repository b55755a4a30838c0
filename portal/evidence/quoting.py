"""Quotes of documents as rows keep them, and the names of their documents as citations carry them."""

from uuid import UUID

import msgspec

from knowledge.citations import Quote


def quotes_to_json(quotes: tuple[Quote, ...]) -> str:
    """Write quotes for a row."""
    return msgspec.json.encode(quotes).decode()


def quotes_from_json(text: str) -> tuple[Quote, ...]:
    """Read quotes from a row."""
    return msgspec.json.decode(text or "[]", type=tuple[Quote, ...])


def short_name(document: str) -> str:
    """Return a document's name as a citation carries it: without the ending, and not too long."""
    bare = document.removesuffix(".pdf").removesuffix(".PDF")
    return bare if len(bare) <= 44 else f"{bare[:43]}…"


def document_ids(quotes: tuple[Quote, ...]) -> list[UUID]:
    """Return the documents the quotes stand in, each once, in their order."""
    return list(dict.fromkeys(quote.document_id for quote in quotes))
