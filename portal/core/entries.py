"""Entries of the audit log as people read them: the action in words, the detail as short facts; pure."""

import re

import msgspec

_LONG = re.compile(r"[0-9a-f]{64}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_SHOWN = 8


def action_words(action: str) -> str:
    """Return "Answer: evidence changed" for "answer.evidence_changed"."""
    subject, _, verb = action.replace("_", " ").partition(".")
    return f"{subject.capitalize()}: {verb}" if verb else subject.capitalize()


def detail_words(detail: str) -> list[tuple[str, str]]:
    """Return an entry's detail as names and short values; ids and hashes are cut to their first characters."""
    facts = msgspec.json.decode(detail or "{}", type=dict[str, object])
    words = [(name.replace("_", " "), _words(value)) for name, value in facts.items()]
    return [(name, value) for name, value in words if value]


def _words(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(_words(one) for one in value)
    if isinstance(value, dict):
        return ", ".join(f"{name} {_words(one)}" for name, one in value.items())
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else _LONG.sub(lambda found: f"{found.group()[:_SHOWN]}…", str(value))
