"""What a sentence can do to a claim."""

from collections.abc import Sequence
from enum import StrEnum


class Relation(StrEnum):
    """What a sentence does to a claim."""

    SUPPORTS = "supports"
    CONFLICTS = "conflicts"
    RESTRICTS = "restricts"
    FALLS_SHORT = "falls short"
    SILENT = "silent"

    @property
    def label(self) -> str:
        """The word for the page."""
        return self.value


Verdicted = tuple[Relation, str]


def listed(words: Sequence[str]) -> str:
    """Join words as in a sentence."""
    return ", ".join(words[:-1]) + (" and " if len(words) > 1 else "") + words[-1] if words else ""
