"""Following a turn: its pieces as they come, or again from what is kept; closing the page loses nothing."""

import asyncio
from collections.abc import AsyncIterator
from uuid import UUID

from portal.assistant.access import turn_for
from portal.assistant.answering import answer_turn
from portal.assistant.holding import is_held
from portal.assistant.keeping import Piece
from portal.assistant.queries import kept_pieces
from portal.assistant.states import TurnState
from portal.assistant.tables import Conversation
from portal.core.scope import Principal
from portal.engines import Engines

POLL = 0.4
QUIET = 12.0

_at_work: set[asyncio.Task[None]] = set()  # the loop itself keeps no hold on its tasks


async def settle(turn_id: UUID, who: Principal, engines: Engines) -> None:
    """Return when the turn is answered or has failed, answering it here if nobody does."""
    async for _ in follow(turn_id, who, engines):
        pass


async def follow(turn_id: UUID, who: Principal, engines: Engines) -> AsyncIterator[Piece | None]:
    """Yield the pieces of a turn's answer until it is final; None is a sign of life while nothing comes.

    Whoever follows a turn that nobody answers answers it, in a task of its own that outlives the page. What another
    process answers is waited for.
    """
    shown = 0
    while True:
        turn, conversation = await turn_for(who, turn_id)
        if TurnState(turn.state).is_final:
            for piece in kept_pieces(turn)[shown:]:
                yield piece
            return
        if is_held(turn):
            yield None
            await asyncio.sleep(POLL)
            continue
        async for told in _live(turn_id, conversation, who, engines):
            shown += told is not None
            yield told


async def _live(
    turn_id: UUID, conversation: Conversation, who: Principal, engines: Engines
) -> AsyncIterator[Piece | None]:
    told: asyncio.Queue[Piece | None] = asyncio.Queue()

    async def work() -> None:
        try:
            await answer_turn(turn_id, conversation, who, engines, told.put_nowait)
        finally:
            told.put_nowait(None)

    task = asyncio.create_task(work())
    _at_work.add(task)
    task.add_done_callback(_at_work.discard)
    while True:
        try:
            piece = await asyncio.wait_for(told.get(), QUIET)
        except TimeoutError:
            yield None
            continue
        if piece is None:
            return
        yield piece
