"""The password of a protected document, from a reviewer or from the vendor who gave it."""

from uuid import UUID

from litestar import Response, post
from litestar.di import NamedDependency
from litestar.response import Redirect
from litestar.types import ControllerRouterHandler

from portal.core.errors import InvalidForm
from portal.core.pages import go, is_fragment, render
from portal.core.reading import entered
from portal.core.scope import Can, PortalRequest, allows, principal_of
from portal.core.settings import Settings
from portal.engines import Engines
from portal.evidence.access import evidence_for
from portal.evidence.library import library_of
from portal.evidence.unlocking import unlock
from portal.evidence.viewing import Look, viewer_page

_OPENED = "The password opens the document, and its pages are read. The password itself is kept nowhere."


@post("/documents/{evidence_id:uuid}/unlock", guards=[allows(Can.assess)], include_in_schema=False)
async def unlock_document(
    request: PortalRequest,
    evidence_id: UUID,
    settings: NamedDependency[Settings],
    engines: NamedDependency[Engines],
) -> Response[str] | Redirect:
    """Read a protected document with its password."""
    who = principal_of(request)
    try:
        await unlock(who, evidence_id, await _password(request), settings, engines)
    except InvalidForm as error:
        row = await evidence_for(who, evidence_id)
        page = await viewer_page(settings, row, Look(), True, error.errors.get("password", ""))
        return render(request, "evidence/viewer.html", page, 422)
    return go(f"/documents/{evidence_id}", _OPENED)


@post("/answer/documents/{evidence_id:uuid}/unlock", guards=[allows(Can.answer)], include_in_schema=False)
async def unlock_own(
    request: PortalRequest,
    evidence_id: UUID,
    settings: NamedDependency[Settings],
    engines: NamedDependency[Engines],
) -> Response[str] | Redirect:
    """Read a contact's own protected document with its password."""
    who = principal_of(request)
    try:
        await unlock(who, evidence_id, await _password(request), settings, engines)
    except InvalidForm as error:
        wrong = {evidence_id: error.errors.get("password", "")}
        return render(request, "evidence/_library.html", await library_of(who, settings, {}, wrong), 422)
    if is_fragment(request):
        return render(request, "evidence/_library.html", await library_of(who, settings, {}))
    return go("/answer", _OPENED)


async def _password(request: PortalRequest) -> str:
    return ((await entered(request)).get("password") or [""])[-1][:200]


ROUTES: list[ControllerRouterHandler] = [unlock_document, unlock_own]
