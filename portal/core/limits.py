"""Limits on attempts, counted in the database so that they hold over restarts and replicas."""

from datetime import timedelta

from portal.core.clock import now
from portal.core.errors import TooManyAttempts
from portal.core.tables import Attempt


async def count_attempt(key: str, most: int, within: timedelta) -> None:
    """Count one attempt under `key`; raises TooManyAttempts when more than `most` fell in the last `within`."""
    key, since = key[:120], now() - within
    # Written before it is counted, so that of many at once none is overlooked; what is refused does not count.
    [own] = await Attempt.insert(Attempt(key=key, at=now())).returning(Attempt.id)
    if await Attempt.count().where((Attempt.key == key) & (Attempt.at > since)) > most:
        await Attempt.delete().where(Attempt.id == own["id"])
        raise TooManyAttempts(
            "Too many attempts. Please wait a few minutes and try again.", int(within.total_seconds())
        )


async def forget_attempts(key: str) -> None:
    """Forget the attempts under `key`, after a success."""
    await Attempt.delete().where(Attempt.key == key[:120])


async def sweep_attempts(older_than: timedelta = timedelta(days=1)) -> None:
    """Remove attempts nobody counts any more."""
    await Attempt.delete().where(Attempt.at < now() - older_than)
