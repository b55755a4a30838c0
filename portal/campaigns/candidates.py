"""What stands about every vendor in use that a campaign may be chosen by, in the same few queries however many there are."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

import msgspec
from piccolo.columns import Column
from piccolo.query import Select

from portal.assessments.states import AssessmentState
from portal.assessments.tables import Assessment
from portal.campaigns.choosing import Candidate
from portal.campaigns.states import WITH_VENDOR
from portal.core.clock import today
from portal.ratings.states import RatingState
from portal.ratings.tables import RatingRecord
from portal.risk.levels import AccessKind, DataClass
from portal.vendors.profiles import tier_of
from portal.vendors.tables import Contact, Service, Vendor
from questionnaires.tables import StoredQuestionnaire

_WITH_VENDOR = {state.value for state in WITH_VENDOR}
_BUSY = {state.value for state in AssessmentState if not state.over}


class _Profile(msgspec.Struct):
    """The part of a service's profile that is read for every vendor."""

    data: tuple[DataClass, ...] = ()
    access: AccessKind = AccessKind.NONE


_PROFILE = msgspec.json.Decoder(_Profile)


@dataclass(slots=True)
class _Asked:
    """What a vendor was asked so far."""

    open: set[str] = field(default_factory=set)
    busy: set[str] = field(default_factory=set)
    answered: dict[str, date] = field(default_factory=dict)


async def candidates(only: UUID | None = None) -> list[Candidate]:
    """Return every vendor in use, by name; or one vendor alone, archived or not."""
    services, asked, reachable, rated = (
        await _services(only),
        await _asked(only),
        await _reachable(only),
        await _rated(only),
    )
    columns = (Vendor.id, Vendor.name, Vendor.slug, Vendor.tier)
    wanted = Vendor.archived.eq(False) if only is None else Vendor.id == only
    rows = await Vendor.select(*columns).where(wanted)
    found = []
    for row in rows:
        mine, was = services.get(row["id"], []), asked.get(row["id"], _Asked())
        one = Candidate(
            id=row["id"],
            name=row["name"],
            slug=row["slug"],
            tier=tier_of(row["tier"]),
            services=tuple(name for name, _ in mine),
            data=frozenset(kind for _, profile in mine for kind in profile.data),
            access=frozenset(profile.access for _, profile in mine),
            reachable=row["id"] in reachable,
            assessed=max(was.answered.values(), default=None),
            open_keys=frozenset(was.open),
            busy_keys=frozenset(was.busy),
            answered=was.answered,
            rated=row["id"] in rated,
        )
        found.append(one)
    return sorted(found, key=lambda one: one.name.casefold())


async def _services(only: UUID | None) -> dict[UUID, list[tuple[str, _Profile]]]:
    found: dict[UUID, list[tuple[str, _Profile]]] = {}
    columns = (Service.vendor, Service.name, Service.profile)
    query = _of(Service.select(*columns).where(Service.active.eq(True)), Service.vendor, only)
    for row in await query.order_by(Service.name):
        found.setdefault(row["vendor"], []).append((row["name"], _PROFILE.decode(row["profile"])))
    return found


async def _asked(only: UUID | None) -> dict[UUID, _Asked]:
    columns = (Assessment.vendor, Assessment.questionnaire, Assessment.state, Assessment.submitted_at)
    shown = Assessment.select(*columns).where(Assessment.state != AssessmentState.cancelled.value)
    rows = await _of(shown, Assessment.vendor, only)
    stored = await StoredQuestionnaire.select(StoredQuestionnaire.id, StoredQuestionnaire.key)
    keys = {row["id"]: row["key"] for row in stored}
    found = defaultdict[UUID, _Asked](_Asked)
    for row in rows:
        mine, key = found[row["vendor"]], keys.get(row["questionnaire"], "")
        if row["state"] in _WITH_VENDOR:
            mine.open.add(key)
        if row["state"] in _BUSY:
            mine.busy.add(key)
        if row["submitted_at"] is not None:
            day = row["submitted_at"].date()
            mine.answered[key] = max(day, mine.answered.get(key, day))
    return found


async def _reachable(only: UUID | None) -> set[UUID]:
    query = _of(Contact.select(Contact.vendor).where(Contact.active.eq(True)), Contact.vendor, only)
    return {row["vendor"] for row in await query.distinct()}


async def _rated(only: UUID | None) -> set[UUID]:
    standing = RatingRecord.state == RatingState.published.value
    holds = RatingRecord.valid_until.is_null() | (RatingRecord.valid_until >= today())
    query = RatingRecord.select(RatingRecord.vendor).where(standing & holds)
    return {row["vendor"] for row in await _of(query, RatingRecord.vendor, only)}


def _of(query: Select[Any], vendor: Column, only: UUID | None) -> Select[Any]:
    """Narrow a query to one vendor, if one is named."""
    return query if only is None else query.where(vendor == only)
