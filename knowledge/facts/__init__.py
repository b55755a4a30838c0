"""Reads off what a document is: kind, issuer, period, opinion, dates, scope, exceptions, each with its quote."""

from knowledge.facts.clock import is_stale, valid_from, valid_until
from knowledge.facts.coverage import Coverage, coverage, covered_services
from knowledge.facts.kinds import EvidenceKind
from knowledge.facts.values import DocumentFacts, Fact, FactKey, facts_from_json, facts_to_json

__all__ = [
    "Coverage",
    "DocumentFacts",
    "EvidenceKind",
    "Fact",
    "FactKey",
    "coverage",
    "covered_services",
    "facts_from_json",
    "facts_to_json",
    "is_stale",
    "valid_from",
    "valid_until",
]
