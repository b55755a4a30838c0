"""Jobs of review: working out verdicts and conflicts, and telling people of messages."""

from uuid import UUID

from portal.assessments.talk.writing import TELL_STAFF
from portal.core.jobs import Handler
from portal.core.settings import Settings
from portal.core.tables import Job
from portal.engines import Engines
from portal.review.conflicting import work_out_conflicts
from portal.review.learning.working_out import work_out_learnt
from portal.review.telling import DAILY, tell_at_once, tell_everybody
from portal.review.working_out import LEARNT, OF_VENDOR, VERDICTS, vendor_of, work_out_vendor, work_out_verdicts


async def _verdicts(settings: Settings, engines: Engines, job: Job) -> None:
    assessment_id = UUID(job.subject)
    await work_out_verdicts(assessment_id, engines)
    vendor_id = await vendor_of(assessment_id)
    if vendor_id is not None:
        await work_out_conflicts(vendor_id)


async def _tell(settings: Settings, engines: Engines, job: Job) -> None:
    await tell_at_once(settings, UUID(job.subject))


async def _tell_everybody(settings: Settings, engines: Engines, job: Job) -> None:
    await tell_everybody(settings)


async def _vendor(settings: Settings, engines: Engines, job: Job) -> None:
    if await work_out_vendor(UUID(job.subject), engines):
        await work_out_conflicts(UUID(job.subject))


async def _learnt(settings: Settings, engines: Engines, job: Job) -> None:
    vendor_id = await vendor_of(UUID(job.subject))
    if await work_out_learnt(UUID(job.subject), engines) and vendor_id is not None:
        await work_out_conflicts(vendor_id)


JOBS: dict[str, Handler[Engines]] = {
    VERDICTS: Handler(_verdicts),
    OF_VENDOR: Handler(_vendor),
    LEARNT: Handler(_learnt),
    TELL_STAFF: Handler(_tell),
    DAILY: Handler(_tell_everybody),
}
