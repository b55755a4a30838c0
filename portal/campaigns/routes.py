"""The pages of campaigns: the list, the form of a new one, its board, and what can be done for all of its vendors."""

from uuid import UUID

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.response import Redirect
from litestar.types import ControllerRouterHandler

from portal.campaigns import changing, starting
from portal.campaigns.forms import CancelForm, ExtendForm, FilterForm, PlanForm
from portal.campaigns.new_page import matched, new_page
from portal.campaigns.place_routes import ROUTES as PLACES
from portal.campaigns.queries import board_asked, board_page, campaigns_page
from portal.campaigns.rule_routes import ROUTES as RULES
from portal.core.dates import plural
from portal.core.errors import InvalidForm
from portal.core.forms import parse
from portal.core.pages import go, is_fragment, render
from portal.core.reading import entered
from portal.core.scope import Can, PortalRequest, allows, principal_of
from portal.core.settings import Settings

READ, SEND = [allows(Can.read_evidence)], [allows(Can.assess)]
_BOARD = "campaigns/board.html"


@get("/campaigns", guards=READ, include_in_schema=False)
async def campaigns(request: PortalRequest) -> Response[str]:
    """List every campaign."""
    return render(request, "campaigns/campaigns.html", await campaigns_page(principal_of(request)))


@get("/campaigns/new", guards=SEND, include_in_schema=False)
async def new(request: PortalRequest) -> Response[str]:
    """Show the form, with whom the filter in the address finds."""
    return render(request, "campaigns/new.html", await new_page(_asked(request)))


@get("/campaigns/who", guards=SEND, include_in_schema=False)
async def who(request: PortalRequest) -> Response[str]:
    """Show whom a filter finds."""
    return render(request, "campaigns/_who.html", await matched(_asked(request)))


@post("/campaigns/new", guards=SEND, include_in_schema=False)
async def draft(request: PortalRequest) -> Response[str] | Redirect:
    """Choose the vendors; nothing is sent yet."""
    given = await entered(request)
    try:
        form, chosen = parse(PlanForm, given), parse(FilterForm, given)
        campaign = await starting.draft_campaign(principal_of(request), form.plan, chosen.filter)
    except InvalidForm as error:
        return render(request, "campaigns/new.html", await new_page(given, error.errors), 422)
    return go(f"/campaigns/{campaign.id}", "These are the vendors. Nothing is sent yet.")


@get("/campaigns/{campaign_id:uuid}", guards=READ, include_in_schema=False)
async def board(
    request: PortalRequest,
    campaign_id: UUID,
    q: str = "",
    show: str = "",
    sort: str = "standing",
    desc: str = "",
    page: int = 1,
    looks: int = 0,
) -> Response[str]:
    """Show who stands where; a page that is open asks for the part that changes, every few seconds."""
    asked = board_asked(campaign_id, q, show, sort, desc, page, looks)
    shown = await board_page(principal_of(request), campaign_id, asked)
    return render(request, "campaigns/_board.html" if is_fragment(request) else _BOARD, shown)


@post("/campaigns/{campaign_id:uuid}/send", guards=SEND, include_in_schema=False)
async def send(request: PortalRequest, campaign_id: UUID, settings: NamedDependency[Settings]) -> Redirect:
    """Send it."""
    count = await starting.send_campaign(principal_of(request), campaign_id)
    where = "" if settings.smtp_url else " No mail server is configured, so the messages wait in the outbox."
    return go(f"/campaigns/{campaign_id}", f"It is being sent to {plural(count, 'vendor')}.{where}")


@post("/campaigns/{campaign_id:uuid}/discard", guards=SEND, include_in_schema=False)
async def discard(request: PortalRequest, campaign_id: UUID) -> Redirect:
    """Throw it away unsent."""
    await starting.discard_campaign(principal_of(request), campaign_id)
    return go("/campaigns", "The campaign is thrown away. Nothing was sent.")


@post("/campaigns/{campaign_id:uuid}/extend", guards=SEND, include_in_schema=False)
async def extend(request: PortalRequest, campaign_id: UUID) -> Response[str] | Redirect:
    """Give everybody more time."""
    try:
        form = parse(ExtendForm, await entered(request))
        count = await changing.extend_campaign(principal_of(request), campaign_id, form.due)
    except InvalidForm as error:
        return await _refused(request, campaign_id, error)
    return go(f"/campaigns/{campaign_id}", f"There is another date. {plural(count, 'vendor')} will be told.")


@post("/campaigns/{campaign_id:uuid}/resend", guards=SEND, include_in_schema=False)
async def resend(request: PortalRequest, campaign_id: UUID) -> Redirect:
    """Mail a new link to whoever has not opened theirs."""
    count = await changing.resend_to_unopened(principal_of(request), campaign_id)
    return go(f"/campaigns/{campaign_id}", f"{plural(count, 'vendor gets', 'vendors get')} a new link.")


@post("/campaigns/{campaign_id:uuid}/again", guards=SEND, include_in_schema=False)
async def again(request: PortalRequest, campaign_id: UUID) -> Redirect:
    """Try to send once more to whoever could not be sent to."""
    count = await changing.try_all_again(principal_of(request), campaign_id)
    return go(f"/campaigns/{campaign_id}", f"It is tried again for {plural(count, 'vendor')}.")


@post("/campaigns/{campaign_id:uuid}/cancel", guards=SEND, include_in_schema=False)
async def cancel(request: PortalRequest, campaign_id: UUID) -> Response[str] | Redirect:
    """Call it off."""
    try:
        form = parse(CancelForm, await entered(request))
        count = await changing.cancel_campaign(principal_of(request), campaign_id, form.reason)
    except InvalidForm as error:
        return await _refused(request, campaign_id, error)
    return go(f"/campaigns/{campaign_id}", f"The campaign is called off. {plural(count, 'vendor')} will be told why.")


async def _refused(request: PortalRequest, campaign_id: UUID, error: InvalidForm) -> Response[str]:
    asked = board_asked(campaign_id, "", "", "", "", 1)
    return render(request, _BOARD, await board_page(principal_of(request), campaign_id, asked, error.errors), 422)


def _asked(request: PortalRequest) -> dict[str, list[str]]:
    """Return what stands in the address, several values per name."""
    given: dict[str, list[str]] = {}
    for name, value in request.query_params.multi_items():
        given.setdefault(name, []).append(str(value).replace("\x00", ""))
    return given


ROUTES: list[ControllerRouterHandler] = [
    campaigns, new, who, draft, board, send, discard, extend, resend, again, cancel, *RULES, *PLACES,
]  # fmt: skip
