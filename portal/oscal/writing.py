"""The small pieces of OSCAL's JSON: ids that last, tokens, single lines, moments, properties; pure."""

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time
from uuid import NAMESPACE_URL, uuid5

Plain = dict[str, object]

NS = "urn:surety:oscal"
VERSION = "1.1.2"
_ROOT = uuid5(NAMESPACE_URL, NS)


def uuid_of(kind: str, identity: object) -> str:
    """Return the same UUID for the same thing in every export."""
    return str(uuid5(_ROOT, f"{kind}:{identity}"))


def token(text: str) -> str:
    """Return a text as OSCAL's token: letters, digits, dots, dashes and underscores, a letter first."""
    kept = re.sub(r"[^\w.\-]+", "_", text.strip()).strip("_") or "unnamed"
    return kept if re.match(r"[^\W\d]", kept) else f"_{kept}"


def line(text: str) -> str:
    """Return a text as one line."""
    return " ".join(text.split())


def moment(at: datetime) -> str:
    """Return a moment in UTC."""
    return at.astimezone(UTC).isoformat(timespec="seconds")


def end_of(day: date) -> str:
    """Return the last second of a day."""
    return moment(datetime.combine(day, time(23, 59, 59), UTC))


def prop(name: str, value: object) -> Plain:
    """Write a property of ours; one without a value is dropped by `kept`."""
    return {"name": name, "ns": NS, "value": line(str(value))}


def props(values: Mapping[str, object]) -> list[Plain]:
    """Write the properties that have a value."""
    return [prop(name, value) for name, value in values.items() if value not in (None, "")]


def kept(plain: Mapping[str, object]) -> Plain:
    """Leave out what is empty: OSCAL has no empty texts, lists or assemblies."""
    return {name: value for name, value in plain.items() if value not in (None, "", [], {}, ())}


def references(name: str, ids: Iterable[str]) -> list[Plain]:
    """Refer to other parts of the document, each once."""
    return [{name: one} for one in dict.fromkeys(ids)]
