"""Having the answers of an assessment checked against the evidence again, and saying how far that is."""

from dataclasses import dataclass
from uuid import UUID

from portal.assessments.tables import Assessment
from portal.core import audit
from portal.core.database import transaction
from portal.core.queue import JobState, enqueue
from portal.core.scope import Principal
from portal.core.tables import Job
from portal.core.workers import is_gone
from portal.review.access import decidable_for
from portal.review.working_out import OF_VENDOR, VERDICTS

_PENDING = (JobState.waiting, JobState.running)


@dataclass(frozen=True, slots=True)
class Check:
    """How the check of a review's answers stands: whether one goes on, in words, and whether the last one was given up."""

    going_on: bool = False
    words: str = ""
    given_up: bool = False


async def check_again(who: Principal, assessment_id: UUID) -> None:
    """Put the work in; verdicts that come out the same stay as they are, with the decisions on them."""
    assessment = await decidable_for(who, assessment_id)
    async with transaction():
        await enqueue(VERDICTS, str(assessment.id))
        await audit.record(who, "review.checked_again", assessment, vendor=assessment.vendor)


async def check_of(assessment: Assessment) -> Check:
    """Tell how the check of an assessment's answers stands."""
    own = (Job.kind == VERDICTS) & (Job.subject == str(assessment.id))
    of_vendor = (Job.kind == OF_VENDOR) & (Job.subject == str(assessment.vendor))
    pending = Job.state.is_in([state.value for state in _PENDING])
    rows = await Job.objects().where((own | of_vendor) & pending)
    if not rows:
        newest = await Job.objects().where(own | of_vendor).order_by(Job.id, ascending=False).first()
        return Check(given_up=newest is not None and newest.state == JobState.failed)
    if any(row.state == JobState.running and not is_gone(row.worker or "") for row in rows):
        return Check(True, "being checked now")
    if any(row.attempts for row in rows):
        return Check(True, "the check was interrupted and goes on by itself")
    return Check(True, "to be checked again")
