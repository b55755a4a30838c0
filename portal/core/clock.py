"""The one clock of the portal, so that a test can set it."""

from contextvars import ContextVar
from datetime import UTC, date, datetime

_frozen: ContextVar[datetime | None] = ContextVar("frozen", default=None)


def now() -> datetime:
    """Return the present moment, aware and in UTC."""
    return _frozen.get() or datetime.now(UTC)


def today() -> date:
    """Return today's date in UTC."""
    return now().date()


def freeze(moment: datetime | None) -> None:
    """Hold the clock at `moment` in this context (tests and the sample programme only); None lets it run again."""
    _frozen.set(moment)
