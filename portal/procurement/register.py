"""Procurement's register: every partner with the gate's decision for each of its services."""

from dataclasses import dataclass
from urllib.parse import urlencode

from piccolo.columns.combination import And, Or, Where, WhereRaw

from portal.core.clock import today
from portal.core.scope import Can, Principal
from portal.procurement.facts import PartnerFacts, ServiceAnswer
from portal.procurement.gate_answer import partner_facts
from portal.procurement.known import known_of
from portal.procurement.looks import Look, look
from portal.procurement.queries import partner_url
from portal.procurement.standing import answers
from portal.risk.gate import Decision
from portal.risk.wording import counted
from portal.vendors.profiles import tier_of
from portal.vendors.tables import Service, Vendor

PAGE = 25
LONGEST_SEARCH = 100
_MOST_SERVICES = 500
_LITERALLY = str.maketrans({"%": "!%", "_": "!_", "!": "!!"})


@dataclass(frozen=True, slots=True)
class PartnerLine:
    """A partner and one of its services, with the decision for it."""

    partner: PartnerFacts
    answer: ServiceAnswer
    look: Look
    note: str
    url: str


@dataclass(frozen=True, slots=True)
class PartnersPage:
    """The register, or what a search found in it."""

    search: str
    lines: list[PartnerLine]
    first: int
    last: int
    total: int
    previous_url: str
    next_url: str


async def partners_page(who: Principal, search: str = "", page: int = 1) -> PartnersPage:
    """Return one page of partners, found by the name of the vendor or of a service."""
    who.require(Can.check)
    search = " ".join(search.replace("\x00", "").split())[:LONGEST_SEARCH]
    wanted = await _wanted(search)
    total = await Vendor.count().where(wanted)
    page = min(max(page, 1), max(1, -(-total // PAGE)))
    first = (page - 1) * PAGE
    vendors = await Vendor.objects().where(wanted).order_by(Vendor.name).order_by(Vendor.id).limit(PAGE).offset(first)
    return PartnersPage(
        search=search,
        lines=await _lines(vendors),
        first=first + 1,
        last=first + len(vendors),
        total=total,
        previous_url=_url(search, page - 1) if page > 1 else "",
        next_url=_url(search, page + 1) if first + len(vendors) < total else "",
    )


async def _wanted(search: str) -> Where | And:
    current = Vendor.archived.eq(False)
    if not search:
        return current
    by_service = Service.select(Service.vendor).where(And(Service.active.eq(True), _named("service", search)))
    ids = [row["vendor"] for row in await by_service.limit(_MOST_SERVICES)]
    named = _named("vendor", search)
    return And(current, Or(named, Vendor.id.is_in(ids)) if ids else named)


def _named(table: str, search: str) -> WhereRaw:
    """Match part of a name, whatever its case; both sides are folded by the database, so that they agree."""
    pattern = f"%{search.translate(_LITERALLY)}%"
    return WhereRaw(f"""LOWER("{table}"."name") LIKE LOWER({{}}) ESCAPE '!'""", pattern)


async def _lines(vendors: list[Vendor]) -> list[PartnerLine]:
    known, day = await known_of(vendors), today()
    return [
        PartnerLine(
            partner_facts(vendor),
            one,
            look(one.decision.decision),
            _note(one.decision),
            partner_url(vendor.slug, one.service.id if one.service else None),
        )
        for vendor in vendors
        for one in answers(vendor.id, tier_of(vendor.tier), known, day)
    ]


def _note(decision: Decision) -> str:
    """Return what the chip beside it does not say yet: how many conditions, or what stands in the way."""
    if decision.conditions:
        return counted(len(decision.conditions), "condition")
    reason = decision.headline.partition(": ")[2]
    return reason[:1].upper() + reason[1:]


def _url(search: str, page: int) -> str:
    return f"/partners?{urlencode({'q': search, 'page': page} if search else {'page': page})}"
