"""The text of passages, and the documents and pages they stand on: read from SQL, within a scope."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from knowledge.among import among, listed
from knowledge.scope import Scope
from knowledge.tables import Document, DocumentState, Page, Passage

# The few passages asked for come first: a database that does not know its sizes yet would begin with whole shelves.
_PASSAGES = (
    "WITH asked AS MATERIALIZED (SELECT * FROM passage WHERE id IN ({})) "
    "SELECT asked.id AS passage_id, document.id AS document_id, document.name AS document, asked.page, "
    'asked.start, asked."end", asked.text, asked.header, document.collection, document.created_at AS added_at '
    "FROM asked JOIN document ON document.id = asked.document AND document.collection = asked.collection "
    "WHERE document.collection IN ({})"
)


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
    sql, values = _PASSAGES, [listed(Passage.id, ids), listed(Document.collection, scope.collections)]
    if scope.documents is not None:
        sql, values = f"{sql} AND document.id IN ({{}})", [*values, listed(Document.id, scope.documents)]
    rows = await Passage.raw(f"{sql} AND document.state = {{}}", *values, DocumentState.READY.value)
    allowed = [row for row in rows if scope.allows(row["collection"], row["document_id"])]
    labels = await _labels({(row["document_id"], row["page"]) for row in allowed})
    return {
        row["passage_id"]: Found(
            **row,
            label=labels.get((row["document_id"], row["page"]), ""),
            score=0.0,
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
