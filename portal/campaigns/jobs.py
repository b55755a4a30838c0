"""Jobs of campaigns: working one off, and the daily look at the dates."""

from uuid import UUID

from portal.campaigns.digest import tell_owners
from portal.campaigns.reminding import CLOCK, remind
from portal.campaigns.starting import WORK
from portal.campaigns.working_off import give_up, work_some
from portal.core.jobs import Handler
from portal.core.settings import Settings
from portal.core.tables import Job
from portal.engines import Engines


async def _work(settings: Settings, engines: Engines, job: Job) -> None:
    await work_some(settings, UUID(job.subject))


async def _given_up(settings: Settings, engines: Engines, job: Job) -> None:
    await give_up(UUID(job.subject))


async def _tick(settings: Settings, engines: Engines, job: Job) -> None:
    await remind(settings)
    await tell_owners(settings)


JOBS: dict[str, Handler[Engines]] = {WORK: Handler(_work, _given_up), CLOCK: Handler(_tick)}
