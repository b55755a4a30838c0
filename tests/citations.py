"""Reads again, at the end of a test, every quote of every answer that the test stored: it must stand on its page, in scope."""

from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass
from uuid import UUID

import msgspec
from piccolo.table import Table

from knowledge.citations import Quote
from knowledge.evaluation.citing import Citations, reread
from knowledge.scope import Scope
from portal.assessments.tables import Assessment, Suggestion
from portal.assistant.keeping import cited_from_json
from portal.assistant.tables import Turn
from portal.drafts.tables import Draft
from portal.evidence.quoting import quotes_from_json
from portal.evidence.tables import Evidence
from portal.findings.tables import Finding
from portal.ratings.tables import RatingRecord
from portal.review.sides import Side
from portal.review.tables import AnswerVerdict, Conflict
from portal.vendors.collections import collection_of
from portal.vendors.tables import Vendor


@dataclass(frozen=True, slots=True)
class Stored:
    """The quotes of one stored answer, and the vendors whose documents it may quote."""

    quotes: tuple[Quote, ...]
    vendors: tuple[UUID, ...]


async def reread_all() -> Citations:
    """Look at all that is stored in the bound database; what fell is told by its words and its place.

    History keeps the quotes of evidence that somebody removed; nothing is left to hold those against.
    """
    gone = {
        row["document"] for row in await Evidence.select(Evidence.document).where(Evidence.removed_at.is_not_null())
    }
    found = Citations()
    async for stored in _stored():
        quotes = [quote for quote in stored.quotes if quote.document_id not in gone]
        if quotes:
            found += await reread(quotes, Scope(tuple(collection_of(vendor) for vendor in stored.vendors)))
    return found


async def _stored() -> AsyncIterator[Stored]:
    everyone = tuple(row["id"] for row in await Vendor.select(Vendor.id))
    for row in await Turn.select(Turn.citations, Turn.vendors, Turn.conversation.vendor.as_alias("vendor")):
        quotes = tuple(each.quote for each in cited_from_json(row["citations"]) if each.quote)
        among = msgspec.json.decode(row["vendors"], type=tuple[UUID, ...]) if row["vendors"] else everyone
        yield Stored(quotes, (row["vendor"],) if row["vendor"] else among)
    for table, column in ((AnswerVerdict, "quotes"), (Suggestion, "quotes"), (Conflict, "sides")):
        async for stored in _of_assessments(table, column):
            yield stored
    for owned, column in ((Draft, "citations"), (Finding, "quotes"), (RatingRecord, "citations")):
        for row in await owned.select(getattr(owned, column), owned._meta.get_column_by_name("vendor")):
            yield Stored(quotes_from_json(row[column]), (row["vendor"],))


async def _of_assessments(table: type[Table], column: str) -> AsyncIterator[Stored]:
    vendors = {row["id"]: row["vendor"] for row in await Assessment.select(Assessment.id, Assessment.vendor)}
    for row in await table.select(getattr(table, column), table._meta.get_column_by_name("assessment")):
        quotes = _of_sides(row[column]) if table is Conflict else quotes_from_json(row[column])
        yield Stored(tuple(quotes), (vendors[row["assessment"]],))


def _of_sides(kept: str) -> Iterable[Quote]:
    return [side.quote for side in msgspec.json.decode(kept, type=tuple[Side, ...]) if side.quote]
