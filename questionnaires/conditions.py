"""Conditions on earlier answers: the values, the way they are written down, and the questions they name."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from questionnaires.errors import InvalidQuestionnaire


class Operator(StrEnum):
    """How a comparison looks at an earlier answer."""

    EQUALS = "equals"
    CONTAINS = "contains"
    IN = "in"
    GREATER_THAN = "greater_than"
    ANSWERED = "answered"

    @property
    def label(self) -> str:
        """The operator in words."""
        return "is one of" if self is Operator.IN else self.value.replace("_", " ")


@dataclass(frozen=True, slots=True)
class Compare:
    """Looks at one earlier answer; `values` holds several texts for `in` only."""

    question: str
    operator: Operator
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AllOf:
    """Holds when every part holds."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Holds when at least one part holds."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Holds when its part does not."""

    part: "Condition"


Condition: TypeAlias = Compare | AllOf | AnyOf | Not


def questions_named(condition: Condition) -> Iterator[str]:
    """Yield the reference of every question the condition looks at."""
    for comparison in comparisons(condition):
        yield comparison.question


def comparisons(condition: Condition) -> Iterator[Compare]:
    """Yield every comparison inside the condition."""
    match condition:
        case Compare():
            yield condition
        case Not(part):
            yield from comparisons(part)
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from comparisons(part)


def condition_to_plain(condition: Condition) -> dict[str, object]:
    """Write the condition as mappings and lists; `condition_from_plain` reads it back."""
    match condition:
        case AllOf(parts):
            return {"all": [condition_to_plain(part) for part in parts]}
        case AnyOf(parts):
            return {"any": [condition_to_plain(part) for part in parts]}
        case Not(part):
            return {"not": condition_to_plain(part)}
        case Compare(question, operator, values):
            value = list(values) if operator is Operator.IN else values[0]
            return {"question": question, operator.value: value}


def condition_from_plain(plain: object) -> Condition:
    """Read `{all|any: [...]}`, `{not: ...}` or `{question: REF, OPERATOR: VALUE}`."""
    if not isinstance(plain, dict):
        raise InvalidQuestionnaire("A condition is a mapping such as {question: SP-01, equals: yes}.")
    keys = set(plain)
    if keys == {"not"}:
        return Not(condition_from_plain(plain["not"]))
    if keys in ({"all"}, {"any"}):
        key = keys.pop()
        return (AllOf if key == "all" else AnyOf)(_parts(key, plain[key]))
    return _comparison(plain)


def _parts(key: str, plain: object) -> tuple[Condition, ...]:
    if not isinstance(plain, list) or not plain:
        raise InvalidQuestionnaire(f"“{key}” in a condition takes a list of at least one condition.")
    return tuple(condition_from_plain(part) for part in plain)


def _comparison(plain: dict[object, object]) -> Compare:
    operators = [operator for operator in Operator if operator.value in plain]
    if len(operators) != 1 or set(plain) != {"question", operators[0].value}:
        known = ", ".join(operator.value for operator in Operator)
        raise InvalidQuestionnaire(f"A condition names one question and one of {known}.")
    operator = operators[0]
    value = plain[operator.value]
    values = tuple(_text(item) for item in value) if isinstance(value, list) else (_text(value),)
    if isinstance(value, list) != (operator is Operator.IN) or not values:
        raise InvalidQuestionnaire("In a condition “in” takes a list of values and every other comparison takes one.")
    return Compare(str(plain["question"]), operator, values)


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str | int | float):
        raise InvalidQuestionnaire("A condition compares an answer with texts or numbers.")
    return str(value)
