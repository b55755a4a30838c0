"""What a report is decides which claims it bears out: a Type 2 report is none of Type 1, and the other way round."""

from datetime import date
from uuid import uuid4

import pytest

from knowledge.attesting import attestations
from knowledge.facts import DocumentFacts, EvidenceKind, Fact
from knowledge.papers import Paper
from knowledge.verdicts import VerdictState

TODAY = date(2026, 11, 21)
CLAIM = "The vendor holds these independent attestations for the service: SOC 2 {type} report."
SUPPORTED = VerdictState.SUPPORTED


@pytest.mark.parametrize(
    ("held", "claimed", "expected"),
    [
        ("Type 2", "Type 2", SUPPORTED),
        ("Type 2", "Type 1", None),
        ("Type II", "Type 1", None),
        ("Type 1", "Type 1", SUPPORTED),
        ("Type 1", "Type 2", None),
    ],
)
def test_a_report_bears_out_its_own_type(held: str, claimed: str, expected: VerdictState | None) -> None:
    """The type that is claimed has to be the one that the report's opening names."""
    period = "For the period 1 October 2025 to 30 September 2026"
    facts = DocumentFacts(EvidenceKind.SOC_REPORT, period_end=Fact("2026-09-30", period, 1))
    paper = Paper(uuid4(), "Report.pdf", facts, ((1, f"SOC 2 {held} Report\nTidewell\n{period}"),))

    weighed = attestations(CLAIM.format(type=claimed), "", [paper], TODAY)

    assert expected is (weighed.state if weighed else None)
