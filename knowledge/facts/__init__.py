"""Reads off what a document is: kind, issuer, period, opinion, dates, scope, exceptions, each with its quote."""

from collections.abc import Sequence

from knowledge.facts import certificates, pentests, policies, soc_reports
from knowledge.facts.clock import is_stale, valid_from, valid_until
from knowledge.facts.coverage import Coverage, coverage
from knowledge.facts.kinds import EvidenceKind, kind_of
from knowledge.facts.values import DocumentFacts, Fact, FactKey, facts_from_json, facts_to_json
from knowledge.pages import PageText

__all__ = [
    "Coverage",
    "DocumentFacts",
    "EvidenceKind",
    "Fact",
    "FactKey",
    "coverage",
    "facts",
    "facts_from_json",
    "facts_to_json",
    "is_stale",
    "valid_from",
    "valid_until",
]


def facts(pages: Sequence[PageText], name: str) -> DocumentFacts:
    """Read the facts off a document's readable pages; what is not stated for certain stays None."""
    readable = [page for page in pages if page.state.is_readable and page.text.strip()]
    kind = kind_of(readable, name)
    match kind:
        case EvidenceKind.SOC_REPORT:
            return soc_reports.read_off(readable)
        case EvidenceKind.ISO_CERTIFICATE:
            return certificates.read_off(readable)
        case EvidenceKind.PENETRATION_TEST:
            return pentests.read_off(readable)
        case EvidenceKind.POLICY | EvidenceKind.AGREEMENT:
            return policies.read_off(readable, kind)
    return DocumentFacts(kind)
