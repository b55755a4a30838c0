"""Saying what one thinks of an answer; said again it replaces what the same person said before."""

from uuid import UUID

from portal.assistant.access import turn_for
from portal.assistant.feedback.judgements import Judgement
from portal.assistant.feedback.matters import matters_of
from portal.assistant.states import TurnState
from portal.assistant.tables import Feedback
from portal.core import audit
from portal.core.clock import now
from portal.core.database import transaction
from portal.core.errors import Conflict, InvalidForm
from portal.core.scope import Principal


async def give_feedback(who: Principal, turn_id: UUID, judgement: Judgement, note: str = "", about: str = "") -> None:
    """Keep what the person says of their own answer, or of one verdict in it. Raises NotFound, Conflict, InvalidForm."""
    turn, conversation = await turn_for(who, turn_id)
    if turn.state != TurnState.answered.value:
        raise Conflict("This question is not answered yet.")
    if about and about not in matters_of(turn):
        raise InvalidForm({"about": "About: this verdict is not in the answer."})
    said: dict[object, object] = {
        Feedback.judgement: judgement.value, Feedback.note: note.strip(), Feedback.given_at: now()
    }  # fmt: skip
    mine = (Feedback.turn == turn.id) & (Feedback.person == UUID(who.id)) & (Feedback.about == about)
    async with transaction():
        changed = await Feedback.update(said).where(mine).returning(Feedback.id)  # type: ignore[arg-type]
        if not changed:
            row = Feedback(
                person=UUID(who.id), turn=turn.id, about=about, judgement=judgement.value, note=note.strip(), given_at=now()
            )  # fmt: skip
            await row.save()
        detail: dict[str, object] = {"judgement": judgement.value, "about": about, "changed": bool(changed)}
        await audit.record(who, "feedback.given", turn, detail, vendor=conversation.vendor)
