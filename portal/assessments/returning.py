"""What the review does with an assessment: starts on it, returns questions to the vendor, completes it."""

from uuid import UUID

from portal.assessments.access import assessment_for
from portal.assessments.inviting import invite
from portal.assessments.letters import returned_letter
from portal.assessments.states import AssessmentState, move, try_move
from portal.assessments.tables import AskedAgain, Assessment
from portal.core import audit
from portal.core.clock import now
from portal.core.database import transaction
from portal.core.errors import Conflict
from portal.core.scope import Can, Principal
from portal.core.settings import Settings
from portal.vendors.tables import Contact
from questionnaires.answering import reopen


async def start_review(who: Principal, assessment_id: UUID) -> bool:
    """Take a submitted assessment into review; returns whether this call did, so that looking twice does no harm."""
    who.require(Can.review)
    assessment = await assessment_for(who, assessment_id)
    async with transaction():
        started = await try_move(assessment.id, AssessmentState.in_review, [AssessmentState.submitted])
        if started:
            await audit.record(who, "assessment.review_started", assessment, vendor=assessment.vendor)
    return started


async def return_assessment(
    settings: Settings, company: str, who: Principal, assessment_id: UUID, note: str = ""
) -> int:
    """Send the questions asked again back to the vendor and mail the contact a link; returns how many. Raises Conflict."""
    who.require(Can.review)
    assessment = await assessment_for(who, assessment_id)
    async with transaction():
        await try_move(assessment.id, AssessmentState.in_review, [AssessmentState.submitted])
        at, note = now(), note.strip()
        await move(assessment.id, AssessmentState.returned, {Assessment.returned_note: note})
        waiting = (AskedAgain.assessment == assessment.id) & AskedAgain.returned_at.is_null()
        rows = await (
            AskedAgain.update({AskedAgain.returned_at: at})
            .where(waiting & AskedAgain.settled_at.is_null())
            .returning(AskedAgain.ref)
        )
        refs = sorted({row["ref"] for row in rows})
        if not refs:
            raise Conflict("Ask at least one question again before you return the questionnaire.")
        await reopen(assessment.response, at)
        await _mail(settings, company, who, assessment, len(refs), note)
        await audit.record(who, "assessment.returned", assessment, {"questions": refs}, vendor=assessment.vendor)
    return len(refs)


async def complete_assessment(who: Principal, assessment_id: UUID) -> None:
    """Close a reviewed assessment for good."""
    who.require(Can.review)
    assessment = await assessment_for(who, assessment_id)
    async with transaction():
        await move(assessment.id, AssessmentState.completed, {Assessment.completed_at: now()})
        await audit.record(who, "assessment.completed", assessment, vendor=assessment.vendor)


async def _mail(
    settings: Settings, company: str, who: Principal, assessment: Assessment, count: int, note: str
) -> None:
    contact = await Contact.objects().where((Contact.id == assessment.contact) & Contact.active.eq(True)).first()
    if contact is None:
        raise Conflict("The contact was switched off; choose an active contact at the vendor first.")

    def letter(link: str) -> tuple[str, str]:
        return returned_letter(company, assessment, contact, link, count, note)

    await invite(settings, company, assessment, contact, who, letter)
