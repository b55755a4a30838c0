"""The API's routes about vendors, their ratings and assessments."""

from uuid import UUID

from litestar import Response, get, post
from litestar.types import ControllerRouterHandler

from portal.api import queries
from portal.api.idempotency import IdempotencyKey, WholeBody, once
from portal.api.paging import Cursor, Limit, Page
from portal.api.shapes import AssessmentOut, RatingListOut, VendorIn, VendorOut
from portal.core.scope import Can, PortalRequest, allows, principal_of
from portal.vendors.access import vendor_for
from portal.vendors.adding import add_vendor


@get("/vendors", guards=[allows(Can.read_register)], tags=["Vendors"])
async def vendors(cursor: Cursor = "", limit: Limit = 50) -> Page[VendorOut]:
    """List vendors by slug."""
    return await queries.vendors(cursor, limit)


@get("/vendors/{slug:str}", guards=[allows(Can.read_register)], tags=["Vendors"])
async def vendor(request: PortalRequest, slug: str) -> VendorOut:
    """Show one vendor."""
    [found] = await queries.vendors_out([await vendor_for(principal_of(request), slug)])
    return found


@post("/vendors", guards=[allows(Can.edit_vendors)], tags=["Vendors"], status_code=201)
async def create_vendor(
    request: PortalRequest, data: VendorIn, idempotency_key: IdempotencyKey = None
) -> Response[VendorOut]:
    """Add a vendor; its tier comes with its first service."""
    who = principal_of(request)

    async def add() -> VendorOut:
        [added] = await queries.vendors_out([await add_vendor(who, data.name, data.website, data.summary)])
        return added

    return await once(request, idempotency_key, WholeBody(request), VendorOut, add)


@get("/vendors/{slug:str}/ratings", guards=[allows(Can.read_register)], tags=["Ratings"])
async def ratings(request: PortalRequest, slug: str, cursor: Cursor = "", limit: Limit = 50) -> Page[RatingListOut]:
    """List a vendor's ratings, newest first."""
    who = principal_of(request)
    return await queries.ratings(who, await vendor_for(who, slug), cursor, limit)


@get("/assessments/{assessment_id:uuid}", guards=[allows(Can.read_evidence)], tags=["Assessments"])
async def assessment(request: PortalRequest, assessment_id: UUID) -> AssessmentOut:
    """Show one assessment with its answers."""
    return await queries.assessment(principal_of(request), assessment_id)


ROUTES: list[ControllerRouterHandler] = [vendors, vendor, create_vendor, ratings, assessment]
