"""Gathers what an executive summary of a vendor says, from the rows that stand today."""

from dataclasses import dataclass
from datetime import date

from knowledge.retrieval import Searched
from knowledge.surveying import searched_in
from portal.assistant.records.documents import ends
from portal.assistant.records.naming import Named
from portal.assistant.records.query import ANY, Asked, Query
from portal.assistant.records.telling import Line
from portal.core.clock import today
from portal.evidence.current import current_scope
from portal.findings.standing import acceptances_of
from portal.findings.tables import Finding
from portal.ratings.approving import conditions_of
from portal.ratings.drafting import find_ratable_assessment
from portal.ratings.published import newest_published, newest_unpublished
from portal.ratings.states import RatingState
from portal.ratings.tables import Condition, RatingRecord
from portal.review.standing import Standing, review_of
from portal.risk.levels import FindingState, Severity
from portal.vendors.tables import Service, Vendor


@dataclass(frozen=True, slots=True)
class Gathered:
    """All that is known of a vendor, on one day; `accepted` holds until when a finding's risk is accepted.

    `rated` names the service that the rating in force is of, empty for the whole vendor; `others` are ratings beside it.
    """

    vendor: Vendor
    today: date
    services: tuple[Service, ...]
    rating: RatingRecord | None
    rated: str
    others: tuple[tuple[str, RatingRecord], ...]
    waiting: RatingRecord | None
    conditions: tuple[Condition, ...]
    findings: tuple[Finding, ...]
    accepted: dict[object, date | None]
    review: Standing | None
    ended: tuple[Line, ...]
    searched: Searched


async def gather(vendor: Vendor) -> Gathered:
    """Read the rows; the review is the newest one, the findings are those not remediated, the gravest first."""
    rating = await newest_published(vendor.id, None)
    assessment = await find_ratable_assessment(vendor)
    findings = await _findings(vendor)
    acceptances = await acceptances_of([row.id for row in findings])
    named = Named(vendor.id, vendor.slug, vendor.name)
    told = await ends(Query(Asked.ends, kinds=ANY, expired=True), [named], "")
    scope = await current_scope([vendor.id])
    names = {
        row["id"]: row["name"]
        for row in await Service.select(Service.id, Service.name).where(Service.vendor == vendor.id)
    }
    return Gathered(
        vendor=vendor,
        today=today(),
        services=tuple(await _services(vendor)),
        rating=rating,
        rated=names.get(rating.service, "") if rating else "",
        others=tuple((names.get(row.service, ""), row) for row in await _others(vendor, rating)),
        waiting=await newest_unpublished(vendor.id),
        conditions=tuple(one for one in await conditions_of(rating.id) if not one.met_at) if rating else (),
        findings=tuple(findings),
        accepted={finding: rows[-1].until for finding, rows in acceptances.items()},
        review=await review_of(assessment) if assessment else None,
        ended=told.lines,
        searched=await searched_in(scope),
    )


async def _services(vendor: Vendor) -> list[Service]:
    mine = (Service.vendor == vendor.id) & Service.active.eq(True)
    rows: list[Service] = await Service.objects().where(mine).order_by(Service.tier, Service.name)
    return rows


async def _others(vendor: Vendor, rating: RatingRecord | None) -> list[RatingRecord]:
    """Return the ratings in force beside the one that is told first, of services or of the whole vendor."""
    mine = (RatingRecord.vendor == vendor.id) & (RatingRecord.state == RatingState.published.value)
    rows = await RatingRecord.objects().where(mine).order_by(RatingRecord.number)
    return [row for row in rows if rating is None or row.id != rating.id]


async def _findings(vendor: Vendor) -> list[Finding]:
    states = [FindingState.OPEN.value, FindingState.ACCEPTED.value]
    rows = await Finding.objects().where((Finding.vendor == vendor.id) & Finding.state.is_in(states))
    return sorted(rows, key=lambda row: (-Severity(row.severity).rank, row.due or date.max, row.number))
