"""Who may see which assessment: staff who read evidence see all, a contact only those of the own vendor."""

from uuid import UUID

from portal.assessments.tables import Assessment
from portal.core.errors import NotFound
from portal.core.scope import Can, Principal, Role


async def assessment_for(who: Principal, assessment_id: UUID) -> Assessment:
    """Return the assessment; raises NotFound when it does not exist or is not this person's to see."""
    assessment = await Assessment.objects().where(Assessment.id == assessment_id).first()
    if assessment is None or not _may_see(who, assessment):
        raise NotFound()
    return assessment


def _may_see(who: Principal, assessment: Assessment) -> bool:
    if who.role is Role.contact:
        return who.vendor is not None and assessment.vendor == who.vendor
    return who.can(Can.read_evidence)
