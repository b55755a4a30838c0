"""The text of passages, and the documents and pages they stand on: read from SQL, within a scope."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from piccolo.columns.combination import And, Where

from knowledge.among import among
from knowledge.scope import Scope
from knowledge.tables import DocumentState, Page, Passage


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


async def passages_in(scope: Scope, ids: Collection[int]) -> dict[int, Found]:
    """Read these passages, by id; whatever is outside of the scope or not ready any more is left out."""
    if scope.is_empty or not ids:
        return {}
    where: Where | And = among(Passage.id, ids) & among(Passage.collection, scope.collections)
    if scope.documents is not None:
        where = where & among(Passage.document, scope.documents)
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
        .where(among(Passage.document.collection, scope.collections))
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


async def _labels(places: Collection[tuple[UUID, int]]) -> dict[tuple[UUID, int], str]:
    if not places:
        return {}
    rows = await (
        Page.select(Page.document, Page.number, Page.label)
        .where(among(Page.document, {document for document, _ in places}))
        .where(among(Page.number, {number for _, number in places}))
    )
    return {(row["document"], row["number"]): row["label"] for row in rows}
