"""A document covers a service unless its scope clearly names another."""

import pytest

from knowledge.facts import DocumentFacts, EvidenceKind, Fact
from knowledge.services import covers


def scoped(scope: str) -> DocumentFacts:
    """Give a report with this scope."""
    return DocumentFacts(EvidenceKind.SOC_REPORT, scope=Fact(scope, scope, 1))


@pytest.mark.parametrize(
    ("scope", "service", "expected"),
    [
        ("Halden Ledger platform", "Halden Ledger", True),
        ("Halden Ledger platform", "Ledger", True),
        ("Halden Payments gateway", "Halden Ledger", False),
        ("Operation of the Archive service in Oslo", "Ledger", False),
        ("the services and systems of the organisation", "Ledger", True),
        ("Ledger Cloud operated in Frankfurt", "Ledger Cloud", True),
        ("Halden Ledger platform", "", True),
    ],
)
def test_only_another_name_puts_a_service_out_of_scope(scope: str, service: str, expected: bool) -> None:
    """A general scope covers everything; the company's name alone covers nothing."""
    assert expected is covers(scoped(scope), service)


def test_without_a_scope_nothing_is_ruled_out() -> None:
    """A document whose scope is unknown may cover the service."""
    assert covers(None, "Ledger")
    assert covers(DocumentFacts(EvidenceKind.POLICY), "Ledger")
