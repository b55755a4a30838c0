"""Jobs of the assessments area."""

from uuid import UUID

from portal.assessments.submitting import TELL
from portal.assessments.telling import tell_sender
from portal.core.jobs import Handler
from portal.core.settings import Settings
from portal.core.tables import Job
from portal.engines import Engines


async def _tell(settings: Settings, engines: Engines, job: Job) -> None:
    await tell_sender(settings, UUID(job.subject))


JOBS: dict[str, Handler[Engines]] = {TELL: Handler(_tell)}
