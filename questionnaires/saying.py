"""Conditions as people read them: “asked when SV-02 is one of Personal data, Health information”; pure."""

from collections.abc import Callable
from datetime import date

from questionnaires.conditions import AllOf, AnyOf, Compare, Condition, Not, Operator
from questionnaires.model import Question, QuestionKind, Questionnaire
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


_OF_KINDS = {
    (QuestionKind.MULTIPLE, Operator.CONTAINS): ("includes", "does not include"),
    (QuestionKind.MULTIPLE, Operator.IN): ("includes one of", "includes none of"),
    (QuestionKind.MULTIPLE, Operator.EQUALS): ("is only", "is not only"),
    (QuestionKind.DATE, Operator.GREATER_THAN): ("is after", "is not after"),
    (QuestionKind.TEXT, Operator.EQUALS): ("is exactly", "is not exactly"),
}


def operator_words(operator: Operator, kind: QuestionKind | None) -> tuple[str, str]:
    """Say how an answer is looked at, and the opposite, for a kind of question."""
    return (_OF_KINDS.get((kind, operator)) if kind else None) or OPERATORS[operator]


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
    words = operator_words(test.operator, target.kind if target else None)
    return f"{test.question} {words[negated]} {values}"


def _value(target: Question | None, value: str) -> str:
    if target is None:
        return value
    try:
        return display(target, Given(date.fromisoformat(value)))
    except ValueError:
        return display(target, Given(value))
