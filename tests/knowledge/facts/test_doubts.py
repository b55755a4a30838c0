"""Tests of what is left unknown: values that disagree, words that only sound like a fact, and what is said of others."""

import pytest

from tests.knowledge.facts.reading import read, said

CERTIFICATE = """Certificate
Norvale Certification certifies that
Acme Inc.
operates an information security management system that meets ISO/IEC 27001:2022
Certificate number: NC-1001
Valid until: 28 February 2028
"""
AOC = """PCI DSS Attestation of Compliance
Service provider: Acme Inc.
QSA company: Redoubt Assessors LLC
"""
TEST = """Penetration Test Report
Client: Acme Inc.
Tester: Redfern Security Ltd
The testers found several vulnerabilities.
"""
AGREEMENT = """Data Processing Agreement
Processor: Acme Inc.
Controller: Brisa Retail S.L.
"""


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (CERTIFICATE + "Valid until: 28 February 2029\n", "expires"),
        (CERTIFICATE + "Certificate number: NC-2002\n", "certificate_number"),
        (CERTIFICATE + "It replaces a certificate to ISO/IEC 27001:2013.\n", "standard"),
        (AOC + "[ ] Compliant\n[ ] Non-Compliant\n", "compliance"),
        (AOC + "[X] Compliant\n[X] Non-Compliant\n", "compliance"),
        (AOC + "The entity expects to be compliant by 30 September 2026.\n", "compliance"),
        (AOC + "Overall rating: Compliant\nOverall rating: Non-compliant\n", "compliance"),
        (TEST + "Critical 3\nCritical findings are fixed within 7 days.\n", "severity_count"),
        (TEST + "Critical: 7 days\nHigh: 30 days\nMedium: 90 days\n", "severity_count"),
        (TEST + "Critical High Medium Low\n4 1 2\n", "severity_count"),
        (TEST + "Critical 9.0 - 10.0\nHigh 7.0 - 8.9\n", "severity_count"),
        (TEST + "The previous test had two high and three medium findings.\n", "severity_count"),
        (TEST + "A retest is planned for 1 May 2026.\n", "retest"),
        (
            AGREEMENT + "The Controller shall notify a personal data breach to the authority within 72 hours.\n",
            "notification_time",
        ),
        (
            AGREEMENT + '"Standard Contractual Clauses" means the clauses on transfers of Decision 2021/914.\n',
            "transfer",
        ),
        (AGREEMENT + "It is part of the Master Services Agreement dated 9 January 2024.\n", "issued"),
    ],
)
def test_what_can_be_read_two_ways_stays_unknown(text: str, key: str) -> None:
    """Nothing is made of values that contradict each other, of plans, of definitions, or of what others have to do."""
    assert key not in said(read(text))


def test_the_day_of_an_earlier_certificate_is_not_taken() -> None:
    """A day that a sentence gives for a certificate that has lapsed is never this one's."""
    text = CERTIFICATE + "The certificate that was valid until 28 February 2025 has lapsed.\n"

    assert said(read(text)).get("expires") in (None, "2028-02-28")


def test_an_ambiguous_day_is_read_as_the_document_reads_its_others() -> None:
    """Slashed dates follow the order that another date of the document, or the form itself, shows."""
    form = "CERTIFICATE OF LIABILITY INSURANCE\nINSURED\nAcme Inc.\nPolicy number: AB-1234\n"

    assert "period_end" not in said(read(form + "Policy period: 03/04/2026 to 03/04/2027\n"))
    assert (
        "2027-03-04" == said(read(form + "DATE (MM/DD/YYYY)\nPolicy period: 03/04/2026 to 03/04/2027\n"))["period_end"]
    )


def test_a_planted_value_in_another_kind_of_document_is_no_fact() -> None:
    """A white paper that quotes a certificate, an insurance and a report has none of their facts."""
    text = "White paper\n" + CERTIFICATE + "Limit of liability: EUR 5,000,000\nRTO: 4 hours\n"

    assert {} == said(read(text))
