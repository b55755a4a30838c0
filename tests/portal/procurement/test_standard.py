"""The partner standard against a rating's frozen inputs."""

from typing import Any

import pytest

from portal.procurement.standard import Kept, standard_of
from portal.programme.tables import Requirement
from portal.risk.inputs import QuestionInput
from portal.risk.levels import AnswerState, VerdictState
from tests.portal.risk.test_rating import inputs, question

UNMARKED = {"state": AnswerState.NOT_SCORED, "answer_score": None}


def kept(*questions: QuestionInput) -> Kept:
    """Return how far a requirement is kept that these questions show."""
    refs = ",".join(f'"{each.ref}"' for each in questions)
    standard = standard_of([Requirement(ref="PS-01", title="Any", question_refs=f"[{refs}]")], inputs(*questions))
    assert standard is not None
    return standard.lines[0].kept


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, Kept.MET),
        ({"answer_score": 60}, Kept.PARTLY),
        ({"answer_score": 0}, Kept.NOT_MET),
        ({"decision": None}, Kept.PARTLY),
        ({"verdict": VerdictState.CONTRADICTED}, Kept.NOT_MET),
        ({"state": AnswerState.UNANSWERED, "answer_score": None, "verdict": None, "decision": None}, Kept.NOT_MET),
    ],
)
def test_a_requirement_is_as_kept_as_its_answer_shows(changes: dict[str, Any], expected: Kept) -> None:
    """Yes, shown and agreed is met; no, missing or contradicted is not met."""
    assert expected == kept(question(**changes))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, Kept.MET),
        ({"verdict": VerdictState.NOT_EVIDENCED}, Kept.PARTLY),
        ({"verdict": None, "decision": None}, Kept.PARTLY),
        ({"verdict": VerdictState.CONTRADICTED}, Kept.NOT_MET),
    ],
)
def test_an_answer_that_is_not_marked_counts_by_its_evidence(changes: dict[str, Any], expected: Kept) -> None:
    """Where data is kept is neither good nor bad: the evidence decides, and without any it is not held against them."""
    assert expected == kept(question(**{**UNMARKED, **changes}))
