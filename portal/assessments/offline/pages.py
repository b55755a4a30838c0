"""What the pages about answers in files hold; never weights, scores or what is expected."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from portal.assessments.answer_pages import Form
from portal.core.scope import Principal
from questionnaires.merging import Meeting
from questionnaires.model import Question


@dataclass(frozen=True, slots=True)
class Side:
    """On whose side files are brought, and where its pages are; `ours` is the company's, for the vendor."""

    base: str
    ours: bool


def side_of(who: Principal, assessment_id: UUID) -> Side:
    """Return the side of the one looking."""
    outside = who.role.outside
    return Side(f"/answer/{assessment_id}/offline" if outside else f"/assessments/{assessment_id}/brought", not outside)


@dataclass(frozen=True, slots=True)
class AnswerFileLine:
    """A file that was brought, and what became of it."""

    id: UUID
    name: str
    by: str
    at: datetime
    open: bool
    words: str


@dataclass(frozen=True, slots=True)
class OfflinePage:
    """Downloading the questionnaire, and bringing answers as a file."""

    form: Form
    files: list[AnswerFileLine]
    side: Side
    error: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """One of two answers to be compared."""

    words: str
    comment: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class MergeLine:
    """One question: what the file says, what stands, and what was chosen so far."""

    question: Question
    meeting: Meeting
    filed: Compared
    standing: Compared
    by: str
    at: datetime | None
    worded: str
    applies: bool
    chosen: str
    moved: bool

    @property
    def name(self) -> str:
        """The name of its field."""
        return f"take:{self.question.ref}"

    @property
    def must_choose(self) -> bool:
        """Whether the person has to say which of two answers counts."""
        return self.meeting is Meeting.CONFLICT or self.worded != ""


@dataclass(frozen=True, slots=True)
class MergePage:
    """What would change, before anything does."""

    form: Form
    file: AnswerFileLine
    lines: list[MergeLine]
    refused: tuple[str, ...]
    known: bool
    seen: str
    side: Side
    errors: dict[str, str] = field(default_factory=dict)

    def of(self, *meetings: str) -> list[MergeLine]:
        """The lines that meet so."""
        return [line for line in self.lines if line.meeting in meetings]

    def unchosen(self, seen: Collection[str]) -> dict[str, str]:
        """A sentence for each question that the page showed and nobody chose for, by the name of its field."""
        open_lines = [line for line in self.to_choose if line.question.ref in seen and not line.chosen]
        return {line.name: f"{line.question.ref}: please choose which answer counts." for line in open_lines}

    @property
    def to_choose(self) -> list[MergeLine]:
        """What the person has to decide."""
        return [line for line in self.lines if line.meeting.may_be_taken and line.must_choose]

    @property
    def taken(self) -> list[MergeLine]:
        """What is taken unless the person says otherwise."""
        return [line for line in self.lines if line.meeting in (Meeting.NEW, Meeting.CHANGED) and not line.must_choose]

    @property
    def may_take(self) -> bool:
        """Whether anything can be taken from the file."""
        return any(line.meeting.may_be_taken for line in self.lines)
