"""The golden claims and questions hold: nothing wrong passes, and what is plainly there is found."""

import pytest

from knowledge.evaluation import answers, gating, verdicts
from knowledge.evaluation.claims import BUILDING, KEPT_APART


@pytest.mark.anyio
async def test_no_wrong_claim_passes() -> None:
    """On the golden claims nothing is called supported that is not, and nothing is faulted that is right."""
    found = await verdicts.run()

    assert ((), ()) == (found.passed_wrongly, found.faulted_wrongly)
    assert (0.0, 0.0) == (found.false_pass, found.false_finding)
    assert len(BUILDING) + len(KEPT_APART) == found.claims >= 80


@pytest.mark.anyio
async def test_what_is_there_is_found() -> None:
    """The silence of the rules has limits: most of what the shelf says is recognised."""
    found = await verdicts.run()

    assert found.supported_recall >= 0.9
    assert found.contradicted_recall >= 0.9
    assert found.silence_kept == 1.0


@pytest.mark.anyio
async def test_questions_are_answered_rightly_or_not_at_all() -> None:
    """No golden question gets a wrong answer, and nine of ten that can be answered are."""
    found = await answers.run()

    assert () == found.wrong
    assert found.answered_right >= 0.9


def test_no_statement_that_is_not_so_passes_the_gates_of_a_model() -> None:
    """Whatever sentence a model gives as its quote, what is denied or said nowhere is removed; most of the rest stays."""
    found = gating.run()

    assert (0, ()) == (found.let_through, found.slips)
    assert found.not_so >= 50
    assert found.kept >= 0.8
