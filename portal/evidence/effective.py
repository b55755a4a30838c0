"""The facts that count: what was read of a document with its reviewers' word over it, for everything that asks."""

from uuid import UUID

import msgspec

from knowledge.facts import DocumentFacts, Fact
from knowledge.facts.keys import key_of
from knowledge.facts.reviewing import Review, ReviewAction
from knowledge.storing import store_reviewed
from portal.evidence.tables import Evidence, FactReview


async def apply_reviews(row: Evidence) -> DocumentFacts:
    """Let the reviews of a document's facts count, inside the open transaction; also after it was read again."""
    return await store_reviewed(row.document, [review_of(kept) for kept in await reviews_of(row.id)])


async def reviews_of(evidence_id: UUID, withdrawn: bool = False) -> list[FactReview]:
    """Return what was said of a document's facts in its order; those taken back only if asked for."""
    query = FactReview.objects().where(FactReview.evidence == evidence_id).order_by(FactReview.id)
    rows: list[FactReview] = await (query if withdrawn else query.where(FactReview.withdrawn_at.is_null()))
    return rows


def review_of(row: FactReview) -> Review:
    """Return a kept review as a value."""
    return Review(ReviewAction(row.action), key_of(row.key), fact_from_json(row.old_fact), fact_from_json(row.new_fact))


def fact_from_json(text: str) -> Fact | None:
    """Read one fact back; empty text is none."""
    return msgspec.json.decode(text, type=Fact) if text else None


def fact_to_json(fact: Fact | None) -> str:
    """Write one fact as JSON text; none is empty."""
    return msgspec.json.encode(fact).decode() if fact else ""
