"""Giving results and plans out as OSCAL, with an audit entry for each."""

from dataclasses import dataclass
from uuid import UUID

from portal.core import audit
from portal.core.clock import today
from portal.core.database import transaction
from portal.core.errors import Conflict
from portal.core.scope import Can, Principal
from portal.oscal.gathering import gather_plan, gather_results
from portal.oscal.poam import plan
from portal.oscal.results import results
from portal.review.access import review_for
from portal.vendors.access import vendor_for


@dataclass(frozen=True, slots=True)
class Exported:
    """A file that goes out."""

    name: str
    data: bytes


async def export_results(who: Principal, assessment_id: UUID, company: str) -> Exported:
    """Write the results of an assessment that has come to a review; raises NotFound, NotAllowed."""
    assessment = await review_for(who, assessment_id)
    found = await gather_results(assessment, company)
    file = Exported(f"{found.base.vendor.slug}-assessment-results-{today().isoformat()}.json", results(found))
    async with transaction():
        detail: dict[str, object] = {"file": file.name}
        await audit.record(who, "assessment.results_exported", assessment, detail, vendor=assessment.vendor)
    return file


async def export_plan(who: Principal, slug: str, company: str) -> Exported:
    """Write the plan of action of a vendor; raises NotFound, NotAllowed, and Conflict when it has no finding."""
    who.require(Can.read_evidence)
    vendor = await vendor_for(who, slug)
    base, services = await gather_plan(vendor, company)
    if not base.findings:
        raise Conflict(f"{vendor.name} has no findings, so there is no plan to give out.")
    file = Exported(f"{vendor.slug}-poam-{today().isoformat()}.json", plan(base, services))
    async with transaction():
        detail: dict[str, object] = {"file": file.name, "findings": len(base.findings)}
        await audit.record(who, "vendor.plan_exported", vendor, detail, vendor=vendor.id)
    return file
