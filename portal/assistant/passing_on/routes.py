"""Pages that pass a question on: the vendor is chosen, and a form is filled in; nothing is sent before its button is pressed."""

from uuid import UUID

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.response import Redirect
from litestar.types import ControllerRouterHandler

from portal.assessments.queries import new_page
from portal.assistant.passing_on.offers import with_questionnaire
from portal.assistant.passing_on.queries import choice_page, message_page, open_assessments, passed_for, vendor_in
from portal.core.errors import NotFound
from portal.core.pages import go, render
from portal.core.scope import Can, PortalRequest, allows, principal_of
from portal.core.settings import Settings

WRITE = [allows(Can.read_evidence, Can.review, Can.assess)]
_FORM = "assistant/pass_on.html"


@get("/assistant/turns/{turn_id:uuid}/vendor", guards=WRITE, include_in_schema=False)
async def pass_on(
    request: PortalRequest, turn_id: UUID, vendor: str = "", assessment: UUID | None = None
) -> Response[str] | Redirect:
    """Show where a question is written to a vendor; one that has no open questionnaire is sent a new one with it."""
    passed = await passed_for(principal_of(request), turn_id)
    chosen = vendor_in(passed, vendor)
    if chosen is None:
        return render(request, _FORM, choice_page(passed))
    there = await open_assessments(chosen)
    if not there and assessment is None:
        return go(with_questionnaire(turn_id, chosen.slug))
    return render(request, _FORM, await message_page(passed, chosen, there, assessment))


@get("/assistant/turns/{turn_id:uuid}/questionnaire", guards=WRITE, include_in_schema=False)
async def with_new(
    request: PortalRequest, turn_id: UUID, settings: NamedDependency[Settings], vendor: str = ""
) -> Response[str]:
    """Show the form that sends a questionnaire, with the question as its message."""
    passed = await passed_for(principal_of(request), turn_id)
    chosen = vendor_in(passed, vendor)
    if chosen is None:
        raise NotFound()
    page = await new_page(chosen.slug, bool(settings.smtp_url), entered={"message": passed.words}, carried=True)
    return render(request, "assessments/new.html", page)


ROUTES: list[ControllerRouterHandler] = [pass_on, with_new]
