"""A question that no answers can bring up is found, and no other is accused."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings

from questionnaires.branching import applicable_questions
from questionnaires.conditions import AllOf, AnyOf, Compare, Condition, Not, Operator
from questionnaires.model import Question, QuestionKind, Questionnaire
from questionnaires.reaching import never_asked
from questionnaires.values import Given
from tests.questionnaires.samples import (
    FACTOR,
    HOSTED,
    HOURS,
    LOGGED,
    MFA,
    NOTES,
    TESTED,
    questionnaire,
    questionnaires,
)

YES = Compare("AC-01", Operator.EQUALS, ("yes",))
NO = Compare("AC-01", Operator.EQUALS, ("no",))
NO_ANSWER = Compare("AC-01", Operator.ANSWERED, ("false",))


def _when(condition: Condition) -> Question:
    return replace(NOTES, applies_when=condition)


def _never(*questions: Question) -> list[str]:
    return [question.ref for question in never_asked(questionnaire(*questions))]


@pytest.mark.parametrize(
    "condition",
    [
        AllOf((YES, NO)),
        AllOf((YES, Not(YES))),
        AllOf((YES, NO_ANSWER)),
        AllOf((NO, Compare("AC-02", Operator.EQUALS, ("key",)))),
        AllOf((Compare("IN-01", Operator.GREATER_THAN, ("40",)), Compare("IN-01", Operator.EQUALS, ("24",)))),
        Compare("IN-01", Operator.GREATER_THAN, ("720",)),
        Not(AnyOf((Compare("IN-01", Operator.ANSWERED, ("true",)), Compare("IN-01", Operator.ANSWERED, ("false",))))),
    ],
)
def test_what_no_answers_can_bring_up_is_named(condition: Condition) -> None:
    """Contradictions, hidden questions and numbers out of range keep a question from ever being asked."""
    assert ["SV-01"] == _never(MFA, FACTOR, LOGGED, HOURS, TESTED, _when(condition))


@pytest.mark.parametrize(
    "condition",
    [
        AnyOf((YES, NO)),
        Not(YES),
        AllOf((NO_ANSWER, Not(Compare("AC-02", Operator.EQUALS, ("key",))))),
        AllOf((Compare("LG-01", Operator.CONTAINS, ("a",)), Compare("LG-01", Operator.CONTAINS, ("b",)))),
        AllOf(
            (Compare("IN-01", Operator.GREATER_THAN, ("40",)), Not(Compare("IN-01", Operator.GREATER_THAN, ("41",))))
        ),
        Compare("BC-01", Operator.GREATER_THAN, ("2026-01-01",)),
    ],
)
def test_what_some_answers_bring_up_is_not_accused(condition: Condition) -> None:
    """Whatever can be met, by several choices, by a gap between numbers or by no answer, is fine."""
    assert [] == _never(MFA, FACTOR, LOGGED, HOURS, TESTED, _when(condition))


def test_choices_that_go_with_no_other_are_never_thought_together() -> None:
    """A condition that wants an exclusive choice and another one can never hold; either of them can."""
    nowhere, in_eu = (Compare("SV-02", Operator.CONTAINS, (value,)) for value in ("none", "eu"))

    assert ["SV-01"] == _never(HOSTED, _when(AllOf((nowhere, in_eu))))
    assert [] == _never(HOSTED, _when(AllOf((in_eu, Compare("SV-02", Operator.CONTAINS, ("us",))))))
    assert [] == _never(HOSTED, _when(AllOf((nowhere, Not(in_eu)))))


def test_what_follows_a_question_never_asked_is_never_asked_either() -> None:
    """A hidden question has no answer, so what looks for one stays hidden, too."""
    first = replace(FACTOR, applies_when=AllOf((YES, NO)))
    second = replace(NOTES, applies_when=Compare("AC-02", Operator.ANSWERED, ("true",)))

    assert ["AC-02", "SV-01"] == _never(MFA, first, second)


def test_a_tangle_is_given_up_without_an_accusation() -> None:
    """Very many questions at once cost no more than the bound, and are taken for reachable."""
    many = [replace(MFA, ref=f"Q-{number}") for number in range(30)]
    parts = [Compare(one.ref, Operator.EQUALS, ("yes",)) for one in many]

    assert [] == _never(*many, _when(AllOf((*parts, Not(parts[0])))))


@settings(max_examples=60, deadline=None)
@given(questionnaires())
def test_nothing_that_answers_brought_up_is_named(asked: Questionnaire) -> None:
    """Whatever shows for some plain answers, tried one by one, is never accused."""
    named = {question.ref for question in never_asked(asked)}

    plain: dict[QuestionKind, list[Given | None]] = {
        QuestionKind.YES_NO: [None, Given("yes"), Given("no")],
        QuestionKind.SINGLE: [None, Given("a"), Given("b")],
        QuestionKind.MULTIPLE: [None, Given(("a", "c"))],
        QuestionKind.NUMBER: [None, Given(12.0)],
        QuestionKind.TEXT: [None, Given("x")],
    }
    tried = product(*(plain.get(question.kind, [None]) for question in asked.questions[:6]))
    for answers in tried:
        pairs = zip(asked.questions, answers, strict=False)
        standing = {question.ref: answer for question, answer in pairs if answer is not None}
        assert not named & {question.ref for question in applicable_questions(asked, standing)}
