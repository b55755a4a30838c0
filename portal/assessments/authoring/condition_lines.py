"""Conditions as lines of a form, and back, losing nothing; pure.

In a form questions go by the id of their row, so that a condition follows a question whose reference is changed.
"""

from collections.abc import Iterator, Mapping, Sequence

from portal.assessments.authoring.typed import Names, TypedLine
from questionnaires.conditions import AllOf, AnyOf, Compare, Condition, Not, Operator
from questionnaires.errors import InvalidQuestionnaire

ALL, ANY, TEST = "all", "any", "test"
UNFINISHED = "This condition is not finished: choose a question and what its answer must be."
DEEPEST = 20


def condition_lines(condition: Condition | None, ids: Mapping[str, str]) -> tuple[TypedLine, ...]:
    """Write a condition as lines; `ids` are those of the questions by reference."""
    return tuple(_lines(condition, 0, 0, ids)) if condition is not None else ()


def _lines(condition: Condition, depth: int, negations: int, ids: Mapping[str, str]) -> Iterator[TypedLine]:
    match condition:
        case Not(part):
            yield from _lines(part, depth, negations + 1, ids)
        case Compare(question, operator, values):
            yield TypedLine(depth, TEST, negations, ids.get(question, question), operator.value, values)
        case AllOf(parts) | AnyOf(parts):
            yield TypedLine(depth, ALL if isinstance(condition, AllOf) else ANY, negations)
            for part in parts:
                yield from _lines(part, depth + 1, 0, ids)


def condition_of(lines: Sequence[TypedLine], names: Names) -> Condition | None:
    """Put the condition together again, with the engine’s names; None without lines. Raises InvalidQuestionnaire."""
    if not lines:
        return None
    found, left = _condition(lines, names)
    if left:
        raise InvalidQuestionnaire("Put the conditions into one group: all of them, or at least one of them.")
    return found


def _condition(lines: Sequence[TypedLine], names: Names) -> tuple[Condition, Sequence[TypedLine]]:
    first, left = lines[0], lines[1:]
    if first.kind == TEST:
        return _negated(_test(first, names), first.negations), left
    parts: list[Condition] = []
    while left and left[0].depth > first.depth:
        part, left = _condition(left, names)
        parts.append(part)
    if not parts:
        raise InvalidQuestionnaire("This group of conditions is empty: add a condition to it, or remove it.")
    return _negated((AllOf if first.kind == ALL else AnyOf)(tuple(parts)), first.negations), left


def _test(line: TypedLine, names: Names) -> Compare:
    values = tuple(value for value in line.values if value.strip())
    if not line.question or line.operator not in set(Operator) or not values:
        raise InvalidQuestionnaire(UNFINISHED)
    operator = Operator(line.operator)
    known = names.values.get(line.question, {})
    values = tuple(known.get(value, value) for value in (values if operator is Operator.IN else values[:1]))
    return Compare(names.refs.get(line.question, line.question), operator, values)


def _negated(condition: Condition, times: int) -> Condition:
    for _ in range(times):
        condition = Not(condition)
    return condition


def with_test(lines: tuple[TypedLine, ...], at: int | None, group: str = "") -> tuple[TypedLine, ...]:
    """Add an empty test, or a `group` with one, to the group at a place; a lone test gets a group around both."""
    if not lines:
        return (TypedLine(0, TEST),)
    if lines[0].kind == TEST:
        lines, at = (TypedLine(0, ALL), *(_deeper(line, 1) for line in lines)), 0
    at = at if at is not None and at < len(lines) and lines[at].kind != TEST else 0
    depth = lines[at].depth + 1
    fresh = (TypedLine(depth, group), TypedLine(depth + 1)) if group and depth < DEEPEST else (TypedLine(depth),)
    end = _end(lines, at)
    return (*lines[:end], *fresh, *lines[end:])


def without(lines: tuple[TypedLine, ...], at: int) -> tuple[TypedLine, ...]:
    """Take out a line with everything in it; a group at the top that is left empty goes, too."""
    if not 0 <= at < len(lines):
        return lines
    left = (*lines[:at], *lines[_end(lines, at) :])
    return () if len(left) == 1 and left[0].kind != TEST else left


def _deeper(line: TypedLine, by: int) -> TypedLine:
    return TypedLine(line.depth + by, line.kind, line.negations, line.question, line.operator, line.values)


def _end(lines: Sequence[TypedLine], at: int) -> int:
    """Return where what stands inside the line at a place ends."""
    return next((n for n in range(at + 1, len(lines)) if lines[n].depth <= lines[at].depth), len(lines))
