"""Working out the answer of a turn, once, whoever looks on; a turn that lost its worker is taken up again."""

import logging
from collections.abc import Callable
from uuid import UUID

from knowledge import answering as engine
from knowledge.answering import Citation
from portal.assistant.access import scope_for
from portal.assistant.holding import alive, claim
from portal.assistant.keeping import Cited, Draft, Piece, behind_rows, cited_to_json, searched_to_json
from portal.assistant.looking_up import looked_up
from portal.assistant.records.telling import joined, told_from_json, told_to_json
from portal.assistant.states import TurnState
from portal.assistant.tables import Conversation, Turn
from portal.assistant.threads import ids_from_json
from portal.core.clock import now
from portal.core.database import transaction
from portal.core.scope import Principal
from portal.core.workers import own_mark
from portal.engines import Engines
from portal.evidence.tables import Evidence

log = logging.getLogger("surety.assistant")
HISTORY = 6
FAILED = "This question could not be answered just now. It is kept; you can try again."

Tell = Callable[[Piece], None]


async def answer_turn(turn_id: UUID, conversation: Conversation, who: Principal, engines: Engines, tell: Tell) -> bool:
    """Answer a turn and keep the answer; False when it is answered already or somebody else is at it.

    Every piece is told as soon as its quote is found on its page. Never raises for a failed answer: the turn says so.
    """
    if not await claim(turn_id):
        return False
    async with alive(turn_id):
        try:
            await _keep(turn_id, await _draft(turn_id, conversation, who, engines, tell))
        except Exception:  # whatever goes wrong, the person is told and the question stays
            log.exception("turn %s could not be answered", turn_id)
            await _give_up(turn_id)
    return True


async def _draft(turn_id: UUID, conversation: Conversation, who: Principal, engines: Engines, tell: Tell) -> Draft:
    turn = await Turn.objects().where(Turn.id == turn_id).first()
    assert turn is not None
    draft = Draft()
    ahead = told_from_json(turn.records)  # of which vendors it is asked
    if ahead is not None and not ahead.ends:  # of nobody
        draft.tell(ahead, answered=True)
        return draft
    # One document alone holds no answers, verdicts or findings.
    found = None if turn.document else await looked_up(turn, conversation, who, engines.tools, engines.language)
    if found is not None:
        told, answered = found
        draft.tell(joined(ahead, told) if ahead else told, answered)
        return draft
    scope = await scope_for(who, conversation.vendor, turn.older, ids_from_json(turn.vendors), turn.document)
    history = await _history(turn)
    async for event in engine.answer(turn.read_as or turn.question, scope, engines.tools, engines.language, history):
        named = conversation.vendor is None and isinstance(event, Citation)
        draft.take(event, await _vendor_name(event.quote.document_id) if named and isinstance(event, Citation) else "")
        for piece in draft.fresh(ended=isinstance(event, Citation)):
            tell(piece)
    if draft.cannot is not None:
        await _take_nearest(draft, conversation)
    if ahead is not None:
        draft.put_behind(ahead)
    return draft


async def _take_nearest(draft: Draft, conversation: Conversation) -> None:
    """Keep the reason as the answer's text and the nearest passages as its quotes."""
    assert draft.cannot is not None
    draft.text = draft.cannot.reason
    for number, quote in enumerate(draft.cannot.nearest, 1):
        name = "" if conversation.vendor else await _vendor_name(quote.document_id)
        draft.cited.append(Cited(number, 0, name, quote))


async def _keep(turn_id: UUID, draft: Draft) -> None:
    assert draft.done is not None
    done = draft.done
    async with transaction():
        await Turn.update(
            {
                Turn.state: TurnState.answered.value,
                Turn.answer: draft.text,
                Turn.answered: done.answered,
                Turn.citations: cited_to_json(draft.cited),
                Turn.records: told_to_json(draft.told) if draft.told else None,
                Turn.searched: searched_to_json(done.searched),
                Turn.note: _note(done.note, done.removed),
                Turn.written_by: done.written_by[:120],
                Turn.prompt_version: done.prompt_version,
                Turn.answered_at: now(),
            }
        ).where((Turn.id == turn_id) & (Turn.state == TurnState.answering.value))


def _note(note: str, removed: int) -> str:
    if not removed:
        return note
    many = f"{removed} sentence{'s were' if removed > 1 else ' was'}"
    return (
        f"{note} {many} left out: no words of a page bear {'them' if removed > 1 else 'it'} out as an answer.".strip()
    )


async def _give_up(turn_id: UUID) -> None:
    async with transaction():
        await Turn.update({Turn.state: TurnState.failed.value, Turn.note: FAILED, Turn.answered_at: now()}).where(
            (Turn.id == turn_id) & (Turn.state == TurnState.answering.value) & (Turn.held_by == own_mark()[:120])
        )


async def _history(turn: Turn) -> list[engine.Turn]:
    """Return the earlier questions of the conversation that were answered, the oldest first."""
    rows = await (
        Turn.objects()
        .where((Turn.conversation == turn.conversation) & (Turn.asked_at < turn.asked_at) & Turn.answered.eq(True))
        .order_by(Turn.asked_at, ascending=False)
        .limit(HISTORY)
    )
    return [_earlier(row) for row in reversed(rows)]


def _earlier(row: Turn) -> engine.Turn:
    """Return a turn as its evidence was asked and answered, without the rows that say of which vendors."""
    told = told_from_json(row.records)
    asked = row.read_as if told and told.ends else None
    return engine.Turn(asked or row.question, behind_rows(row.answer, [], told)[0])


async def _vendor_name(document_id: UUID) -> str:
    row = await Evidence.select(Evidence.vendor.name.as_alias("name")).where(Evidence.document == document_id).first()
    return str(row["name"]) if row else ""
