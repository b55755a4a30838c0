"""Who may see a review: whoever reads evidence; and which of them may decide, in which state."""

from uuid import UUID

from portal.assessments.access import assessment_for
from portal.assessments.states import AssessmentState
from portal.assessments.tables import Assessment
from portal.core.errors import Conflict, NotFound
from portal.core.scope import Can, Principal

SHOWN = frozenset(
    {AssessmentState.submitted, AssessmentState.in_review, AssessmentState.returned, AssessmentState.completed}
)
DECIDABLE = frozenset({AssessmentState.submitted, AssessmentState.in_review})


async def review_for(who: Principal, assessment_id: UUID) -> Assessment:
    """Return the assessment if it has come to a review and this person may see it; raises NotFound."""
    who.require(Can.read_evidence)
    assessment = await assessment_for(who, assessment_id)
    if AssessmentState(assessment.state) not in SHOWN:
        raise NotFound()
    return assessment


async def decidable_for(who: Principal, assessment_id: UUID) -> Assessment:
    """Return the assessment if this person may decide on it now; raises NotAllowed, NotFound or Conflict."""
    who.require(Can.review)
    assessment = await review_for(who, assessment_id)
    state = AssessmentState(assessment.state)
    if state is AssessmentState.returned:
        raise Conflict("This questionnaire is back with the vendor; it can be decided on when it is submitted again.")
    if state not in DECIDABLE:
        raise Conflict("This review is completed and stays as it is.")
    return assessment
