"""What a vendor gave as the answer to one question, as a value, and how it is written as JSON."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Period:
    """From one day to another, both included."""

    start: date
    end: date

    @property
    def days(self) -> int:
        """How many days it lasts."""
        return (self.end - self.start).days + 1


@dataclass(frozen=True, slots=True)
class Rows:
    """The filled-in rows of a table; each has one text a column, empty where nothing was filled in."""

    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Chosen:
    """Choices of which one is said in words of one's own: `other` are those words."""

    values: tuple[str, ...]
    other: str


@dataclass(frozen=True, slots=True)
class Attested:
    """Who attested what on which day, with the very words that were attested."""

    name: str
    role: str
    on: date
    statement: str


Value: TypeAlias = str | float | date | tuple[str, ...] | Period | Rows | Chosen | Attested


@dataclass(frozen=True, slots=True)
class Given:
    """An answer to a question of any kind; several choices and document ids are a tuple. `reason`: why not applicable."""

    value: Value
    comment: str = ""
    reason: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        """The value as texts: one, or one for each choice, document, day, cell or field, in the order of the form."""
        match self.value:
            case tuple():
                return self.value
            case Chosen(values):
                return values
            case str():
                return (self.value,)
            case date():
                return (self.value.isoformat(),)
            case Period(start, end):
                return (start.isoformat(), end.isoformat())
            case Rows(rows):
                return tuple(cell for row in rows for cell in row)
            case Attested(name, role, on):
                return (name, role, on.isoformat())
            case number:
                return (number_text(number),)

    @property
    def other(self) -> str:
        """The words of the vendor's own that a choice asked for."""
        return self.value.other if isinstance(self.value, Chosen) else ""


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
        case Period(start, end):
            return json.dumps({"from": start.isoformat(), "to": end.isoformat()})
        case Rows(rows):
            return json.dumps({"rows": rows}, ensure_ascii=False)
        case Chosen(values, other):
            return json.dumps({"chosen": list(values), "other": other}, ensure_ascii=False)
        case Attested(name, role, on, statement):
            plain = {"attested": statement, "name": name, "role": role, "on": on.isoformat()}
            return json.dumps(plain, ensure_ascii=False)
        case number:
            return number_text(number)


def value_from_json(text: str) -> Value:
    """Read what `value_to_json` wrote."""
    match json.loads(text):
        case {"date": str(day)}:
            return date.fromisoformat(day)
        case {"from": str(start), "to": str(end)}:
            return Period(date.fromisoformat(start), date.fromisoformat(end))
        case {"rows": list(rows)}:
            return Rows(tuple(tuple(str(cell) for cell in row) for row in rows))
        case {"chosen": list(values), "other": str(other)}:
            return Chosen(tuple(str(value) for value in values), other)
        case {"attested": str(statement), "name": str(name), "role": str(role), "on": str(on)}:
            return Attested(name, role, date.fromisoformat(on), statement)
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
