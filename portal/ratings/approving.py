"""Approving: a second person publishes a rating, its record is frozen, and the one before it is superseded."""

from uuid import UUID

from portal.assessments.returning import complete_assessment, start_review
from portal.assessments.states import AssessmentState
from portal.core import audit
from portal.core.clock import now
from portal.core.database import is_postgres, run_sql, transaction
from portal.core.errors import Conflict, NotAllowed
from portal.core.scope import Can, Principal
from portal.ratings.access import rating_for
from portal.ratings.editing import CHANGED
from portal.ratings.gathering import Gathered
from portal.ratings.proposing import still_true, why_not_settled
from portal.ratings.record import evidence_plain, published_record, record_hash
from portal.ratings.states import RatingState
from portal.ratings.tables import Condition, RatingRecord
from portal.risk.gate import valid_until

OWN_DRAFT = "You drafted this rating, so another person has to approve it."
OWN_EDIT = "You were the last to edit this rating, so another person has to approve it."


def why_not_approve(who: Principal, row: RatingRecord) -> str:
    """Return the sentence that keeps this person from approving the rating, or an empty one."""
    if not who.can(Can.approve_rating):
        return "Approving a rating is for an approver."
    if row.drafted_by == who.id:
        return OWN_DRAFT
    return OWN_EDIT if row.edited_by == who.id else ""


async def approve_rating(who: Principal, rating_id: UUID, revision: int | None = None) -> RatingRecord:
    """Publish a proposed rating as it was seen; of any number who try at once, one succeeds.

    Raises NotAllowed for whoever drafted or last edited it, Conflict when it is not proposed, has changed since it was
    seen, or is not what the answers and evidence give today.
    """
    who.require(Can.approve_rating)
    if sentence := why_not_approve(who, await rating_for(who, rating_id)):
        raise NotAllowed(sentence)
    async with transaction():
        row = await _held(who, rating_id, revision)
        gathered = await still_true(row)
        if sentence := why_not_settled(gathered):
            raise Conflict(sentence)
        await _complete(who, gathered)
        previous = await _previous(row)
        await _publish(who, row, gathered, previous)
        if previous is not None:
            await RatingRecord.update({RatingRecord.state: RatingState.superseded.value}).where(
                RatingRecord.id == previous.id
            )
    return await rating_for(who, rating_id)


async def _held(who: Principal, rating_id: UUID, revision: int | None) -> RatingRecord:
    """Return the rating as it stands now, with others who approve for the same vendor waiting (SQLite has one writer)."""
    row = await rating_for(who, rating_id)
    if is_postgres():
        await run_sql("SELECT id FROM vendor WHERE id = {} FOR UPDATE", row.vendor)
        row = await rating_for(who, rating_id)
    if row.state != RatingState.proposed.value or revision not in (None, row.revision):
        raise Conflict(CHANGED)
    if sentence := why_not_approve(who, row):
        raise NotAllowed(sentence)
    return row


async def _complete(who: Principal, gathered: Gathered) -> None:
    """Close the assessment that was rated, if it is not closed yet."""
    assessment = gathered.review.assessment
    if assessment.state == AssessmentState.completed.value:
        return
    await start_review(who, assessment.id)
    await complete_assessment(who, assessment.id)


async def _previous(row: RatingRecord) -> RatingRecord | None:
    service = RatingRecord.service == row.service if row.service else RatingRecord.service.is_null()
    return await (
        RatingRecord.objects()
        .where((RatingRecord.vendor == row.vendor) & service & (RatingRecord.state == RatingState.published.value))
        .first()
    )


async def _publish(who: Principal, row: RatingRecord, gathered: Gathered, previous: RatingRecord | None) -> None:
    at = now()
    until = valid_until(at.date(), gathered.inputs.tiering.tier)
    conditions = await conditions_of(row.id)
    evidence = await evidence_plain(row.vendor)
    record = published_record(row, gathered, conditions, evidence, previous, who, at, until)
    published = await (
        RatingRecord.update(
            {
                RatingRecord.state: RatingState.published.value,
                RatingRecord.approved_by: who.id,
                RatingRecord.approved_by_name: who.name,
                RatingRecord.approved_at: at,
                RatingRecord.valid_until: until,
                RatingRecord.record: record,
                RatingRecord.record_hash: record_hash(record),
            }
        )
        .where(
            (RatingRecord.id == row.id)
            & (RatingRecord.state == RatingState.proposed.value)
            & (RatingRecord.revision == row.revision)
        )
        .returning(RatingRecord.id)
    )
    if not published:
        raise Conflict(CHANGED)
    detail: dict[str, object] = {
        "number": row.number, "grade": row.grade, "valid_until": until.isoformat(), "record_hash": record_hash(record)
    }  # fmt: skip
    await audit.record(who, "rating.published", row, detail, vendor=row.vendor)


async def conditions_of(rating_id: UUID) -> list[Condition]:
    """Return a rating's conditions, the soonest due first."""
    rows = await Condition.objects().where(Condition.rating == rating_id)
    return sorted(rows, key=lambda one: (one.due is not None, one.due or one.title, one.title, str(one.id)))
