"""What stands about every vendor in use that a campaign may be chosen by, in the same few queries however many there are."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

import msgspec

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


async def candidates() -> list[Candidate]:
    """Return every vendor in use, by name."""
    services, asked, reachable, rated = await _services(), await _asked(), await _reachable(), await _rated()
    columns = (Vendor.id, Vendor.name, Vendor.slug, Vendor.tier)
    rows = await Vendor.select(*columns).where(Vendor.archived.eq(False))
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


async def _services() -> dict[UUID, list[tuple[str, _Profile]]]:
    found: dict[UUID, list[tuple[str, _Profile]]] = {}
    columns = (Service.vendor, Service.name, Service.profile)
    for row in await Service.select(*columns).where(Service.active.eq(True)).order_by(Service.name):
        found.setdefault(row["vendor"], []).append((row["name"], _PROFILE.decode(row["profile"])))
    return found


async def _asked() -> dict[UUID, _Asked]:
    columns = (Assessment.vendor, Assessment.questionnaire, Assessment.state, Assessment.submitted_at)
    rows = await Assessment.select(*columns).where(Assessment.state != AssessmentState.cancelled.value)
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


async def _reachable() -> set[UUID]:
    rows = await Contact.select(Contact.vendor).where(Contact.active.eq(True)).distinct()
    return {row["vendor"] for row in rows}


async def _rated() -> set[UUID]:
    standing = RatingRecord.state == RatingState.published.value
    holds = RatingRecord.valid_until.is_null() | (RatingRecord.valid_until >= today())
    return {row["vendor"] for row in await RatingRecord.select(RatingRecord.vendor).where(standing & holds)}
