"""What a vendor gave as the answer to one question, as a value, and how it is written as JSON."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias

Value: TypeAlias = str | float | date | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """An answer: a text or choice, a number, a date, several choices or document ids; `reason`: why not applicable."""

    value: Value
    comment: str = ""
    reason: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        """The value as texts: one, or one for each choice or document."""
        match self.value:
            case tuple():
                return self.value
            case str():
                return (self.value,)
            case date():
                return (self.value.isoformat(),)
            case number:
                return (number_text(number),)


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """An answer as it stands in a response; `given` is None when it was withdrawn."""

    ref: str
    given: Given | None
    revision: int
    answered_by: str
    answered_at: datetime


def number_text(number: float) -> str:
    """Write a number as people do: 72, not 72.0."""
    return str(int(number)) if float(number).is_integer() else str(number)


def value_to_json(value: Value) -> str:
    """Write a value so that `value_from_json` gives back the same value and type."""
    match value:
        case date():
            return json.dumps({"date": value.isoformat()})
        case tuple():
            return json.dumps(list(value), ensure_ascii=False)
        case str():
            return json.dumps(value, ensure_ascii=False)
        case number:
            return number_text(number)


def value_from_json(text: str) -> Value:
    """Read what `value_to_json` wrote."""
    match json.loads(text):
        case {"date": str(day)}:
            return date.fromisoformat(day)
        case list(items):
            return tuple(str(item) for item in items)
        case str(plain):
            return plain
        case number:
            return float(number)


def given_to_json(given: Given) -> str:
    """Write an answer with its comment and reason."""
    value = json.loads(value_to_json(given.value))
    return json.dumps({"value": value, "comment": given.comment, "reason": given.reason}, ensure_ascii=False)


def given_from_json(text: str) -> Given:
    """Read what `given_to_json` wrote."""
    plain = json.loads(text)
    return Given(value_from_json(json.dumps(plain["value"])), plain.get("comment", ""), plain.get("reason", ""))
