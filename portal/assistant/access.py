"""Who may read a conversation, and what a person's question may be answered from: decided before anything is searched."""

from collections.abc import Sequence
from uuid import UUID

from knowledge.scope import Scope
from portal.assistant.tables import Conversation, Turn
from portal.core.errors import NotFound
from portal.core.scope import Can, Principal
from portal.evidence.current import current_scope
from portal.vendors.access import vendor_by_id_for
from portal.vendors.tables import Vendor


async def conversation_for(who: Principal, conversation_id: UUID) -> Conversation:
    """Return the person's own conversation; raises NotFound for anybody else's, whatever the role."""
    row = await Conversation.objects().where(Conversation.id == conversation_id).first()
    if row is None or not _reads(who) or str(row.person) != who.id:
        raise NotFound()
    return row


async def turn_for(who: Principal, turn_id: UUID) -> tuple[Turn, Conversation]:
    """Return a turn with its conversation, if the conversation is the person's own. Raises NotFound."""
    turn = await Turn.objects().where(Turn.id == turn_id).first()
    if turn is None:
        raise NotFound()
    return turn, await conversation_for(who, turn.conversation)


async def scope_for(
    who: Principal, vendor_id: UUID | None, older: bool = False, among: Sequence[UUID] | None = None
) -> Scope:
    """Return what this person's question may be answered from: one vendor's documents, or those of every current vendor.

    Documents that a newer version has taken the place of are left out, unless older ones are asked for.
    It follows from who asks and from whose page; what anybody wrote can only narrow it, to those `among` all vendors.
    """
    if not _reads(who):
        raise NotFound()
    if vendor_id is not None:
        return await current_scope([(await vendor_by_id_for(who, vendor_id)).id], older)
    rows = await Vendor.select(Vendor.id).where(Vendor.archived.eq(False)).order_by(Vendor.slug)
    ids = [row["id"] for row in rows if among is None or row["id"] in among]
    return await current_scope(ids, older)


def _reads(who: Principal) -> bool:
    return not who.role.outside and who.can(Can.read_evidence)
