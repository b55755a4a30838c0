"""Pages of the standard: what the company requires of its partners."""

from uuid import UUID

from litestar import Response, get, post
from litestar.response import Redirect
from litestar.types import ControllerRouterHandler

from portal.core.errors import InvalidForm
from portal.core.forms import parse
from portal.core.pages import go, render
from portal.core.reading import entered
from portal.core.scope import Can, PortalRequest, allows, principal_of
from portal.programme import setting
from portal.programme.forms import RequirementForm
from portal.programme.queries import requirement_page, standard_page

READ, EDIT = [allows(Can.read_register)], [allows(Can.edit_standard)]


@get("/standard", guards=READ, include_in_schema=False)
async def standard(request: PortalRequest) -> Response[str]:
    """Show the standard."""
    return render(request, "programme/standard.html", await standard_page(principal_of(request)))


@get("/standard/new", guards=EDIT, include_in_schema=False)
async def new_requirement(request: PortalRequest) -> Response[str]:
    """Show the form for a new requirement."""
    return render(request, "programme/requirement.html", requirement_page())


@post("/standard/new", guards=EDIT, include_in_schema=False)
async def add_requirement(request: PortalRequest) -> Response[str] | Redirect:
    """Add a requirement."""
    given = await entered(request)
    try:
        form = parse(RequirementForm, given)
        row = await setting.set_requirement(principal_of(request), form.ref, form.title, form.text, form.questions)
    except InvalidForm as error:
        return render(request, "programme/requirement.html", requirement_page(None, given, error.errors), 422)
    return go(f"/standard#{row.ref}", f"{row.ref} is part of the standard.")


@get("/standard/{requirement_id:uuid}", guards=EDIT, include_in_schema=False)
async def requirement(request: PortalRequest, requirement_id: UUID) -> Response[str]:
    """Show the form of a requirement."""
    row = await setting.get_requirement(requirement_id)
    return render(request, "programme/requirement.html", requirement_page(row))


@post("/standard/{requirement_id:uuid}", guards=EDIT, include_in_schema=False)
async def change_requirement(request: PortalRequest, requirement_id: UUID) -> Response[str] | Redirect:
    """Change a requirement."""
    given, who = await entered(request), principal_of(request)
    row = await setting.get_requirement(requirement_id)
    try:
        form = parse(RequirementForm, given)
        await setting.set_requirement(who, form.ref, form.title, form.text, form.questions, requirement_id=row.id)
    except InvalidForm as error:
        return render(request, "programme/requirement.html", requirement_page(row, given, error.errors), 422)
    return go(f"/standard#{form.ref.upper()}", "The requirement is saved.")


@post("/standard/{requirement_id:uuid}/drop", guards=EDIT, include_in_schema=False)
async def drop_requirement(request: PortalRequest, requirement_id: UUID) -> Redirect:
    """Stop requiring something."""
    await setting.drop_requirement(principal_of(request), requirement_id)
    return go("/standard", "It is no longer required. You can take it up again below.")


@post("/standard/{requirement_id:uuid}/take-up", guards=EDIT, include_in_schema=False)
async def take_up_requirement(request: PortalRequest, requirement_id: UUID) -> Redirect:
    """Require something again."""
    await setting.take_up_requirement(principal_of(request), requirement_id)
    return go("/standard", "It is required again.")


ROUTES: list[ControllerRouterHandler] = [
    standard, new_requirement, add_requirement, requirement, change_requirement, drop_requirement, take_up_requirement,
]  # fmt: skip
