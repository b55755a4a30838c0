"""What stands about every vendor in use that a campaign may be chosen by, in the same few queries however many there are."""

from datetime import date
from uuid import UUID

import msgspec

from portal.assessments.tables import Assessment
from portal.campaigns.choosing import Candidate
from portal.campaigns.states import WITH_VENDOR
from portal.core.clock import today
from portal.ratings.states import RatingState
from portal.ratings.tables import RatingRecord
from portal.risk.levels import DataClass
from portal.vendors.profiles import tier_of
from portal.vendors.tables import Contact, Service, Vendor
from questionnaires.tables import StoredQuestionnaire

_Services = dict[UUID, list[tuple[str, tuple[DataClass, ...]]]]


class _Profile(msgspec.Struct):
    """The part of a service's profile that is read for every vendor."""

    data: tuple[DataClass, ...] = ()


_PROFILE = msgspec.json.Decoder(_Profile)


async def candidates() -> list[Candidate]:
    """Return every vendor in use, by name."""
    services, assessed, open_keys = await _services(), await _assessed(), await _open_keys()
    reachable, rated = await _reachable(), await _rated()
    rows = await Vendor.select(Vendor.id, Vendor.name, Vendor.tier).where(Vendor.archived.eq(False))
    found = [
        Candidate(
            row["id"],
            row["name"],
            tier_of(row["tier"]),
            tuple(name for name, _ in services.get(row["id"], ())),
            frozenset(kind for _, data in services.get(row["id"], ()) for kind in data),
            row["id"] in reachable,
            assessed.get(row["id"]),
            frozenset(open_keys.get(row["id"], ())),
            row["id"] in rated,
        )
        for row in rows
    ]
    return sorted(found, key=lambda one: one.name.casefold())


async def _services() -> _Services:
    found: _Services = {}
    columns = (Service.vendor, Service.name, Service.profile)
    for row in await Service.select(*columns).where(Service.active.eq(True)).order_by(Service.name):
        found.setdefault(row["vendor"], []).append((row["name"], _PROFILE.decode(row["profile"]).data))
    return found


async def _assessed() -> dict[UUID, date]:
    rows = await Assessment.select(Assessment.vendor, Assessment.submitted_at).where(
        Assessment.submitted_at.is_not_null()
    )
    found: dict[UUID, date] = {}
    for row in rows:
        day = row["submitted_at"].date()
        found[row["vendor"]] = max(day, found.get(row["vendor"], day))
    return found


async def _open_keys() -> dict[UUID, list[str]]:
    still = Assessment.state.is_in([state.value for state in WITH_VENDOR])
    rows = await Assessment.select(Assessment.vendor, Assessment.questionnaire).where(still)
    keys = {
        row["id"]: row["key"]
        for row in await StoredQuestionnaire.select(StoredQuestionnaire.id, StoredQuestionnaire.key)
    }
    found: dict[UUID, list[str]] = {}
    for row in rows:
        found.setdefault(row["vendor"], []).append(keys.get(row["questionnaire"], ""))
    return found


async def _reachable() -> set[UUID]:
    rows = await Contact.select(Contact.vendor).where(Contact.active.eq(True)).distinct()
    return {row["vendor"] for row in rows}


async def _rated() -> set[UUID]:
    standing = RatingRecord.state == RatingState.published.value
    holds = RatingRecord.valid_until.is_null() | (RatingRecord.valid_until >= today())
    return {row["vendor"] for row in await RatingRecord.select(RatingRecord.vendor).where(standing & holds)}
