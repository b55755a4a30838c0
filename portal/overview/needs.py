"""What needs a person today, by what their role may do, the most pressing first; pure."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from portal.core.clock import now, today
from portal.core.dates import ago, due, plural
from portal.core.scope import Can, Principal
from portal.overview.happening import ends
from portal.overview.portfolio import SOON, Standing, Work

AT_MOST = 6


@dataclass(frozen=True, slots=True)
class Need:
    """One thing to do: where, what, and how pressing."""

    title: str
    detail: str
    url: str
    tone: str = "mute"


@dataclass(frozen=True, slots=True)
class Group:
    """Things of one kind, the first few of them, and the address of all."""

    title: str
    url: str
    needs: tuple[Need, ...]
    total: int


def needs(who: Principal, standings: Sequence[Standing]) -> list[Group]:
    """Return what waits for this person, empty groups left out."""
    groups = [_group(title, url, list(gather(who, standings))) for title, url, can, gather in _GROUPS if who.can(can)]
    return [group for group in groups if group.total]


def _group(title: str, url: str, all_of_them: list[Need]) -> Group:
    return Group(title, url, tuple(all_of_them[:AT_MOST]), len(all_of_them))


def _approvals(who: Principal, standings: Sequence[Standing]) -> Iterator[Need]:
    for one in standings:
        for rating in one.proposed:
            if not rating.returned and rating.drafted_by != who.id:
                yield Need(one.vendor.name, f"drafted by {rating.drafted_by_name}", f"/ratings/{rating.id}", "info")


def _returned(who: Principal, standings: Sequence[Standing]) -> Iterator[Need]:
    for one in standings:
        for rating in one.proposed:
            if rating.returned and rating.drafted_by == who.id:
                yield Need(one.vendor.name, "the approver sent your draft back", f"/ratings/{rating.id}", "warn")


def _reviews(who: Principal, standings: Sequence[Standing]) -> Iterator[Need]:
    waiting = [(work, one) for one in standings for work in one.works if work.to_review]
    for work, one in sorted(waiting, key=lambda pair: _submitted(pair[0])):
        detail = f"{work.title}, submitted {ago(work.submitted_at)}"
        if one.contradicted and work is one.work:
            detail += f", {one.contradicted} contradicted"
        yield Need(one.vendor.name, detail, f"/reviews/{work.id}", "bad" if one.contradicted else "info")


def _submitted(work: Work) -> datetime:
    return work.submitted_at or now()


def _overdue(who: Principal, standings: Sequence[Standing]) -> Iterator[Need]:
    late = [(work, one) for one in standings for work in one.works if work.overdue]
    for work, one in sorted(late, key=lambda pair: pair[0].due or today()):
        yield Need(one.vendor.name, f"{work.title}, {due(work.due)}", f"/assessments/{work.id}", "bad")


def _findings(who: Principal, standings: Sequence[Standing]) -> Iterator[Need]:
    for one in sorted(standings, key=lambda one: -one.findings_overdue):
        if one.findings_overdue:
            words = f"{plural(one.findings_overdue, 'finding')} overdue, {one.findings} open"
            yield Need(one.vendor.name, words, f"/vendors/{one.vendor.slug}#findings", "bad")


def _contradictions(who: Principal, standings: Sequence[Standing]) -> Iterator[Need]:
    for one in sorted(standings, key=lambda one: -one.contradicted):
        if one.contradicted and one.work is not None and not one.work.to_review:
            words = f"{plural(one.contradicted, 'answer')} contradicted by its own evidence"
            yield Need(one.vendor.name, words, f"/reviews/{one.work.id}", "bad")


def _documents(who: Principal, standings: Sequence[Standing]) -> Iterator[Need]:
    ending = [(document, one) for one in standings for document in one.expiring]
    for document, one in sorted(ending, key=lambda pair: pair[0].until):
        days = (document.until - today()).days
        detail = f"{ends(document.kind.label, days)}: {document.name}"
        yield Need(one.vendor.name, detail, f"/documents/{document.evidence}", "bad" if days < 0 else "warn")


def _ratings(who: Principal, standings: Sequence[Standing]) -> Iterator[Need]:
    for one in standings:
        if one.rated is not None and one.rated.days_left is not None and one.rated.days_left <= SOON:
            tone = "bad" if one.rated.days_left < 0 else "warn"
            yield Need(one.vendor.name, ends("rating", one.rated.days_left), f"/ratings/{one.rated.id}", tone)


_Gather = Callable[[Principal, Sequence[Standing]], Iterator[Need]]
_GROUPS: tuple[tuple[str, str, Can, _Gather], ...] = (
    ("Ratings waiting for your approval", "/ratings", Can.approve_rating, _approvals),
    ("Ratings sent back to you", "/ratings", Can.draft_rating, _returned),
    ("To review", "/reviews", Can.review, _reviews),
    ("Overdue with vendors", "/vendors?show=overdue", Can.assess, _overdue),
    ("Findings overdue", "/findings", Can.review, _findings),
    ("Contradictions open", "/vendors?show=contradicted", Can.review, _contradictions),
    ("Evidence expiring", "/vendors?show=expiring", Can.assess, _documents),
    ("Ratings running out", "/ratings", Can.draft_rating, _ratings),
)
