"""The traps in the sample: answers that invite a mistake, for tests and for whoever shows the portal to others."""

from dataclasses import dataclass
from pathlib import Path

import msgspec

from portal.review.sides import ConflictKind
from portal.risk.levels import VerdictState
from questionnaires.written import load_yaml

FILE = Path(__file__).parent / "traps.yaml"


@dataclass(frozen=True, slots=True)
class Trap:
    """An answer that invites a mistake: the verdict it ought to get, and the words in the document that decide it.

    `states` begins with the best verdict; the others are defensible. A trap without a document rests on silence.
    `conflict` is what stands against what there, when something does.
    """

    vendor: str
    ref: str
    states: tuple[VerdictState, ...]
    why: str
    document: str = ""
    words: str = ""
    conflict: ConflictKind | None = None


def load_traps() -> tuple[Trap, ...]:
    """Read the list of traps from the package."""
    return msgspec.convert(load_yaml(FILE.read_text(encoding="utf-8")), tuple[Trap, ...])
