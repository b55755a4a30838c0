"""The sides of a conflict: who says what, where and when, as a row keeps them."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

import msgspec

from knowledge.citations import Quote
from portal.review.quotes import short_name


class ConflictKind(StrEnum):
    """What stands against what."""

    answers = "answers"
    answer_document = "answer_document"
    documents = "documents"
    earlier = "earlier"

    @property
    def label(self) -> str:
        """The words for the page."""
        return _LABELS[self]


_LABELS = {
    ConflictKind.answers: "Two answers differ",
    ConflictKind.answer_document: "Answer and document differ",
    ConflictKind.documents: "Two documents differ",
    ConflictKind.earlier: "This answer and an earlier one differ",
}


@dataclass(frozen=True, slots=True)
class Side:
    """One side: an answer (`assessment`, `ref`, `revision`) or a document's words (`quote`); `day` is what it speaks for.

    `strength` from 0 to 1 is what a source of its kind is worth: an auditor's report the most, an answer as any
    questionnaire.
    """

    source: str
    text: str
    day: str
    strength: float
    ref: str = ""
    assessment: UUID | None = None
    revision: int = 0
    quote: Quote | None = None

    @property
    def weight(self) -> tuple[float, str]:
        """Order sides: the strongest source last, the newest last among equals."""
        return self.strength, self.day

    @property
    def label(self) -> str:
        """Where it stands, as a citation says it."""
        return f"{short_name(self.quote.document)} {self.quote.place}" if self.quote else self.source


@dataclass(frozen=True, slots=True)
class Found:
    """A conflict as it was worked out, about a question, the side that counts more first."""

    ref: str
    kind: ConflictKind
    why: str
    sides: tuple[Side, ...]


def found(ref: str, kind: ConflictKind, why: str, *sides: Side) -> Found:
    """Make a conflict with its sides in their order: the strongest source first, the newest first among equals."""
    return Found(ref, kind, why, tuple(sorted(sides, key=lambda side: side.weight, reverse=True)))


def sides_to_json(sides: tuple[Side, ...]) -> str:
    """Write sides for a row."""
    return msgspec.json.encode(sides).decode()


def sides_from_json(text: str) -> tuple[Side, ...]:
    """Read sides from a row."""
    return msgspec.json.decode(text or "[]", type=tuple[Side, ...])
