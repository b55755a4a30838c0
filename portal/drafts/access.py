"""Who may see a draft: the person it was written for, as long as they may read evidence; nobody else."""

from uuid import UUID

from portal.core.errors import NotFound
from portal.core.scope import Can, Principal
from portal.drafts.kinds import DraftKind
from portal.drafts.tables import Draft


async def draft_for(who: Principal, draft_id: UUID) -> Draft:
    """Return the person's own draft; raises NotFound for anybody else's, whatever the role."""
    row = await Draft.objects().where(Draft.id == draft_id).first()
    if row is None or who.role.outside or not who.can(Can.read_evidence) or str(row.person) != who.id:
        raise NotFound()
    return row


async def draft_on(who: Principal, draft_id: UUID | None, kind: DraftKind, assessment: UUID, ref: str) -> Draft | None:
    """Return the person's own draft of a kind on one question; None where none is named, or it is about another."""
    if draft_id is None:
        return None
    try:
        row = await draft_for(who, draft_id)
    except NotFound:
        return None
    same = (row.kind, row.assessment, row.ref) == (kind.value, assessment, ref)
    return row if same else None


def id_in(text: str) -> UUID | None:
    """Return the id of a draft that an address or a form names; None for anything else."""
    try:
        return UUID(text)
    except ValueError:
        return None
