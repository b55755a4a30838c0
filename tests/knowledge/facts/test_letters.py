"""Tests of reading bridge letters and HIPAA statements, in layouts of several makers."""

import pytest

from tests.knowledge.facts.reading import read, said

GAP_TO_THE_LETTERS_DAY = (
    """Quantia Payments Ltd
March 31, 2026

To our valued customers,

Re: SOC 2 Gap Letter

Quantia Payments Ltd's most recent SOC 2 Type 2 report, issued by Harrow & Pell LLP, covered the period January
1, 2025 through December 31, 2025.
This letter is to confirm that from January 1, 2026 through the date of this letter, Quantia is not aware of any
material changes in its control environment that would adversely affect the opinion.

Sincerely,
Jo Brand
CISO, Quantia Payments Ltd
""",
)

LABELLED_BRIDGE = (
    """BRIDGE LETTER
Date: 15 January 2026
Company: Gridwave Inc.
Report: SOC 1 Type 2
Report period: 1 October 2024 to 30 September 2025
Bridge period: 1 October 2025 to 31 December 2025
Management of Gridwave Inc. confirms that there have been no significant changes.
""",
)

SINCE_THE_REPORT = (
    """[Loomspace letterhead]
Loomspace B.V.
Keizersgracht 1, Amsterdam
Amsterdam, 2 February 2026
SOC 2 bridge letter
Dear Sir or Madam,
The Loomspace SOC 2 Type II report covers the period from 1 November 2024 to 31 October 2025 (the "Report").
Since 31 October 2025 and up to the date of this letter, no material changes were made to the system of internal
control.
The next report will cover 1 November 2025 to 31 October 2026.
Kind regards,
A. de Vries, CEO
""",
)

OWN_STATEMENT = (
    """HIPAA Compliance Statement
Company: Dovetail Health Apps, Inc.
Date: January 10, 2026
Dovetail Health Apps, Inc. is a Business Associate under HIPAA and protects electronic protected health
information (ePHI).
Assessor: Wrenfield Audit Group, Inc.
Assessment period: January 1, 2025 to December 31, 2025
Dovetail will sign a BAA with covered entities on request. BAAs are available to all customers on the Enterprise plan.
""",
)

ASSESSORS_REPORT = (
    """Wrenfield Audit Group, Inc.
Independent HIPAA Assessment Report
Prepared for: Quantia Health LLC
Issued: 2026-02-02
We evaluated Quantia Health LLC against the HIPAA Security Rule as of December 31, 2025. PHI is encrypted.
Quantia Health LLC does not currently sign business associate agreements.
""",
)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            GAP_TO_THE_LETTERS_DAY,
            {
                "issuer": "Quantia Payments Ltd",
                "subject": "Quantia Payments Ltd",
                "period_start": "2026-01-01",
                "period_end": "2026-03-31",
                "issued": "2026-03-31",
            },
        ),
        (
            LABELLED_BRIDGE,
            {
                "issuer": "Gridwave Inc.",
                "subject": "Gridwave Inc.",
                "period_start": "2025-10-01",
                "period_end": "2025-12-31",
                "issued": "2026-01-15",
            },
        ),
        (
            SINCE_THE_REPORT,
            {
                "issuer": "Loomspace B.V.",
                "subject": "Loomspace B.V.",
                "period_start": "2025-10-31",
                "period_end": "2026-02-02",
                "issued": "2026-02-02",
            },
        ),
        (
            OWN_STATEMENT,
            {
                "issuer": "Dovetail Health Apps, Inc.",
                "subject": "Dovetail Health Apps, Inc.",
                "period_start": "2025-01-01",
                "period_end": "2025-12-31",
                "issued": "2026-01-10",
                "assessor": ["Wrenfield Audit Group, Inc."],
                "baa": ["offered"],
            },
        ),
        (
            ASSESSORS_REPORT,
            {
                "issuer": "Wrenfield Audit Group, Inc.",
                "subject": "Quantia Health LLC",
                "period_end": "2025-12-31",
                "issued": "2026-02-02",
                "assessor": ["Wrenfield Audit Group, Inc."],
            },
        ),
    ],
    ids=["gap_to_the_letters_day", "labelled_bridge", "since_the_report", "own_statement", "assessors_report"],
)
def test_each_layout_gives_its_facts(texts: tuple[str, ...], expected: dict[str, str | list[str]]) -> None:
    """What a careful reader would take from the document is read off it, and nothing else."""
    assert expected == said(read(*texts))
