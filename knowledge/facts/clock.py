"""The evidence clock: until when a document of each kind can support a claim."""

from datetime import date, timedelta

from knowledge.facts.kinds import EvidenceKind
from knowledge.facts.values import DocumentFacts, Fact

YEAR = timedelta(days=365)
_STATED = frozenset((EvidenceKind.ISO_CERTIFICATE, EvidenceKind.POLICY, EvidenceKind.AGREEMENT))
_YEARLY = frozenset(
    (
        EvidenceKind.PCI_AOC,
        EvidenceKind.HIPAA_STATEMENT,
        EvidenceKind.PENETRATION_TEST,
        EvidenceKind.CONTINUITY_TEST,
    )
)


def valid_until(facts: DocumentFacts) -> date | None:
    """Say the last day on which a document supports claims, or None when nothing it states decides that.

    A certificate states its expiry (ISO/IEC 17021-1, 8.2.2), as do a policy its next review, an agreement its end, an
    insurance its period. The rest counts for a year, because it is due again by then: a SOC report after its period
    (reports follow each other yearly, for the audit of a customer's financial year), a PCI attestation after its date
    (the card brands have it done anew every 12 months), a HIPAA evaluation (45 CFR 164.308(a)(8) asks for it to be
    periodic; a year is the habit), a penetration test (PCI DSS 11.4: at least every 12 months), a continuity test
    (Regulation (EU) 2022/2554, article 11(6): at least yearly). A bridge letter speaks of nothing after its own end.
    """
    if facts.kind in _STATED:
        return day_of(facts.expires)
    if facts.kind in _YEARLY:
        return day_of(facts.expires) or _year_after(day_of(facts.period_end) or day_of(facts.issued))
    match facts.kind:
        case EvidenceKind.SOC_REPORT:
            return _year_after(day_of(facts.period_end))
        case EvidenceKind.INSURANCE:
            return day_of(facts.period_end)
        case EvidenceKind.BRIDGE_LETTER:
            return day_of(facts.period_end) or day_of(facts.issued)
    return None


def valid_from(facts: DocumentFacts) -> date | None:
    """Say the first day a document speaks of: the begin of its period, else the day it is from."""
    if facts.kind is EvidenceKind.SOC_REPORT:
        return day_of(facts.period_start) or day_of(facts.period_end)
    return day_of(facts.period_start) or day_of(facts.issued) or day_of(facts.period_end)


def is_stale(facts: DocumentFacts, today: date) -> bool:
    """Tell whether a document has stopped supporting claims; one whose end is unknown has not."""
    until = valid_until(facts)
    return until is not None and until < today


def day_of(fact: Fact | None) -> date | None:
    """Read a date fact as a date."""
    return date.fromisoformat(fact.value) if fact else None


def _year_after(day: date | None) -> date | None:
    return day + YEAR if day else None
