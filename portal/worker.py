"""The job loop: claims jobs, runs the handler of their kind, seals the audit log, sweeps what is old."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress

from anyio import to_thread

from portal.assessments.jobs import JOBS as ASSESSMENT_JOBS
from portal.campaigns.jobs import JOBS as CAMPAIGN_JOBS
from portal.campaigns.reminding import start_day as start_campaign_day
from portal.core import audit, queue
from portal.core.errors import PortalError
from portal.core.jobs import Handler, mail_jobs
from portal.core.limits import sweep_attempts
from portal.core.scanner import scanner_status
from portal.core.settings import Settings
from portal.core.tables import Job
from portal.engines import Engines
from portal.evidence.files import sweep_incoming
from portal.evidence.jobs import JOBS as EVIDENCE_JOBS
from portal.evidence.reminding import start_day
from portal.evidence.scanning import scan_the_unscanned
from portal.evidence.sweeping import sweep_files
from portal.review.jobs import JOBS as REVIEW_JOBS
from portal.review.telling import start_talk_day

log = logging.getLogger("surety.worker")
HANDLERS: dict[str, Handler[Engines]] = {
    **mail_jobs(),
    **EVIDENCE_JOBS,
    **REVIEW_JOBS,
    **ASSESSMENT_JOBS,
    **CAMPAIGN_JOBS,
}
_IDLE = 0.5
_BEAT = 20.0


class WorkerLost(PortalError):
    """A job's worker died at it again and again."""

    def __init__(self) -> None:
        super().__init__("The work was interrupted each time it was tried.")


class Worker:
    """Works jobs off until told to stop; several may run side by side, here or in other processes."""

    def __init__(self, settings: Settings, engines: Engines) -> None:
        self.settings = settings
        self.engines = engines
        self._stopping = asyncio.Event()

    def stop(self) -> None:
        """Finish the job in hand, then stop."""
        self._stopping.set()

    async def run(self) -> None:
        """Work until `stop` is called."""
        long = frozenset(kind for kind, handler in HANDLERS.items() if handler.long)
        lanes = [asyncio.create_task(self._lane()) for _ in range(self.settings.readers)]
        lanes.append(asyncio.create_task(self._lane(without=long)))
        try:
            await self._housekeeping()
        finally:
            await asyncio.gather(*lanes)

    async def work_off(self, without: frozenset[str] = frozenset()) -> int:
        """Work until nothing is due any more but jobs of some kinds; returns how many ran. For the command line and tests."""
        count = 0
        while job := await queue.claim(without=without):
            await self._work(job)
            count += 1
        await audit.seal()
        return count

    async def _lane(self, without: frozenset[str] = frozenset()) -> None:
        while not self._stopping.is_set():
            try:
                job = await queue.claim(without=without)
                if job is not None:
                    await self._work(job)
                    continue
            except Exception:  # the database may be away for a moment: the loop must outlive it
                log.exception("the worker could not take a job")
            await self._pause(_IDLE)

    async def _work(self, job: Job) -> None:
        beating = asyncio.create_task(self._beat(job))
        try:
            if job.attempts > queue.ATTEMPTS:  # it took its worker down each time, so nobody could count it failed
                raise WorkerLost
            await HANDLERS[job.kind].work(self.settings, self.engines, job)
            await queue.finish(job)
        except queue.Postponed as reason:
            await queue.postpone(job, reason.sentence)
        except Exception as error:  # a job's failure is the job's, never the loop's
            log.exception("job %s %s failed", job.kind, job.subject)
            if await queue.fail(job, f"{type(error).__name__}: {error}"):
                await self._give_up(job)
        finally:
            beating.cancel()
            with suppress(asyncio.CancelledError):
                await beating

    async def _give_up(self, job: Job) -> None:
        given_up = HANDLERS[job.kind].given_up
        if given_up is not None:
            await given_up(self.settings, self.engines, job)

    async def _beat(self, job: Job) -> None:
        while True:
            await asyncio.sleep(_BEAT)
            await queue.beat(job)

    async def _housekeeping(self) -> None:
        rounds = 0
        while not self._stopping.is_set():
            await self._try("seal the audit log", audit.seal)
            await self._try("recover lost jobs", queue.recover)
            if rounds % 300 == 0:
                await self._try("sweep interrupted uploads", self._sweep_incoming)
                await self._try("sweep attempts", sweep_attempts)
                await self._try("begin the day", start_day)
                await self._try("begin the day of campaigns", start_campaign_day)
                await self._try("begin the day of messages", lambda: start_talk_day(self.settings))
                await self._try("sweep files", lambda: sweep_files(self.settings))
                await self._try("look after the virus scanner", self._mind_scanner)
            rounds += 1
            await self._pause(1.0)

    async def _sweep_incoming(self) -> None:
        await to_thread.run_sync(sweep_incoming, self.settings)

    async def _mind_scanner(self) -> None:
        status = await scanner_status(self.settings)
        if status.startswith("warning"):
            log.warning("virus scanner: %s", status.removeprefix("warning: "))
        await scan_the_unscanned(self.settings)

    async def _try(self, what: str, action: Callable[[], Awaitable[object]]) -> None:
        try:
            await action()
        except Exception:  # tried again at the next round
            log.exception("could not %s", what)

    async def _pause(self, seconds: float) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._stopping.wait(), seconds)
