"""Questionnaires as frozen values, told apart by the hash of their content."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from questionnaires.canonical import canonical_json
from questionnaires.conditions import Condition
from questionnaires.controls import ControlReference, Framework

__all__ = [
    "Choice",
    "Condition",
    "ControlArea",
    "ControlReference",
    "Framework",
    "Question",
    "QuestionKind",
    "Questionnaire",
    "Section",
    "Weight",
    "YesNo",
]


class ControlArea(StrEnum):
    """What a section is about; scores are given per area."""

    GOVERNANCE = "governance"
    PEOPLE = "people"
    ACCESS = "access"
    DATA_PROTECTION = "data_protection"
    CRYPTOGRAPHY = "cryptography"
    DEVELOPMENT = "development"
    VULNERABILITIES = "vulnerabilities"
    LOGGING = "logging"
    INCIDENTS = "incidents"
    CONTINUITY = "continuity"
    PHYSICAL = "physical"
    PRIVACY = "privacy"
    SUPPLIERS = "suppliers"
    AI = "ai"

    @property
    def label(self) -> str:
        """The area's name on pages."""
        return _AREA_LABELS.get(self) or self.value.replace("_", " ").capitalize()


_AREA_LABELS = {
    ControlArea.ACCESS: "Access control",
    ControlArea.LOGGING: "Logging and monitoring",
    ControlArea.DEVELOPMENT: "Secure development",
    ControlArea.PHYSICAL: "Physical security",
    ControlArea.SUPPLIERS: "Suppliers and sub-processors",
    ControlArea.AI: "Artificial intelligence",
}


class QuestionKind(StrEnum):
    """How a question is answered."""

    YES_NO = "yes_no"
    SINGLE = "single"
    MULTIPLE = "multiple"
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    FILE = "file"

    @property
    def label(self) -> str:
        """The kind in words."""
        return _KIND_LABELS[self]


_KIND_LABELS = {
    QuestionKind.YES_NO: "Yes or no",
    QuestionKind.SINGLE: "One choice",
    QuestionKind.MULTIPLE: "Several choices",
    QuestionKind.TEXT: "Text",
    QuestionKind.NUMBER: "Number",
    QuestionKind.DATE: "Date",
    QuestionKind.FILE: "Document",
}


class YesNo(StrEnum):
    """The answers to a yes or no question."""

    YES = "yes"
    NO = "no"
    IN_PART = "in_part"
    NOT_APPLICABLE = "not_applicable"

    @property
    def label(self) -> str:
        """The answer as a person reads it."""
        return self.value.replace("_", " ").capitalize()


class Weight(StrEnum):
    """How much a question counts."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"
    CRITICAL = "critical"

    @property
    def label(self) -> str:
        """The weight's name on pages."""
        return self.value.capitalize()

    @property
    def points(self) -> int:
        """How many points a fully met question brings."""
        return {Weight.LOW: 10, Weight.NORMAL: 20, Weight.HIGH: 40, Weight.CRITICAL: 60}[self]


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a question: `score` is 0 to 100 (single: of the whole; multiple: its share), None is not scored."""

    value: str
    label: str
    score: int | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """One thing we ask, with what we expect and which controls it is about.

    `expected` holds accepted values; for a number one bound (`<= 72`, `>= 365`), for a date `within 365 days`.
    `claim` is the sentence the vendor asserts by an expected answer, with `{answer}` where the answer itself belongs.
    """

    ref: str
    kind: QuestionKind
    text: str
    claim: str = ""
    guidance: str = ""
    evidence: str = ""
    required: bool = True
    weight: Weight = Weight.NORMAL
    expected: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    unit: str = ""
    minimum: float | None = None
    maximum: float | None = None
    applies_when: Condition | None = None
    controls: tuple[ControlReference, ...] = ()

    def choice(self, value: str) -> Choice | None:
        """Find the choice with this value."""
        return next((choice for choice in self.choices if choice.value == value), None)


@dataclass(frozen=True, slots=True)
class Section:
    """Questions that stand on one page, all about one control area."""

    key: str
    title: str
    area: ControlArea
    questions: tuple[Question, ...]
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """Everything a vendor is asked at once; equal content means equal version."""

    key: str
    title: str
    sections: tuple[Section, ...]
    summary: str = ""

    @property
    def questions(self) -> tuple[Question, ...]:
        """Every question in the order it is asked."""
        return tuple(question for section in self.sections for question in section.questions)

    @property
    def version(self) -> str:
        """The SHA-256 of the content, in hexadecimal."""
        return hashlib.sha256(self.to_json().encode()).hexdigest()

    def to_json(self) -> str:
        """Write the canonical form that the version is the hash of; `questionnaires.authored.from_json` reads it."""
        return canonical_json(self)

    def find_question(self, ref: str) -> Question | None:
        """Find the question with this reference."""
        return next((question for question in self.questions if question.ref == ref), None)
