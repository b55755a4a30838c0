"""Which messages somebody has still to be told of: written by the other side, not told yet, and not answered since."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from piccolo.custom_types import Combinable

from portal.assessments.states import AssessmentState
from portal.assessments.talk.letters import News
from portal.assessments.talk.tables import Message, MessageNotice
from portal.assessments.talk.threads import may_talk
from portal.core.clock import now
from portal.core.dates import plural
from questionnaires.storing import get_questionnaire

_TALKING = [state.value for state in AssessmentState if may_talk(state)]
_FORGOTTEN = timedelta(days=60)
DAY = timedelta(days=1)
Place = tuple[UUID, str]


@dataclass(frozen=True, slots=True)
class Waiting:
    """One message that the other side may have to be told of, with what stands around it."""

    message: int
    assessment: UUID
    ref: str
    who: str
    vendor: UUID
    vendor_name: str
    questionnaire: UUID
    title: str
    contact: UUID
    sent_by: str
    owner: UUID | None

    @property
    def place(self) -> Place:
        """The question it was written at."""
        return self.assessment, self.ref


async def unanswered(ours: bool, only: Combinable | None = None) -> list[Waiting]:
    """Return what one side wrote lately in threads where it spoke last, oldest first, in two queries."""
    about: Any = Message.assessment  # its columns, and those of its vendor, through the foreign keys
    where: Combinable = (Message.written_at > now() - _FORGOTTEN) & about.state.is_in(_TALKING)
    where = where & about.vendor.archived.is_in([False])
    if only is not None:
        where = where & only
    columns = (
        Message.id, Message.ours, Message.ref, Message.author_name, about.id, about.vendor, about.vendor.name,
        about.questionnaire, about.title, about.contact, about.sent_by, about.vendor.owner,
    )  # fmt: skip
    rows = await Message.select(*columns).where(where).order_by(Message.id)
    last = {(row["assessment.id"], row["ref"]): row["ours"] for row in rows}
    return [_waiting(row) for row in rows if row["ours"] is ours and last[row["assessment.id"], row["ref"]] is ours]


def _waiting(row: dict[str, Any]) -> Waiting:
    return Waiting(
        row["id"], row["assessment.id"], row["ref"], row["author_name"], row["assessment.vendor"],
        row["assessment.vendor.name"], row["assessment.questionnaire"], row["assessment.title"],
        row["assessment.contact"], row["assessment.sent_by"], row["assessment.vendor.owner"],
    )  # fmt: skip


async def writers(places: Collection[Place], ours: bool) -> dict[Place, list[str]]:
    """Return who of one side wrote at these questions, by their ids."""
    if not places:
        return {}
    mine = Message.assessment.is_in(list({assessment for assessment, _ in places})) & Message.ours.eq(ours)
    found: dict[Place, list[str]] = {}
    for row in await Message.select(Message.assessment, Message.ref, Message.author).where(mine).order_by(Message.id):
        found.setdefault((row["assessment"], row["ref"]), []).append(row["author"])
    return found


async def told_of(recipients: Collection[str], messages: Sequence[Waiting]) -> set[tuple[str, int]]:
    """Return which of these recipients were told of which of these messages."""
    if not recipients or not messages:
        return set()
    mine = MessageNotice.recipient.is_in(list(recipients)) & MessageNotice.message.is_in([m.message for m in messages])
    rows = await MessageNotice.select(MessageNotice.recipient, MessageNotice.message).where(mine)
    return {(row["recipient"], row["message"]) for row in rows}


async def note_told(recipient: str, messages: Sequence[Waiting], at: datetime) -> None:
    """Note inside the open transaction that somebody is told; the second of two who do fails with TakenAlready."""
    rows = [MessageNotice(message=one.message, recipient=recipient, told_at=at) for one in messages]
    await MessageNotice.insert(*rows)


async def told_lately(recipient: str) -> bool:
    """Whether somebody was told of messages within a day."""
    mine = (MessageNotice.recipient == recipient) & (MessageNotice.told_at > now() - DAY)
    return await MessageNotice.exists().where(mine)


async def news_of(messages: Sequence[Waiting], address: str) -> list[News]:
    """Say what is new, a line a question; `address` has the places of assessment and reference in it, or is empty."""
    by_place: dict[Place, list[Waiting]] = {}
    for one in messages:
        by_place.setdefault(one.place, []).append(one)
    return [await _news(mine, address) for mine in by_place.values()]


async def _news(mine: Sequence[Waiting], address: str) -> News:
    first = mine[0]
    question = (await get_questionnaire(first.questionnaire)).find_question(first.ref)
    text = " ".join(question.text.split()) if question else ""
    words = f"{first.ref} {text[:90]}{'…' if len(text) > 90 else ''}".strip()
    who = list(dict.fromkeys(one.who for one in mine))
    named = who[0] if len(who) == 1 else f"{who[0]} and {plural(len(who) - 1, 'other')}"
    url = address.format(assessment=first.assessment, ref=first.ref) if address else ""
    return News(first.vendor_name, first.title, words, len(mine), named, url)
