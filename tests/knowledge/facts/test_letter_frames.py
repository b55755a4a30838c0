"""Tests of the ways in which letters, statements and records of exercises state one thing, each in a few lines."""

import pytest

from knowledge.facts import EvidenceKind
from tests.knowledge.facts.reading import read, said

LETTER = "Gap letter on our SOC 1 report\nThere were no material changes. Regards\n"
HIPAA = "HIPAA Compliance Statement\nProtected health information (PHI) is safe with this business associate.\n"
DRILL = "Disaster Recovery Test Report\nScenario: loss of a region\n"
AFTER_ACTION = (
    "After-Action Report\nBusiness Continuity Tabletop Exercise\nMarch 26, 2026\nThe exercise covered the call center."
)


@pytest.mark.parametrize(
    ("text", "key", "expected"),
    [
        (LETTER + "FROM: Internal Audit, Drumlin Freight Audit, LLC", "issuer", "Drumlin Freight Audit, LLC"),
        (
            LETTER + "The examination ended on 30 September 2025. We state the following for the period 1 October 2025"
            " through 31 December 2025.",
            "period_start",
            "2025-10-01",
        ),
        (LETTER + "The next report will cover 1 October 2025 to 30 September 2026.", "period_start", None),
        (
            HIPAA + "For the year ended December 31, 2025, it complied, as shown by an assessment by Lockridge Group, LLC,"
            " which was completed on November 21, 2025.",
            "period_end",
            "2025-12-31",
        ),
        (HIPAA + "This is shown by an assessment by Lockridge Group, LLC.", "assessor", ["Lockridge Group, LLC"]),
        (HIPAA + "There is a yearly assessment by Internal Audit.", "assessor", None),
        (DRILL + "Test no. T-4 Date 17/11/2025\nRTO 12 hours", "issued", "2025-11-17"),
        (
            DRILL + "Measure Objective Result\nRecovery time (RTO) 4 hours 2 hours\nThe last test missed its RTO by one hour.",
            "rto",
            ["4 hours (kind target)", "2 hours (kind achieved)"],
        ),
        (AFTER_ACTION + " It was rated well.", "issued", "2026-03-26"),
        (AFTER_ACTION + "\nThe exercise was rated as passed with findings.", "test_result", ["passed with findings"]),
    ],
)  # fmt: skip
def test_who_and_when_are_found(text: str, key: str, expected: str | list[str] | None) -> None:
    """Days, companies and results are those of the document itself, not of the next report or an earlier test."""
    assert expected == said(read(text)).get(key)


def test_an_after_action_report_is_a_continuity_test() -> None:
    """A record of an exercise is known by its title and by what it says of the exercise."""
    assert EvidenceKind.CONTINUITY_TEST is read(AFTER_ACTION).kind
