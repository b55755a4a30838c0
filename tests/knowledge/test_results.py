"""The result of an auditor's test counts as clean only where words say so."""

from uuid import uuid4

import pytest

from knowledge.evidence import Candidate, Place, candidates
from knowledge.results import result_of

HEAD = "Control Test performed Result of the test\n"
CONTROL = "CC6.2-1 Access of leavers is removed within one business day."
NEXT = "\nCC6.3-1 Access rights are reviewed every quarter. Inspected the reviews. No exceptions noted."


def result(test: str, head: str = HEAD) -> str | None:
    """Return the result that is not clean of the first control on a page."""
    page = f"{head}{CONTROL}\n{test}{NEXT}"
    document = uuid4()
    found = candidates([Place(document, "report.pdf", 1, "", 0, len(page))], {(document, 1): page})
    control: Candidate = next(each for each in found if "leavers is removed" in each.sentence.flat)
    at = result_of(control)
    return None if at is None else control.sentences[at].flat


@pytest.mark.parametrize(
    "test",
    [
        "Inspected 25 terminations. No exceptions noted.",
        "Compared the list with the directory. None noted.",
        "Inspected a sample of leavers. The control operated effectively.",
        "Inspected a sample of leavers.",
        "For a sample of 25 leavers, inspected the tickets. Passed.",
    ],
)
def test_a_clean_result_takes_nothing_back(test: str) -> None:
    """Neither does a result that stands on another page."""
    assert result(test) is None


@pytest.mark.parametrize(
    "told",
    [
        "For 2 of 25 leavers access was open for six days.",
        "Management had lost the tickets of March.",
        "The selection contained a person whose login worked a week later.",
    ],
)
def test_whatever_else_stands_there_is_not_clean(told: str) -> None:
    """No word of exception is needed."""
    assert told == result(f"Inspected a sample of leavers. {told}")


def test_only_a_table_of_tests_has_results() -> None:
    """Sentences after a statement in prose are no result of a test."""
    assert result("Inspected a sample of leavers. Something else.", head="Our measures\n") is None


def test_whatever_an_auditor_did_is_no_result() -> None:
    """Ways of testing are many; the result is what stands behind them."""
    for did in ("Scanned all 41 host names.", "Exported the list of machines."):
        assert "One was open until May." == result(f"{did} One was open until May.")
