"""This time's answers beside last time's: every question once, better and worse by points, and sameness to the word."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from questionnaires.branching import applicable_questions
from questionnaires.comparing import Answered, Change, differences, sameness
from questionnaires.model import ControlArea, Question, QuestionKind, Questionnaire, Section
from questionnaires.values import Chosen, Given
from tests.questionnaires.samples import FACTOR, HOSTED, MFA, answered

TEXT = Question("T-1", QuestionKind.TEXT, "How?")
HOURS = Question("N-1", QuestionKind.NUMBER, "Within how many hours?", expected=("<= 72",), unit="hours")
TESTED = Question("D-1", QuestionKind.DATE, "When last tested?", expected=("within 365 days",))


def asked(*questions: Question) -> Questionnaire:
    """Return a questionnaire of these questions."""
    return Questionnaire("own", "Own", (Section("all", "All", ControlArea.ACCESS, questions),))


def change(question: Question, before: Given | None, now: Given | None) -> Change:
    """Return what became of one answer."""
    sides = [
        Answered(asked(question), {question.ref: one} if one else {}, on)
        for one, on in ((before, date(2025, 11, 1)), (now, date(2026, 11, 1)))
    ]
    [found] = differences(*sides)
    return found.change


@pytest.mark.parametrize(
    ("question", "before", "now", "expected"),
    [
        (MFA, Given("no"), Given("yes"), Change.IMPROVED),
        (MFA, Given("yes"), Given("in_part"), Change.REGRESSED),
        (MFA, Given("yes"), Given("not_applicable", reason="None."), Change.CHANGED),
        (MFA, Given("yes", "By key."), Given("yes", "  by  KEY. "), Change.SAME),
        (MFA, Given("yes", "By key."), Given("yes", "By app."), Change.REWORDED),
        (MFA, None, Given("yes"), Change.NEW),
        (MFA, Given("yes"), None, Change.WITHDRAWN),
        (TEXT, Given("As the handbook says."), Given("As the new handbook says."), Change.CHANGED),
        (HOSTED, Given(Chosen(("else",), "Japan")), Given(Chosen(("else",), "Peru")), Change.CHANGED),
        (HOSTED, Given(Chosen(("else",), "Japan")), Given(Chosen(("else",), " japan ")), Change.SAME),
        (HOSTED, Given(("eu",)), Given(Chosen(("us", "else"), "Japan")), Change.REGRESSED),
        (HOURS, Given(48.0), Given(96.0), Change.REGRESSED),
        (HOURS, Given(96.0), Given(48.0), Change.IMPROVED),
        (HOURS, Given(24.0), Given(48.0), Change.CHANGED),
        (TESTED, Given(date(2025, 10, 1)), Given(date(2025, 10, 1)), Change.SAME),
        (TESTED, Given(date(2023, 1, 1)), Given(date(2026, 10, 1)), Change.IMPROVED),
    ],
)
def test_an_answer_is_better_worse_or_the_same(
    question: Question, before: Given | None, now: Given | None, expected: Change
) -> None:
    """By the share of the points where there are points; otherwise it is another answer, and never guessed at."""
    assert expected is change(question, before, now)


def test_what_does_not_apply_any_more_is_no_longer_answered() -> None:
    """The answer of a question that is hidden this time counts as withdrawn, whatever is still kept under it."""
    both = asked(MFA, FACTOR)
    before = Answered(both, {"AC-01": Given("yes"), "AC-02": Given("key")})
    now = Answered(both, {"AC-01": Given("no"), "AC-02": Given("key")})

    assert [("AC-01", Change.REGRESSED), ("AC-02", Change.WITHDRAWN)] == [
        (one.ref, one.change) for one in differences(before, now)
    ]


def test_a_question_asked_in_other_words_says_so() -> None:
    """The same reference in a newer version is compared, with a note; of another kind it is a new question."""
    before = Answered(asked(MFA, TEXT), {"AC-01": Given("yes"), "T-1": Given("So.")})
    other = (replace(MFA, text="Is MFA on?"), replace(HOURS, ref="T-1"))
    now = Answered(asked(*other), {"AC-01": Given("yes"), "T-1": Given(3.0)})

    first, second = differences(before, now)

    assert (Change.SAME, True) == (first.change, first.asked_otherwise)
    assert (Change.NEW, None) == (second.change, second.before)


def test_sameness_counts_what_was_answered_both_times() -> None:
    """Everything the same is told from almost everything; own words are counted apart, since a yes is easily the same."""
    both = asked(MFA, TEXT, HOURS)
    answers = {"AC-01": Given("yes"), "T-1": Given("So."), "N-1": Given(3.0, "By contract.")}
    copied = sameness(differences(Answered(both, answers), Answered(both, answers)))
    touched = sameness(differences(Answered(both, answers), Answered(both, {**answers, "T-1": Given("Otherwise.")})))

    assert (3, 3, 2, 2, True) == (copied.compared, copied.same, copied.written, copied.written_same, copied.whole)
    assert (3, 2, 2, 1, False) == (touched.compared, touched.same, touched.written, touched.written_same, touched.whole)
    assert not sameness([]).whole


@settings(max_examples=60, deadline=None)
@given(answered(), answered())
def test_every_answered_question_is_told_once(
    first: tuple[Questionnaire, dict[str, Given]], second: tuple[Questionnaire, dict[str, Given]]
) -> None:
    """Whatever is asked and answered: each visible answered question of either side once, and against itself all are the same."""
    before, now = Answered(*first), Answered(*second)
    visible = [
        {q.ref for q in applicable_questions(one.questionnaire, one.answers) if q.ref in one.answers}
        for one in (before, now)
    ]

    found = differences(before, now)

    assert sorted(visible[0] | visible[1]) == sorted(one.ref for one in found)
    assert {Change.SAME} >= {one.change for one in differences(now, now)}
