"""What can be known of a document, and its form as JSON."""

from dataclasses import dataclass

import msgspec

from knowledge.facts.dates import Written
from knowledge.facts.kinds import EvidenceKind
from knowledge.facts.spans import Place, flat


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing a document says of itself: `quote` stands verbatim on `page`; a date's value is in ISO form."""

    value: str
    quote: str
    page: int


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """All that could be read off a document for certain; what is not stated, or can be read two ways, is None."""

    kind: EvidenceKind = EvidenceKind.OTHER
    issuer: Fact | None = None
    subject: Fact | None = None
    period_start: Fact | None = None
    period_end: Fact | None = None
    issued: Fact | None = None
    expires: Fact | None = None
    opinion: Fact | None = None
    scope: Fact | None = None
    exceptions: tuple[Fact, ...] = ()


def facts_to_json(found: DocumentFacts) -> str:
    """Write facts as JSON text."""
    return msgspec.json.encode(found).decode()


def facts_from_json(text: str) -> DocumentFacts:
    """Read facts back; empty text gives facts of which nothing is known."""
    return msgspec.json.decode(text, type=DocumentFacts) if text else DocumentFacts()


def fact(place: Place, value: str = "") -> Fact:
    """Make a fact of a place: its value, or else the words of the place; the quote is the lines it stands on."""
    return Fact(value or place.text, place.lines, place.page.number)


def stated(place: Place, value: str = "") -> Fact:
    """Make a fact of a place in running text: its value, or else its sentence; the quote is the sentence."""
    return Fact(value or flat(place.quote), place.quote, place.page.number)


def last_day(place: Place, written: Written) -> Fact:
    """Make a date fact; a month stands for its last day."""
    return Fact(written.last.isoformat(), place.lines, place.page.number)


def first_day(place: Place, written: Written) -> Fact:
    """Make a date fact; a month stands for its first day."""
    return Fact(written.first.isoformat(), place.lines, place.page.number)
