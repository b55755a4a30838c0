"""Quotes as rows keep them and as citations carry them, for every area that cites."""

from urllib.parse import quote as escaped

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


def viewer_url(quote: Quote) -> str:
    """Return the address at which the quote is shown on its page."""
    return f"/documents/of/{quote.document_id}?page={quote.page}&quote={escaped(quote.text[:1500])}"
