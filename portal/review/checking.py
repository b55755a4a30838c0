"""Having the answers of an assessment checked against the evidence again."""

from uuid import UUID

from portal.core import audit
from portal.core.database import transaction
from portal.core.queue import enqueue
from portal.core.scope import Principal
from portal.review.access import decidable_for
from portal.review.working_out import VERDICTS


async def check_again(who: Principal, assessment_id: UUID) -> None:
    """Put the work in; verdicts that come out the same stay as they are, with the decisions on them."""
    assessment = await decidable_for(who, assessment_id)
    async with transaction():
        await enqueue(VERDICTS, str(assessment.id))
        await audit.record(who, "review.checked_again", assessment, vendor=assessment.vendor)
