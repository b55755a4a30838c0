"""Find questions that no answers could ever bring up; pure."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import combinations, pairwise

from questionnaires.branching import holds
from questionnaires.conditions import Compare, comparisons, questions_named
from questionnaires.model import Question, QuestionKind, Questionnaire, YesNo
from questionnaires.scalars import EARLIEST, LATEST
from questionnaires.values import Attested, Given, Period, Rows, Value

MOST_TRIALS = 20_000
_MOST_COMBINED = 8
_OTHER = "\ufffc"  # a text that no condition names


def never_asked(questionnaire: Questionnaire) -> Iterator[Question]:
    """Yield the questions whose conditions no answers can meet; one too tangled to be sure about is not named.

    Every condition must look back only and be comparable, as `validate` makes sure.
    """
    asked = {question.ref: question for question in questionnaire.questions}
    for question in questionnaire.questions:
        if question.applies_when is not None and not _can_be_asked(question, asked):
            yield question


def _can_be_asked(question: Question, asked: Mapping[str, Question]) -> bool:
    cone = _looked_at(question, asked)
    tests = [test for one in (*cone, question) if one.applies_when for test in comparisons(one.applies_when)]
    answers = {one.ref: list(_telling_apart(one, [t for t in tests if t.question == one.ref])) for one in cone}
    left = [MOST_TRIALS]
    return _search(question, cone, answers, {}, left)


def _search(
    question: Question,
    cone: list[Question],
    answers: Mapping[str, list[Given | None]],
    given: dict[str, Given],
    left: list[int],
) -> bool:
    """Try the answers to the questions of the cone in their order; out of trials, say that it can be asked."""
    left[0] -= 1
    if left[0] < 0:
        return True
    assert question.applies_when is not None
    if not cone:
        return holds(question.applies_when, given)
    first, rest = cone[0], cone[1:]
    hidden = first.applies_when is not None and not holds(first.applies_when, given)
    for answer in [None] if hidden else answers[first.ref]:
        tried = given if answer is None else {**given, first.ref: answer}
        if _search(question, rest, answers, tried, left):
            return True
    return False


def _looked_at(question: Question, asked: Mapping[str, Question]) -> list[Question]:
    """Collect every question that this one depends on, directly or not, in the order they are asked."""
    found: set[str] = set()
    waiting = [question]
    while waiting:
        condition = waiting.pop().applies_when
        fresh = {ref for ref in questions_named(condition) if ref not in found} if condition else set()
        found |= fresh
        waiting += [asked[ref] for ref in fresh]
    return [one for ref, one in asked.items() if ref in found]


def _telling_apart(question: Question, tests: list[Compare]) -> Iterator[Given | None]:
    """Yield no answer, and one answer for each way in which these comparisons can turn out together."""
    seen: set[tuple[bool, ...]] = set()
    for answer in (None, *map(Given, _values(question, tests))):
        given = {} if answer is None else {question.ref: answer}
        turned_out = tuple(holds(test, given) for test in tests)
        if turned_out not in seen:
            seen.add(turned_out)
            yield answer


def _values(question: Question, tests: list[Compare]) -> Iterator[Value]:
    named = list(dict.fromkeys(value for test in tests for value in test.values))
    match question.kind:
        case QuestionKind.YES_NO:
            yield from (answer.value for answer in YesNo)
        case QuestionKind.SINGLE:
            yield from (choice.value for choice in question.choices)
        case QuestionKind.MULTIPLE:
            yield from _choosable(question, named)
        case QuestionKind.NUMBER:
            yield from _numbers(question, [float(value) for value in named if _is_number(value)])
        case QuestionKind.DATE:
            yield from _days([date.fromisoformat(value) for value in named if _is_day(value)])
        case QuestionKind.FILE:
            yield from _combined([*named, _OTHER], named)
        case QuestionKind.DATE_RANGE:
            yield Period(EARLIEST, LATEST)
        case QuestionKind.TABLE:
            yield Rows(((_OTHER,) * len(question.columns),))
        case QuestionKind.ATTESTATION:
            yield Attested(_OTHER, _OTHER, EARLIEST, question.statement)
        case _:
            yield from (_OTHER, *named, *(" ".join(some) for some in _some_of(named)))


def _choosable(question: Question, named: list[str]) -> Iterator[tuple[str, ...]]:
    """Yield combinations of choices that can be chosen together."""
    alone = {choice.value for choice in question.exclusive}
    together = [choice.value for choice in question.choices if choice.value not in alone]
    yield from _combined(together, named)
    yield from ((value,) for value in alone)


def _combined(all_values: list[str], named: list[str]) -> Iterator[tuple[str, ...]]:
    unnamed = [value for value in all_values if value not in named][:1]
    for some in _some_of([value for value in all_values if value in named]):
        yield some
        yield (*some, *unnamed)
    yield from ((value,) for value in unnamed)


def _some_of(values: list[str]) -> Iterator[tuple[str, ...]]:
    """Yield every combination of the values; of very many values only the small ones and all together."""
    largest = len(values) if len(values) <= _MOST_COMBINED else 2
    for size in range(1, largest + 1):
        yield from combinations(values, size)
    yield tuple(values)


def _numbers(question: Question, named: list[float]) -> Iterator[float]:
    edges = sorted({*named, *(edge for edge in (question.minimum, question.maximum) if edge is not None)})
    between = [(low + high) / 2 for low, high in pairwise(edges)]
    outside = [edges[0] - 1, edges[-1] + 1] if edges else [0.0]
    for number in (*edges, *between, *outside):
        low, high = question.minimum, question.maximum
        if (low is None or number >= low) and (high is None or number <= high):
            yield number


def _days(named: list[date]) -> Iterator[date]:
    around = {day + timedelta(days=off) for day in named if EARLIEST < day < LATEST for off in (-1, 0, 1)}
    yield from sorted({EARLIEST, LATEST, *around, *(day for day in named if EARLIEST <= day <= LATEST)})


def _is_number(text: str) -> bool:
    try:
        return bool(float(text) == float(text))
    except ValueError:
        return False


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False
