"""Jobs of evidence: working a document off, forgetting it, finding its other versions, and the daily look at the clock."""

from uuid import UUID

from portal.core.jobs import Handler
from portal.core.settings import Settings
from portal.core.tables import Job
from portal.engines import Engines
from portal.evidence.forgetting import FORGET, forget_removed
from portal.evidence.receiving import READ
from portal.evidence.reminding import CLOCK, tick
from portal.evidence.succeeding import VERSIONS, find_versions
from portal.evidence.working_off import give_up, work_off


async def _work(settings: Settings, engines: Engines, job: Job) -> None:
    await work_off(UUID(job.subject), settings, engines)


async def _forget(settings: Settings, engines: Engines, job: Job) -> None:
    await forget_removed(UUID(job.subject), settings, engines)


async def _versions(settings: Settings, engines: Engines, job: Job) -> None:
    await find_versions(UUID(job.subject))


async def _tick(settings: Settings, engines: Engines, job: Job) -> None:
    await tick(settings)


async def _given_up(settings: Settings, engines: Engines, job: Job) -> None:
    await give_up(UUID(job.subject), settings)


JOBS: dict[str, Handler[Engines]] = {
    READ: Handler(_work, _given_up, long=True),
    FORGET: Handler(_forget),
    VERSIONS: Handler(_versions),
    CLOCK: Handler(_tick),
}
