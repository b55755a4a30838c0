"""Everything a rating is worked out from, frozen, so that it can be worked out again."""

from dataclasses import dataclass, replace
from datetime import date

from portal.risk.errors import OutOfRange, UnscoredAnswer
from portal.risk.levels import AnswerState, FindingState, ReviewDecision, Severity, VerdictState
from portal.risk.tiering import Tiering


@dataclass(frozen=True, slots=True)
class QuestionInput:
    """One question with its answer's score, the program's verdict and what the reviewer said about it.

    `answer_score` is 0 to 100 and None unless answered. `reviewer_verdict` is what an overruling reviewer put in the
    verdict's place. A question that carries no points, such as a free text, is `not_scored`.
    """

    ref: str
    text: str
    weight: int
    state: AnswerState
    answer_score: int | None = None
    verdict: VerdictState | None = None
    decision: ReviewDecision | None = None
    reviewer_verdict: VerdictState | None = None

    def __post_init__(self) -> None:
        """Refuse weights and scores outside their scales."""
        if self.weight < 0:
            raise OutOfRange(f"The weight of question {self.ref}", self.weight, 0, 1000)
        if self.state is AnswerState.ANSWERED and self.answer_score is None:
            raise UnscoredAnswer(self.ref)
        if self.answer_score is not None and not 0 <= self.answer_score <= 100:
            raise OutOfRange(f"The score of question {self.ref}", self.answer_score, 0, 100)


@dataclass(frozen=True, slots=True)
class AreaInput:
    """A control area and its questions; `limits_harm` marks areas that make an incident smaller, not just rarer."""

    area: str
    label: str
    questions: tuple[QuestionInput, ...]
    limits_harm: bool = False


@dataclass(frozen=True, slots=True)
class FindingInput:
    """A finding about the vendor, and when it is to be remediated."""

    ref: str
    title: str
    severity: Severity
    state: FindingState
    due: date | None = None


@dataclass(frozen=True, slots=True)
class AcceptanceInput:
    """A risk acceptance of one finding, standing up to and including a day."""

    finding: str
    until: date


@dataclass(frozen=True, slots=True)
class EvidenceStats:
    """How many documents the vendor gave, and how many of those cannot be read or are past their date."""

    documents: int
    unreadable: int
    stale: int


@dataclass(frozen=True, slots=True)
class RatingInputs:
    """All that a rating depends on: there is no other source, not even the clock."""

    method: str
    today: date
    tiering: Tiering
    areas: tuple[AreaInput, ...]
    findings: tuple[FindingInput, ...] = ()
    acceptances: tuple[AcceptanceInput, ...] = ()
    evidence: EvidenceStats = EvidenceStats(0, 0, 0)


HARM_LIMITING_WORDS = ("crypt", "logging", "monitor", "incident", "continuity", "recovery", "backup")


def is_harm_limiting(area: str) -> bool:
    """Say whether an area, by its key or name, is one that makes an incident smaller."""
    return any(word in area.lower() for word in HARM_LIMITING_WORDS)


def as_if_agreed(inputs: RatingInputs) -> RatingInputs:
    """Return the inputs as if a reviewer had agreed with every verdict still open, to show what is at stake."""
    areas = tuple(replace(area, questions=tuple(map(_agreed, area.questions))) for area in inputs.areas)
    return replace(inputs, areas=areas)


def _agreed(question: QuestionInput) -> QuestionInput:
    undecided = question.verdict is not None and question.decision is None
    return replace(question, decision=ReviewDecision.AGREED) if undecided else question
