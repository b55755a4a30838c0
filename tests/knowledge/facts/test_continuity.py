"""Tests of reading records of continuity tests, in layouts of several makers."""

import pytest

from tests.knowledge.facts.reading import read, said

LABELLED = (
    """Acme Corp
Disaster Recovery Test Summary
Test Date: 14 November 2025
Systems in scope: Order API, Billing database
Test type: Full failover
RTO target: 4 hours
RTO achieved: 2 hours 35 minutes
RPO target: 1 hour
RPO achieved: 10 minutes
Overall result: PASS
""",
)

IN_PROSE = (
    """Loomspace B.V.
Business Continuity and Disaster Recovery Test Report 2025
1. Summary
The annual disaster recovery exercise was conducted on 3 September 2025. It covered the Loomspace Collaboration Suite.
The service was recovered within 3 hours against a recovery time objective (RTO) of 6 hours. The recovery point
objective (RPO) of 30 minutes was met; actual data loss was 5 minutes.
The test was successful with two observations. The previous test on 4 September 2024 failed.
""",
)

STACKED = (
    """BUSINESS CONTINUITY EXERCISE REPORT
Organisation
Gridwave Inc.
Exercise date
2026-01-20
Scope
Payments platform and support desk
Metric Objective Actual
RTO (hours) 4 3
RPO (minutes) 15 5
Outcome
Passed with observations
""",
)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            LABELLED,
            {
                "subject": "Acme Corp",
                "issued": "2025-11-14",
                "scope": "Order API, Billing database",
                "rto": ["4 hours (kind target)", "2 hours 35 minutes (kind achieved)"],
                "rpo": ["1 hour (kind target)", "10 minutes (kind achieved)"],
                "test_result": ["passed"],
            },
        ),
        (
            IN_PROSE,
            {
                "subject": "Loomspace B.V.",
                "issued": "2025-09-03",
                "scope": "Loomspace Collaboration Suite",
                "rto": ["6 hours (kind target)", "3 hours (kind achieved)"],
                "rpo": ["30 minutes (kind target)", "5 minutes (kind achieved)"],
                "test_result": ["passed with findings"],
            },
        ),
        (
            STACKED,
            {
                "subject": "Gridwave Inc.",
                "issued": "2026-01-20",
                "scope": "Payments platform and support desk",
                "rto": ["4 hours (kind target)", "3 hours (kind achieved)"],
                "rpo": ["15 minutes (kind target)", "5 minutes (kind achieved)"],
                "test_result": ["passed with findings"],
            },
        ),
    ],
    ids=["labelled", "in_prose", "stacked"],
)
def test_each_layout_gives_its_facts(texts: tuple[str, ...], expected: dict[str, str | list[str]]) -> None:
    """What a careful reader would take from the document is read off it, and nothing else."""
    assert expected == said(read(*texts))
