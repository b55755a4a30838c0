"""Tests of the ways in which a policy states one thing, each in a few lines."""

import pytest

from tests.knowledge.facts.reading import read, said

TITLE = "Access Control Policy\nThis policy is about access.\n"
GRID = "Policy ID ISP-7 Version 3.2\nOwner Director of IT Security Approved by Security Steering\nCommittee\n"
FOOT = "Doc. ISMS-12 | v1.4 | Last approved 2025-10-09 | Review by 2026-10-09 | Owner: CISO"
ROW = "Document Owner Version Approved By Approval Date Next Review Date\nCISO 4.1 Board of Directors 2026-01-10 2027-01-10"
HISTORY = "Version Date Author Approved by\n1.0 2024-01-05 A. Bee CISO\n2.0 2026-01-12 C. Dee Chief Technology Officer"


@pytest.mark.parametrize(
    ("text", "key", "expected"),
    [
        (GRID, "owner", ["Director of IT Security"]),
        (GRID, "approved_by", ["Security Steering Committee"]),
        (FOOT, "version", ["1.4"]),
        (FOOT, "issued", "2025-10-09"),
        (FOOT, "expires", "2026-10-09"),
        (FOOT, "owner", ["CISO"]),
        (ROW, "owner", ["CISO"]),
        (ROW, "approved_by", ["Board of Directors"]),
        (HISTORY, "version", ["2.0"]),
        (HISTORY, "approved_by", ["Chief Technology Officer"]),
        ("Approved by the Executive Board on 12 May 2026", "approved_by", ["Executive Board"]),
        ("Approved by Management Board\nApproval date 12.01.2026", "approved_by", ["Management Board"]),
        ("Sign-off: Executive Committee", "approved_by", ["Executive Committee"]),
        ("Policy Lead: Data Protection Officer", "owner", ["Data Protection Officer"]),
        ("It is maintained by the Information Security Team.", "owner", ["Information Security Team"]),
        ("It came into force on 1 June 2026 and was approved on 20 May 2026.", "issued", "2026-06-01"),
        ("It will be reviewed by 1 June 2027 at the latest.", "expires", "2027-06-01"),
        ("Exceptions must be approved by the Chief Security Officer.", "approved_by", None),
        ("Requests for access are approved by the System Owner.", "approved_by", None),
        ("Approved by: TBD\nApproval date: pending", "approved_by", None),
        ("Supersedes: Revision 4, 1 February 2025", "version", None),
    ],
)
def test_owner_approver_version_and_days_are_found(text: str, key: str, expected: str | list[str] | None) -> None:
    """Grids, running feet, rows, histories and sentences give what a policy says of itself; of requests nothing."""
    assert expected == said(read(TITLE + text)).get(key)
