"""What a job handler is, and the ground floor's own: sending mail."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from portal.core.mail import send_mail
from portal.core.settings import Settings
from portal.core.tables import Job

E = TypeVar("E")


@dataclass(frozen=True, slots=True)
class Handler(Generic[E]):
    """A kind of job: its work over settings, engines and the job (safe to run twice), and what to do when it is given up.

    A `long` one may take minutes, so that a worker keeps a place free of it for the others.
    """

    work: Callable[[Settings, E, Job], Awaitable[None]]
    given_up: Callable[[Settings, E, Job], Awaitable[None]] | None = None
    long: bool = False


def mail_jobs() -> dict[str, Handler[E]]:
    """Return the ground floor's jobs, for whatever engines the worker hands through."""

    async def send(settings: Settings, engines: E, job: Job) -> None:
        await send_mail(settings, job.subject)

    return {"mail.send": Handler(send)}
