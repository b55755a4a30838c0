"""What the register and the overview show."""

from dataclasses import dataclass
from datetime import date

from portal.assessments.progress import Progress, Questioned, progress
from portal.core.scope import Can, Principal
from portal.overview.activity import Event, recent_events
from portal.overview.evidence_counts import Counts, evidence_counts
from portal.overview.figures import Figure, figures
from portal.overview.happening import Now, happening
from portal.overview.messages import written
from portal.overview.needs import Group, needs
from portal.overview.portfolio import Rated, Standing, portfolio
from portal.overview.register import PAGE, WORST_FIRST, Show, Sort, Wanted, counts, found, in_order, is_shown
from portal.programme.tables import Requirement
from portal.risk.levels import Tier


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """One vendor in the register."""

    name: str
    slug: str
    what: str
    archived: bool
    tier: Tier | None
    rated: Rated | None
    counts: Counts
    progress: Progress | None
    now: Now

    @property
    def evidence_words(self) -> str:
        """What the bar says, in words."""
        for state, word in (("contradicted", "contradicted"), ("stale", "stale"), ("out_of_scope", "out of scope")):
            if self.counts.get(state):
                return f"{self.counts[state]} {word}"
        if self.counts:
            return "none contradicted"
        return f"{self.progress.answered} of {self.progress.total} answered" if self.progress else "nothing sent yet"


@dataclass(frozen=True, slots=True)
class Chip:
    """One filter with how many vendors it shows."""

    label: str
    url: str
    count: int
    active: bool
    tone: str


@dataclass(frozen=True, slots=True)
class RegisterPage:
    """The register: numbers, filters and one page of vendors."""

    vendors: int
    services: int
    figures: list[Figure]
    chips: list[Chip]
    lines: list[RegisterLine]
    columns: list[tuple[str, str, str]]
    wanted: Wanted
    first: int
    last: int
    total: int
    previous_url: str
    next_url: str
    may_edit: bool
    may_send: bool


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """What needs this person today, and what happened."""

    vendors: int
    figures: list[Figure]
    groups: list[Group]
    events: list[Event]
    today: date
    requirements: int
    may_edit: bool
    may_set: bool
    may_read_audit: bool


# Chips that stand there even when they count nothing would only be noise.
_CHIPS = tuple(show for show in Show if show is not Show.all)


async def register_page(who: Principal, wanted: Wanted) -> RegisterPage:
    """Return one page of the register."""
    standings = await portfolio()
    shown = [one for one in standings if is_shown(one, wanted.show) and found(one, wanted.search)]
    ordered = in_order(shown, wanted.sort, wanted.reverse)
    start = min((wanted.page - 1) * PAGE, max(0, (len(ordered) - 1) // PAGE * PAGE))
    page = ordered[start : start + PAGE]
    number = start // PAGE + 1
    active = [one for one in standings if not one.vendor.archived]
    return RegisterPage(
        vendors=len(active),
        services=sum(len(one.services) for one in active),
        figures=figures(standings),
        chips=_chips(standings, wanted),
        lines=await _lines(page),
        columns=_columns(wanted),
        wanted=wanted,
        first=start + 1,
        last=start + len(page),
        total=len(ordered),
        previous_url=wanted.url(page=number - 1) if start else "",
        next_url=wanted.url(page=number + 1) if start + PAGE < len(ordered) else "",
        may_edit=who.can(Can.edit_vendors),
        may_send=who.can(Can.assess),
    )


async def overview_page(who: Principal, on: date) -> OverviewPage:
    """Return what needs this person today."""
    standings = await portfolio()
    active = [one for one in standings if not one.vendor.archived]
    return OverviewPage(
        vendors=len(standings),
        figures=figures(standings),
        groups=[*await written(who), *needs(who, active)],
        events=await recent_events(),
        today=on,
        requirements=await Requirement.count().where(Requirement.active.eq(True)),
        may_edit=who.can(Can.edit_vendors),
        may_set=who.can(Can.edit_standard),
        may_read_audit=who.can(Can.read_audit),
    )


async def _lines(page: list[Standing]) -> list[RegisterLine]:
    expired = frozenset(document for one in page for document in one.expired)
    newest = [one.work for one in page if one.work is not None]
    verdicts = await evidence_counts([work.id for work in newest], expired)
    far = await progress(
        [Questioned(work.id, work.response, work.questionnaire) for work in newest if work.id not in verdicts]
    )
    return [
        RegisterLine(
            one.vendor.name,
            one.vendor.slug,
            one.what,
            one.vendor.archived,
            one.tier,
            one.rated,
            verdicts.get(one.work.id, {}) if one.work else {},
            far.get(one.work.id) if one.work else None,
            happening(one),
        )
        for one in page
    ]


def _chips(standings: list[Standing], wanted: Wanted) -> list[Chip]:
    many = counts(standings)
    shown = [Show.all, *(show for show in _CHIPS if many[show] or show is wanted.show)]
    return [
        Chip(show.label, wanted.url(show=show, page=1), many[show], show is wanted.show, show.tone) for show in shown
    ]


def _columns(wanted: Wanted) -> list[tuple[str, str, str]]:
    heads = []
    for sort in Sort:
        active = sort is wanted.sort
        falling = wanted.reverse is not (sort in WORST_FIRST)
        direction = ("descending" if falling else "ascending") if active else ""
        url = wanted.url(sort=sort, desc="1" if active and not wanted.reverse else "", page=1)
        heads.append((sort.label, url, direction))
    return [*heads, ("Now", "", "")]
