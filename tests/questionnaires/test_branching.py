"""Which questions apply follows from the answers that are visible, and from nothing else."""

from datetime import date

import pytest
from hypothesis import given as over
from hypothesis import settings

from questionnaires.branching import applicable_questions, holds, missing
from questionnaires.conditions import AllOf, AnyOf, Compare, Condition, Not, Operator
from questionnaires.model import Question, QuestionKind, Questionnaire
from questionnaires.values import Chosen, Given, Rows
from tests.questionnaires.samples import FACTOR, HOURS, LOGGED, MFA, SMALL, answered, questionnaire


def test_unanswered_question_opens_nothing() -> None:
    """A question whose condition looks at no answer does not apply."""
    refs = [question.ref for question in applicable_questions(SMALL, {})]

    assert FACTOR.ref not in refs


def test_answer_opens_the_next_question() -> None:
    """The answer that the condition names makes the question apply."""
    refs = [question.ref for question in applicable_questions(SMALL, {"AC-01": Given("in_part")})]

    assert FACTOR.ref in refs


def test_hidden_answer_opens_nothing() -> None:
    """The answer of a question that does not apply is kept but looked at by nobody."""
    third = Question("AC-03", QuestionKind.TEXT, "Why?", applies_when=Compare("AC-02", Operator.EQUALS, ("sms",)))
    asked = questionnaire(MFA, FACTOR, third)

    refs = [question.ref for question in applicable_questions(asked, {"AC-01": Given("no"), "AC-02": Given("sms")})]

    assert ["AC-01"] == refs


def test_missing_is_required_applicable_and_unanswered() -> None:
    """Optional, hidden and answered questions are not missing."""
    lacking = missing(SMALL, {"AC-01": Given("yes"), "LG-01": Given(("a",))})

    assert [FACTOR, HOURS] == lacking


@pytest.mark.parametrize(
    ("operator", "values", "value", "expected"),
    [
        (Operator.EQUALS, ("72",), 72.0, True),
        (Operator.EQUALS, ("a",), ("a", "b"), False),
        (Operator.EQUALS, ("a",), ("a",), True),
        (Operator.CONTAINS, ("a",), ("a", "b"), True),
        (Operator.CONTAINS, ("EU",), "in the eu only", True),
        (Operator.IN, ("1", "2"), 2.0, True),
        (Operator.IN, ("x", "b"), ("a", "b"), True),
        (Operator.GREATER_THAN, ("72",), 72.0, False),
        (Operator.GREATER_THAN, ("2026-01-01",), date(2026, 1, 2), True),
        (Operator.ANSWERED, ("false",), "x", False),
    ],
)
def test_comparison(operator: Operator, values: tuple[str, ...], value: float, expected: bool) -> None:
    """Each comparison looks at each kind of value as a person would."""
    assert expected is holds(Compare("Q", operator, values), {"Q": Given(value)})


def test_comparison_without_an_answer() -> None:
    """Without an answer only “not answered” holds."""
    assert not holds(Compare("Q", Operator.EQUALS, ("x",)), {})
    assert holds(Compare("Q", Operator.ANSWERED, ("false",)), {})


@settings(max_examples=100, deadline=None)
@over(answered())
def test_agrees_with_a_plain_reference(example: tuple[Questionnaire, dict[str, Given]]) -> None:
    """What applies is the same as by the obvious recursive definition."""
    asked, answers = example

    refs = {question.ref for question in applicable_questions(asked, answers)}

    assert refs == {question.ref for question in asked.questions if _applies(asked, answers, question)}
    assert {one.ref for one in missing(asked, answers)} == {
        one.ref
        for one in asked.questions
        if one.required and one.ref in refs and (one.ref not in answers or _has_a_hole(one, answers[one.ref]))
    }


def _has_a_hole(question: Question, given: Given) -> bool:
    if not isinstance(given.value, Rows):
        return False
    cells = [pair for row in given.value.rows for pair in zip(question.columns, row, strict=True)]
    return any(column.required and cell == "" for column, cell in cells)


def _applies(asked: Questionnaire, answers: dict[str, Given], question: Question) -> bool:
    return question.applies_when is None or _true(asked, answers, question.applies_when)


def _true(asked: Questionnaire, answers: dict[str, Given], condition: Condition) -> bool:
    match condition:
        case Not(part):
            return not _true(asked, answers, part)
        case AllOf(parts):
            return False not in [_true(asked, answers, part) for part in parts]
        case AnyOf(parts):
            return True in [_true(asked, answers, part) for part in parts]
    return _compares(asked, answers, condition)


def _compares(asked: Questionnaire, answers: dict[str, Given], test: Compare) -> bool:
    target = asked.find_question(test.question)
    assert target is not None
    found = answers.get(target.ref) if _applies(asked, answers, target) else None
    if test.operator is Operator.ANSWERED:
        return (found is None) == (test.values[0] == "false")
    if found is None:
        return False
    value = found.value.values if isinstance(found.value, Chosen) else found.value
    many = set(value) if isinstance(value, tuple) else {value}
    wanted: set[object] = {_typed(target.kind, text) for text in test.values}
    if test.operator is Operator.IN:
        return bool(many & wanted)
    if test.operator is Operator.EQUALS:
        return many == wanted
    if test.operator is Operator.CONTAINS:
        return test.values[0] in (value.lower() if isinstance(value, str) else many)
    (limit,) = wanted
    return bool(value > limit)  # type: ignore[operator]


def _typed(kind: QuestionKind, text: str) -> object:
    if kind is QuestionKind.NUMBER:
        return float(text)
    return date.fromisoformat(text) if kind is QuestionKind.DATE else text


def test_selecting_nothing_opened_by_it_keeps_order() -> None:
    """Questions come in the order they are asked."""
    refs = [
        question.ref for question in applicable_questions(SMALL, {"AC-01": Given("yes"), LOGGED.ref: Given(("a",))})
    ]

    assert refs == [question.ref for question in SMALL.questions]
