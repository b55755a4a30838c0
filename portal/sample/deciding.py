"""The company's side of the sample programme: decisions, findings, questions asked again, and the two signatures of a rating."""

from datetime import date, timedelta
from uuid import UUID

from portal.assessments.tables import Assessment
from portal.core.scope import Principal
from portal.findings.raising import Shortcoming, raise_finding
from portal.findings.settling import accept_risk
from portal.ratings.approving import approve_rating
from portal.ratings.conditions import meet_condition
from portal.ratings.drafting import draft_rating
from portal.ratings.editing import edit_narrative
from portal.ratings.proposing import propose_rating
from portal.ratings.tables import Condition, RatingRecord
from portal.review.deciding import agree, agree_in_bulk, ask_again, in_bulk_for, seen_of
from portal.review.standing import review_of
from portal.risk.levels import FindingState
from portal.sample.programme import SampleAssessment, SampleRating, SampleVendor


async def decide_everything(reviewer: Principal, assessment_id: UUID) -> None:
    """Agree with every verdict that waits for a decision."""
    light = in_bulk_for(reviewer, await review_of(await _assessment(assessment_id)))
    await agree_in_bulk(reviewer, assessment_id, [seen_of(one) for one in light])
    for one in (await review_of(await _assessment(assessment_id))).reviewed:
        if one.open and not one.note:
            await agree(reviewer, assessment_id, seen_of(one))


async def return_with_questions(reviewer: Principal, assessment_id: UUID, asked: SampleAssessment) -> None:
    """Note the questions that the vendor is to answer again."""
    review = await review_of(await _assessment(assessment_id))
    for note in asked.asked_again:
        one = review.find(note.ref)
        assert one is not None, f"{note.ref} does not apply"
        await ask_again(reviewer, assessment_id, seen_of(one), note.note)


async def raise_sample_findings(
    reviewer: Principal, approver: Principal, assessment_id: UUID, vendor: SampleVendor, today: date
) -> None:
    """Raise the vendor's findings, and accept the risk of those that are accepted."""
    for sample in vendor.findings:
        due = today + timedelta(days=sample.due)
        shortcoming = Shortcoming(sample.title, sample.severity, due, sample.description)
        finding = await raise_finding(reviewer, assessment_id, sample.ref, shortcoming)
        if sample.state is FindingState.ACCEPTED:
            await accept_risk(approver, finding.id, sample.reason, due)


async def rate_and_publish(drafter: Principal, approver: Principal, assessment_id: UUID, sample: SampleRating) -> None:
    """Draft, propose and approve a rating; its figures are worked out."""
    rating = await draft_rating(drafter, assessment_id)
    await edit_narrative(drafter, rating.id, sample.narrative)
    await propose_rating(drafter, rating.id)
    await approve_rating(approver, rating.id)


async def meet_all_conditions(reviewer: Principal, assessment_id: UUID) -> None:
    """Note that the vendor has met every condition of its rating."""
    rating = await RatingRecord.objects().where(RatingRecord.assessment == assessment_id).first()
    assert rating is not None
    for condition in await Condition.objects().where(Condition.rating == rating.id):
        await meet_condition(reviewer, rating.id, condition.id)


async def _assessment(assessment_id: UUID) -> Assessment:
    row = await Assessment.objects().where(Assessment.id == assessment_id).first()
    assert row is not None
    return row
