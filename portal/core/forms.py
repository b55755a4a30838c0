"""Reading forms: every field is converted on its own, so that all mistakes are told at once and nothing typed is lost."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields
from datetime import date
from enum import StrEnum
from types import UnionType
from typing import TypeVar, get_args, get_origin, get_type_hints
from uuid import UUID

from portal.core.errors import InvalidForm

F = TypeVar("F")
Entered = Mapping[str, list[str]]

TEXT_LIMIT = 8000


def parse(form: type[F], entered: Entered) -> F:
    """Build the dataclass `form` from what was entered; raises InvalidForm with a sentence a field.

    Field types: str, int, bool (a checkbox), date, UUID, a StrEnum, tuple of those (several values), or any of them | None.
    Metadata: "label" for sentences, "limit" characters, "check" a function value -> sentence or "".
    """
    hints, errors, values = get_type_hints(form), {}, {}
    for spec in fields(form):  # type: ignore[arg-type]
        try:
            values[spec.name] = _field(spec, hints[spec.name], entered.get(spec.name, []))
        except ValueError as problem:
            errors[spec.name] = str(problem)
    if errors:
        raise InvalidForm(errors, {name: list(given) for name, given in entered.items()})
    return form(**values)


def _field(spec: "Field[object]", hint: object, given: list[str]) -> object:
    label = str(spec.metadata.get("label", spec.name.replace("_", " ").capitalize()))
    if hint is bool:
        return bool(given) and given[-1] not in ("", "0", "false")
    if get_origin(hint) is tuple:
        return tuple(_value(get_args(hint)[0], one, label, spec) for one in given if one.strip())
    text = given[-1].strip() if given else ""
    optional = get_origin(hint) is UnionType or type(None) in get_args(hint)
    if not text:
        if spec.default is not MISSING:
            return spec.default
        if optional:
            return None
        raise ValueError(f"{label}: please fill this in.")
    kind = next(a for a in get_args(hint) if a is not type(None)) if optional else hint
    return _value(kind, text, label, spec)


def _value(kind: object, text: str, label: str, spec: "Field[object]") -> object:
    limit = int(spec.metadata.get("limit", TEXT_LIMIT))
    if len(text) > limit:
        raise ValueError(f"{label}: please shorten this to {limit} characters (it has {len(text)}).")
    value = _converted(kind, text, label)
    check: Callable[[object], str] | None = spec.metadata.get("check")
    if check and (sentence := check(value)):
        raise ValueError(sentence)
    return value


def _converted(kind: object, text: str, label: str) -> object:
    if kind is str:
        return text
    if kind is int:
        if not text.lstrip("-").isdigit() or len(text) > 12:
            raise ValueError(f"{label}: please enter a whole number.")
        return int(text)
    if kind is date:
        return _date(text, label)
    if isinstance(kind, type) and issubclass(kind, StrEnum | UUID):
        try:
            return kind(text)
        except ValueError:
            raise ValueError(f"{label}: please choose one of the options.") from None
    raise TypeError(f"no form conversion for {kind}")


def _date(text: str, label: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{label}: please enter a date as year-month-day, like 2027-03-31.") from None


def email_problem(value: object) -> str:
    """Return a sentence when `value` is no plausible e-mail address, else an empty string."""
    text = str(value)
    local, _, domain = text.partition("@")
    plausible = local and "." in domain and not any(c.isspace() or ord(c) < 33 for c in text) and text.count("@") == 1
    return "" if plausible and len(text) <= 254 else "Please enter an e-mail address, like name@example.com."
