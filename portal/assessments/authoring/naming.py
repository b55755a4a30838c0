"""Short names made from words, and marks for what has no name yet; pure but for the marks."""

import re
import secrets
from collections.abc import Sequence

NEW = "~"


def slug(words: str, longest: int = 40) -> str:
    """Write words as a short name of small letters, digits and underscores."""
    return re.sub(r"[^a-z0-9]+", "_", words.lower()).strip("_")[:longest].strip("_") or "one"


def free(wanted: str, taken: set[str]) -> str:
    """Return the name, with a number behind it where it is taken."""
    names = (wanted, *(f"{wanted}_{number}" for number in range(2, len(taken) + 3)))
    return next(name for name in names if name not in taken)


def new_mark() -> str:
    """Return a mark for a choice that has no value yet, never used before."""
    return NEW + secrets.token_hex(4)


def named_by_label(marked: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Give each mark its name: what stands already is its own name, what is new is named after its label."""
    taken = {mark for mark, _ in marked if not mark.startswith(NEW)}
    names = {mark: mark for mark in taken}
    for mark, label in marked:
        if mark not in names:
            names[mark] = free(slug(label), taken)
            taken.add(names[mark])
    return names
