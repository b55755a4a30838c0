"""Tests that evidence of each kind stops supporting claims once it is past its date or of another service."""

from datetime import date
from uuid import NAMESPACE_OID, uuid5

import pytest

from knowledge.attesting import cards
from knowledge.evidence import Place, candidates
from knowledge.facts import DocumentFacts, EvidenceKind, Fact, FactKey, coverage, is_stale
from knowledge.papers import Paper
from knowledge.verdicts import VerdictState
from knowledge.weighing import weigh

TODAY = date(2026, 11, 21)
SENTENCE = "Customer data is encrypted at rest with AES-256."
DOCUMENT = uuid5(NAMESPACE_OID, "document")


def stated(value: str) -> Fact:
    """Make a fact of a value."""
    return Fact(value, value, 1)


def verdict(found: DocumentFacts, service: str = "Ledger") -> VerdictState:
    """Weigh a claim that a document bears out word for word."""
    places = [Place(DOCUMENT, "document", 1, "", 0, len(SENTENCE))]
    texts = {(DOCUMENT, 1): SENTENCE}
    return weigh(SENTENCE, service, candidates(places, texts), texts, {DOCUMENT: found}, TODAY).state


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        (EvidenceKind.SOC_REPORT, "period_end"),
        (EvidenceKind.PCI_AOC, "issued"),
        (EvidenceKind.HIPAA_STATEMENT, "issued"),
        (EvidenceKind.PENETRATION_TEST, "issued"),
        (EvidenceKind.CONTINUITY_TEST, "issued"),
    ],
)
def test_what_counts_for_a_year_still_supports_until_then(kind: EvidenceKind, key: str) -> None:
    """Evidence that is due again after a year supports on its last day and no longer on the next."""
    in_time, too_late = (DocumentFacts(kind, **{key: stated(day)}) for day in ("2025-11-21", "2025-11-20"))  # type: ignore[arg-type]

    assert (VerdictState.SUPPORTED, VerdictState.STALE) == (verdict(in_time), verdict(too_late))


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        (EvidenceKind.ISO_CERTIFICATE, "expires"),
        (EvidenceKind.POLICY, "expires"),
        (EvidenceKind.AGREEMENT, "expires"),
        (EvidenceKind.INSURANCE, "period_end"),
        (EvidenceKind.BRIDGE_LETTER, "period_end"),
    ],
)
def test_what_states_its_end_still_supports_until_then(kind: EvidenceKind, key: str) -> None:
    """Evidence that states its end supports on that day and no longer on the next."""
    in_time, too_late = (DocumentFacts(kind, **{key: stated(day)}) for day in ("2026-11-21", "2026-11-20"))  # type: ignore[arg-type]

    assert (VerdictState.SUPPORTED, VerdictState.STALE) == (verdict(in_time), verdict(too_late))


@pytest.mark.parametrize("kind", [EvidenceKind.PCI_AOC, EvidenceKind.CONTINUITY_TEST, EvidenceKind.PENETRATION_TEST])
def test_evidence_of_another_service_does_not_support(kind: EvidenceKind) -> None:
    """What clearly covers another service supports nothing about this one."""
    found = DocumentFacts(kind, issued=stated("2026-10-01"), scope=stated("Acme Vault"))

    assert (VerdictState.SUPPORTED, VerdictState.OUT_OF_SCOPE) == (verdict(found, "Vault"), verdict(found, "Ledger"))


def attested(result: str, issued: str, scope: str = "Ledger") -> Paper:
    """Make a paper of a PCI attestation."""
    text = (
        f"PCI DSS Attestation of Compliance\n{scope}\n{result}\n{issued}\nis compliant. Valid until: 31 December 2026"
    )
    found = DocumentFacts(
        EvidenceKind.PCI_AOC,
        issued=stated(issued),
        scope=stated(scope),
        details={FactKey.COMPLIANCE: (stated(result),)},
    )
    return Paper(DOCUMENT, "aoc.pdf", found, ((1, text),))


@pytest.mark.parametrize(
    ("paper", "state"),
    [
        (attested("compliant", "2026-03-01"), VerdictState.SUPPORTED),
        (attested("compliant", "2025-03-01"), VerdictState.STALE),
        (attested("compliant", "2026-03-01", "Acme Vault"), VerdictState.OUT_OF_SCOPE),
        (attested("non-compliant", "2026-03-01"), None),
    ],
)
def test_an_attestation_counts_by_its_result_its_date_and_its_services(
    paper: Paper, state: VerdictState | None
) -> None:
    """An attestation that is not compliant attests nothing, whatever other words stand on it."""
    weighed = cards("A current PCI DSS attestation of compliance covers the service.", "Ledger", [paper], TODAY)

    assert state is (weighed.state if weighed else None)


def test_a_bridge_letter_closes_the_gap_without_making_the_report_newer() -> None:
    """The gap shrinks by a letter; the year that a report counts for does not grow."""
    report = DocumentFacts(EvidenceKind.SOC_REPORT, subject=stated("Acme Inc."), period_end=stated("2025-11-20"))
    letter = DocumentFacts(
        EvidenceKind.BRIDGE_LETTER,
        subject=stated("Acme Inc."),
        period_start=stated("2025-11-21"),
        period_end=stated("2026-02-15"),
    )

    reach = coverage(report, [letter], TODAY)

    assert date(2026, 2, 15) == reach.covered_until
    assert is_stale(report, TODAY)


def test_a_day_to_come_is_not_the_last_one() -> None:
    """The next test's day does not contradict when the last one was."""
    said = "The next test of the disaster recovery plan takes place on 22 April 2027."
    texts = {(DOCUMENT, 1): said}
    found = candidates([Place(DOCUMENT, "document", 1, "", 0, len(said))], texts)
    claim = "The disaster recovery plan was last tested on 22 April 2026."

    assert VerdictState.NOT_EVIDENCED is weigh(claim, "", found, texts, {DOCUMENT: None}, TODAY).state
