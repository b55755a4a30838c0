"""Gathering what goes out: the review, findings, rating and standard of an assessment, or all findings of a vendor."""

from collections.abc import Iterable
from uuid import UUID

from knowledge.citations import Quote, confirmed
from knowledge.scope import Scope
from portal.assessments.tables import Assessment
from portal.core.clock import now, today
from portal.evidence.tables import Evidence
from portal.findings.standing import acceptances_of
from portal.findings.tables import Finding
from portal.oscal.gathered import Assessed, Base
from portal.procurement.standard import requirements, standard_lines
from portal.programme.queries import question_refs
from portal.programme.tables import Catalog, Requirement
from portal.ratings.gathering import areas
from portal.ratings.states import RatingState
from portal.ratings.tables import RatingRecord
from portal.review.quotes import document_ids, quotes_from_json
from portal.review.standing import review_of
from portal.vendors.collections import collection_of
from portal.vendors.tables import Service, Vendor


async def gather_results(assessment: Assessment, company: str) -> Assessed:
    """Gather an assessment as it stands today."""
    vendor = await Vendor.objects().get(Vendor.id == assessment.vendor)
    assert vendor is not None
    review = await review_of(assessment)
    findings = await Finding.objects().where(Finding.assessment == assessment.id).order_by(Finding.number)
    quotes = [quote for one in review.reviewed if one.verdict for quote in one.verdict.quotes]
    wanted = await requirements()
    catalogs = await Catalog.objects()
    return Assessed(
        base=await _base(vendor, findings, quotes, company),
        assessment=assessment,
        service=review.answers.service,
        review=review,
        lines=standard_lines(wanted, areas(review.reviewed, today())),
        requirements={one.ref: one for one in wanted},
        catalogs={one.id: one for one in catalogs},
        rating=await _rating(assessment.id),
        by_question=_by_question(wanted),
    )


async def gather_plan(vendor: Vendor, company: str) -> tuple[Base, dict[UUID, str]]:
    """Gather all findings of a vendor, and the names of its services."""
    findings = await Finding.objects().where(Finding.vendor == vendor.id).order_by(Finding.number)
    services = await Service.select(Service.id, Service.name).where(Service.vendor == vendor.id)
    return await _base(vendor, findings, (), company), {row["id"]: row["name"] for row in services}


async def _base(vendor: Vendor, findings: list[Finding], quotes: Iterable[Quote], company: str) -> Base:
    wanted = [*quotes, *(quote for finding in findings for quote in quotes_from_json(finding.quotes))]
    documents = document_ids(tuple(wanted))
    scope = Scope((collection_of(vendor.id),), frozenset(documents))
    return Base(
        company=company,
        vendor=vendor,
        findings=findings,
        acceptances=await acceptances_of([finding.id for finding in findings]),
        quotes=frozenset(await confirmed(wanted, scope)) if wanted else frozenset(),
        documents=await _evidence(vendor.id, documents),
        at=now(),
    )


async def _evidence(vendor_id: UUID, documents: list[UUID]) -> dict[UUID, Evidence]:
    if not documents:
        return {}
    rows = await Evidence.objects().where((Evidence.vendor == vendor_id) & Evidence.document.is_in(documents))
    return {row.document: row for row in rows}


async def _rating(assessment_id: UUID) -> RatingRecord | None:
    approved = [RatingState.published.value, RatingState.superseded.value]
    mine = (RatingRecord.assessment == assessment_id) & RatingRecord.state.is_in(approved)
    return await RatingRecord.objects().where(mine).order_by(RatingRecord.number, ascending=False).first()


def _by_question(wanted: list[Requirement]) -> dict[str, list[Requirement]]:
    found: dict[str, list[Requirement]] = {}
    for one in wanted:
        for ref in question_refs(one):
            found.setdefault(ref, []).append(one)
    return found
