"""Tests of telling what a document is."""

import pytest

from knowledge.facts import EvidenceKind
from knowledge.facts.reading_off import facts
from knowledge.pages import PageState, PageText


def kind(*texts: str, name: str = "file.pdf") -> EvidenceKind:
    """Tell the kind of a document with these pages."""
    pages = [PageText(number, "", PageState.TEXT, text) for number, text in enumerate(texts, start=1)]
    return facts(pages, name).kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bridge Letter\nOur SOC 2 report ended on 30 June 2026.\nSincerely", EvidenceKind.BRIDGE_LETTER),
        (
            "Acme Inc.\nDear customer,\nour SOC 1 report covers the year 2025. There were no material changes since.\nRegards",
            EvidenceKind.BRIDGE_LETTER,
        ),
        ("PCI DSS\nAttestation of Compliance for Onsite Assessments", EvidenceKind.PCI_AOC),
        (
            "HIPAA Compliance Attestation\nProtected health information (PHI) is encrypted by the business associate.",
            EvidenceKind.HIPAA_STATEMENT,
        ),
        ("CERTIFICATE OF LIABILITY INSURANCE\nINSURED\nAcme Inc.", EvidenceKind.INSURANCE),
        ("Confirmation of cyber insurance\nThe insured is Acme.", EvidenceKind.INSURANCE),
        ("Disaster Recovery Test Report\nRTO 4 hours\nScenario: loss of a region", EvidenceKind.CONTINUITY_TEST),
        ("Business Associate Agreement\nThis agreement is between the parties", EvidenceKind.AGREEMENT),
    ],
)
def test_a_document_is_what_its_title_and_first_pages_agree_on(text: str, expected: EvidenceKind) -> None:
    """Title and wording together tell each kind."""
    assert expected is kind(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Business Continuity Policy\nThis policy asks for a yearly disaster recovery test.", EvidenceKind.POLICY),
        ("HIPAA Security Policy\nThis policy protects PHI at each business associate.", EvidenceKind.POLICY),
        (
            "Minutes of the board\nThe penetration test and its findings were discussed by the auditors.",
            EvidenceKind.OTHER,
        ),
        ("White paper\nOur SOC 2 report follows the trust services criteria.", EvidenceKind.OTHER),
        ("Attestation of compliance\nOur lifts comply with the building code.", EvidenceKind.OTHER),
        ("Penetration Test Proposal\nThe testers will report findings.", EvidenceKind.OTHER),
        ("Business Continuity Test Plan 2027\nRTO 4 hours. Scenario: loss of an office.", EvidenceKind.OTHER),
        ("Certificate of insurance training\nMs Brand has taken part.", EvidenceKind.OTHER),
    ],
)
def test_a_document_about_evidence_is_none(text: str, expected: EvidenceKind) -> None:
    """What only speaks of a report, a test or an insurance is not taken for one."""
    assert expected is kind(text)
