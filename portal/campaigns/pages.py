"""What the pages of campaigns hold."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from portal.assessments.progress import Progress
from portal.campaigns.board import OVERDUE, Asked
from portal.campaigns.states import CampaignState, Standing, StepKind
from portal.campaigns.tables import Campaign
from portal.core.dates import date_long, plural
from portal.risk.levels import Tier

Options = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many vendors of a campaign stand where, and how many are past their date or still to be worked off."""

    by_standing: dict[Standing, int] = field(default_factory=dict)
    late: int = 0
    pending: int = 0

    def of(self, *standings: Standing) -> int:
        """Return how many stand at any of these."""
        return sum(self.by_standing.get(one, 0) for one in standings)

    @property
    def total(self) -> int:
        """How many vendors there are."""
        return sum(self.by_standing.values())

    @property
    def sent(self) -> int:
        """How many have been written to."""
        return self.total - self.of(Standing.chosen, Standing.waiting, Standing.stuck, Standing.never_sent)

    @property
    def returned(self) -> int:
        """How many have submitted, whatever became of it since."""
        return self.of(Standing.submitted, Standing.in_review, Standing.completed, Standing.returned)


@dataclass(frozen=True, slots=True)
class CampaignLine:
    """One campaign in the list."""

    id: UUID
    title: str
    questionnaire: str
    state: CampaignState
    due: date | None
    owner: str
    counts: Counts


@dataclass(frozen=True, slots=True)
class CampaignsPage:
    """Every campaign, the newest first."""

    lines: list[CampaignLine]
    may_assess: bool


@dataclass(frozen=True, slots=True)
class Matched:
    """Whom a filter finds: how many, how many of them have no contact, how many have it open, and the first of them."""

    count: int
    unreachable: int
    open: int
    names: list[str]
    words: str
    error: str = ""


@dataclass(frozen=True, slots=True)
class NewPage:
    """The form of a campaign."""

    questionnaires: Options
    tiers: Options
    data: Options
    statuses: Options
    matched: Matched
    entered: dict[str, str]
    chosen: dict[str, tuple[str, ...]]
    errors: dict[str, str]
    today: date


@dataclass(frozen=True, slots=True)
class BoardLine:
    """One vendor on the board."""

    id: UUID
    vendor: str
    tier: Tier | None
    contact: str
    standing: Standing
    late: bool
    due: date | None
    changed: datetime | None
    progress: Progress | None
    problem: str
    pending: bool

    @property
    def words(self) -> str:
        """Where it stands, with how far it is."""
        if self.progress is not None and self.standing in (Standing.in_progress, Standing.returned):
            return f"{self.standing.label}: {self.progress.answered} of {self.progress.total}"
        return self.standing.label


@dataclass(frozen=True, slots=True)
class Chip:
    """One filter with how many vendors it shows."""

    label: str
    url: str
    count: int
    active: bool
    tone: str


@dataclass(frozen=True, slots=True)
class BoardPage:
    """One campaign: its facts, its numbers and one page of its vendors."""

    campaign: Campaign
    state: CampaignState
    questionnaire: str
    counts: Counts
    asked: Asked
    chips: list[Chip]
    columns: list[tuple[str, str, str]]
    lines: list[BoardLine]
    first: int
    last: int
    found: int
    previous_url: str
    next_url: str
    may_assess: bool
    today: date
    errors: dict[str, str] = field(default_factory=dict)

    @property
    def base(self) -> str:
        """The campaign's address."""
        return f"/campaigns/{self.campaign.id}"

    @property
    def filtered(self) -> bool:
        """Whether not everybody is shown."""
        return bool(self.asked.search or self.asked.show)

    @property
    def reminders(self) -> str:
        """When reminders go out, in words."""
        return reminder_words(self.campaign)


@dataclass(frozen=True, slots=True)
class StepLine:
    """A reminder that went out, or a word to the owner."""

    kind: StepKind
    due: date
    told: str
    at: datetime


@dataclass(frozen=True, slots=True)
class PlacePage:
    """One vendor in a campaign, with what can be done about it."""

    campaign: Campaign
    state: CampaignState
    line: BoardLine
    slug: str
    assessment: UUID | None
    email: str
    owner: str
    reason: str
    steps: list[StepLine]
    may_assess: bool
    mail_is_sent: bool
    today: date
    errors: dict[str, str] = field(default_factory=dict)
    entered: dict[str, str] = field(default_factory=dict)


def reminder_words(campaign: Campaign) -> str:
    """Say when a campaign reminds its vendors and when the owner is told."""
    before, after = days_of(campaign.remind_before), days_of(campaign.remind_after)
    parts = [
        _days(sorted(before, reverse=True), "before"),
        "on the day" if before or after else "",
        _days(after, "after"),
    ]
    said = ", ".join(part for part in parts if part) or "none"
    told = f"; the owner is told after {plural(campaign.escalate_after, 'day')}" if campaign.escalate_after else ""
    return said[0].upper() + said[1:] + told


def days_of(text: str) -> list[int]:
    """Read days that are kept with commas between, the fewest first."""
    return sorted({int(part) for part in text.split(",") if part.strip()})


def due_words(due: date | None) -> str:
    """Return a date in words, or that there is none."""
    return date_long(due) if due else "no due date"


def chip_label(show: str) -> str:
    """Return the words on a filter's chip."""
    return "Overdue" if show == OVERDUE else Standing(show).label


def _days(days: list[int], word: str) -> str:
    return f"{' and '.join(str(day) for day in days)} {'day' if days == [1] else 'days'} {word}" if days else ""
