"""Jobs of review: working out the verdicts of one assessment, or of everything a vendor has open."""

from uuid import UUID

from portal.core.jobs import Handler
from portal.core.settings import Settings
from portal.core.tables import Job
from portal.engines import Engines
from portal.review.working_out import OF_VENDOR, VERDICTS, work_out_vendor, work_out_verdicts


async def _verdicts(settings: Settings, engines: Engines, job: Job) -> None:
    await work_out_verdicts(UUID(job.subject), engines)


async def _vendor(settings: Settings, engines: Engines, job: Job) -> None:
    await work_out_vendor(UUID(job.subject), engines)


JOBS: dict[str, Handler[Engines]] = {VERDICTS: Handler(_verdicts), OF_VENDOR: Handler(_vendor)}
