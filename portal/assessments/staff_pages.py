"""What the staff's pages about assessments hold."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from portal.assessments.authoring.pages import DraftLine, VersionLine
from portal.assessments.colleagues.pages import ColleagueLine
from portal.assessments.imported_files import ImportedFile
from portal.assessments.outline import Outline
from portal.assessments.receipt_files.keeping import ReceiptLine
from portal.assessments.reuse.standing import Taken
from portal.assessments.states import AssessmentState
from portal.assessments.tables import Assessment
from portal.core.clock import now
from portal.evidence.queries import EvidenceLine
from portal.vendors.tables import Contact, Vendor
from questionnaires.controls import ControlReference
from questionnaires.controls_known import title_of
from questionnaires.model import Question, Questionnaire
from questionnaires.scoring import Score, scoring_words
from questionnaires.values import AnswerRow

Options = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class QuestionnaireLine:
    """One questionnaire in the list."""

    key: str
    title: str
    summary: str
    sections: int
    questions: int
    own: bool


@dataclass(frozen=True, slots=True)
class QuestionnairesPage:
    """Every questionnaire that can be sent."""

    questionnaires: list[QuestionnaireLine]
    drafts: list[DraftLine]
    errors: dict[str, str] = field(default_factory=dict)
    came_in: ImportedFile | None = None


@dataclass(frozen=True, slots=True)
class ExportPage:
    """Into what an assessment's answers may go out, and what of them has no place there."""

    assessment: Assessment
    errors: dict[str, str]
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuestionnairePage:
    """One questionnaire as its reviewers see it, with a title for each control that we know."""

    questionnaire: Questionnaire
    version: str
    own: bool
    versions: list[VersionLine]
    conditions: dict[str, str]

    def title_of(self, control: ControlReference) -> str:
        """Return our short title of a control; empty for one that we do not know."""
        return title_of(control)

    @property
    def aside(self) -> str:
        """The key that a team's own questionnaire had before this set of ours came; empty where ours has it."""
        return self.questionnaire.key[1:] if self.own and self.questionnaire.key.startswith("_") else ""

    def scored(self, question: Question) -> str:
        """Say how a question counts in the score."""
        return scoring_words(question)


@dataclass(frozen=True, slots=True)
class NewPage:
    """The form that sends a questionnaire; without a vendor it first asks for one. `carried` when a question came along."""

    vendor: Vendor | None
    vendors: Options
    services: Options
    contacts: Options
    questionnaires: Options
    mail_is_sent: bool
    today: date
    errors: dict[str, str] = field(default_factory=dict)
    entered: dict[str, str] = field(default_factory=dict)
    carried: bool = False

    @property
    def chosen(self) -> str:
        """The questionnaire that was chosen before the vendor; empty when none was."""
        return dict(self.questionnaires).get(self.entered.get("questionnaire", ""), "")


@dataclass(frozen=True, slots=True)
class InvitationLine:
    """One link that was mailed, and how it stands."""

    id: UUID
    email: str
    created_at: datetime
    expires_at: datetime
    used_at: datetime | None
    revoked_at: datetime | None

    @property
    def state(self) -> str:
        """How the link stands: used, withdrawn, expired or open."""
        if self.revoked_at:
            return "withdrawn"
        if self.used_at:
            return "used"
        return "expired" if self.expires_at <= now() else "open"

    @property
    def tone(self) -> str:
        """The colour its state is shown in."""
        return {"used": "ok", "open": "info", "expired": "warn"}.get(self.state, "mute")


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One question with its answer, read only."""

    question: Question
    words: str
    row: AnswerRow | None
    documents: list[EvidenceLine]
    asked_again: str
    taken: Taken | None


@dataclass(frozen=True, slots=True)
class AnswerSection:
    """The questions of one section that apply."""

    title: str
    note: str
    lines: list[AnswerLine]


@dataclass(frozen=True, slots=True)
class AssessmentPage:
    """One assessment as staff see it."""

    assessment: Assessment
    state: AssessmentState
    vendor: Vendor
    service: str
    contact: Contact
    outline: Outline
    invitations: list[InvitationLine]
    sections: list[AnswerSection]
    documents: int
    may_assess: bool
    mail_is_sent: bool
    today: date
    score: Score
    receipts: list[ReceiptLine]
    colleagues: list[ColleagueLine]
    threads: int
    to_reply: int
