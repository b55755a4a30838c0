"""What the rows say about some vendors: read in seven queries at most, however many vendors there are."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

import msgspec

from portal.core.clock import today
from portal.findings.standing import acceptances_of
from portal.findings.tables import Finding
from portal.procurement.facts import CoveredService, CriticalFinding, RatingFacts, ServiceFacts
from portal.procurement.missing import missing_of
from portal.ratings.states import RatingState
from portal.ratings.tables import Condition, RatingRecord
from portal.risk.gate import ConditionStanding
from portal.risk.levels import DataClass, FindingState, Owner, Severity
from portal.vendors.profiles import level_of, profile_from_json, tier_of
from portal.vendors.tables import Service, Vendor


@dataclass(frozen=True, slots=True)
class Known:
    """Services in use and published ratings (newest first) by vendor, conditions by rating, and what stands in the way."""

    services: dict[UUID, list[ServiceFacts]]
    ratings: dict[UUID, list[RatingFacts]]
    conditions: dict[UUID, list[ConditionStanding]]
    open_critical: dict[UUID, list[CriticalFinding]]
    missing: dict[UUID, tuple[str, ...]]


class _Covered(msgspec.Struct):
    id: UUID
    data: list[DataClass] = []


class _Record(msgspec.Struct):
    covers: list[_Covered] = []


async def known_of(vendors: Sequence[Vendor]) -> Known:
    """Read everything the gate looks at for these vendors."""
    ids = [vendor.id for vendor in vendors]
    if not ids:
        return Known({}, {}, {}, {}, {})
    ratings = await _ratings(ids)
    rated = [rating.id for some in ratings.values() for rating in some]
    unrated = [vendor for vendor in ids if vendor not in ratings]
    return Known(
        await _services(ids), ratings, await _conditions(rated), await _open_critical(ids), await missing_of(unrated)
    )


async def _services(vendors: list[UUID]) -> dict[UUID, list[ServiceFacts]]:
    rows = await (
        Service.objects()
        .where(Service.vendor.is_in(vendors) & Service.active.eq(True))
        .order_by(Service.name)
        .order_by(Service.id)
    )
    found: dict[UUID, list[ServiceFacts]] = defaultdict(list)
    for row in rows:
        found[row.vendor].append(_service(row))
    return found


def _service(row: Service) -> ServiceFacts:
    return ServiceFacts(
        id=row.id,
        name=row.name,
        summary=row.summary,
        tier=tier_of(row.tier),
        inherent=level_of(row.inherent),
        likelihood=row.likelihood,
        impact=row.impact,
        data=profile_from_json(row.profile).data if row.profile else (),
    )


async def _ratings(vendors: list[UUID]) -> dict[UUID, list[RatingFacts]]:
    rows = await (
        RatingRecord.select(*_RATING)
        .where(RatingRecord.vendor.is_in(vendors) & (RatingRecord.state == RatingState.published.value))
        .order_by(RatingRecord.approved_at, ascending=False)
        .order_by(RatingRecord.number, ascending=False)
    )
    found: dict[UUID, list[RatingFacts]] = {}
    for row in rows:
        found.setdefault(row["vendor"], []).append(_rating(row))
    return found


_R = RatingRecord
_RATING = (
    _R.id, _R.number, _R.vendor, _R.grade, _R.residual, _R.method_version, _R.approved_by_name,
    _R.approved_at, _R.valid_until, _R.record, _R.record_hash,
)  # fmt: skip


def _rating(row: dict[str, object]) -> RatingFacts:
    text = str(row["record"] or "{}")
    return msgspec.convert(
        {
            **{name: row[name] for name in ("id", "number", "grade", "residual", "approved_at", "valid_until")},
            "method": row["method_version"],
            "approved_by": row["approved_by_name"],
            "record_hash": row["record_hash"],
            "covered": _covered(text),
        },
        RatingFacts,
    )


def _covered(record: str) -> tuple[CoveredService, ...]:
    frozen = msgspec.json.decode(record, type=_Record)
    return tuple(CoveredService(one.id, tuple(one.data)) for one in frozen.covers)


async def _conditions(ratings: list[UUID]) -> dict[UUID, list[ConditionStanding]]:
    found: dict[UUID, list[ConditionStanding]] = defaultdict(list)
    if not ratings:
        return found
    rows = await Condition.objects().where(Condition.rating.is_in(ratings)).order_by(Condition.title)
    for row in rows:
        found[row.rating].append(
            ConditionStanding(row.title, row.why, Owner(row.owner), row.due, row.met_at is not None)
        )
    return found


async def _open_critical(vendors: list[UUID]) -> dict[UUID, list[CriticalFinding]]:
    """Return critical findings neither remediated nor accepted up to today, by vendor."""
    rows = await (
        Finding.select(Finding.id, Finding.vendor, Finding.service, Finding.title, Finding.state)
        .where(
            Finding.vendor.is_in(vendors)
            & (Finding.severity == Severity.CRITICAL.value)
            & (Finding.state != FindingState.REMEDIATED.value)
        )
        .order_by(Finding.number)
    )
    accepted = await acceptances_of([row["id"] for row in rows if row["state"] == FindingState.ACCEPTED.value])
    found: dict[UUID, list[CriticalFinding]] = defaultdict(list)
    for row in rows:
        if row["id"] not in accepted or accepted[row["id"]][-1].until < today():
            found[row["vendor"]].append(CriticalFinding(row["title"], row["service"]))
    return found
