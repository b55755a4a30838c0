"""Asking: a question becomes a turn of the person's own conversation, and goes on record."""

import hashlib
from datetime import timedelta
from uuid import UUID

from piccolo.columns import Column

from portal.assistant.access import check_document
from portal.assistant.holding import is_lost
from portal.assistant.looking_up import narrowed
from portal.assistant.records.naming import vendors_for
from portal.assistant.records.telling import Told, told_to_json
from portal.assistant.states import TurnState
from portal.assistant.tables import Conversation, Turn
from portal.assistant.threads import Earlier, Placed, asked_again, ids_from_json, ids_to_json, placed
from portal.core import audit
from portal.core.clock import now
from portal.core.database import transaction
from portal.core.errors import Conflict, NotFound
from portal.core.limits import count_attempt
from portal.core.scope import Principal
from portal.vendors.tables import Vendor

MOST_QUESTIONS = 30
WITHIN = timedelta(minutes=5)
BEING_ANSWERED = "This question is answered already, or being answered."
_TITLE = 120


async def ask(
    who: Principal,
    question: str,
    vendor: Vendor | None,
    conversation: Conversation | None,
    older: bool = False,
    among: str = "",
    document: UUID | None = None,
) -> Turn:
    """Keep a question, waiting for its answer; without a conversation a new one begins. Raises TooManyAttempts.

    With `older`, documents are searched as well whose place a newer version has taken; `among` are the slugs of the
    vendors that a question over all of them is to be narrowed to, unless it names others; `document` is the one of the
    vendor's that is asked alone. Raises NotFound where it is not the vendor's, InvalidForm where it was removed.
    The record keeps who asked about whom and the question's hash, not its words.
    """
    _check_fits(vendor, conversation)
    if document is not None:
        await check_document(who, vendor.id if vendor else None, document)
    await count_attempt(f"ask:{who.id}", MOST_QUESTIONS, WITHIN)
    place, told = await _placed(who, question, vendor, conversation, among), None
    if document is None:
        place, told = await _narrowed(who, question, vendor, place)
    async with transaction():
        if conversation is None:
            conversation = await _begin(who, question, vendor)
        turn = _waiting(conversation, question, older, place, document, told)
        await turn.save()
        detail: dict[str, object] = {
            "question_sha256": hashlib.sha256(question.encode()).hexdigest(),
            "scope": "document" if document else "vendor" if vendor else "portfolio",
        }
        await audit.record(who, "assistant.asked", turn, detail, vendor=vendor.id if vendor else None)
    return turn


async def ask_again(who: Principal, turn: Turn, vendor: UUID | None) -> None:
    """Let a turn be answered once more that failed or whose answer nobody works out any more; else raises Conflict."""
    if turn.state == TurnState.waiting:
        return
    if not (turn.state == TurnState.failed or is_lost(turn)):
        raise Conflict(BEING_ANSWERED)
    afresh: dict[Column | str, object] = {Turn.state: TurnState.waiting.value, Turn.note: "", Turn.interrupted: 0}
    as_seen = (Turn.id == turn.id) & (Turn.state == turn.state)
    if turn.state == TurnState.answering:
        as_seen = as_seen & (Turn.held_at == turn.held_at)
    async with transaction():
        if not await Turn.update(afresh).where(as_seen).returning(Turn.id):
            raise Conflict(BEING_ANSWERED)
        await audit.record(who, "assistant.asked_again", turn, vendor=vendor)


def _check_fits(vendor: Vendor | None, conversation: Conversation | None) -> None:
    """A conversation never moves to another vendor."""
    if conversation is not None and conversation.vendor != (vendor.id if vendor else None):
        raise NotFound()


async def _placed(
    who: Principal, question: str, vendor: Vendor | None, conversation: Conversation | None, among: str
) -> Placed:
    """Tell what the question means after those before it; about one vendor it never leaves that one."""
    before, readable = await _before(conversation), await vendors_for(who)
    if vendor is not None:
        return Placed(asked_again(question, readable, before), None)
    return placed(question, readable, among, before)


async def _narrowed(who: Principal, question: str, vendor: Vendor | None, place: Placed) -> tuple[Placed, Told | None]:
    """Narrow the vendors further where the question names them by what rows say of them, and keep what that is."""
    found = await narrowed(place.read_as or question, who, vendor.id if vendor else None, place.vendors)
    if found is None:
        return place, None
    if not found.vendors:  # there is nothing to ask, and the thread stays as wide as it was
        return place, found.told
    return Placed(found.question, None if vendor else tuple(one.id for one in found.vendors)), found.told


async def _before(conversation: Conversation | None) -> Earlier | None:
    if conversation is None:
        return None
    row = await (
        Turn.objects().where(Turn.conversation == conversation.id).order_by(Turn.asked_at, ascending=False).first()
    )
    return Earlier(row.read_as or row.question, ids_from_json(row.vendors)) if row else None


async def _begin(who: Principal, question: str, vendor: Vendor | None) -> Conversation:
    flat = " ".join(question.split())
    title = flat if len(flat) <= _TITLE else f"{flat[: _TITLE - 1].rstrip()}…"
    begun = Conversation(person=who.id, vendor=vendor.id if vendor else None, title=title, created_at=now())
    await begun.save()
    return begun


def _waiting(
    conversation: Conversation, question: str, older: bool, place: Placed, document: UUID | None, told: Told | None
) -> Turn:
    return Turn(
        conversation=conversation.id,
        question=question,
        state=TurnState.waiting.value,
        answer="",
        citations="",
        searched="",
        note="",
        written_by="",
        prompt_version="",
        asked_at=now(),
        older=older,
        vendors=ids_to_json(place.vendors),
        read_as=place.read_as or None,
        records=told_to_json(told) if told else None,
        document=document,
    )
