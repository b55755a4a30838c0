"""Further columns beside an answer, kept in its comment as lines with a label, and taken out of it again."""

import re
from collections.abc import Mapping, Sequence

Notes = Mapping[str, str]


def with_notes(text: str, notes: Notes) -> str:
    """Add what stands in further columns: `Control ownership: Shared`, each under its label; empty ones are left out."""
    lines = [f"{label}: {note.strip()}" for label, note in notes.items() if note.strip()]
    return "\n\n".join(part for part in (text.strip(), "\n".join(lines)) if part)


def without_notes(text: str, labels: Sequence[str]) -> tuple[str, dict[str, str]]:
    """Take apart what `with_notes` put together under these labels, in their order."""
    found: dict[str, str] = {}
    rest = text
    for label in reversed(labels):
        at = [match.end() for match in re.finditer(rf"(?:\A|\n){re.escape(label)}: ", rest)]
        if at:
            found[label] = rest[at[-1] :].strip()
            rest = rest[: at[-1] - len(label) - 2].rstrip("\n")
    return rest.strip(), dict(reversed(found.items()))
