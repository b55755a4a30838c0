"""Which of a vendor's documents are current: those that no newer version has taken the place of."""

from collections.abc import Sequence
from enum import StrEnum
from uuid import UUID

from knowledge.scope import Scope
from knowledge.tables import Document, DocumentState
from portal.evidence.tables import Evidence, Succession
from portal.vendors.collections import collection_of


class SuccessionState(StrEnum):
    """Whether a document stands in an older one's place."""

    suggested = "suggested"
    standing = "standing"
    declined = "declined"

    @property
    def label(self) -> str:
        """The word shown to people."""
        return {"suggested": "To be decided", "standing": "Replaced", "declined": "Not the same document"}[self.value]


async def superseded(vendors: Sequence[UUID] | None = None) -> dict[UUID, UUID]:
    """Return the documents whose place a newer one has taken, each with the evidence that took it.

    The knowledge engine's ids; of these vendors, or of all. While the newer one is not there to be read, the older is
    current.
    """
    columns = (
        Succession.older.document.as_alias("document"),
        Succession.newer.id.as_alias("newer"),
        Succession.newer.document.as_alias("reading"),
    )
    query = Succession.select(*columns).where(
        (Succession.state == SuccessionState.standing.value) & Succession.newer.removed_at.is_null()
    )
    if vendors is not None:
        query = query.where(Succession.older.vendor.is_in(list(vendors)))
    rows = await query
    ready = await _ready([row["reading"] for row in rows])
    return {row["document"]: row["newer"] for row in rows if row["reading"] in ready}


async def _ready(documents: list[UUID]) -> set[UUID]:
    if not documents:
        return set()
    ready = Document.id.is_in(documents) & (Document.state == DocumentState.READY.value)
    return {row["id"] for row in await Document.select(Document.id).where(ready)}


async def current_scope(vendors: Sequence[UUID], older: bool = False) -> Scope:
    """Return what may be searched of these vendors: their current documents, or the older versions as well."""
    shelves = tuple(collection_of(vendor) for vendor in vendors)
    gone = await superseded(vendors) if vendors and not older else {}
    if not gone:
        return Scope(shelves)
    rows = await Document.select(Document.id).where(Document.collection.is_in(list(shelves)))
    return Scope(shelves, frozenset(row["id"] for row in rows) - gone.keys())


async def basis_of(vendor_id: UUID) -> tuple[object, ...]:
    """Return what the verdicts on a vendor follow from, to be compared: its current documents, as read and as corrected."""
    gone = await superseded([vendor_id])
    rows = await (
        Document.select(Document.id, Document.updated_at, Document.facts_at)
        .where((Document.collection == collection_of(vendor_id)) & (Document.state == DocumentState.READY.value))
        .order_by(Document.id)
    )
    return tuple((row["id"], row["updated_at"], row["facts_at"]) for row in rows if row["id"] not in gone)


async def is_awaited(evidence: Sequence[UUID]) -> set[UUID]:
    """Return those whose place a newer one has taken, or seems to: nobody needs to be asked for a newer version."""
    if not evidence:
        return set()
    states = [SuccessionState.standing.value, SuccessionState.suggested.value]
    rows = await Succession.select(Succession.older).where(
        Succession.older.is_in(list(evidence)) & Succession.state.is_in(states) & Succession.newer.removed_at.is_null()
    )
    return {row["older"] for row in rows}


async def evidence_of(vendor_id: UUID) -> list[Evidence]:
    """Return a vendor's evidence that nobody removed, the oldest upload first."""
    rows: list[Evidence] = await (
        Evidence.objects()
        .where((Evidence.vendor == vendor_id) & Evidence.removed_at.is_null())
        .order_by(Evidence.uploaded_at)
    )
    return rows


async def evidence_named(vendor_id: UUID, name: str) -> Evidence | None:
    """Return the newest upload of that name that nobody removed; None where there is none."""
    return next((row for row in reversed(await evidence_of(vendor_id)) if row.name == name), None)
