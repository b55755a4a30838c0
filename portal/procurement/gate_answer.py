"""May we sign with this partner, for this service, today? One answer for page, API and command alike."""

from collections.abc import Sequence
from uuid import UUID

from portal.core.clock import now
from portal.core.errors import NotFound
from portal.core.scope import Can, Principal
from portal.procurement.facts import GateAnswer, PartnerFacts, ServiceAnswer
from portal.procurement.known import known_of
from portal.procurement.standing import answers, strictest
from portal.vendors.access import vendor_for
from portal.vendors.profiles import tier_of
from portal.vendors.tables import Vendor


async def answer(who: Principal, slug: str, service: str | None = None) -> GateAnswer:
    """Answer for a service, by its name or id; without one, the strictest answer over all services in use.

    Nothing but rows is read, so the same rows and the same day give the same answer. Raises NotFound, NotAllowed.
    """
    who.require(Can.check)
    vendor = await vendor_for(who, slug)
    if vendor.archived:
        raise NotFound(f"{vendor.name} is archived and not a partner any more.")
    at = now()
    given = answers(vendor.id, tier_of(vendor.tier), await known_of([vendor]), at.date())
    chosen = _of_service(vendor, given, service) if service else strictest(given)
    return GateAnswer(
        partner=partner_facts(vendor),
        asked_service=bool(service),
        service=chosen.service,
        rating=chosen.rating,
        decision=chosen.decision,
        services=given if given[0].service else (),
        at=at,
    )


def partner_facts(vendor: Vendor) -> PartnerFacts:
    """Return a vendor as procurement sees it."""
    return PartnerFacts(vendor.id, vendor.slug, vendor.name, vendor.summary, tier_of(vendor.tier))


def _of_service(vendor: Vendor, given: Sequence[ServiceAnswer], wanted: str) -> ServiceAnswer:
    named = [one for one in given if one.service and _is(one.service.id, one.service.name, wanted)]
    if named:
        return named[0]
    names = ", ".join(one.service.name for one in given if one.service)
    raise NotFound(f"{vendor.name} has no service {wanted[:200]!r} in use. Its services: {names or 'none yet'}.")


def _is(service_id: UUID, name: str, wanted: str) -> bool:
    return " ".join(wanted.split()).casefold() in (name.casefold(), str(service_id))
