"""Taking an executive summary: from then on it stands on the vendor's page, with the name of whoever took it."""

from uuid import UUID

from portal.core import audit
from portal.core.database import transaction
from portal.core.errors import Conflict, InvalidForm, NotFound
from portal.core.scope import Can, Principal
from portal.drafts.access import draft_for
from portal.drafts.kinds import DraftKind
from portal.drafts.tables import Draft
from portal.drafts.taking import taken


async def take_summary(who: Principal, draft_id: UUID, text: str) -> Draft:
    """Take the person's own draft of a summary as this text, once. Raises NotFound, InvalidForm, Conflict."""
    who.require(Can.review)
    row = await draft_for(who, draft_id)
    if row.kind != DraftKind.summary.value:
        raise NotFound()
    if not text.strip():
        raise InvalidForm({"text": "Text: please say in words how the vendor stands."})
    async with transaction():
        fresh = await Draft.objects().where((Draft.id == row.id) & Draft.taken_at.is_null()).first()
        if fresh is None:
            raise Conflict("This summary is taken already. Draft a new one to change it.")
        detail = await taken(who, fresh, text.strip())
        await audit.record(who, "summary.taken", fresh, detail, vendor=fresh.vendor)
    return row
