"""A colleague's answer may be the last of their part: a little later a job looks, and tells who asked."""

from datetime import timedelta
from uuid import UUID

from portal.core.queue import enqueue
from portal.core.scope import Principal, Role

FINISHED = "colleagues.finished"
_GRACE = timedelta(minutes=10)  # whoever has finished may go on for a while, with what is optional


async def notice_answer(who: Principal, assessment_id: UUID) -> None:
    """Have a colleague's part looked at after they answered, inside the open transaction."""
    if who.role is Role.colleague:
        await enqueue(FINISHED, str(assessment_id), _GRACE)
