"""Answers to points per control area, each with its reason; pure, and exact in whole numbers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from questionnaires.branching import applicable_questions
from questionnaires.grading import expected_words, explanation, grade
from questionnaires.model import ControlArea, Question, QuestionKind, Questionnaire, YesNo
from questionnaires.values import Given


class ReasonState(StrEnum):
    """What became of one question."""

    MET = "met"
    PARTLY_MET = "partly_met"
    NOT_MET = "not_met"
    UNANSWERED = "unanswered"
    NOT_APPLICABLE = "not_applicable"
    NOT_SCORED = "not_scored"

    @property
    def label(self) -> str:
        """The state's name on pages."""
        return self.value.replace("_", " ").capitalize()


@dataclass(frozen=True, slots=True)
class Reason:
    """Why one question brought `points` of `possible`; both are 0 when it is not counted."""

    ref: str
    state: ReasonState
    text: str
    points: int
    possible: int


@dataclass(frozen=True, slots=True)
class AreaScore:
    """One control area: `score` is 0 to 100, None when nothing in it could be counted.

    `unanswered` are the points that unanswered questions could still bring; they are in no score.
    """

    area: ControlArea
    score: int | None
    points: int
    possible: int
    unanswered: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """All areas that apply, and their points together."""

    overall: int | None
    points: int
    possible: int
    unanswered: int
    areas: tuple[AreaScore, ...]


def score(questionnaire: Questionnaire, answers: Mapping[str, Given], on: date | None = None) -> Score:
    """Score the questions that apply; dates are compared with the day `on` and not scored without one."""
    applicable = {question.ref for question in applicable_questions(questionnaire, answers)}
    found: dict[ControlArea, list[tuple[Question, Reason]]] = {}
    for section in questionnaire.sections:
        for question in section.questions:
            if question.ref in applicable:
                pair = (question, _reason(question, answers.get(question.ref), on))
                found.setdefault(section.area, []).append(pair)
    areas = tuple(_area(area, pairs) for area, pairs in found.items())
    points, possible = sum(area.points for area in areas), sum(area.possible for area in areas)
    return Score(_percent(points, possible), points, possible, sum(area.unanswered for area in areas), areas)


def _area(area: ControlArea, pairs: Iterable[tuple[Question, Reason]]) -> AreaScore:
    reasons = tuple(reason for _, reason in pairs)
    points, possible = sum(reason.points for reason in reasons), sum(reason.possible for reason in reasons)
    unanswered = sum(
        question.weight.points
        for question, reason in pairs
        if reason.state is ReasonState.UNANSWERED and is_scored(question)
    )
    return AreaScore(area, _percent(points, possible), points, possible, unanswered, reasons)


def is_scored(question: Question) -> bool:
    """Tell whether an answer to the question can bring points at all."""
    return bool(question.expected) or _has_scores(question)


def scoring_words(question: Question) -> str:
    """Say in a few words how a question counts: “weight high, “Yes” is expected”; raises InvalidQuestionnaire."""
    if not is_scored(question):
        return "not scored"
    how = "each choice has its score" if _has_scores(question) else expected_words(question)
    return f"weight {question.weight.label.lower()}, {how}"


def _has_scores(question: Question) -> bool:
    return any(choice.score is not None for choice in question.choices)


def _reason(question: Question, given: Given | None, on: date | None) -> Reason:
    if given is None:
        return Reason(question.ref, ReasonState.UNANSWERED, "Not answered.", 0, 0)
    if question.kind is QuestionKind.YES_NO and given.value == YesNo.NOT_APPLICABLE:
        return Reason(question.ref, ReasonState.NOT_APPLICABLE, f"Does not apply: {given.reason}", 0, 0)
    share = grade(question, given, on)
    if share is None:
        return Reason(question.ref, ReasonState.NOT_SCORED, "Not scored; read by the reviewer.", 0, 0)
    possible = question.weight.points
    return Reason(
        question.ref, _state(share), explanation(question, given, share, on), possible * share // 100, possible
    )


def _state(share: int) -> ReasonState:
    if share == 100:
        return ReasonState.MET
    return ReasonState.PARTLY_MET if share else ReasonState.NOT_MET


def _percent(points: int, possible: int) -> int | None:
    return (200 * points + possible) // (2 * possible) if possible else None
