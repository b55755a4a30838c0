"""Which reminder is due on a day, from the days a campaign names around its date; pure."""

from collections.abc import Iterable
from datetime import date, timedelta


def step_due(due: date, on: date, sent: date, before: Iterable[int], after: Iterable[int]) -> int | None:
    """Return the step of the day `on`: days before the date, 0 on it, negative past it; None when there is none.

    Of several that were missed only the latest counts. A step whose day was not after the day of sending is none: the
    invitation itself has just said it.
    """
    days = {*before, *(-day for day in after)}
    if days:
        days.add(0)
    left = (due - on).days
    reached = [day for day in days if day >= left and due - timedelta(days=day) > sent]
    step = min(reached, default=None)
    if step is not None and step > 0 and left < 0:
        return None  # what was to be said ahead is of no use afterwards
    return step


def is_escalated(due: date, on: date, after: int | None) -> bool:
    """Whether a vendor is past its date by so many days that its owner is told."""
    return after is not None and (on - due).days >= after
