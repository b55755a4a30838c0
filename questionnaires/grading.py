"""How far one answer meets what is expected, from 0 to 100, and that in words; pure."""

from datetime import date
from fractions import Fraction

from questionnaires.expectations import Bound, bound, days_allowed, days_lasting
from questionnaires.model import Question, QuestionKind, YesNo
from questionnaires.values import Attested, Chosen, Given, Period, Rows, number_text
from questionnaires.wording import display, unit_for


def grade(question: Question, given: Given, on: date | None) -> int | None:
    """Work out the share of the points, or None when the answer is not scored.

    A missed bound earns what is left of it: 72 hours where 48 are allowed is two thirds.
    """
    match given.value:
        case float() as number:
            return _number(bound(question.expected[0]), number) if question.expected else None
        case date() as day:
            return _date(days_allowed(question.expected[0]), day, on) if question.expected and on else None
        case tuple():
            return _several(question, given.value)
        case Chosen(values):
            return _chosen(question, values)
        case Period() as period:
            return _period(question, period, on) if question.expected and on else None
        case Attested():
            return 100 if question.expected else None
        case Rows():
            return None
        case text:
            return _one(question, text)


def explanation(question: Question, given: Given, share: int, on: date | None) -> str:
    """Say in one sentence why the answer earned this share."""
    answered = display(question, given)
    if share == 100:
        return f"Answered “{answered}”, as expected."
    if isinstance(given.value, date) and on is not None and given.value > on:
        return f"Answered “{answered}”, which lies in the future."
    return f"Answered “{answered}”; {expected_words(question)}, so {share}% of the points."


def _one(question: Question, value: str) -> int | None:
    choice = question.choice(value)
    if choice is not None and choice.score is not None:
        return choice.score
    if not question.expected:
        return None
    if value in question.expected:
        return 100
    return 50 if question.kind is QuestionKind.YES_NO and value == YesNo.IN_PART else 0


def _several(question: Question, values: tuple[str, ...]) -> int | None:
    scores = {choice.value: choice.score for choice in question.choices if choice.score is not None}
    if scores:
        return min(100, sum(scores.get(value, 0) for value in values))
    if not question.expected:
        return None
    return 100 * sum(value in values for value in question.expected) // len(question.expected)


def _chosen(question: Question, values: tuple[str, ...]) -> int | None:
    """Grade choices of which one is said in own words; those words alone are read, not graded, unless they have a score."""
    other = question.other
    if other is not None and values == (other.value,) and other.score is None and not question.expected:
        return None
    return _several(question, values) if question.kind is QuestionKind.MULTIPLE else _one(question, values[0])


def _number(expected: Bound, number: float) -> int:
    met = number >= expected.limit if expected.at_least else number <= expected.limit
    if met:
        return 100
    part = (number, expected.limit) if expected.at_least else (expected.limit, number)
    return _ratio(*part)


def _date(allowed: int, day: date, on: date) -> int:
    age = (on - day).days
    if age < 0:
        return 0
    return 100 if age <= allowed else _ratio(allowed, age)


def _period(question: Question, period: Period, on: date) -> int:
    """A period that is not over yet is as fresh as can be; of two expectations the worse met one counts."""
    shares = []
    for expected in question.expected:
        lasting = days_lasting(expected)
        if lasting is None:
            shares.append(_date(days_allowed(expected), min(period.end, on), on))
        else:
            shares.append(100 if period.days >= lasting else _ratio(period.days, lasting))
    return min(shares)


def _ratio(part: float, whole: float) -> int:
    if part <= 0 or whole <= 0:
        return 0
    return int(100 * Fraction(part) / Fraction(whole))


def expected_words(question: Question) -> str:
    """Say what would earn all points; with choices that have scores, by the first one that does."""
    if not question.expected:
        best = [choice.label for choice in question.choices if choice.score == 100]
        return f"“{best[0]}” would earn all of them" if best else "other choices would earn more"
    first = question.expected[0]
    match question.kind:
        case QuestionKind.NUMBER:
            limit = bound(first)
            words = "at least" if limit.at_least else "at most"
            unit = unit_for(question, limit.limit)
            return f"{words} {number_text(limit.limit)} {unit}".rstrip() + " is expected"
        case QuestionKind.DATE:
            return f"a date {_within(first)} is expected"
        case QuestionKind.DATE_RANGE:
            ends = [
                f"ending {_within(one)}" if days_lasting(one) is None else _within(one) for one in question.expected
            ]
            return f"a period {' and '.join(ends)} is expected"
    wanted = ", ".join(display(question, Given(value)) for value in question.expected)
    return f"“{wanted}” is expected"


def _within(expected: str) -> str:
    """Write the days of an expectation as they are said: within 1 day, within 2 days."""
    return expected.removesuffix("s") if expected.endswith(" 1 days") else expected
