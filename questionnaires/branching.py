"""Which questions apply, given the answers so far; pure."""

from collections.abc import Mapping
from datetime import date

from questionnaires.conditions import AllOf, AnyOf, Compare, Condition, Not, Operator
from questionnaires.model import Question, Questionnaire, Tip
from questionnaires.structured import is_complete
from questionnaires.validating import validate
from questionnaires.values import Given

__all__ = ["applicable_questions", "applicable_tips", "holds", "lacks", "missing", "validate"]

Answers = Mapping[str, Given]


def applicable_questions(questionnaire: Questionnaire, answers: Answers) -> list[Question]:
    """Choose the questions that apply, in order; the answer of a question that does not apply opens nothing."""
    applicable: list[Question] = []
    visible: dict[str, Given] = {}
    for question in questionnaire.questions:
        if question.applies_when is not None and not holds(question.applies_when, visible):
            continue
        applicable.append(question)
        if question.ref in answers:
            visible[question.ref] = answers[question.ref]
    return applicable


def applicable_tips(questionnaire: Questionnaire, answers: Answers) -> list[Tip]:
    """Choose the tips that the visible answers call for, in order."""
    asked = {question.ref for question in applicable_questions(questionnaire, answers)}
    visible = {ref: given for ref, given in answers.items() if ref in asked}
    tips = (tip for section in questionnaire.sections for tip in section.tips)
    return [tip for tip in tips if tip.applies_when is None or holds(tip.applies_when, visible)]


def missing(questionnaire: Questionnaire, answers: Answers) -> list[Question]:
    """Choose the required questions that apply and have no answer, or one that is not complete."""
    applicable = applicable_questions(questionnaire, answers)
    return [question for question in applicable if question.required and lacks(question, answers.get(question.ref))]


def lacks(question: Question, given: Given | None) -> bool:
    """Tell whether something is still to be answered: all of it, or a cell of a table."""
    return given is None or not is_complete(question, given)


def holds(condition: Condition, answers: Answers) -> bool:
    """Tell whether the condition holds; a comparison with no answer to look at does not."""
    match condition:
        case AllOf(parts):
            return all(holds(part, answers) for part in parts)
        case AnyOf(parts):
            return any(holds(part, answers) for part in parts)
        case Not(part):
            return not holds(part, answers)
        case Compare():
            return _compare(condition, answers.get(condition.question))


def _compare(test: Compare, given: Given | None) -> bool:
    wanted = test.values[0]
    if test.operator is Operator.ANSWERED:
        return (given is not None) == (wanted == "true")
    if given is None:
        return False
    match test.operator:
        case Operator.EQUALS:
            return len(given.texts) == 1 and _same(given, wanted)
        case Operator.IN:
            return any(text in test.values for text in given.texts) or any(_same(given, one) for one in test.values)
        case Operator.CONTAINS:
            return _contains(given, wanted)
        case Operator.GREATER_THAN:
            return _is_greater(given, wanted)


def _same(given: Given, wanted: str) -> bool:
    if isinstance(given.value, float | int):
        return float(given.value) == float(wanted)
    return given.texts == (wanted,)


def _contains(given: Given, wanted: str) -> bool:
    if isinstance(given.value, str):
        return wanted.casefold() in given.value.casefold()
    return wanted in given.texts


def _is_greater(given: Given, wanted: str) -> bool:
    if isinstance(given.value, date):
        return given.value > date.fromisoformat(wanted)
    return isinstance(given.value, float | int) and given.value > float(wanted)
