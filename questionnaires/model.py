"""Questionnaires as frozen values, told apart by the hash of their content."""

import hashlib
from dataclasses import dataclass

from questionnaires.canonical import canonical_json
from questionnaires.conditions import Condition
from questionnaires.controls import ControlReference, Framework
from questionnaires.kinds import ColumnKind, ControlArea, QuestionKind, TipSeverity, Weight, YesNo
from questionnaires.translations import ENGLISH, Translation

__all__ = [
    "Choice",
    "Column",
    "ColumnKind",
    "Condition",
    "ControlArea",
    "ControlReference",
    "Framework",
    "Question",
    "QuestionKind",
    "Questionnaire",
    "Section",
    "Tip",
    "TipSeverity",
    "Translation",
    "Weight",
    "YesNo",
]


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a question: `score` is 0 to 100 (single: of the whole; multiple: its share), None is not scored.

    An `exclusive` one goes with no other choice; with `other` it opens a line that has to be filled in.
    """

    value: str
    label: str
    score: int | None = None
    exclusive: bool = False
    other: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table that is asked for; `choices` are those of a column of one choice.

    `labels` are what the choices are called in another language, in their order; only a translated one has them.
    """

    key: str
    label: str
    kind: ColumnKind = ColumnKind.TEXT
    required: bool = True
    choices: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()

    @property
    def options(self) -> tuple[tuple[str, str], ...]:
        """Each choice with what it is called."""
        return tuple(zip(self.choices, self.labels or self.choices, strict=True))


@dataclass(frozen=True, slots=True)
class Question:
    """One thing we ask, with what we expect and which controls it is about.

    `expected` holds accepted values; for a number one bound (`<= 72`, `>= 365`), for a date `within 365 days`, for a
    period that (of its last day) and `lasting 180 days`, for an attestation `attested`. A table is never scored.
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
    columns: tuple[Column, ...] = ()
    statement: str = ""

    def choice(self, value: str) -> Choice | None:
        """Find the choice with this value."""
        return next((choice for choice in self.choices if choice.value == value), None)

    @property
    def other(self) -> Choice | None:
        """The choice that opens a line for words of one's own."""
        return next((choice for choice in self.choices if choice.other), None)

    @property
    def exclusive(self) -> tuple[Choice, ...]:
        """The choices that go with no other one."""
        return tuple(choice for choice in self.choices if choice.exclusive)


@dataclass(frozen=True, slots=True)
class Tip:
    """What is said, and asks for no answer, when an answer calls for it; one with a severity warns.

    It stands behind the question `after`, at the head of its section when that is empty. `ask` says what the vendor
    may explain in return.
    """

    ref: str
    text: str
    title: str = ""
    severity: TipSeverity | None = None
    ask: str = ""
    after: str = ""
    applies_when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """Questions that stand on one page, all about one control area."""

    key: str
    title: str
    area: ControlArea
    questions: tuple[Question, ...]
    summary: str = ""
    tips: tuple[Tip, ...] = ()


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """Everything a vendor is asked at once, in its own `language`; equal content means equal version."""

    key: str
    title: str
    sections: tuple[Section, ...]
    summary: str = ""
    language: str = ENGLISH
    translations: tuple[Translation, ...] = ()

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
