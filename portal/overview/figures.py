"""The numbers at the head of the overview and the register, each with the address of what it counts; pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from portal.core.clock import now, today
from portal.core.dates import plural
from portal.overview.portfolio import Standing
from portal.risk.levels import Tier


@dataclass(frozen=True, slots=True)
class Figure:
    """One number with what it means."""

    label: str
    value: int
    url: str
    note: str
    tone: str = ""


def figures(standings: Sequence[Standing]) -> list[Figure]:
    """Return the five numbers over the vendors that are not archived."""
    active = [standing for standing in standings if not standing.vendor.archived]
    return [_to_review(active), _overdue(active), _contradictions(active), _expiring(active), _rated(active)]


def _to_review(active: list[Standing]) -> Figure:
    waiting = [work for one in active for work in one.works if work.to_review]
    since = min((work.submitted_at for work in waiting if work.submitted_at), default=None)
    note = f"oldest {plural((now() - since).days, 'day')}" if since else "nothing waits"
    return Figure("To review", len(waiting), "/vendors?show=review", note)


def _overdue(active: list[Standing]) -> Figure:
    late = [work for one in active for work in one.works if work.overdue]
    worst = max(((today() - work.due).days for work in late if work.due), default=0)
    note = f"longest {plural(worst, 'day')}" if late else "all in time"
    return Figure("Overdue with vendors", len(late), "/vendors?show=overdue", note, "bad" if late else "")


def _contradictions(active: list[Standing]) -> Figure:
    total, vendors = sum(one.contradicted for one in active), sum(one.contradicted > 0 for one in active)
    note = f"in {plural(vendors, 'vendor')}" if total else "none found"
    return Figure("Contradictions open", total, "/vendors?show=contradicted", note, "bad" if total else "")


def _expiring(active: list[Standing]) -> Figure:
    total = sum(len(one.expiring) for one in active)
    ended = sum((document.until < today()) for one in active for document in one.expiring)
    critical = sum(one.tier is Tier.CRITICAL and bool(one.expiring) for one in active)
    note = f"{ended} expired already" if ended else plural(critical, "critical vendor")
    return Figure("Evidence expiring in 60 days", total, "/vendors?show=expiring", note, "warn" if total else "")


def _rated(active: list[Standing]) -> Figure:
    valid = sum(one.rated is not None and one.rated.valid for one in active)
    share = f"{100 * valid // len(active)} % of the register" if active else "no vendors yet"
    return Figure("Rated and valid", valid, "/vendors?show=rated", share, "ok" if valid else "")
