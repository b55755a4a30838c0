"""The preview of a draft, in which its branching is tried out."""

from uuid import UUID

from litestar import Response, get, post
from litestar.types import ControllerRouterHandler

from portal.assessments.authoring.queries import trial_page
from portal.core.pages import is_fragment, render
from portal.core.reading import entered
from portal.core.scope import Can, PortalRequest, allows, principal_of

_PAGE = "authoring/preview.html"
_URL = "/questionnaires/drafts/{written_id:uuid}/preview"


@get(_URL, guards=[allows(Can.assess)], include_in_schema=False)
async def preview(request: PortalRequest, written_id: UUID, language: str = "") -> Response[str]:
    """Show a draft as the vendor sees it, in one of its languages."""
    return render(request, _PAGE, await trial_page(principal_of(request), written_id, {}, language))


@post(_URL, guards=[allows(Can.assess)], status_code=200, include_in_schema=False)
async def try_out(request: PortalRequest, written_id: UUID) -> Response[str]:
    """Show what applies with the answers entered, and keep none of them."""
    given = await entered(request)
    page = await trial_page(principal_of(request), written_id, given, given.get("language", [""])[-1])
    return render(request, "authoring/_tried.html" if is_fragment(request) else _PAGE, page)


ROUTES: list[ControllerRouterHandler] = [preview, try_out]
