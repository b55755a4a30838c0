"""The evidence clock: until when a document can support a claim."""

from datetime import date, timedelta

from knowledge.facts.kinds import EvidenceKind
from knowledge.facts.values import DocumentFacts, Fact

YEAR = timedelta(days=365)


def valid_until(facts: DocumentFacts) -> date | None:
    """Say the last day on which a document supports claims, or None when nothing it states decides that.

    Certificates and policies state it; a SOC report counts for a year after its period, a test for a year after it.
    """
    match facts.kind:
        case EvidenceKind.ISO_CERTIFICATE | EvidenceKind.POLICY:
            return _day(facts.expires)
        case EvidenceKind.SOC_REPORT:
            return _year_after(_day(facts.period_end))
        case EvidenceKind.PENETRATION_TEST:
            return _year_after(_day(facts.period_end) or _day(facts.issued))
    return None


def is_stale(facts: DocumentFacts, today: date) -> bool:
    """Tell whether a document has stopped supporting claims; one whose end is unknown has not."""
    until = valid_until(facts)
    return until is not None and until < today


def _day(fact: Fact | None) -> date | None:
    return date.fromisoformat(fact.value) if fact else None


def _year_after(day: date | None) -> date | None:
    return day + YEAR if day else None
