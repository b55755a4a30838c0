"""Drafting a rating: worked out by the method, with a text written from it."""

from uuid import UUID

from piccolo.columns import Column

from portal.assessments.states import AssessmentState
from portal.assessments.tables import Assessment
from portal.core import audit
from portal.core.clock import now, today
from portal.core.database import transaction
from portal.core.errors import Conflict
from portal.core.numbering import next_number
from portal.core.scope import Can, Principal
from portal.drafts.composing import Composed, compose
from portal.evidence.current import current_scope
from portal.ratings.gathering import Gathered, gather
from portal.ratings.narrative import WRITTEN_BY, narrative
from portal.ratings.states import RatingState
from portal.ratings.tables import Condition, RatingRecord
from portal.review.access import review_for
from portal.review.quotes import quotes_to_json
from portal.risk.rating import Rating, rate, rating_inputs_to_json, rating_to_json
from portal.vendors.tables import Vendor

RATABLE = (AssessmentState.submitted, AssessmentState.in_review, AssessmentState.completed)


async def draft_rating(who: Principal, assessment_id: UUID) -> RatingRecord:
    """Work out the rating of an assessment and keep it as a draft; an existing draft is worked out anew.

    A text that somebody has edited is kept; conditions are proposed anew. Raises Conflict while a rating of this
    assessment waits for approval, or when the questionnaire is back with the vendor.
    """
    who.require(Can.draft_rating)
    assessment = await review_for(who, assessment_id)
    if AssessmentState(assessment.state) not in RATABLE:
        raise Conflict("This questionnaire is back with the vendor; it can be rated when it is submitted again.")
    gathered = await gather(assessment, today())
    rating = rate(gathered.inputs)
    written = await compose(narrative(gathered, rating), await current_scope([assessment.vendor], older=True))
    async with transaction():
        standing = await _unpublished(assessment.id)
        if standing is not None and standing.state == RatingState.proposed.value:
            raise Conflict(
                "A rating of this questionnaire waits for approval; it has to be sent back before it changes."
            )
        row = (
            await _again(who, standing, gathered, rating, written)
            if standing
            else await _anew(who, assessment, gathered, rating, written)
        )
        await _propose_conditions(row.id, rating)
        detail: dict[str, object] = {"number": row.number, "grade": row.grade, "score": rating.score}
        if written.removed:
            detail["sentences_left_out"] = written.removed
        await audit.record(who, "rating.drafted", row, detail, vendor=assessment.vendor)
    return row


async def find_ratable_assessment(vendor: Vendor) -> Assessment | None:
    """Return the vendor's newest submitted assessment, or None while there is none."""
    wanted = (Assessment.vendor == vendor.id) & Assessment.state.is_in([state.value for state in RATABLE])
    return await Assessment.objects().where(wanted).order_by(Assessment.submitted_at, ascending=False).first()


async def _unpublished(assessment_id: UUID) -> RatingRecord | None:
    states = [RatingState.draft.value, RatingState.proposed.value]
    mine = (RatingRecord.assessment == assessment_id) & RatingRecord.state.is_in(states)
    return await RatingRecord.objects().where(mine).first()


async def _anew(
    who: Principal, assessment: Assessment, gathered: Gathered, rating: Rating, written: Composed
) -> RatingRecord:
    row = RatingRecord(
        number=await next_number(RatingRecord.number),
        vendor=assessment.vendor,
        service=assessment.service,
        assessment=assessment.id,
        state=RatingState.draft.value,
        inputs=rating_inputs_to_json(gathered.inputs),
        result=rating_to_json(rating),
        narrative=written.text,
        narrative_drafted=written.text,
        citations=quotes_to_json(written.quotes),
        written_by=WRITTEN_BY,
        method_version=rating.method,
        grade=rating.grade.value,
        residual=rating.residual.value,
        drafted_by=who.id,
        drafted_by_name=who.name,
        drafted_at=now(),
        revision=1,
        refused_note="",
        record="",
        record_hash="",
    )
    await row.save()
    return row


async def _again(
    who: Principal, row: RatingRecord, gathered: Gathered, rating: Rating, written: Composed
) -> RatingRecord:
    changes: dict[Column | str, object] = {
        RatingRecord.inputs: rating_inputs_to_json(gathered.inputs),
        RatingRecord.result: rating_to_json(rating),
        RatingRecord.method_version: rating.method,
        RatingRecord.grade: rating.grade.value,
        RatingRecord.residual: rating.residual.value,
        RatingRecord.drafted_by: who.id,
        RatingRecord.drafted_by_name: who.name,
        RatingRecord.drafted_at: now(),
        RatingRecord.revision: row.revision + 1,
    }
    if row.narrative == row.narrative_drafted:
        changes |= {
            RatingRecord.narrative: written.text,
            RatingRecord.narrative_drafted: written.text,
            RatingRecord.written_by: WRITTEN_BY,
            RatingRecord.citations: quotes_to_json(written.quotes),
        }
    await RatingRecord.update(changes).where(RatingRecord.id == row.id)
    drafted = await RatingRecord.objects().get(RatingRecord.id == row.id)
    assert drafted is not None
    return drafted


async def _propose_conditions(rating_id: UUID, rating: Rating) -> None:
    await Condition.delete().where(Condition.rating == rating_id)
    rows = [
        Condition(
            rating=rating_id, title=one.title[:200], why=one.why, owner=one.owner.value, due=one.due, met_by_name=""
        )
        for one in rating.conditions
    ]
    if rows:
        await Condition.insert(*rows)
