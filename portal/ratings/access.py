"""Who may see a rating with all it stands on: whoever reads evidence."""

from uuid import UUID

from portal.core.errors import NotFound
from portal.core.scope import Can, Principal
from portal.ratings.tables import RatingRecord


async def rating_for(who: Principal, rating_id: UUID) -> RatingRecord:
    """Return the rating; raises NotFound when there is none or this person may not see it."""
    rating = await RatingRecord.objects().where(RatingRecord.id == rating_id).first()
    if rating is None or not who.can(Can.read_evidence):
        raise NotFound()
    return rating
