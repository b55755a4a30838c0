"""What stands between a partner that was never rated and its first rating."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from portal.assessments.states import ANSWERABLE, AssessmentState
from portal.assessments.tables import Assessment
from portal.core.clock import today
from portal.core.dates import date_long
from portal.ratings.tables import RatingRecord

NOTHING_SENT = "No questionnaire has been sent to this partner yet."
IN_REVIEW = "The answers are in and being reviewed; after that comes the rating."
NOT_DRAFTED = "The review is finished; the rating has to be drafted and approved."
NOT_APPROVED = "A rating is being prepared; a second person has to approve it."


async def missing_of(vendors: Sequence[UUID]) -> dict[UUID, tuple[str, ...]]:
    """Return, for vendors without a published rating, how far they are, in a sentence each."""
    if not vendors:
        return {}
    drafted = await RatingRecord.select(RatingRecord.vendor).where(RatingRecord.vendor.is_in(list(vendors)))
    being_rated = {row["vendor"] for row in drafted}
    newest = await _newest_assessments(list(vendors))
    return {
        vendor: (NOT_APPROVED if vendor in being_rated else newest.get(vendor, NOTHING_SENT),) for vendor in vendors
    }


async def _newest_assessments(vendors: list[UUID]) -> dict[UUID, str]:
    rows = await (
        Assessment.select(Assessment.vendor, Assessment.state, Assessment.due)
        .where(Assessment.vendor.is_in(vendors) & (Assessment.state != AssessmentState.cancelled.value))
        .order_by(Assessment.created_at)
    )
    return {row["vendor"]: _sentence(AssessmentState(row["state"]), row["due"]) for row in rows}


def _sentence(state: AssessmentState, due: date | None) -> str:
    if state is AssessmentState.draft:
        return NOTHING_SENT
    if state in ANSWERABLE:
        return _with_the_partner(due)
    return NOT_DRAFTED if state is AssessmentState.completed else IN_REVIEW


def _with_the_partner(due: date | None) -> str:
    if due and due < today():
        return f"The questionnaire is with the partner; the answers were due on {date_long(due)}."
    until = f", to be answered by {date_long(due)}" if due else ""
    return f"The questionnaire is with the partner{until}."
