"""The canonical form of questionnaire values; a default is left out, so a later field changes no old hash."""

import json
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum

from questionnaires.conditions import AllOf, AnyOf, Compare, Not, condition_to_plain
from questionnaires.controls import ControlReference
from questionnaires.translations import Translation


def canonical_json(value: object) -> str:
    """Write the value as JSON with sorted keys and no spaces."""
    return json.dumps(to_plain(value), sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def to_plain(value: object) -> object:
    """Turn a questionnaire value into mappings, lists, texts and numbers, in the order of its fields."""
    match value:
        case AllOf() | AnyOf() | Not() | Compare():
            return condition_to_plain(value)
        case ControlReference():
            return str(value)
        case (Translation(), *_):
            return {one.language: one.nested() for one in value if isinstance(one, Translation)}
        case Enum():
            return value.value
        case tuple():
            return [to_plain(item) for item in value]
        case float() if value.is_integer():
            return int(value)
    if is_dataclass(value):
        return {
            field.name: to_plain(getattr(value, field.name))
            for field in fields(value)
            if not _is_default(field, getattr(value, field.name))
        }
    return value


def _is_default(field: "Field[object]", value: object) -> bool:
    return field.default is not MISSING and bool(value == field.default)
