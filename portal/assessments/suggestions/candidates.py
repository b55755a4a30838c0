"""The answers that a question could have given what documents state; pure."""

from collections.abc import Iterable, Sequence
from datetime import date

from knowledge.specifics import Value as Stated
from knowledge.specifics import ValueKind, values
from questionnaires.model import Choice, Question, QuestionKind
from questionnaires.values import Value

MOST = 6
_HOURS = {"hours": 1, "days": 24, "weeks": 168, "months": 730, "years": 8760}


def kinds_of(question: Question) -> frozenset[ValueKind]:
    """Return what kind of values could answer a question for a number or a date; none where no value can."""
    if question.kind is QuestionKind.DATE:
        return frozenset({ValueKind.DATE})
    if question.kind is not QuestionKind.NUMBER:
        return frozenset()
    if question.unit in _HOURS:
        return frozenset({ValueKind.DURATION, ValueKind.FREQUENCY})
    return frozenset({ValueKind.PERCENT} if question.unit == "percent" else {ValueKind.QUANTITY})


def choices_of(question: Question) -> list[Choice]:
    """Return the choices that words can bear out: not those that leave it to other words, or to none, what is meant.

    Of several unscored choices together none: such a question asks how things are in full, and words that name one of
    them do not say that there is no other.
    """
    if question.kind is QuestionKind.MULTIPLE and all(choice.score is None for choice in question.choices):
        return []
    told = (choice for choice in question.choices if not (choice.other or choice.exclusive))
    return [choice for choice in told if not choice.label.endswith("in the comment)")]


def answers_in(question: Question, stated: Iterable[Stated], today: date) -> list[Value]:
    """Return the first few answers that stated values would give, each once, in their order.

    Where we expect something to have been done within some days, a day to come is no answer.
    """
    past = any(expected.startswith("within ") for expected in question.expected)
    found = (answer_of(question, value) for value in stated)
    found = (answer for answer in found if not (past and isinstance(answer, date) and answer > today))
    return list(dict.fromkeys(answer for answer in found if answer is not None))[:MOST]


def answer_of(question: Question, stated: Stated) -> Value | None:
    """Turn a stated value into an answer in the question's unit; None where it is no whole number of it, or no day."""
    if stated.kind not in kinds_of(question):
        return None
    if question.kind is QuestionKind.DATE:
        return _day(stated)
    if stated.kind is ValueKind.FREQUENCY:
        number = 8760 / stated.low / _HOURS[question.unit] if stated.low else 0.5
    else:
        number = stated.low / _HOURS[question.unit] if stated.kind is ValueKind.DURATION else stated.low
    number = round(number, 6)
    outside = (question.minimum is not None and number < question.minimum) or (
        question.maximum is not None and number > question.maximum
    )
    return None if outside or not number.is_integer() else number


def holds(question: Question, answer: Value, texts: Sequence[str]) -> bool:
    """Tell whether the first of the quoted texts states the answer itself."""
    return any(answer_of(question, stated) == answer for stated in values(texts[0])) if texts else False


def _day(stated: Stated) -> date | None:
    if stated.unit != "day":
        return None
    digits = int(stated.low)
    return date(digits // 10000, digits // 100 % 100, digits % 100)
