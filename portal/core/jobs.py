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
    """A kind of job: its work over settings, engines and the job (safe to run twice), and what to do when it is given up."""

    work: Callable[[Settings, E, Job], Awaitable[None]]
    given_up: Callable[[Settings, E, Job], Awaitable[None]] | None = None


async def _send(settings: Settings, engines: object, job: Job) -> None:
    await send_mail(settings, job.subject)


MAIL_JOBS: dict[str, Handler[object]] = {"mail.send": Handler(_send)}
