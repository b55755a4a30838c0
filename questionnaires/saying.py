"""Conditions as people read them: “asked when SV-02 is one of Personal data, Health information”; pure."""

from collections.abc import Callable
from datetime import date

from questionnaires.conditions import AllOf, AnyOf, Compare, Condition, Not, Operator
from questionnaires.model import Question, Questionnaire
from questionnaires.values import Given
from questionnaires.wording import display

Find = Callable[[str], Question | None]

OPERATORS = {
    Operator.EQUALS: ("is", "is not"),
    Operator.IN: ("is one of", "is none of"),
    Operator.CONTAINS: ("contains", "does not contain"),
    Operator.GREATER_THAN: ("is greater than", "is not greater than"),
    Operator.ANSWERED: ("is answered", "is not answered"),
}


def condition_words(condition: Condition, asked: Questionnaire) -> str:
    """Say when a condition holds, in one line without a full stop."""
    return _words(condition, asked.find_question)


def _words(condition: Condition, find: Find) -> str:
    match condition:
        case Compare():
            return _compared(condition, False, find)
        case Not(Compare() as test):
            return _compared(test, True, find)
        case Not(part):
            return f"not ({_words(part, find)})"
        case AllOf(parts):
            return " and ".join(_inner(part, find) for part in parts)
        case AnyOf(parts):
            return " or ".join(_inner(part, find) for part in parts)


def _inner(condition: Condition, find: Find) -> str:
    words = _words(condition, find)
    return f"({words})" if isinstance(condition, AllOf | AnyOf) and len(condition.parts) > 1 else words


def _compared(test: Compare, negated: bool, find: Find) -> str:
    if test.operator is Operator.ANSWERED:
        return f"{test.question} {OPERATORS[Operator.ANSWERED][negated != (test.values != ('true',))]}"
    target = find(test.question)
    values = " or ".join(f"“{_value(target, value)}”" for value in test.values)
    return f"{test.question} {OPERATORS[test.operator][negated]} {values}"


def _value(target: Question | None, value: str) -> str:
    if target is None:
        return value
    try:
        return display(target, Given(date.fromisoformat(value)))
    except ValueError:
        return display(target, Given(value))
