"""What becomes of a published rating's conditions: met, by whose word, and when."""

from uuid import UUID

from piccolo.columns import Column

from portal.core import audit
from portal.core.clock import now
from portal.core.database import transaction
from portal.core.errors import Conflict, NotFound
from portal.core.scope import Can, Principal
from portal.ratings.access import rating_for
from portal.ratings.states import RatingState
from portal.ratings.tables import Condition


async def meet_condition(who: Principal, rating_id: UUID, condition_id: UUID) -> None:
    """Note that a condition of a published rating is met. Raises NotFound, Conflict."""
    who.require(Can.review)
    row = await rating_for(who, rating_id)
    if row.state != RatingState.published.value:
        raise Conflict("Only conditions of a rating in force can be met.")
    mine = (Condition.id == condition_id) & (Condition.rating == row.id)
    async with transaction():
        condition = await Condition.objects().where(mine).first()
        if condition is None:
            raise NotFound()
        met: dict[Column | str, object] = {Condition.met_at: now(), Condition.met_by_name: who.name}
        if not await Condition.update(met).where(mine & Condition.met_at.is_null()).returning(Condition.id):
            raise Conflict("This condition was met already.")
        await audit.record(who, "condition.met", row, {"title": condition.title}, vendor=row.vendor)
