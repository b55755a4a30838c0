"""Pages on which a catalog comes in: its file, what it changes, and taking it."""

from uuid import UUID

from litestar import Response, get, post
from litestar.response import Redirect
from litestar.types import ControllerRouterHandler

from portal.core.errors import Conflict
from portal.core.pages import go, render
from portal.core.reading import entered, uploaded
from portal.core.scope import Can, PortalRequest, allows, principal_of
from portal.programme.catalog_pages import catalog_page
from portal.programme.queries import standard_page
from portal.programme.taking_in import Choice, TakenIn, hold_catalog, take_catalog
from questionnaires.errors import QuestionnaireError
from questionnaires.formats.source import Source

EDIT = [allows(Can.edit_standard)]
_PAGE = "programme/catalog.html"


@post("/standard/catalogs", guards=EDIT, include_in_schema=False)
async def upload_catalog(request: PortalRequest) -> Response[str] | Redirect:
    """Read a catalog's file; nothing changes until it is taken in."""
    who, given = principal_of(request), await uploaded(request)
    try:
        if given is None:
            raise QuestionnaireError("Please choose a file first.")
        reading = await hold_catalog(who, Source(*given))
    except QuestionnaireError as error:
        return render(request, "programme/standard.html", await standard_page(who, {"files": error.sentence}), 422)
    return Redirect(f"/standard/catalogs/{reading.id}", status_code=303)


@get("/standard/catalogs/{reading_id:uuid}", guards=EDIT, include_in_schema=False)
async def look_at_catalog(request: PortalRequest, reading_id: UUID, of: str = "") -> Response[str]:
    """Show what a catalog changes."""
    return render(request, _PAGE, await catalog_page(reading_id, of))


@post("/standard/catalogs/{reading_id:uuid}/take", guards=EDIT, include_in_schema=False)
async def take_in_catalog(request: PortalRequest, reading_id: UUID) -> Response[str] | Redirect:
    """Take a catalog in as it was seen."""
    given = await entered(request)
    try:
        taken = await take_catalog(principal_of(request), reading_id, _choice(given))
    except Conflict as error:
        page = await catalog_page(reading_id, given.get("of", [""])[-1], error.sentence)
        return render(request, _PAGE, page, 409)
    return go("/standard", _said(taken))


def _choice(given: dict[str, list[str]]) -> Choice:
    return Choice(
        of=given.get("of", [""])[-1],
        mark=given.get("mark", [""])[-1],
        groups=frozenset(given.get("groups", ())) if "by_group" in given else None,
        their_words=frozenset(map(_id, given.get("theirs", ()))),
        map_questions="map" in given,
    )


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        return UUID(int=0)


def _said(taken: TakenIn) -> str:
    counted = [(taken.added, "new"), (taken.changed, "changed"), (taken.gone, "marked as gone"), (taken.back, "back")]
    words = ", ".join(f"{number} {what}" for number, what in counted if number)
    return f"{taken.catalog} is in: {words or 'nothing changed'}."


ROUTES: list[ControllerRouterHandler] = [upload_catalog, look_at_catalog, take_in_catalog]
