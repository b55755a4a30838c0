"""Jobs of the assessments area."""

from uuid import UUID

from portal.assessments.colleagues.finishing import tell_finished
from portal.assessments.colleagues.noticing import FINISHED
from portal.assessments.submitting import TELL
from portal.assessments.suggestions.working_out import suggest_for_vendor
from portal.assessments.talk.telling import tell_vendor
from portal.assessments.talk.writing import TELL_VENDOR
from portal.assessments.telling import tell_sender
from portal.core.jobs import Handler
from portal.core.settings import Settings
from portal.core.tables import Job
from portal.engines import Engines
from portal.evidence.changed import SUGGESTIONS


async def _tell(settings: Settings, engines: Engines, job: Job) -> None:
    await tell_sender(settings, UUID(job.subject))


async def _suggest(settings: Settings, engines: Engines, job: Job) -> None:
    await suggest_for_vendor(UUID(job.subject), engines)


async def _tell_vendor(settings: Settings, engines: Engines, job: Job) -> None:
    await tell_vendor(settings, UUID(job.subject))


async def _tell_finished(settings: Settings, engines: Engines, job: Job) -> None:
    await tell_finished(settings, UUID(job.subject))


JOBS: dict[str, Handler[Engines]] = {
    TELL: Handler(_tell),
    SUGGESTIONS: Handler(_suggest, long=True),
    TELL_VENDOR: Handler(_tell_vendor),
    FINISHED: Handler(_tell_finished),
}
