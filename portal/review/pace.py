"""How long a review took so far and what is left of it, from the times at which its reviewers decided; pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

PAUSE = timedelta(minutes=10)
_AT_ONCE = timedelta(seconds=2)
_ENOUGH = 5


@dataclass(frozen=True, slots=True)
class Pace:
    """Time at work, pauses left out; `left` is None until enough was decided to tell how long the rest takes."""

    spent: timedelta
    left: timedelta | None

    @property
    def spent_words(self) -> str:
        """How long it took: "12 minutes so far"; empty when nothing can be said."""
        return f"{_minutes(self.spent)} so far" if self.spent else ""

    @property
    def left_words(self) -> str:
        """How long the rest takes at the same pace."""
        return f"about {_minutes(self.left)} left" if self.left else ""


def pace_of(moments: Iterable[tuple[str, datetime]], to_decide: int) -> Pace:
    """Work the time out from who decided when, for each person alone.

    Between two decisions of one person lies work, unless more than ten minutes do: that is a pause. Decisions at the same
    moment, as when several are agreed with at once, are one.
    """
    own: dict[str, list[datetime]] = {}
    for who, at in moments:
        own.setdefault(who, []).append(at)
    spans = [later - sooner for times in own.values() for sooner, later in pairwise(sorted(times))]
    worked = [span for span in spans if _AT_ONCE < span <= PAUSE]
    spent = sum(worked, timedelta())
    return Pace(spent, spent / len(worked) * to_decide if len(worked) >= _ENOUGH else None)


def _minutes(span: timedelta) -> str:
    minutes = max(1, round(span.total_seconds() / 60))
    if minutes < 60:
        return f"{minutes} minute{'' if minutes == 1 else 's'}"
    return f"{minutes // 60} h {minutes % 60:02} min"
