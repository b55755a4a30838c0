"""Work that happens later: jobs as rows, put in with the change that needs them and claimed by a conditional update."""

from collections.abc import Collection
from datetime import datetime, timedelta
from enum import StrEnum

from piccolo.custom_types import Combinable

from portal.core.clock import now, today
from portal.core.database import transaction
from portal.core.errors import PortalError
from portal.core.tables import Job
from portal.core.workers import is_gone, is_here, own_mark

ATTEMPTS = 5
_SOONEST, _LATEST = timedelta(seconds=2), timedelta(minutes=1)
_STALE = timedelta(minutes=3)


class JobState(StrEnum):
    """Where a job stands."""

    waiting = "waiting"
    running = "running"
    done = "done"
    failed = "failed"

    @property
    def label(self) -> str:
        """The word shown to people."""
        return self.value.capitalize()


class Postponed(PortalError):
    """Something that a job needs is away; the job waits for it as long as it takes and is not to blame."""


async def enqueue(kind: str, subject: str, delay: timedelta = timedelta()) -> None:
    """Add a job inside the open transaction; one that already waits for the same subject is not added twice."""
    waiting = (Job.kind == kind) & (Job.subject == subject) & (Job.state == JobState.waiting.value)
    if await Job.exists().where(waiting):
        return
    await Job.insert(
        Job(
            kind=kind,
            subject=subject,
            state=JobState.waiting.value,
            not_before=now() + delay,
            created_at=now(),
            error="",
        )
    )


async def enqueue_daily(kind: str) -> None:
    """Put today's job of a kind among the jobs, once a day, whoever asks; its subject is the day."""
    day = today().isoformat()
    async with transaction():
        if not await Job.exists().where((Job.kind == kind) & (Job.subject == day)):
            await enqueue(kind, day)


async def claim(kind: str = "", subject: str = "", without: Collection[str] = ()) -> Job | None:
    """Take the oldest job that is due, of one kind and subject if named and of no kind in `without`; one claimer gets it."""
    due: Combinable = (Job.state == JobState.waiting.value) & (Job.not_before <= now())
    if kind:
        due = due & (Job.kind == kind) & (Job.subject == subject)
    if without:
        due = due & Job.kind.not_in(list(without))
    for _ in range(10):
        job = await Job.objects().where(due).order_by(Job.id).first()
        if job is None:
            return None
        taken = await (
            Job.update(
                {
                    Job.state: JobState.running.value,
                    Job.heartbeat: now(),
                    Job.attempts: job.attempts + 1,
                    Job.worker: own_mark(),
                }
            )
            .where((Job.id == job.id) & (Job.state == JobState.waiting.value))
            .returning(Job.id)
        )
        if taken:
            job.attempts += 1
            return job
    return None


async def beat(job: Job) -> None:
    """Say that the job is still being worked on."""
    await Job.update({Job.heartbeat: now()}).where(Job.id == job.id)


async def finish(job: Job) -> None:
    """Mark the job done."""
    await Job.update({Job.state: JobState.done.value, Job.finished_at: now(), Job.error: ""}).where(Job.id == job.id)


async def fail(job: Job, error: str) -> bool:
    """Put the job back with a growing delay, or give up after five attempts; returns whether it was given up."""
    given_up = job.attempts >= ATTEMPTS
    state = JobState.failed if given_up else JobState.waiting
    await Job.update(
        {Job.state: state.value, Job.error: error[:2000], Job.not_before: now() + timedelta(seconds=2**job.attempts)}
    ).where(Job.id == job.id)
    return given_up


async def postpone(job: Job, reason: str) -> None:
    """Put the job back, its attempt uncounted; the longer it has waited, the longer until it is tried again."""
    delay = min(max((now() - job.created_at) / 4, _SOONEST), _LATEST)
    await Job.update(
        {
            Job.state: JobState.waiting.value,
            Job.error: reason[:2000],
            Job.attempts: job.attempts - 1,
            Job.not_before: now() + delay,
        }
    ).where(Job.id == job.id)


async def recover(only_box: bool = False) -> int:
    """Put jobs back whose worker died; returns how many. One that was lost before waits a while, so that others go first.

    A worker on this host is asked for by its mark. Of another host's there must be no sign of life for three minutes,
    unless this is the only box: then whatever no living process here has marked is put back.
    """
    rows = await Job.objects().where(Job.state == JobState.running.value)
    lost = [row for row in rows if _is_lost(row.worker or "", row.heartbeat, only_box)]
    put_back = 0
    for row in lost:
        delay = timedelta(seconds=2**row.attempts if row.attempts > 1 else 0)
        put_back += len(
            await Job.update({Job.state: JobState.waiting.value, Job.not_before: now() + delay})
            .where((Job.id == row.id) & (Job.state == JobState.running.value) & (Job.attempts == row.attempts))
            .returning(Job.id)
        )
    return put_back


def _is_lost(worker: str, heartbeat: datetime, only_box: bool) -> bool:
    return heartbeat < now() - _STALE or is_gone(worker) or (only_box and not is_here(worker))
