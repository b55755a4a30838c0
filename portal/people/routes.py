"""Signing in and out, one's own account, and the people of the company."""

from dataclasses import dataclass
from uuid import UUID

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.response import Redirect
from litestar.types import ControllerRouterHandler

from portal.core.errors import InvalidForm, NotFound
from portal.core.forms import parse
from portal.core.pages import go, render
from portal.core.reading import client_address, device_of, entered
from portal.core.scope import Can, PortalRequest, Principal, Role, allows, principal_of, staff_only
from portal.core.settings import Settings
from portal.people import adding, signing_in
from portal.people.forms import MailForm, PasswordForm, PersonChange, PersonForm, SignInForm, TokenForm
from portal.people.middleware import cookie_name
from portal.people.queries import account_page, people_page
from portal.people.sessions import STAFF_LONGEST, find_principal


@dataclass(frozen=True, slots=True)
class SignInPage:
    """The sign-in form, with what went wrong."""

    email: str
    next: str
    errors: dict[str, str]


@dataclass(frozen=True, slots=True)
class DoorPage:
    """The page behind a sign-in link: nothing happens until its button is pressed."""

    sentence: str


def open_door(settings: Settings, token: str, url: str, longest: int) -> Redirect:
    """Redirect with the session cookie set."""
    response = Redirect(url, status_code=303)
    response.set_cookie(
        key=cookie_name(settings.secure),
        value=token,
        max_age=longest,
        path="/",
        secure=settings.secure,
        httponly=True,
        samesite="lax",
    )
    return response


def home_of(principal: Principal | None) -> str:
    """Return the page a person starts on."""
    return "/partners" if principal and principal.role is Role.procurement else "/"


def local(url: str) -> str:
    """Return `url` if it stays on this host, else "/"."""
    safe = url.startswith("/") and not url.startswith("//") and "\\" not in url and url.isprintable()
    return url if safe and ".." not in url else "/"


@get("/sign-in", include_in_schema=False)
async def sign_in_page(request: PortalRequest, next: str = "/") -> Response[str]:
    """Show the sign-in form."""
    return render(request, "people/sign_in.html", SignInPage("", local(next), {}))


@post("/sign-in", include_in_schema=False)
async def sign_in(request: PortalRequest, settings: NamedDependency[Settings]) -> Response[str] | Redirect:
    """Check e-mail and password."""
    given = await entered(request)
    try:
        form = parse(SignInForm, given)
        address = client_address(request, settings)
        token = await signing_in.sign_in(form.email, form.password, device_of(request), address)
    except InvalidForm as error:
        email, url = given.get("email", [""])[-1], local(given.get("next", ["/"])[-1])
        return render(request, "people/sign_in.html", SignInPage(email, url, error.errors), 422)
    return open_door(settings, token, await _first_page(token, local(form.next)), int(STAFF_LONGEST.total_seconds()))


@get("/door", include_in_schema=False)
async def door_page(request: PortalRequest) -> Response[str]:
    """Show the page behind a sign-in link; the code stays in the address's fragment."""
    return render(request, "people/door.html", DoorPage(""))


@post("/door", include_in_schema=False)
async def door(request: PortalRequest, settings: NamedDependency[Settings]) -> Response[str] | Redirect:
    """Exchange the code of a sign-in link for a session."""
    code = (await entered(request)).get("code", [""])[-1].strip()
    try:
        token = await signing_in.sign_in_by_link(code, device_of(request))
    except NotFound as error:
        return render(request, "people/door.html", DoorPage(error.sentence), 422)
    return open_door(settings, token, await _first_page(token, "/"), int(STAFF_LONGEST.total_seconds()))


@post("/sign-out", include_in_schema=False)
async def sign_out(request: PortalRequest, settings: NamedDependency[Settings]) -> Redirect:
    """End this session."""
    if request.user is not None:
        await signing_in.sign_out(str(request.auth), request.user)
    response = Redirect("/sign-in", status_code=303)
    response.set_cookie(
        key=cookie_name(settings.secure), value="", max_age=0, secure=settings.secure, httponly=True, samesite="lax"
    )
    response.headers["clear-site-data"] = '"cache", "storage"'
    return response


@get("/account", guards=[staff_only], include_in_schema=False)
async def account(request: PortalRequest) -> Response[str]:
    """Show one's own devices, tokens and password."""
    return render(request, "people/account.html", await account_page(principal_of(request)))


@post("/account/password", guards=[staff_only], include_in_schema=False)
async def set_password(request: PortalRequest) -> Response[str] | Redirect:
    """Choose a new password; every device signs in anew."""
    who = principal_of(request)
    try:
        form = parse(PasswordForm, await entered(request))
        await signing_in.choose_password(who, form.password, form.repeated)
    except InvalidForm as error:
        return render(request, "people/account.html", await account_page(who, error.errors), 422)
    return go("/sign-in", "Your password is set. Please sign in with it.")


@post("/account/mail", guards=[staff_only], include_in_schema=False)
async def choose_mail(request: PortalRequest) -> Redirect:
    """Choose how one hears of vendors' messages."""
    await adding.choose_mail(principal_of(request), parse(MailForm, await entered(request)).messages)
    return go("/account", "Saved.")


@post("/account/tokens", guards=[staff_only], include_in_schema=False)
async def make_token(request: PortalRequest) -> Response[str]:
    """Make an API token; it is shown this once."""
    who = principal_of(request)
    try:
        form = parse(TokenForm, await entered(request))
    except InvalidForm as error:
        return render(request, "people/account.html", await account_page(who, error.errors), 422)
    token = await adding.create_token(who, await adding.get_person(UUID(who.id)), form.name)
    return render(request, "people/account.html", await account_page(who, new_token=token))


@post("/account/tokens/{token_id:uuid}/revoke", guards=[staff_only], include_in_schema=False)
async def drop_token(request: PortalRequest, token_id: UUID) -> Redirect:
    """Revoke one of one's own tokens."""
    await adding.revoke_own_token(principal_of(request), token_id)
    return go("/account", "The token is revoked.")


@post("/account/sessions/{session_id:uuid}/end", guards=[staff_only], include_in_schema=False)
async def end_device(request: PortalRequest, session_id: UUID) -> Redirect:
    """Sign one of one's own devices out."""
    await signing_in.sign_out_device(principal_of(request), session_id)
    return go("/account", "That device is signed out.")


@get("/people", guards=[allows(Can.manage_people)], include_in_schema=False)
async def people(request: PortalRequest) -> Response[str]:
    """List everybody with an account."""
    return render(request, "people/people.html", await people_page())


@post("/people", guards=[allows(Can.manage_people)], include_in_schema=False)
async def add_person(request: PortalRequest, settings: NamedDependency[Settings]) -> Response[str]:
    """Add a person and show their one-time sign-in link."""
    given = await entered(request)
    try:
        form = parse(PersonForm, given)
        person, code = await adding.add_person(principal_of(request), form.email, form.role, form.name)
    except InvalidForm as error:
        typed = {name: values[-1] for name, values in given.items() if name in ("email", "name", "role")}
        return render(request, "people/people.html", await people_page(error.errors, typed), 422)
    link = f"{settings.public_url}/door#{code}"
    return render(request, "people/people.html", await people_page(link=link, link_for=person.name))


@post("/people/{person_id:uuid}", guards=[allows(Can.manage_people)], include_in_schema=False)
async def change_person(request: PortalRequest, person_id: UUID) -> Redirect:
    """Change a person's role, or switch the account on or off."""
    form = parse(PersonChange, await entered(request))
    await adding.change_person(principal_of(request), person_id, form.role, form.active)
    return go("/people", "The change counts from now on.")


@post("/people/{person_id:uuid}/link", guards=[allows(Can.manage_people)], include_in_schema=False)
async def new_link(request: PortalRequest, person_id: UUID, settings: NamedDependency[Settings]) -> Response[str]:
    """Make a fresh one-time sign-in link for a person."""
    code = await adding.new_link(principal_of(request), person_id)
    person = await adding.get_person(person_id)
    link = f"{settings.public_url}/door#{code}"
    return render(request, "people/people.html", await people_page(link=link, link_for=person.name))


async def _first_page(token: str, wanted: str) -> str:
    return wanted if wanted != "/" else home_of(await find_principal(token))


ROUTES: list[ControllerRouterHandler] = [
    sign_in_page, sign_in, door_page, door, sign_out, account, set_password, choose_mail, make_token, drop_token, end_device,
    people, add_person, change_person, new_link,
]  # fmt: skip
