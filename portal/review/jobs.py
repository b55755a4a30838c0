"""Jobs of review: working out the verdicts of one assessment, or of everything a vendor has open, and the conflicts."""

from uuid import UUID

from portal.core.jobs import Handler
from portal.core.settings import Settings
from portal.core.tables import Job
from portal.engines import Engines
from portal.review.conflicting import work_out_conflicts
from portal.review.working_out import OF_VENDOR, VERDICTS, vendor_of, work_out_vendor, work_out_verdicts


async def _verdicts(settings: Settings, engines: Engines, job: Job) -> None:
    assessment_id = UUID(job.subject)
    await work_out_verdicts(assessment_id, engines)
    vendor_id = await vendor_of(assessment_id)
    if vendor_id is not None:
        await work_out_conflicts(vendor_id)


async def _vendor(settings: Settings, engines: Engines, job: Job) -> None:
    if await work_out_vendor(UUID(job.subject), engines):
        await work_out_conflicts(UUID(job.subject))


JOBS: dict[str, Handler[Engines]] = {VERDICTS: Handler(_verdicts), OF_VENDOR: Handler(_vendor)}
