"""The pages on which a draft is translated."""

from uuid import UUID

from litestar import Response, get, post
from litestar.response import Redirect
from litestar.types import ControllerRouterHandler

from portal.assessments.authoring import translating
from portal.core.dates import plural
from portal.core.errors import Conflict, InvalidForm
from portal.core.pages import go, render
from portal.core.reading import entered
from portal.core.scope import Can, PortalRequest, allows, principal_of

_WRITE = [allows(Can.assess)]
_URL = "/questionnaires/drafts/{written_id:uuid}/translations"
_LIST, _ONE = "authoring/translations.html", "authoring/translation.html"


@get(_URL, guards=_WRITE, include_in_schema=False)
async def translations(request: PortalRequest, written_id: UUID, language: str = "") -> Response[str] | Redirect:
    """List the languages of a draft; one that was chosen is opened."""
    if language:
        await translating.translation_page(principal_of(request), written_id, language)
        return Redirect(f"/questionnaires/drafts/{written_id}/translations/{language}", status_code=303)
    return render(request, _LIST, await translating.translations_page(principal_of(request), written_id))


@get(_URL + "/{language:str}", guards=_WRITE, include_in_schema=False)
async def translation(request: PortalRequest, written_id: UUID, language: str) -> Response[str]:
    """Show one language as text to be filled in."""
    return render(request, _ONE, await translating.translation_page(principal_of(request), written_id, language))


@post(_URL + "/{language:str}", guards=_WRITE, include_in_schema=False)
async def save(request: PortalRequest, written_id: UUID, language: str) -> Response[str] | Redirect:
    """Save one language."""
    who, given = principal_of(request), await entered(request)
    text, seen = given.get("text", [""])[-1], given.get("seen", [""])[-1]
    try:
        count = await translating.save_translation(who, written_id, language, text, seen)
    except InvalidForm as error:
        sentence = error.errors.get("text")
        if sentence is None:
            raise
        return render(
            request, _ONE, await translating.translation_page(who, written_id, language, text, seen, sentence), 422
        )
    except Conflict as error:
        page = await translating.translation_page(who, written_id, language, text, "", error.sentence)
        return render(request, _ONE, page, 409)
    return go(f"/questionnaires/drafts/{written_id}/translations", f"Saved: {plural(count, 'text')}.")


ROUTES: list[ControllerRouterHandler] = [translations, translation, save]
