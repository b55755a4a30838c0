"""The form of a tip: added, shown, saved and removed."""

from dataclasses import replace
from uuid import UUID

from litestar import Response, get, post
from litestar.response import Redirect
from litestar.types import ControllerRouterHandler

from portal.assessments.authoring import tip_editing
from portal.assessments.authoring.editing import ChangedMeanwhile
from portal.assessments.authoring.pressing import focus_after
from portal.assessments.authoring.tip_pages import tip_page
from portal.assessments.authoring.typed import Typed
from portal.core.pages import go, is_fragment, render
from portal.core.reading import entered
from portal.core.scope import Can, PortalRequest, allows, principal_of

_WRITE = [allows(Can.assess)]
_URL = "/questionnaires/drafts/{written_id:uuid}/sections/{section_id:uuid}/tips"
_ONE = _URL + "/{place:int}"
_PAGE = "authoring/tip.html"


@post(_URL, guards=_WRITE, include_in_schema=False)
async def add(request: PortalRequest, written_id: UUID, section_id: UUID) -> Redirect:
    """Add a tip and open its form."""
    place = await tip_editing.add_tip(principal_of(request), written_id, section_id)
    return go(f"/questionnaires/drafts/{written_id}/sections/{section_id}/tips/{place}")


@get(_ONE, guards=_WRITE, include_in_schema=False)
async def tip(request: PortalRequest, written_id: UUID, section_id: UUID, place: int) -> Response[str]:
    """Show the form of a tip."""
    return render(request, _PAGE, await tip_page(principal_of(request), written_id, section_id, place))


@post(_ONE, guards=_WRITE, include_in_schema=False)
async def save(request: PortalRequest, written_id: UUID, section_id: UUID, place: int) -> Response[str] | Redirect:
    """Save a tip; a button inside the form, and a question just chosen, show the form again."""
    who, given = principal_of(request), await entered(request)
    button, revision = given.get("do", [""])[-1], _revision(given)
    base = f"/questionnaires/drafts/{written_id}/sections/{section_id}"
    try:
        if button == "remove":
            await tip_editing.remove_tip(who, written_id, section_id, place, revision)
            return go(base, "The tip is removed.")
        typed = await tip_editing.save_tip(who, written_id, section_id, place, given, revision)
    except ChangedMeanwhile as error:
        page = await tip_page(who, written_id, section_id, place)
        mine = tip_editing.read_tip(given, page.typed)
        said = f"{error.by} changed this section while you were writing. What you typed stands here; save again to keep it."
        return render(
            request, _PAGE, replace(await tip_page(who, written_id, section_id, place, mine), error=said), 409
        )
    if is_fragment(request):
        page = await tip_page(who, written_id, section_id, place)
        return render(request, _PAGE, replace(page, focus=focus_after(Typed(when=typed.when), button)))
    return go(f"{base}/tips/{place}#part-when") if button else go(f"{base}#tips", "Saved.")


def _revision(given: dict[str, list[str]]) -> int:
    text = given.get("revision", ["0"])[-1]
    return int(text) if text.isdigit() and len(text) < 9 else 0


ROUTES: list[ControllerRouterHandler] = [add, tip, save]
