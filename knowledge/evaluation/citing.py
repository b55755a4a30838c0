"""Reads the page of every quote that was given once more: it must stand there, letter for letter, and be in scope."""

from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.citations import Quote
from knowledge.scope import Scope
from knowledge.tables import Document, DocumentState, Page


@dataclass(frozen=True, slots=True)
class Citations:
    """How many quotes were given, and which of them do not stand: the first words of each, with its document and page."""

    quotes: int = 0
    fallen: tuple[str, ...] = ()

    def __add__(self, other: "Citations") -> "Citations":
        return Citations(self.quotes + other.quotes, self.fallen + other.fallen)


async def reread(quotes: Iterable[Quote], scope: Scope) -> Citations:
    """Look at the database itself and share no code with what let the quotes through."""
    given = list(quotes)
    texts = await _texts({quote.document_id for quote in given}, scope) if given else {}
    fallen = [quote for quote in given if not _stands(quote, texts.get((str(quote.document_id), quote.page)))]
    return Citations(len(given), tuple(f"{each.document} p. {each.page}: {each.text[:80]}" for each in fallen))


async def _texts(documents: Iterable[object], scope: Scope) -> dict[tuple[str, int], str]:
    ready = await Document.select(Document.id, Document.collection).where(
        Document.id.is_in(list(documents)), Document.state == DocumentState.READY.value
    )
    allowed = [row["id"] for row in ready if scope.allows(row["collection"], row["id"])]
    if not allowed:
        return {}
    rows = await Page.select(Page.document, Page.number, Page.text).where(Page.document.is_in(allowed))
    return {(str(row["document"]), row["number"]): row["text"] for row in rows}


def _stands(quote: Quote, text: str | None) -> bool:
    return text is not None and quote.text.strip() != "" and text[quote.start : quote.end] == quote.text
