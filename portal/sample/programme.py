"""The sample programme as values: the company, its people and standard, and its vendors with what they gave."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

import msgspec

from portal.core.scope import Role
from portal.risk.levels import FindingState, Severity
from portal.risk.tiering import ServiceProfile
from portal.sample.answers import SampleAnswer, sample_answers
from questionnaires.written import load_yaml

FOLDER = Path(__file__).parent


class SampleState(StrEnum):
    """Where a vendor of the sample stands."""

    registered = "registered"
    overdue = "overdue"
    in_progress = "in_progress"
    submitted = "submitted"
    returned = "returned"
    rated = "rated"
    expired = "expired"

    @property
    def label(self) -> str:
        """The words shown to people."""
        return STATE_LABELS[self]


STATE_LABELS = {
    SampleState.registered: "Registered, not assessed",
    SampleState.overdue: "Sent, not answered, overdue",
    SampleState.in_progress: "Half answered",
    SampleState.submitted: "Submitted, waiting for review",
    SampleState.returned: "Returned with questions",
    SampleState.rated: "Rated, valid",
    SampleState.expired: "Rated, no longer valid",
}


@dataclass(frozen=True, slots=True)
class Company:
    """The company whose programme it is."""

    name: str
    about: str


@dataclass(frozen=True, slots=True)
class SamplePerson:
    """One of the company's people."""

    name: str
    email: str
    role: Role
    title: str


@dataclass(frozen=True, slots=True)
class SampleRequirement:
    """One requirement of the company's standard, and the questions whose answers show it."""

    ref: str
    title: str
    text: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SampleContact:
    """A person at a vendor."""

    name: str
    email: str
    title: str


@dataclass(frozen=True, slots=True)
class SampleService:
    """One thing a vendor does for the company."""

    name: str
    summary: str
    profile: ServiceProfile


@dataclass(frozen=True, slots=True)
class SampleDocument:
    """A document that a vendor uploaded `uploaded` days from today; `source` names its text."""

    source: str
    uploaded: int

    @property
    def name(self) -> str:
        """The file's name as the vendor gave it."""
        return f"{self.source}.pdf"


@dataclass(frozen=True, slots=True)
class SampleAskedAgain:
    """A question that the reviewer wants answered again."""

    ref: str
    note: str


@dataclass(frozen=True, slots=True)
class SampleColleague:
    """Somebody whom the contact asked for some sections."""

    name: str
    email: str
    sections: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class SampleAssessment:
    """One questionnaire sent to a vendor; days are counted from today, `answers` names the file of answers.

    Each of `reused` was taken from the earlier questionnaire, changed or not.
    """

    questionnaire: str
    service: str
    contact: str
    message: str
    sent: int
    due: int
    answers: str = ""
    submitted: int | None = None
    completed: int | None = None
    attested_name: str = ""
    attested_title: str = ""
    returned: int | None = None
    returned_note: str = ""
    asked_again: tuple[SampleAskedAgain, ...] = ()
    colleagues: tuple[SampleColleague, ...] = ()
    reused: tuple[str, ...] = ()

    def given(self, today: date) -> tuple[SampleAnswer, ...]:
        """Return the vendor's answers as they read today."""
        return sample_answers(self.answers, today) if self.answers else ()


@dataclass(frozen=True, slots=True)
class SampleRating:
    """Who drafted and approved a rating, and when its conditions were met; its figures are worked out, never written here."""

    drafted: int
    drafted_by: str
    approved: int
    approved_by: str
    valid_until: int
    narrative: str
    conditions_met: int | None = None


@dataclass(frozen=True, slots=True)
class SampleFinding:
    """A shortcoming that the reviewer raised; `reason` says why its risk was accepted."""

    ref: str
    title: str
    description: str
    severity: Severity
    state: FindingState
    raised: int
    due: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SampleVendor:
    """An external partner of the company; `earlier` is a questionnaire of the year before, long reviewed."""

    slug: str
    name: str
    website: str
    summary: str
    state: SampleState
    contacts: tuple[SampleContact, ...]
    services: tuple[SampleService, ...]
    documents: tuple[SampleDocument, ...]
    earlier: SampleAssessment | None = None
    assessment: SampleAssessment | None = None
    rating: SampleRating | None = None
    findings: tuple[SampleFinding, ...] = ()


@dataclass(frozen=True, slots=True)
class Programme:
    """All of it."""

    company: Company
    people: tuple[SamplePerson, ...]
    standard: tuple[SampleRequirement, ...]
    vendors: tuple[SampleVendor, ...]

    @property
    def documents(self) -> tuple[SampleDocument, ...]:
        """The documents of all vendors."""
        return tuple(document for vendor in self.vendors for document in vendor.documents)


def load_programme() -> Programme:
    """Read the sample programme from the package."""
    return msgspec.convert(load_yaml((FOLDER / "programme.yaml").read_text(encoding="utf-8")), Programme)
