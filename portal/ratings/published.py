"""The rating in force, as procurement and others ask for it."""

from uuid import UUID

from portal.ratings.states import RatingState
from portal.ratings.tables import RatingRecord


async def newest_published(vendor_id: UUID, service_id: UUID | None) -> RatingRecord | None:
    """Return the rating in force of a service: its own, else the whole vendor's.

    Without a service: the whole vendor's, else the newest of any of its services. What a rating covers stands in its record.
    """
    rows = await (
        RatingRecord.objects()
        .where((RatingRecord.vendor == vendor_id) & (RatingRecord.state == RatingState.published.value))
        .order_by(RatingRecord.approved_at, ascending=False)
    )
    of_service = [row for row in rows if service_id is not None and row.service == service_id]
    of_vendor = [row for row in rows if row.service is None]
    any_service = rows if service_id is None else []
    return next(iter([*of_service, *of_vendor, *any_service]), None)


async def newest_unpublished(vendor_id: UUID) -> RatingRecord | None:
    """Return the newest rating of a vendor that is still a draft or waits for approval."""
    states = [RatingState.draft.value, RatingState.proposed.value]
    mine = (RatingRecord.vendor == vendor_id) & RatingRecord.state.is_in(states)
    return await RatingRecord.objects().where(mine).order_by(RatingRecord.number, ascending=False).first()
