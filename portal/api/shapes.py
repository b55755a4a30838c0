"""What goes in and out of the API; fields that are not named here are refused."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

import msgspec

# Text that a database can keep: PostgreSQL takes no zero character.
Text = Annotated[str, msgspec.Meta(pattern=r"^[^\x00]*$")]


class VendorIn(msgspec.Struct, forbid_unknown_fields=True):
    """A vendor to be added."""

    name: Text
    website: Text = ""
    summary: Text = ""


class QuestionIn(msgspec.Struct, forbid_unknown_fields=True):
    """A question to the assistant."""

    question: Text


class CheckIn(msgspec.Struct, forbid_unknown_fields=True):
    """A check to be recorded; `service` is a name or id, `purpose` says what is to be signed."""

    purpose: Text
    service: Text | None = None


class VendorServiceOut(msgspec.Struct, frozen=True):
    """A service in use."""

    id: UUID
    name: str
    tier: str | None
    data: list[str]


class VendorOut(msgspec.Struct, frozen=True):
    """A vendor; tier ("1" to "4") and inherent risk are null until a service gives them."""

    slug: str
    name: str
    website: str
    summary: str
    tier: str | None
    inherent: str | None
    archived: bool
    created_at: datetime
    services: list[VendorServiceOut]


class EvidenceOut(msgspec.Struct, frozen=True):
    """A document; `state` is received, reading, ready or unreadable, and `reason` says why it is unreadable."""

    id: UUID
    name: str
    state: str
    reason: str
    kind: str
    pages: int
    pages_read: int
    size: int
    valid_until: date | None
    stale: bool
    uploaded_by: str
    uploaded_at: datetime


class FactOut(msgspec.Struct, frozen=True):
    """One thing the document says of itself, with the words and the page it stands on."""

    label: str
    value: str
    quote: str
    page: int


class EvidenceDetailOut(EvidenceOut, frozen=True):
    """A document with its hash and what could be read off it."""

    sha256: str
    facts: list[FactOut]


class CitationOut(msgspec.Struct, frozen=True):
    """Words that stand verbatim on a page; pages count from 1."""

    document: str
    page: int
    quote: str


class RecordOut(msgspec.Struct, frozen=True):
    """A row that an answer is made of: its cells by their column, the page it stands on here, and words of a document."""

    row: dict[str, str]
    link: str
    citation: CitationOut | None


class SearchedOut(msgspec.Struct, frozen=True):
    """What was searched."""

    documents: int
    pages: int


class AnswerOut(msgspec.Struct, frozen=True):
    """The assistant's answer; where it cannot answer, `citations` are the passages that came nearest.

    `records` are the rows it is made of, where the question was one over facts, answers, verdicts, findings or ratings.
    """

    answer: str
    answered: bool
    citations: list[CitationOut]
    searched: SearchedOut
    written_by: str
    note: str
    records: list[RecordOut]


class RatingListOut(msgspec.Struct, frozen=True):
    """A rating; without a service it is for the whole vendor."""

    id: UUID
    number: int
    state: str
    service: UUID | None
    grade: str
    residual: str
    method: str
    approved_by: str
    approved_at: datetime | None
    valid_until: date | None
    record_hash: str


class AnsweredOut(msgspec.Struct, frozen=True):
    """One question that applies, with its answer in words; empty while it is not answered.

    `taken_from` names the earlier answer that it was taken from, and whether it was changed.
    """

    ref: str
    question: str
    answer: str
    documents: list[str]
    answered_by: str | None
    taken_from: str | None


class SectionOut(msgspec.Struct, frozen=True):
    """One section of the questionnaire."""

    title: str
    questions: list[AnsweredOut]


class AssessmentOut(msgspec.Struct, frozen=True):
    """One assessment with its answers."""

    id: UUID
    vendor: str
    service: str | None
    title: str
    state: str
    due: date | None
    sent_at: datetime | None
    submitted_at: datetime | None
    completed_at: datetime | None
    sections: list[SectionOut]


class SignedCheckOut(msgspec.Struct, frozen=True):
    """A recorded check: the statement as it was signed; sort its keys and leave out spaces to verify it."""

    algorithm: str
    key: str
    signature: str
    statement: dict[str, object]
