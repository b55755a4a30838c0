"""Who may see which assessment: staff who read evidence all, a contact those of the own vendor, a colleague the one."""

from uuid import UUID

from portal.assessments.colleagues.standing import living
from portal.assessments.states import AssessmentState
from portal.assessments.tables import Assessment
from portal.core.errors import NotFound
from portal.core.scope import Can, Principal, Role


async def assessment_for(who: Principal, assessment_id: UUID) -> Assessment:
    """Return the assessment; raises NotFound when it does not exist or is not this person's to see."""
    assessment = await Assessment.objects().where(Assessment.id == assessment_id).first()
    if assessment is None or not await _may_see(who, assessment):
        raise NotFound()
    return assessment


async def _may_see(who: Principal, assessment: Assessment) -> bool:
    if who.role is Role.colleague:
        going_on = assessment.state != AssessmentState.cancelled.value and assessment.vendor == who.vendor
        return going_on and await living(who, assessment.id) is not None
    if who.role is Role.contact:
        return who.vendor is not None and assessment.vendor == who.vendor
    return who.can(Can.read_evidence)
