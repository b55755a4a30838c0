"""The states of an assessment and the steps between them."""

import asyncio

import pytest

from portal.assessments.states import TRANSITIONS, AssessmentState, move
from portal.assessments.tables import Assessment
from portal.core.errors import Conflict
from portal.core.settings import Settings
from tests.cast import Cast
from tests.portal.assessments.sending import sent

pytestmark = pytest.mark.anyio


def test_the_table_names_every_state_and_two_ends() -> None:
    """Every state stands in the table once, and only completed and cancelled lead nowhere."""
    assert set(AssessmentState) == set(TRANSITIONS)
    assert {AssessmentState.completed, AssessmentState.cancelled} == {state for state in AssessmentState if state.over}
    assert all(state.label for state in AssessmentState)


async def test_only_the_steps_of_the_table_are_taken(database: Settings, cast: Cast) -> None:
    """From every state, every move that the table does not name is a conflict."""
    assessment = await sent(database, cast)
    for start in AssessmentState:
        for to in AssessmentState:
            await Assessment.update({Assessment.state: start.value}).where(Assessment.id == assessment.id)
            if to in TRANSITIONS[start]:
                await move(assessment.id, to)
            else:
                with pytest.raises(Conflict):
                    await move(assessment.id, to)


async def test_of_fifty_racing_moves_one_succeeds(database: Settings, cast: Cast) -> None:
    """The conditional update lets exactly one of fifty callers through."""
    assessment = await sent(database, cast)

    moves = (move(assessment.id, AssessmentState.in_progress) for _ in range(50))
    results = await asyncio.gather(*moves, return_exceptions=True)

    assert 1 == sum(result is None for result in results)
    assert 49 == sum(isinstance(result, Conflict) for result in results)
