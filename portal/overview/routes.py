"""The overview, the register of vendors and a vendor's page."""

from litestar import Response, get
from litestar.response import Redirect
from litestar.types import ControllerRouterHandler

from portal.core.clock import today
from portal.core.pages import render
from portal.core.scope import Can, PortalRequest, allows, principal_of
from portal.overview.queries import overview_page, register_page
from portal.overview.register import wanted
from portal.overview.vendor_page import vendor_page
from portal.vendors.access import vendor_for

READ = [allows(Can.read_evidence)]


@get("/", include_in_schema=False)
async def overview(request: PortalRequest) -> Response[str] | Redirect:
    """Show what needs this person today; procurement and a vendor's contact start on their own pages."""
    who = principal_of(request)
    if who.role.outside:
        return Redirect("/answer", status_code=303)
    if not who.can(Can.read_evidence):
        return Redirect("/partners", status_code=303)
    return render(request, "overview/overview.html", await overview_page(who, today()))


@get("/vendors", guards=READ, include_in_schema=False)
async def register(
    request: PortalRequest, q: str = "", show: str = "all", sort: str = "residual", desc: str = "", page: int = 1
) -> Response[str]:
    """Show the register."""
    asked = wanted(q, show, sort, desc, page)
    return render(request, "overview/register.html", await register_page(principal_of(request), asked))


@get("/vendors/{slug:str}", guards=READ, include_in_schema=False)
async def vendor(request: PortalRequest, slug: str) -> Response[str]:
    """Show everything that stands about one vendor."""
    who = principal_of(request)
    return render(request, "overview/vendor.html", await vendor_page(who, await vendor_for(who, slug)))


ROUTES: list[ControllerRouterHandler] = [overview, register, vendor]
