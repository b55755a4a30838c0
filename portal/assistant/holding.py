"""Who works out the answer of a turn: one process at a time, which gives signs of life; what it lost is taken up again once."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from uuid import UUID

from piccolo.columns import Column

from portal.assistant.states import TurnState
from portal.assistant.tables import Turn
from portal.core.clock import now
from portal.core.database import transaction
from portal.core.workers import is_gone, own_mark

BEAT = 4.0
LEASE = timedelta(seconds=15)
TAKEN_UP_AGAIN = 1
INTERRUPTED = (
    "The portal was stopped each time it worked on this answer. The question is kept; you can ask for the answer again."
)


def is_held(turn: Turn) -> bool:
    """Whether somebody answers this turn, gave a sign of life lately, and is not known to have died since."""
    alive = turn.held_at is not None and turn.held_at >= now() - LEASE and not is_gone(turn.held_by or "")
    return turn.state == TurnState.answering and alive


def is_lost(turn: Turn) -> bool:
    """Whether whoever answered this turn died at it."""
    return turn.state == TurnState.answering and not is_held(turn)


async def claim(turn_id: UUID) -> bool:
    """Take a turn that waits or was lost; one claimer gets it. One lost again and again is given up, and says so."""
    async with transaction():
        turn = await Turn.objects().where(Turn.id == turn_id).first()
        if turn is None or not (turn.state == TurnState.waiting or is_lost(turn)):
            return False
        lost = is_lost(turn)
        as_seen = (Turn.id == turn_id) & (Turn.state == turn.state)
        if lost:
            as_seen = as_seen & (Turn.held_at == turn.held_at)
        if lost and turn.interrupted >= TAKEN_UP_AGAIN:
            given_up: dict[Column | str, object] = {
                Turn.state: TurnState.failed.value,
                Turn.note: INTERRUPTED,
                Turn.answered_at: now(),
            }
            await Turn.update(given_up).where(as_seen)
            return False
        held: dict[Column | str, object] = {
            Turn.state: TurnState.answering.value,
            Turn.held_at: now(),
            Turn.held_by: own_mark()[:120],
            Turn.interrupted: turn.interrupted + lost,
        }
        return bool(await Turn.update(held).where(as_seen).returning(Turn.id))


@asynccontextmanager
async def alive(turn_id: UUID) -> AsyncIterator[None]:
    """Give signs of life while the answer is worked out."""
    beating = asyncio.create_task(_beat(turn_id))
    try:
        yield
    finally:
        beating.cancel()
        with suppress(asyncio.CancelledError):
            await beating


async def _beat(turn_id: UUID) -> None:
    while True:
        await asyncio.sleep(BEAT)
        await Turn.update({Turn.held_at: now()}).where((Turn.id == turn_id) & (Turn.held_by == own_mark()[:120]))
