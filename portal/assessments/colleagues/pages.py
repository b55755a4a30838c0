"""What the page of colleagues and the history of an answer hold."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from portal.assessments.answer_pages import CardsPage, Form
from portal.assessments.cards import Card
from portal.core.clock import now
from questionnaires.model import Question


@dataclass(frozen=True, slots=True)
class ColleagueLine:
    """Somebody who was asked: for what, by whom, how far they are, and how their link stands."""

    id: UUID
    name: str
    email: str
    words: str
    note: str
    asked_by: str
    asked_at: datetime
    mailed_at: datetime
    expires_at: datetime
    used: bool
    opened_at: datetime | None
    withdrawn_at: datetime | None
    withdrawn_by: str
    answered: int
    total: int
    finished: bool

    @property
    def state(self) -> str:
        """How it stands with them."""
        if self.withdrawn_at:
            return "withdrawn"
        if self.finished or (self.total and self.answered == self.total):
            return "finished"
        if self.opened_at:
            return "at work" if self.answered else "looked in"
        return "link expired" if self.expires_at <= now() else "not opened yet"

    @property
    def tone(self) -> str:
        """The colour its state is shown in."""
        tones = {"finished": "ok", "withdrawn": "mute", "link expired": "warn", "not opened yet": "warn"}
        return tones.get(self.state, "info")


@dataclass(frozen=True, slots=True)
class AnsweredBy:
    """One person with the questions whose answer, as it stands, is theirs."""

    name: str
    questions: list[tuple[Question, str, datetime]]

    @property
    def last(self) -> datetime:
        """When they last answered."""
        return max(at for _, _, at in self.questions)


@dataclass(frozen=True, slots=True)
class Choosable:
    """A section that can be asked for, with those of its questions that apply."""

    slug: str
    title: str
    questions: tuple[Question, ...]
    open: bool


@dataclass(frozen=True, slots=True)
class ColleaguesPage:
    """Who is asked for what and who answered what, with the form that asks."""

    form: Form
    lines: list[ColleagueLine]
    people: list[AnsweredBy]
    sections: list[Choosable]
    chosen: frozenset[str]
    most: int
    mail_is_sent: bool
    errors: dict[str, str] = field(default_factory=dict)
    entered: dict[str, str] = field(default_factory=dict)

    @property
    def living(self) -> int:
        """How many are asked at present."""
        return sum(line.withdrawn_at is None for line in self.lines)


@dataclass(frozen=True, slots=True)
class Change:
    """One change of an answer; `words` is empty where it was withdrawn."""

    words: str
    comment: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """Every change of one answer, the latest first."""

    form: Form
    card: Card
    changes: list[Change]


@dataclass(frozen=True, slots=True)
class MinePage:
    """What a colleague was asked for, section by section."""

    cards: CardsPage

    @property
    def form(self) -> Form:
        """The form as the colleague sees it."""
        return self.cards.form
