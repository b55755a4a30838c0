"""Tests of reading policies, in layouts of several makers."""

import pytest

from tests.knowledge.facts.reading import read, said

LABELLED = (
    """Gridwave Inc.
INFORMATION SECURITY POLICY
Document Control
Document Title: Information Security Policy
Version: 3.1
Owner: Chief Information Security Officer (CISO)
Approved By: Board of Directors
Date Approved: 15 March 2026
Effective Date: 1 April 2026
Next Review Date: 1 April 2027
1. Purpose
This policy sets out how Gridwave protects information.
Version: 3.1 is the current version.
""",
)

IN_PROSE = (
    """Backup Policy
Loomspace B.V.
This policy is effective from 1 February 2026 and was approved by the Management Team on 20 January 2026. The
policy owner is the Head of Platform.
It is reviewed annually; the next review is due by 31 January 2027.
Version 2.4
""",
)

IN_A_TABLE = (
    """Policy name Access Control Policy
Policy owner VP of Engineering
Policy version v1.8
Last reviewed March 3, 2026
Approved by Chief Executive Officer
Next review date March 3, 2027
Purpose
This policy applies to all staff of Quantia Payments Ltd.
""",
)

WITH_HISTORY = (
    """INCIDENT MANAGEMENT POLICY
Doc ID ISP-07 | Rev 5 | Effective 2025-10-01
Revision History
Rev Date Author Change Approved by
4 2024-09-15 M. Hill Annual review J. Brand, CISO
5 2025-09-20 M. Hill New reporting times J. Brand, CISO
This policy must be reviewed at least annually. Next scheduled review: October 2026
""",
)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            LABELLED,
            {
                "subject": "Gridwave Inc.",
                "issued": "2026-04-01",
                "expires": "2027-04-01",
                "owner": ["Chief Information Security Officer"],
                "version": ["3.1"],
                "approved_by": ["Board of Directors"],
            },
        ),
        (
            IN_PROSE,
            {
                "subject": "Loomspace B.V.",
                "issued": "2026-02-01",
                "expires": "2027-01-31",
                "owner": ["Head of Platform"],
                "version": ["2.4"],
                "approved_by": ["Management Team"],
            },
        ),
        (
            IN_A_TABLE,
            {
                "subject": "Quantia Payments Ltd",
                "issued": "2026-03-03",
                "expires": "2027-03-03",
                "owner": ["VP of Engineering"],
                "version": ["1.8"],
                "approved_by": ["Chief Executive Officer"],
            },
        ),
        (WITH_HISTORY, {"issued": "2025-10-01", "version": ["5"], "approved_by": ["J. Brand, CISO"]}),
    ],
    ids=["labelled", "in_prose", "in_a_table", "with_history"],
)
def test_each_layout_gives_its_facts(texts: tuple[str, ...], expected: dict[str, str | list[str]]) -> None:
    """What a careful reader would take from the document is read off it, and nothing else."""
    assert expected == said(read(*texts))
