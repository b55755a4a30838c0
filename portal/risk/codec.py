"""Plain values to canonical JSON and back: sorted keys, no spaces, the same bytes for the same values."""

import json
from dataclasses import asdict, fields, is_dataclass
from datetime import date
from enum import StrEnum
from types import UnionType
from typing import TypeVar, get_args, get_origin, get_type_hints

from portal.risk.errors import RiskError, UnreadableRecord

Value = TypeVar("Value")


def to_json(value: object) -> str:
    """Write a frozen dataclass as canonical JSON."""
    if not is_dataclass(value) or isinstance(value, type):
        raise UnreadableRecord(f"{type(value).__name__} is not a record")
    return json.dumps(asdict(value), sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=_plain)


def from_json(kind: type[Value], text: str) -> Value:
    """Read a frozen dataclass of this kind; refuse missing, unknown and ill-typed members."""
    try:
        value = _read(kind, json.loads(text), kind.__name__)
    except json.JSONDecodeError:
        raise UnreadableRecord("it is not JSON") from None
    if not isinstance(value, kind):
        raise UnreadableRecord(f"it is not {kind.__name__}")
    return value


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise UnreadableRecord(f"{type(value).__name__} has no place in a record")


def _read(kind: object, raw: object, where: str) -> object:
    if isinstance(kind, UnionType):
        return None if raw is None else _read(get_args(kind)[0], raw, where)
    if get_origin(kind) is tuple:
        return _read_tuple(get_args(kind)[0], raw, where)
    if isinstance(kind, type) and is_dataclass(kind):
        return _read_record(kind, raw, where)
    return _read_plain(kind, raw, where)


def _read_tuple(member: object, raw: object, where: str) -> tuple[object, ...]:
    if not isinstance(raw, list):
        raise UnreadableRecord(f"{where} is not a list")
    return tuple(_read(member, each, f"{where}[{place}]") for place, each in enumerate(raw))


def _read_record(kind: type, raw: object, where: str) -> object:
    hints = get_type_hints(kind)
    names = {field.name for field in fields(kind)}
    if not isinstance(raw, dict) or set(raw) != names:
        raise UnreadableRecord(f"{where} does not have exactly the members {', '.join(sorted(names))}")
    members = {name: _read(hints[name], raw[name], f"{where}.{name}") for name in sorted(names)}
    try:
        return kind(**members)
    except RiskError as error:
        raise UnreadableRecord(f"{where}: {error}") from None


def _read_plain(kind: object, raw: object, where: str) -> object:
    if isinstance(kind, type) and isinstance(raw, str) and issubclass(kind, (StrEnum, date)):
        try:
            return kind.fromisoformat(raw) if issubclass(kind, date) else kind(raw)
        except ValueError:
            raise UnreadableRecord(f"{where} cannot be {raw!r}") from None
    if isinstance(kind, type) and type(raw) is kind:
        return raw
    raise UnreadableRecord(f"{where} is not of the right type")
