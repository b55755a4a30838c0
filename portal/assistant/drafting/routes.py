"""Pages of drafts: have one written, look at it, and take a summary."""

from datetime import timedelta
from uuid import UUID

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.response import Redirect
from litestar.types import ControllerRouterHandler

from portal.assistant.drafting import writing
from portal.assistant.drafting.forms import TakeForm, WriteForm
from portal.assistant.drafting.queries import draft_page, summary_page, where_taken
from portal.assistant.drafting.taking import take_summary
from portal.core.errors import InvalidForm
from portal.core.forms import parse
from portal.core.limits import count_attempt
from portal.core.pages import go, render
from portal.core.reading import entered
from portal.core.scope import Can, PortalRequest, allows, principal_of
from portal.engines import Engines
from portal.vendors.access import vendor_for

READ = [allows(Can.read_evidence)]
MOST_DRAFTS, WITHIN = 60, timedelta(minutes=5)
_ONE = "drafts/draft.html"


@post("/drafts", guards=READ, include_in_schema=False)
async def write(request: PortalRequest, engines: NamedDependency[Engines]) -> Redirect:
    """Draft something, and go to where it is taken."""
    who, form = principal_of(request), parse(WriteForm, await entered(request))
    await count_attempt(f"draft:{who.id}", MOST_DRAFTS, WITHIN)
    if form.assessment is not None:
        written = await writing.write_on_question(who, form.kind, form.assessment, form.ref, engines.language)
    else:
        vendor = await vendor_for(who, form.vendor)
        written = await writing.write_on_vendor(who, form.kind, vendor, engines.language)
    return go(await where_taken(who, await writing.keep(who, written), form.filter))


@get("/drafts/{draft_id:uuid}", guards=READ, include_in_schema=False)
async def draft(request: PortalRequest, draft_id: UUID) -> Response[str]:
    """Show one of the person's own drafts."""
    return render(request, _ONE, await draft_page(principal_of(request), draft_id))


@post("/drafts/{draft_id:uuid}/take", guards=[allows(Can.review)], include_in_schema=False)
async def take(request: PortalRequest, draft_id: UUID) -> Response[str] | Redirect:
    """Take an executive summary."""
    who, given = principal_of(request), await entered(request)
    try:
        await take_summary(who, draft_id, parse(TakeForm, given).text)
    except InvalidForm as error:
        typed = {name: values[-1] for name, values in given.items()}
        return render(request, _ONE, await draft_page(who, draft_id, error.errors, typed), 422)
    page = await draft_page(who, draft_id)
    return go(f"/vendors/{page.vendor.slug}/summary", "The summary stands on the vendor's page.")


@get("/vendors/{slug:str}/summary", guards=READ, include_in_schema=False)
async def summary(request: PortalRequest, slug: str) -> Response[str]:
    """Show the executive summary of a vendor that somebody has taken."""
    who = principal_of(request)
    return render(request, _ONE, await summary_page(who, await vendor_for(who, slug)))


ROUTES: list[ControllerRouterHandler] = [write, draft, take, summary]
