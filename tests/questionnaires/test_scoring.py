"""Every point of a score comes from an answer, with its reason."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given as over
from hypothesis import settings

from questionnaires.branching import applicable_questions
from questionnaires.model import ControlArea, Question, QuestionKind, Questionnaire, YesNo
from questionnaires.scoring import Reason, ReasonState, Score, is_scored, score, scoring_words
from questionnaires.values import Attested, Chosen, Given, Period, Value
from tests.questionnaires.samples import (
    FACTOR,
    HOSTED,
    HOURS,
    LOGGED,
    MFA,
    NOTES,
    REPORT,
    SIGNED,
    SMALL,
    TESTED,
    answered,
    questionnaire,
)

TODAY = date(2026, 6, 30)


def _reason(question: Question, value: Value, reason: str = "", on: date | None = TODAY) -> Reason:
    asked = questionnaire(MFA, question) if question is FACTOR else questionnaire(question)
    answers = {"AC-01": Given("yes")} if question is FACTOR else {}
    scored = score(asked, answers | {question.ref: Given(value, reason=reason)}, on)
    return scored.areas[0].reasons[-1]


@pytest.mark.parametrize(
    ("question", "value", "state", "points", "possible"),
    [
        (MFA, "yes", ReasonState.MET, 60, 60),
        (MFA, "in_part", ReasonState.PARTLY_MET, 30, 60),
        (MFA, "no", ReasonState.NOT_MET, 0, 60),
        (FACTOR, "sms", ReasonState.PARTLY_MET, 4, 20),
        (LOGGED, ("a",), ReasonState.PARTLY_MET, 12, 20),
        (LOGGED, ("a", "b"), ReasonState.MET, 20, 20),
        (HOURS, 48.0, ReasonState.MET, 40, 40),
        (HOURS, 72.0, ReasonState.PARTLY_MET, 26, 40),
        (TESTED, date(2026, 1, 1), ReasonState.MET, 20, 20),
        (TESTED, date(2024, 6, 30), ReasonState.PARTLY_MET, 10, 20),
        (TESTED, date(2026, 7, 1), ReasonState.NOT_MET, 0, 20),
        (NOTES, "Words.", ReasonState.NOT_SCORED, 0, 0),
        (HOSTED, Chosen(("us", "else"), "Japan"), ReasonState.PARTLY_MET, 10, 20),
        (HOSTED, Chosen(("else",), "Japan"), ReasonState.NOT_SCORED, 0, 0),
        (HOSTED, ("none",), ReasonState.NOT_MET, 0, 20),
        (SIGNED, Chosen(("else",), "By post"), ReasonState.NOT_SCORED, 0, 0),
        (REPORT, ("one",), ReasonState.NOT_SCORED, 0, 0),
    ],
)
def test_answer_earns_its_share(
    question: Question, value: Value, state: ReasonState, points: int, possible: int
) -> None:
    """Each kind of answer earns the share of the weight that it deserves."""
    reason = _reason(question, value)

    assert (state, points, possible) == (reason.state, reason.points, reason.possible)


@pytest.mark.parametrize(
    ("question", "value", "text"),
    [
        (MFA, "yes", "Answered “Yes”, as expected."),
        (MFA, "in_part", "Answered “In part”; “Yes” is expected, so 50% of the points."),
        (FACTOR, "sms", "Answered “Text message”; “Security key” would earn all of them, so 20% of the points."),
        (HOURS, 72.0, "Answered “72 hours”; at most 48 hours is expected, so 66% of the points."),
        (TESTED, date(2026, 7, 1), "Answered “1 July 2026”, which lies in the future."),
        (NOTES, "Words.", "Not scored; read by the reviewer."),
    ],
)
def test_reason_says_why(question: Question, value: Value, text: str) -> None:
    """The reason names the answer and what was expected."""
    assert text == _reason(question, value).text


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (HOURS, "at most 48 hours is expected"),
        (replace(HOURS, expected=("<= 1",)), "at most 1 hour is expected"),
        (replace(TESTED, expected=("within 1 days",)), "a date within 1 day is expected"),
        (MFA, "“Yes” is expected"),
        (FACTOR, "each choice has its score"),
    ],
)
def test_an_author_reads_how_a_question_counts(question: Question, words: str) -> None:
    """The weight and what earns it, in a few words."""
    assert scoring_words(question) == f"weight {question.weight.label.lower()}, {words}"


def test_an_author_reads_that_a_text_is_not_scored() -> None:
    """A question that nothing is expected of says so instead of naming a weight."""
    assert scoring_words(NOTES) == "not scored"


def test_not_applicable_is_not_counted() -> None:
    """A question that does not apply takes nothing away and gives its reason."""
    reason = _reason(MFA, "not_applicable", "We have no administrators.")

    assert Reason("AC-01", ReasonState.NOT_APPLICABLE, "Does not apply: We have no administrators.", 0, 0) == reason


def test_dates_need_a_day_to_compare_with() -> None:
    """Without a day a date is not scored, so that a score never depends on when it is worked out."""
    assert ReasonState.NOT_SCORED is _reason(TESTED, date(2026, 1, 1), on=None).state


def test_unanswered_is_a_state_of_its_own() -> None:
    """What is not answered is in no score, but the points it could bring are shown."""
    scored = score(questionnaire(MFA, HOURS, NOTES), {"AC-01": Given("yes")})

    assert (100, 60, 60, 40) == (scored.overall, scored.points, scored.possible, scored.unanswered)
    assert [ReasonState.MET, ReasonState.UNANSWERED, ReasonState.UNANSWERED] == [
        reason.state for reason in scored.areas[0].reasons
    ]


def test_nothing_answered_has_no_score() -> None:
    """No answers give no number, rather than zero or a hundred."""
    scored = score(SMALL, {})

    assert scored.overall is None
    assert scored.areas[0].score is None


@settings(max_examples=100, deadline=None)
@over(answered())
def test_agrees_with_a_plain_reference(example: tuple[Questionnaire, dict[str, Given]]) -> None:
    """Points and possible points are the sums over the questions that apply and are answered."""
    asked, answers = example

    scored = score(asked, answers, TODAY)

    points, possible = _plainly(asked, answers)
    assert (points, possible) == (scored.points, scored.possible)
    _adds_up(scored, asked, answers)


def _adds_up(scored: Score, asked: Questionnaire, answers: dict[str, Given]) -> None:
    refs = [reason.ref for area in scored.areas for reason in area.reasons]
    assert sorted(refs) == sorted(question.ref for question in applicable_questions(asked, answers))
    assert len({area.area for area in scored.areas}) == len(scored.areas)
    for area in scored.areas:
        assert area.points == sum(reason.points for reason in area.reasons)
        assert (area.score is None) == (area.possible == 0)
    assert scored.overall is None or 0 <= scored.overall <= 100


def _plainly(asked: Questionnaire, answers: dict[str, Given]) -> tuple[int, int]:
    points = possible = 0
    for question in applicable_questions(asked, answers):
        given = answers.get(question.ref)
        share = None if given is None else _share(question, given)
        if share is not None:
            points += int(question.weight.points * share / 100)
            possible += question.weight.points
    return points, possible


def _share(question: Question, given: Given) -> int | None:
    value = given.value
    if question.kind is QuestionKind.SINGLE:
        return {"a": 100, "b": 30}.get(given.texts[0])
    if question.kind is QuestionKind.MULTIPLE and given.texts == ("o",):
        return None
    if question.kind is QuestionKind.MULTIPLE:
        return min(100, sum({"a": 100, "b": 30}.get(text, 0) for text in given.texts))
    if not is_scored(question) or value == YesNo.NOT_APPLICABLE:
        return None
    if question.kind is QuestionKind.YES_NO:
        return {"yes": 100, "in_part": 50, "no": 0}[str(value)]
    if isinstance(value, Attested):
        return 100
    if isinstance(value, Period):
        old, long = (TODAY - value.end).days, (value.end - value.start).days + 1
        return min(100 if old <= 30 else 3000 // old, 100 if long >= 100 else long)
    if isinstance(value, float):
        return min(100, int(value * 10))
    assert isinstance(value, date)
    age = (TODAY - value).days
    return 0 if age < 0 else 100 if age <= 30 else 3000 // age


def test_sections_of_one_area_are_scored_together() -> None:
    """Two sections about the same control area make one score."""
    first = questionnaire(MFA).sections[0]
    both = Questionnaire("k", "T", (first, questionnaire(HOURS).sections[0]))

    scored = score(both, {"AC-01": Given("yes"), "IN-01": Given(720.0)})

    assert [ControlArea.ACCESS] == [area.area for area in scored.areas]
    assert (62, 100) == (scored.points, scored.possible)
