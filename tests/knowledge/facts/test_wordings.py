"""Tests that the same fact is read off however its document words and lays it out, and that what only looks like it is not."""

import pytest

from knowledge.facts.dates import dates, slash_order
from tests.knowledge.facts.reading import read, said

CERTIFICATE = "CERTIFICATE\nISO/IEC 27001:2022\nThis certificate is issued to: Acme Data Ltd\n"
DRILL = "Disaster recovery test report\nThe exercise covered a scenario of failover.\n"
PENTEST = "Penetration test report\nFindings of the testers\n"
TERMS = "Data Processing Agreement\nThis agreement is made by the parties.\n"
POLICY = "Acme Ltd\nAccess policy\nThis policy applies to all staff.\n"


@pytest.mark.parametrize(
    ("text", "key", "expected"),
    [
        (CERTIFICATE + "Granted: 12 March 2026\nLapses: 11 March 2029", "expires", "2029-03-11"),
        (CERTIFICATE + "Valid from (day/month/year)\n2026-02-05\nuntil\n2029-02-04", "expires", "2029-02-04"),
        (CERTIFICATE + "Recertification audit due before 02 June 2028", "expires", None),
        (CERTIFICATE + "Name Certified first Valid through Remarks\nA 14 Aug 2024 13 Aug 2027 none", "expires", None),
        (CERTIFICATE + "Certifying body: Basin Bureau LLC. It is not accredited by UKAS.", "accreditation", None),
        (
            CERTIFICATE + "Accredited by the ANSI National Accreditation Board (ANAB)",
            "accreditation",
            ["ANAB"],
        ),
        (
            DRILL + "Service RTO Recovered in RPO Data loss\nBooking 3 hours 2 hours 5 minutes 0 minutes",
            "rto",
            ["3 hours (kind target)", "2 hours (kind achieved)"],
        ),
        (
            DRILL + "RPO (target / actual)\n10 minutes / 4 hours",
            "rpo",
            ["10 minutes (kind target)", "4 hours (kind achieved)"],
        ),
        (DRILL + "The RPO is one hour. A maximum data loss of 30 minutes is allowed.", "rpo", ["1 hour (kind target)"]),
        (
            PENTEST + "Open Closed Total\nCritical 1 1 2\nHigh 4 0 4",
            "severity_count",
            ["critical (found 2, open 1)", "high (found 4, open 4)"],
        ),
        (
            PENTEST + "Severity Web shop API Total Open after retest\nHigh 1 1 2 1\nLow 4 0 4 4",
            "severity_count",
            ["high (found 2, open 1)", "low (found 4, open 4)"],
        ),
        (PENTEST + "Severity Web shop API\nHigh 1 1\nLow 4 0", "severity_count", None),
        (
            PENTEST + "High: 2 (both fixed)\nMedium: 5 (3 fixed, 2 open)",
            "severity_count",
            ["high (found 2, open 0)", "medium (found 5, open 2)"],
        ),
        (
            TERMS
            + "4. Transfers. Data go to countries that do not ensure an adequate level of data protection on the basis"
            " of the Standard Contractual Clauses.",
            "transfer",
            ["standard contractual clauses"],
        ),
        (
            TERMS + "Sub-processors\nCompany: Acme Hosting GmbH\nTask: Servers\nLocation: Germany",
            "subprocessor",
            ["Acme Hosting GmbH (location Germany, service Servers)"],
        ),
        (
            DRILL + "Objective Goal Achieved\nRPO 1 hour 10 minutes",
            "rpo",
            ["1 hour (kind target)", "10 minutes (kind achieved)"],
        ),
        (
            DRILL + "The portal had to be back within 4 hours (RTO). It was back after 3 hours.",
            "rto",
            ["4 hours (kind target)", "3 hours (kind achieved)"],
        ),
        (
            PENTEST + "Severity Count Status\nHigh 2 Remediated\nMedium 3 1 remediated, 2 open",
            "severity_count",
            ["high (found 2, open 0)", "medium (found 3, open 2)"],
        ),
        (POLICY + "It takes effect on 1 February 2026 and supersedes revision 6.", "issued", "2026-02-01"),
        (POLICY + "It supersedes the one in force since 1 February 2025.", "issued", None),
        (POLICY + "It replaces\nrevision 2.0 of 3 July 2024.", "version", None),
        (POLICY + "Good until: January 31st, 2027", "expires", "2027-01-31"),
    ],
)
def test_a_fact_is_read_in_other_words(text: str, key: str, expected: str | list[str] | None) -> None:
    """What is stated in another vocabulary or order is read; what is planned, denied or not told apart is not."""
    assert expected == said(read(text)).get(key)


def test_a_legal_form_that_a_line_breaks_off_belongs_to_its_name() -> None:
    """A name is read whole over a line's end, and its quote keeps the line's end as it is printed."""
    body = "The certification body certifies that\nDonaublick\neG, Am Weg 14, operates an ISMS."
    facts = read(f"{CERTIFICATE}{body}\nIssued by: Prüfwerk\nGmbH")

    assert facts.issuer is not None
    assert "Prüfwerk GmbH" == facts.issuer.value
    assert "Issued by: Prüfwerk\nGmbH" == facts.issuer.quote


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("Acme, Inc., 300 Elm St, Hartford, CT 06103. Limit $5,000,000.", "mdy"),
        ("Acme Ltd, Leeds. Limit £5,000,000.", "dmy"),
        ("Acme Ltd, Vancouver.", ""),
        ("Acme, Inc. and Acme Ltd, limit $5,000,000 or £4,000,000.", ""),
    ],
)
def test_slashed_days_go_as_in_the_country_a_document_comes_from(text: str, order: str) -> None:
    """Two forms of one country tell how its days are written; one form alone, or forms of both, tell nothing."""
    assert order == slash_order([text])


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("12 de marzo de 2026", "2026-03-12"),
        ("3 février 2026", "2026-02-03"),
        ("the 1st day of July, 2026", "2026-07-01"),
        ("05-Apr-26", "2026-04-05"),
        ("2026 March 5", "2026-03-05"),
    ],
)
def test_days_are_read_in_the_forms_of_several_countries(text: str, day: str) -> None:
    """Months in other languages, ordinals and short years name the day they mean."""
    assert [day] == [found.first.isoformat() for found in dates(text)]
