"""Who may read a conversation, and what a person's question may be answered from: decided before anything is searched."""

from collections.abc import Sequence
from uuid import UUID

from knowledge.scope import Scope
from portal.assistant.tables import Conversation, Turn
from portal.core.errors import InvalidForm, NotFound
from portal.core.scope import Can, Principal
from portal.evidence.access import evidence_for
from portal.evidence.current import current_scope
from portal.evidence.tables import Evidence
from portal.vendors.access import vendor_by_id_for
from portal.vendors.collections import collection_of
from portal.vendors.tables import Vendor

REMOVED = (
    "The document was removed in the meantime. Your question is kept: send it to all documents, or choose another."
)


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
    who: Principal,
    vendor_id: UUID | None,
    older: bool = False,
    among: Sequence[UUID] | None = None,
    document: UUID | None = None,
) -> Scope:
    """Return what this person's question may be answered from: one vendor's documents, or those of every current vendor.

    Documents that a newer version has taken the place of are left out, unless older ones are asked for.
    It follows from who asks and from whose page; what anybody wrote can only narrow it, to those `among` all vendors or to one
    `document` (the id of its evidence) of the vendor, in whatever version; one that was removed meanwhile leaves nothing.
    """
    if not _reads(who):
        raise NotFound()
    if vendor_id is not None:
        vendor = await vendor_by_id_for(who, vendor_id)
        return await (current_scope([vendor.id], older) if document is None else _alone(vendor.id, document))
    rows = await Vendor.select(Vendor.id).where(Vendor.archived.eq(False)).order_by(Vendor.slug)
    ids = [row["id"] for row in rows if among is None or row["id"] in among]
    return await current_scope(ids, older)


async def document_for(who: Principal, vendor_id: UUID | None, document: UUID) -> Evidence:
    """Return the one document that a question about a vendor is asked of; raises NotFound if it is not that vendor's."""
    row = await evidence_for(who, document)
    if row.vendor != vendor_id:
        raise NotFound()
    return row


async def check_document(who: Principal, vendor_id: UUID | None, document: UUID) -> None:
    """Raise NotFound for a document that is not the vendor's, InvalidForm for one of its own that was removed meanwhile."""
    gone = (Evidence.id == document) & (Evidence.vendor == vendor_id) & Evidence.removed_at.is_not_null()
    if vendor_id is not None and _reads(who) and await Evidence.exists().where(gone):
        await vendor_by_id_for(who, vendor_id)
        raise InvalidForm({"document": REMOVED})
    await document_for(who, vendor_id, document)


async def _alone(vendor_id: UUID, document: UUID) -> Scope:
    mine = (Evidence.id == document) & (Evidence.vendor == vendor_id) & Evidence.removed_at.is_null()
    row = await Evidence.objects().where(mine).first()
    return Scope((collection_of(vendor_id),), frozenset([row.document] if row else []))


def _reads(who: Principal) -> bool:
    return not who.role.outside and who.can(Can.read_evidence)
