"""Who may see a finding: whoever reads evidence."""

from uuid import UUID

from portal.core.errors import NotFound
from portal.core.scope import Can, Principal
from portal.findings.tables import Finding


async def finding_for(who: Principal, finding_id: UUID) -> Finding:
    """Return the finding; raises NotFound when there is none or this person may not see it."""
    finding = await Finding.objects().where(Finding.id == finding_id).first()
    if finding is None or not who.can(Can.read_evidence):
        raise NotFound()
    return finding
