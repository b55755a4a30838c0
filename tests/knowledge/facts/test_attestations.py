"""Tests of reading PCI attestations of compliance, in layouts of several makers."""

import pytest

from tests.knowledge.facts.reading import read, said

OLD_FORM = (
    """Payment Card Industry (PCI) Data Security Standard
Attestation of Compliance for Onsite Assessments – Service Providers
Version 3.2.1
June 2018
""",
    """Section 1: Assessment Information
Instructions for Submission
This Attestation of Compliance must be completed as a declaration of the results of the service provider's assessment.
Part 1. Service Provider and Qualified Security Assessor Information
Part 1a. Service Provider Organization Information
Company Name: Quantia Payments Ltd DBA (doing business as): Quantia
Contact Name: Jo Brand Title: CISO
Telephone: +44 20 1234 E-mail: jo@quantia.example
Business Address: 10 Old Street City: London
Part 1b. Qualified Security Assessor Company Information (if applicable)
Company Name: Redoubt Assessors LLC
Lead QSA Contact Name: Sam Hill Title: Principal
Part 2. Executive Summary
Part 2a. Scope Verification
Services that were INCLUDED in the scope of the PCI DSS Assessment (check all that apply):
Name of service(s) assessed: Quantia Gateway, Quantia Tokens
Type of service(s) assessed:
Hosting Provider:
☐ Applications / software
""",
    """Section 2: Report on Compliance
The assessment documented in this attestation and in the ROC was completed on: 14 February 2025
Have compensating controls been used? ☐ Yes ☒ No
Section 3: Validation and Attestation Details
Part 3. PCI DSS Validation
This AOC is based on results noted in the ROC dated 14 February 2025.
Based on the results documented in the ROC noted above, the signatories identified in Parts 3b-3d, as
applicable, assert(s) the following compliance status for the entity identified in Part 2 of this document
(check one):
☒ Compliant: All sections of the PCI DSS ROC are complete, all questions answered affirmatively, resulting in an
overall COMPLIANT rating; thereby Quantia Payments Ltd has demonstrated full compliance with the PCI DSS.
☐ Non-Compliant: Not all sections of the PCI DSS ROC are complete, or not all questions are answered
affirmatively, resulting in an overall NON-COMPLIANT rating, thereby (Service Provider Company Name) has not
demonstrated full compliance with the PCI DSS.
Target Date for Compliance:
☐ Compliant but with Legal exception: One or more requirements are marked "Not in Place"
Part 3a. Acknowledgement of Status
PCI DSS Self-Assessment Questionnaire D, Version 3.2.1, was completed
Signature of Service Provider Executive Officer ↑ Date: 20 February 2025
""",
)

CERTIFICATE = (
    """CERTIFICATE OF COMPLIANCE
Attestation of Compliance - PCI DSS v4.0.1
Redoubt Assessors LLC, a Qualified Security Assessor company, certifies that Gridwave Inc. has been assessed
and was found to be compliant with the Payment Card Industry Data Security Standard version 4.0.1 as a Level 1
Service Provider.
Services in scope: Gridwave Checkout
Date of AOC: March 3, 2026
""",
)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            OLD_FORM,
            {
                "issuer": "Redoubt Assessors LLC",
                "subject": "Quantia Payments Ltd",
                "issued": "2025-02-14",
                "scope": "Quantia Gateway, Quantia Tokens",
                "pci_version": ["3.2.1"],
                "compliance": ["compliant"],
            },
        ),
        (
            CERTIFICATE,
            {
                "issuer": "Redoubt Assessors LLC",
                "subject": "Gridwave Inc.",
                "issued": "2026-03-03",
                "scope": "Gridwave Checkout",
                "pci_version": ["4.0.1"],
                "compliance": ["compliant"],
                "service_provider_level": ["1"],
            },
        ),
    ],
    ids=["old_form", "certificate"],
)
def test_each_layout_gives_its_facts(texts: tuple[str, ...], expected: dict[str, str | list[str]]) -> None:
    """What a careful reader would take from the document is read off it, and nothing else."""
    assert expected == said(read(*texts))
