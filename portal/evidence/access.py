"""Who may see which evidence: the company's readers all of it, a contact their own vendor's."""

from uuid import UUID

from portal.core.errors import NotFound
from portal.core.scope import Can, Principal, Role
from portal.evidence.tables import Evidence


async def evidence_for(who: Principal, evidence_id: UUID) -> Evidence:
    """Return the evidence if this person may read it; raises NotFound otherwise, also when it was removed."""
    row = await Evidence.objects().where((Evidence.id == evidence_id) & Evidence.removed_at.is_null()).first()
    if row is None:
        raise NotFound()
    own = who.role is Role.contact and row.vendor == who.vendor
    if not own and not (not who.role.outside and who.can(Can.read_evidence)):
        raise NotFound()
    return row


async def evidence_of_document(who: Principal, document_id: UUID) -> Evidence:
    """Return the evidence behind one of the knowledge engine's documents; raises NotFound as `evidence_for` does."""
    row = await Evidence.objects().where((Evidence.document == document_id) & Evidence.removed_at.is_null()).first()
    if row is None:
        raise NotFound()
    return await evidence_for(who, row.id)


def require_upload(who: Principal, vendor_id: UUID) -> None:
    """Raise NotFound unless this person may add evidence for the vendor."""
    if who.role.outside:
        if who.vendor != vendor_id:
            raise NotFound()
    else:
        who.require(Can.assess)
