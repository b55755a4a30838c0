"""What the evidence can do to a claim, and a verdict before its quotes are confirmed."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from knowledge.citations import Quote

if TYPE_CHECKING:
    from knowledge.sureness import Basis

UNCALIBRATED = "uncalibrated"
POSSIBLE_CONFLICT = (
    "Possible conflict"  # how the reason begins where words seem to deny a claim and nobody is sure enough
)
POSSIBLY_SAID = "Possibly said"  # how it begins where words seem to say a claim that nothing was learnt of
LEARNT = "learnt"  # in the name of a method, before what names the heads that reviewers' decisions taught
_NAMED = re.compile(rf", {LEARNT} (\w+)")


class VerdictState(StrEnum):
    """What the evidence does to a claim."""

    SUPPORTED = "supported"
    SUPPORTED_WITH_EXCEPTION = "supported_with_exception"
    CONTRADICTED = "contradicted"
    STALE = "stale"
    OUT_OF_SCOPE = "out_of_scope"
    NOT_EVIDENCED = "not_evidenced"

    @property
    def label(self) -> str:
        """The words for the page."""
        return self.value.replace("_", " ").capitalize()

    @property
    def sign(self) -> str:
        """The sign beside the words."""
        return {
            "supported": "✓",
            "supported_with_exception": "!",
            "contradicted": "✕",
            "stale": "◷",
            "out_of_scope": "⇄",
            "not_evidenced": "○",
        }[self]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A verdict before its quotes are confirmed, and how it came about where its sureness is known."""

    state: VerdictState
    reason: str
    quotes: tuple[Quote, ...]
    confidence: float | None
    basis: "Basis | None" = None


def learnt_in(method: str) -> str:
    """Return the mark of the heads learnt from reviewers' decisions that a method names; empty where it names none."""
    named = _NAMED.search(method)
    return named[1] if named else ""
