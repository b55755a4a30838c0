"""The pages of one vendor in a campaign: where it stands, and what can be done for it alone."""

from uuid import UUID

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.response import Redirect
from litestar.types import ControllerRouterHandler

from portal.campaigns import changing, starting
from portal.campaigns.forms import CancelForm, ExtendForm
from portal.campaigns.queries import place_page
from portal.core.errors import InvalidForm
from portal.core.forms import parse
from portal.core.pages import go, render
from portal.core.reading import entered
from portal.core.scope import Can, PortalRequest, allows, principal_of
from portal.core.settings import Settings

READ, SEND = [allows(Can.read_evidence)], [allows(Can.assess)]
_ONE = "/campaigns/{campaign_id:uuid}/vendors/{place_id:uuid}"


@get(_ONE, guards=READ, include_in_schema=False)
async def place(
    request: PortalRequest, campaign_id: UUID, place_id: UUID, settings: NamedDependency[Settings]
) -> Response[str]:
    """Show one vendor."""
    shown = await place_page(principal_of(request), campaign_id, place_id, bool(settings.smtp_url))
    return render(request, "campaigns/place.html", shown)


@post(f"{_ONE}/leave-out", guards=SEND, include_in_schema=False)
async def leave_out(request: PortalRequest, campaign_id: UUID, place_id: UUID) -> Redirect:
    """Take a vendor out before it is sent."""
    await starting.leave_out(principal_of(request), campaign_id, place_id)
    return go(f"/campaigns/{campaign_id}", "The vendor is left out.")


@post(f"{_ONE}/again", guards=SEND, include_in_schema=False)
async def again(request: PortalRequest, campaign_id: UUID, place_id: UUID) -> Redirect:
    """Try to send once more."""
    await changing.try_again(principal_of(request), campaign_id, place_id)
    return go(_url(campaign_id, place_id), "It is being sent again.")


@post(f"{_ONE}/resend", guards=SEND, include_in_schema=False)
async def resend(
    request: PortalRequest, campaign_id: UUID, place_id: UUID, settings: NamedDependency[Settings]
) -> Redirect:
    """Mail a new link."""
    await changing.resend_one(settings, _company(request), principal_of(request), campaign_id, place_id)
    where = "" if settings.smtp_url else " It waits in the outbox for you to pass on."
    return go(_url(campaign_id, place_id), f"A new link is written; an unused one no longer works.{where}")


@post(f"{_ONE}/extend", guards=SEND, include_in_schema=False)
async def extend(
    request: PortalRequest, campaign_id: UUID, place_id: UUID, settings: NamedDependency[Settings]
) -> Response[str] | Redirect:
    """Give one vendor another date."""
    given = await entered(request)
    try:
        form, who = parse(ExtendForm, given), principal_of(request)
        await changing.extend_one(settings, _company(request), who, campaign_id, place_id, form.due)
    except InvalidForm as error:
        return await _refused(request, campaign_id, place_id, settings, error, given)
    return go(_url(campaign_id, place_id), "The vendor has another date and is told so.")


@post(f"{_ONE}/cancel", guards=SEND, include_in_schema=False)
async def cancel(
    request: PortalRequest, campaign_id: UUID, place_id: UUID, settings: NamedDependency[Settings]
) -> Response[str] | Redirect:
    """Call it off for one vendor."""
    given = await entered(request)
    try:
        form, who = parse(CancelForm, given), principal_of(request)
        await changing.cancel_one(settings, _company(request), who, campaign_id, place_id, form.reason)
    except InvalidForm as error:
        return await _refused(request, campaign_id, place_id, settings, error, given)
    return go(_url(campaign_id, place_id), "It is called off for this vendor, who is told why.")


async def _refused(
    request: PortalRequest,
    campaign_id: UUID,
    place_id: UUID,
    settings: Settings,
    error: InvalidForm,
    given: dict[str, list[str]],
) -> Response[str]:
    typed = {name: values[-1] for name, values in given.items()}
    shown = await place_page(principal_of(request), campaign_id, place_id, bool(settings.smtp_url), error.errors, typed)
    return render(request, "campaigns/place.html", shown, 422)


def _company(request: PortalRequest) -> str:
    name: str = request.app.state.company.name
    return name


def _url(campaign_id: UUID, place_id: UUID) -> str:
    return f"/campaigns/{campaign_id}/vendors/{place_id}"


ROUTES: list[ControllerRouterHandler] = [place, leave_out, again, resend, extend, cancel]
