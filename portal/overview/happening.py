"""What happens now with a vendor, in a few words: the most pressing thing first; pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from portal.assessments.states import AssessmentState
from portal.core.clock import now, today
from portal.core.dates import due, plural
from portal.overview.portfolio import SOON, Rated, Standing, Work


@dataclass(frozen=True, slots=True)
class Now:
    """The words, and the tone they are said in: ok, warn, bad, info or mute."""

    words: str
    tone: str = "mute"


def happening(standing: Standing) -> Now:
    """Return the most pressing thing about a vendor."""
    return next(_said(standing))


def _said(standing: Standing) -> Iterator[Now]:
    work, rated = standing.work, standing.rated
    if standing.findings_overdue:
        yield Now(f"{plural(standing.findings_overdue, 'finding')} overdue", "bad")
    if work is not None:
        yield from _pressing(work)
    if any(not one.returned for one in standing.proposed):
        yield Now("rating waits for approval", "info")
    if rated is not None:
        yield from _ending(rated)
    for document in standing.expiring:
        yield Now(ends(document.kind.label, (document.until - today()).days), "warn")
    if work is not None and work.with_vendor:
        yield Now(f"asked again, {due(work.due)}" if work.state is AssessmentState.returned else due(work.due))
    if standing.findings:
        yield Now(f"{plural(standing.findings, 'finding')} open")
    if rated is not None and rated.conditions:
        yield Now(plural(rated.conditions, "condition"))
    yield _quiet(standing)


def _pressing(work: Work) -> Iterator[Now]:
    if work.overdue:
        yield Now(f"answers {due(work.due)}", "bad")
    if work.to_review and work.submitted_at is not None:
        days = (now() - work.submitted_at).days
        yield Now(f"to review, submitted {plural(days, 'day')} ago" if days else "to review, submitted today", "info")


def _ending(rated: Rated) -> Iterator[Now]:
    days = rated.days_left
    if days is not None and days <= SOON:
        yield Now(ends("rating", days), "warn" if days >= 0 else "bad")


def ends(what: str, days: int) -> str:
    """Return "SOC report expires in 12 days", "… expires today" or "… expired 3 days ago"."""
    if days == 0:
        return f"{what} expires today"
    return f"{what} expires in {plural(days, 'day')}" if days > 0 else f"{what} expired {plural(-days, 'day')} ago"


def _quiet(standing: Standing) -> Now:
    if standing.work is not None and standing.work.state is AssessmentState.completed and standing.rated is None:
        return Now("reviewed, to be rated", "info")
    if standing.rated is not None:
        return Now("nothing to do")
    return Now("nothing sent yet") if standing.services else Now("no services yet")
