"""What SQL says of a scope: which shelves may be read, how much stands on them, and the text of passages on them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from piccolo.columns.combination import And, Where

from knowledge.candidates import Readable
from knowledge.pages import WHOLE, PageState
from knowledge.scope import Scope
from knowledge.shelves import shelves
from knowledge.tables import Document, DocumentState, Page, Passage


@dataclass(frozen=True, slots=True)
class Found:
    """A passage of a page; `text` may be quoted, `header` only helped to find it.

    `page.text[unit_start:unit_end]` is the sentence, row or item of it that answers best. `also` are the other places
    of the same shelf where the very same text stands, in another document or another version of this one.
    """

    passage_id: int
    document_id: UUID
    document: str
    page: int
    label: str
    start: int
    end: int
    text: str
    header: str
    score: float
    collection: str
    added_at: datetime
    unit_start: int
    unit_end: int
    also: "tuple[Found, ...]" = ()


@dataclass(frozen=True, slots=True)
class UnreadPage:
    """A page in the scope that was not, or not wholly, read; its silence proves nothing."""

    document: str
    page: int
    state: PageState


@dataclass(frozen=True, slots=True)
class Searched:
    """How much stood behind an answer: documents and pages searched, pages and whole documents that could not be."""

    documents: int
    pages: int
    unread: tuple[UnreadPage, ...] = ()
    unread_documents: tuple[str, ...] = ()


async def readable_in(scope: Scope) -> list[Readable]:
    """Read the scope's shelves that hold at least one document the scope admits."""
    readable = [
        Readable(shelf, _admitted(scope, [each.id for each in shelf.documents]))
        for shelf in await shelves(scope.collections)
    ]
    return [part for part in readable if part.shelf.documents and part.documents != frozenset()]


def _admitted(scope: Scope, documents: Sequence[UUID]) -> frozenset[UUID] | None:
    """Narrow the scope's documents to those on one shelf; None when it admits the whole shelf."""
    if scope.documents is None or scope.documents.issuperset(documents):
        return None
    return scope.documents.intersection(documents)


async def searched_in(scope: Scope) -> Searched:
    """Count what the scope holds and list what of it could not be read."""
    where: Where | And = Document.collection.is_in(list(scope.collections))
    if scope.documents is not None:
        where = where & Document.id.is_in(list(scope.documents))
    rows = await (
        Document.select(Document.id, Document.name, Document.state, Document.reason, Document.pages_read)
        .where(where)
        .order_by(Document.name)
    )
    ready = {row["id"]: row for row in rows if row["state"] == DocumentState.READY}
    return Searched(
        documents=len(ready),
        pages=sum(row["pages_read"] for row in ready.values()),
        unread=await _unread({key: row["name"] for key, row in ready.items() if row["reason"]}),
        unread_documents=tuple(row["name"] for row in rows if row["id"] not in ready),
    )


async def passages_in(scope: Scope, ids: Collection[int]) -> dict[int, Found]:
    """Read these passages, by id; whatever is outside of the scope or not ready any more is left out."""
    if scope.is_empty or not ids:
        return {}
    where: Where | And = Passage.id.is_in(list(ids)) & Passage.collection.is_in(list(scope.collections))
    if scope.documents is not None:
        where = where & Passage.document.is_in(list(scope.documents))
    rows = await (
        Passage.select(
            Passage.id,
            Passage.page,
            Passage.start,
            Passage.end,
            Passage.text,
            Passage.header,
            Passage.document.id.as_alias("document_id"),
            Passage.document.name.as_alias("document_name"),
            Passage.document.collection.as_alias("collection"),
            Passage.document.created_at.as_alias("added_at"),
        )
        .where(where)
        .where(Passage.document.state == DocumentState.READY.value)
        .where(Passage.document.collection.is_in(list(scope.collections)))
    )
    allowed = [row for row in rows if scope.allows(row["collection"], row["document_id"])]
    labels = await _labels({(row["document_id"], row["page"]) for row in allowed})
    return {
        row["id"]: Found(
            passage_id=row["id"],
            document_id=row["document_id"],
            document=row["document_name"],
            page=row["page"],
            label=labels.get((row["document_id"], row["page"]), ""),
            start=row["start"],
            end=row["end"],
            text=row["text"],
            header=row["header"],
            score=0.0,
            collection=row["collection"],
            added_at=row["added_at"],
            unit_start=row["start"],
            unit_end=row["end"],
        )
        for row in allowed
    }


async def _unread(documents: Mapping[UUID, str]) -> tuple[UnreadPage, ...]:
    """List the pages not read in full; a ready document that has any says so in its reason, the others need no look."""
    if not documents:
        return ()
    rows = await (
        Page.select(Page.document, Page.number, Page.state)
        .where(Page.document.is_in(list(documents)))
        .where(Page.state.not_in([state.value for state in WHOLE]))
    )
    pages = [UnreadPage(documents[row["document"]], row["number"], PageState(row["state"])) for row in rows]
    return tuple(sorted(pages, key=lambda page: (page.document, page.page)))


async def _labels(places: Collection[tuple[UUID, int]]) -> dict[tuple[UUID, int], str]:
    if not places:
        return {}
    rows = await (
        Page.select(Page.document, Page.number, Page.label)
        .where(Page.document.is_in(list({document for document, _ in places})))
        .where(Page.number.is_in(list({number for _, number in places})))
    )
    return {(row["document"], row["number"]): row["label"] for row in rows}
