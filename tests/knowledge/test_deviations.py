"""What an auditor noted against a control is known by many wordings, and what was clean is not taken for it."""

import pytest

from knowledge.deviations import is_deviation


@pytest.mark.parametrize(
    "text",
    [
        "1 of 25 sampled changes had no approval on record.",
        "Two laptops out of a sample of 30 were unencrypted.",
        "We noted that three new joiners completed the training after the due date.",
        "In one instance, the backup job failed and was not rerun.",
        "A minor exception was noted for one of 12 monthly scans.",
        "The quarterly review for the second quarter could not be evidenced.",
        "Evidence of the January review was not retained.",
        "The July scan was skipped.",
        "Testing showed that the alert queue went unattended on two weekends.",
        "Partially effective: one finding remained open past its deadline.",
        "Deviation identified. See management response.",
    ],
)
def test_a_control_that_did_not_always_work_is_a_deviation(text: str) -> None:
    """Counts out of a sample, single cases, periods that were missed, and verdicts of the auditor."""
    assert is_deviation(text)


@pytest.mark.parametrize(
    "text",
    [
        "No exceptions noted.",
        "No deviations were identified in the sample of 40.",
        "Inspected the tickets of 25 changes and noted that each was approved.",
        "Inspected, for a selection of 25 leavers, that access was removed not later than one day after.",
        "Inspected a sample of 30 laptops for disk encryption.",
        "Access is removed within one business day of termination.",
        "Not more than two failed attempts are allowed.",
        "Customers are told within 72 hours, and without undue delay.",
        "If a test fails in one case, it is repeated.",
    ],
)
def test_clean_results_and_rules_are_none(text: str) -> None:
    """What was looked at and what is required is no exception."""
    assert not is_deviation(text)
