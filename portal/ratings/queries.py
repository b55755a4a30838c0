"""What the list of ratings shows."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import msgspec

from portal.core.clock import today
from portal.core.errors import NotFound
from portal.ratings.states import RatingState
from portal.ratings.tables import RatingRecord
from portal.risk.levels import Confidence, Level
from portal.vendors.tables import Service, Vendor

_MOST = 100


@dataclass(frozen=True, slots=True)
class RatingLine:
    """One rating in the list."""

    id: UUID
    number: int
    vendor: str
    service: str
    state: RatingState
    grade: str
    score: int
    residual: Level
    confidence: Confidence
    drafted_by: str
    drafted_at: datetime
    approved_by: str
    valid_until: date | None
    expired: bool
    sent_back: bool


@dataclass(frozen=True, slots=True)
class RatingsPage:
    """The list of ratings; `state` is the filter in force."""

    lines: list[RatingLine]
    total: int
    states: list[tuple[RatingState, int]]
    state: str
    vendor_name: str
    slug: str


async def ratings_page(state: str, slug: str) -> RatingsPage:
    """Return the list: what waits for somebody first, then what is in force. Raises NotFound for an unknown vendor."""
    vendor = await Vendor.objects().where(Vendor.slug == slug).first() if slug else None
    if slug and vendor is None:
        raise NotFound()
    all_rows = RatingRecord.select(RatingRecord.id, RatingRecord.number, RatingRecord.state)
    rows = await (all_rows.where(RatingRecord.vendor == vendor.id) if vendor else all_rows)
    chosen = [row for row in rows if row["state"] == state or state not in set(RatingState)]
    chosen.sort(key=lambda row: (_ORDER.index(RatingState(row["state"])), -row["number"]))
    return RatingsPage(
        await _lines([row["id"] for row in chosen[:_MOST]]),
        len(rows),
        [(one, sum(row["state"] == one.value for row in rows)) for one in _ORDER],
        state if state in set(RatingState) else "",
        vendor.name if vendor else "",
        slug,
    )


async def _lines(ids: list[UUID]) -> list[RatingLine]:
    if not ids:
        return []
    selected = await RatingRecord.select(*_COLUMNS).where(RatingRecord.id.is_in(ids))
    rows = [RatingRecord(_ignore_missing=True, **row) for row in selected]  # without the long texts
    by_id = {row.id: row for row in rows}
    vendors = await Vendor.select(Vendor.id, Vendor.name).where(Vendor.id.is_in(list({row.vendor for row in rows})))
    services = [row.service for row in rows if row.service]
    named = await Service.select(Service.id, Service.name).where(Service.id.is_in(services)) if services else []
    names = {row["id"]: row["name"] for row in [*vendors, *named]}
    return [_line(by_id[one], names) for one in ids]


def _line(row: RatingRecord, names: dict[UUID, str]) -> RatingLine:
    figures = msgspec.json.decode(row.result, type=_Figures)
    return RatingLine(
        id=row.id,
        number=row.number,
        vendor=names.get(row.vendor, ""),
        service=names.get(row.service, ""),
        state=RatingState(row.state),
        grade=row.grade,
        score=figures.score,
        residual=Level(row.residual),
        confidence=Confidence(figures.confidence.level),
        drafted_by=row.drafted_by_name,
        drafted_at=row.drafted_at,
        approved_by=row.approved_by_name,
        valid_until=row.valid_until,
        expired=bool(row.valid_until) and row.valid_until < today(),
        sent_back=row.state == RatingState.draft.value and bool(row.refused_note),
    )


class _Level(msgspec.Struct):
    level: str


class _Figures(msgspec.Struct):
    """What of a result the list shows; the rest of it is not read."""

    score: int
    confidence: _Level


_ORDER = [RatingState.proposed, RatingState.draft, RatingState.published, RatingState.superseded]
_COLUMNS = (
    RatingRecord.id, RatingRecord.number, RatingRecord.vendor, RatingRecord.service, RatingRecord.state,
    RatingRecord.grade, RatingRecord.residual, RatingRecord.result, RatingRecord.drafted_by_name,
    RatingRecord.drafted_at, RatingRecord.approved_by_name, RatingRecord.valid_until, RatingRecord.refused_note,
)  # fmt: skip
