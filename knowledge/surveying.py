"""What stands on the shelves of a scope: how much of it can be searched, and what could not be read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from piccolo.columns.combination import And, Where
from piccolo.query.functions import Count, Sum
from piccolo.querystring import QueryString

from knowledge.among import among, not_among
from knowledge.pages import WHOLE, PageState
from knowledge.scope import Scope
from knowledge.shelves import Shelf, shelves
from knowledge.tables import Document, DocumentState, Page, Passage

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Standing:
    """How much of one shelf is ready and admitted by the scope."""

    collection: str
    documents: int
    pages: int
    passages: int


@dataclass(frozen=True, slots=True)
class Readable:
    """A shelf, and which of its documents the scope admits (None: all of them)."""

    shelf: Shelf
    documents: frozenset[UUID] | None


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


async def standing_in(scope: Scope) -> list[Standing]:
    """Count what stands on the scope's shelves; those with nothing on them are left out."""
    rows = await (
        Document.select(
            Document.collection,
            Count(alias="documents"),
            Sum(Document.pages_read, alias="pages"),
            Sum(Document.passage_count, alias="passages"),
        )
        .where(_within(scope))
        .where(Document.state == DocumentState.READY.value)
        .group_by(Document.collection)
    )
    return [Standing(**row) for row in rows]


async def searched_in(scope: Scope) -> Searched:
    """Count what the scope holds and list what of it could not be read."""
    return await searched_on(await standing_in(scope), scope)


async def searched_on(standing: Sequence[Standing], scope: Scope) -> Searched:
    """Say of shelves already counted what could not be read."""
    rows = await (
        Document.select(Document.id, Document.name, Document.state)
        .where(_within(scope))
        .where((Document.state != DocumentState.READY.value) | (Document.reason != ""))
        .order_by(Document.name)
    )
    ready = {row["id"]: row["name"] for row in rows if row["state"] == DocumentState.READY}
    return Searched(
        documents=sum(each.documents for each in standing),
        pages=sum(each.pages for each in standing),
        unread=await _unread(ready),
        unread_documents=tuple(row["name"] for row in rows if row["id"] not in ready),
    )


async def readable_in(scope: Scope) -> list[Readable]:
    """Read the scope's shelves that hold at least one document the scope admits."""
    readable = [
        Readable(shelf, _admitted(scope, [each.id for each in shelf.documents]))
        for shelf in await shelves(scope.collections)
    ]
    return [part for part in readable if part.shelf.documents and part.documents != frozenset()]


async def left_out(scope: Scope) -> "NDArray[np.int64]":
    """List the passages that stand on the scope's shelves in documents it does not admit."""
    import numpy as np

    if scope.documents is None:
        return np.zeros(0, np.int64)
    documents = (
        Document.select(Document.id)
        .where(among(Document.collection, scope.collections))
        .where(not_among(Document.id, scope.documents))
    )
    joined = "string_agg(id::text, ',')" if Passage._meta.db.engine_type == "postgres" else "group_concat(id)"
    (row,) = await Passage.select(QueryString(joined, alias="ids")).where(Passage.document.is_in(documents))
    return np.fromstring(row["ids"] or "", np.int64, sep=",")


def _within(scope: Scope) -> Where | And:
    where = among(Document.collection, scope.collections)
    return where if scope.documents is None else where & among(Document.id, scope.documents)


def _admitted(scope: Scope, documents: Sequence[UUID]) -> frozenset[UUID] | None:
    """Narrow the scope's documents to those on one shelf; None when it admits the whole shelf."""
    if scope.documents is None or scope.documents.issuperset(documents):
        return None
    return scope.documents.intersection(documents)


async def _unread(documents: Mapping[UUID, str]) -> tuple[UnreadPage, ...]:
    """List the pages not read in full; a ready document that has any says so in its reason, the others need no look."""
    if not documents:
        return ()
    rows = await (
        Page.select(Page.document, Page.number, Page.state)
        .where(among(Page.document, documents.keys()))
        .where(Page.state.not_in([state.value for state in WHOLE]))
    )
    pages = [UnreadPage(documents[row["document"]], row["number"], PageState(row["state"])) for row in rows]
    return tuple(sorted(pages, key=lambda page: (page.document, page.page)))
