"""The invitation's page: shows who invites, exchanges a code for a session, and mails a fresh code."""

from dataclasses import dataclass, field

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.response import Redirect
from litestar.types import ControllerRouterHandler

from portal.assessments import inviting
from portal.assessments.colleagues.arriving import enter, send_fresh_links
from portal.assessments.forms import CodeForm, FreshCodeForm
from portal.core.errors import InvalidForm, NotFound
from portal.core.forms import parse
from portal.core.pages import render
from portal.core.reading import client_address, device_of, entered
from portal.core.scope import PortalRequest
from portal.core.settings import Settings
from portal.people.routes import open_door
from portal.people.sessions import CONTACT_LONGEST


@dataclass(frozen=True, slots=True)
class InvitationPage:
    """Who invites and why; `sentence` says why a code did not work, `mailed` that a fresh one is under way."""

    sentence: str = ""
    mailed: bool = False
    email: str = ""
    errors: dict[str, str] = field(default_factory=dict)


_PAGE = "answer/invitation.html"


@get("/invitation", include_in_schema=False)
async def invitation(request: PortalRequest) -> Response[str]:
    """Show the page; looking at it uses nothing up, since the code stays in the address's fragment."""
    return render(request, _PAGE, InvitationPage())


@post("/invitation", include_in_schema=False)
async def accept(request: PortalRequest, settings: NamedDependency[Settings]) -> Response[str] | Redirect:
    """Exchange the code for a session on this device."""
    try:
        form = parse(CodeForm, await entered(request))
        token, assessment = await enter(_bare(form.code), device_of(request))
    except (NotFound, InvalidForm) as error:
        return render(request, _PAGE, InvitationPage(sentence=error.sentence), 422)
    return open_door(settings, token, f"/answer/{assessment}", int(CONTACT_LONGEST.total_seconds()))


@post("/invitation/fresh", include_in_schema=False)
async def fresh(request: PortalRequest, settings: NamedDependency[Settings]) -> Response[str]:
    """Mail a fresh code; the answer is the same whether the address is known or not."""
    given = await entered(request)
    try:
        form = parse(FreshCodeForm, given)
    except InvalidForm as error:
        typed = given.get("email", [""])[-1][:254]
        return render(request, _PAGE, InvitationPage(email=typed, errors=error.errors), 422)
    company, address = request.app.state.company.name, client_address(request, settings)
    await inviting.send_fresh_code(settings, company, form.email, address)
    await send_fresh_links(settings, company, form.email)
    return render(request, _PAGE, InvitationPage(mailed=True, email=form.email))


def _bare(code: str) -> str:
    """Return the code alone, from whatever part of the link was copied."""
    return code.strip().rpartition("#")[2].removeprefix("code=").strip()


ROUTES: list[ControllerRouterHandler] = [invitation, accept, fresh]
