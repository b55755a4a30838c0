"""Talk on the vendor's form and on the staff's page of one assessment."""

from dataclasses import replace
from uuid import UUID

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.response import Redirect
from litestar.types import ControllerRouterHandler

from portal.assessments.answer_pages import SavedPart
from portal.assessments.answer_queries import load_form, messages_page, question_card, section_page
from portal.assessments.talk.pages import talk_page
from portal.assessments.talk.writing import write_to_company, write_to_vendor
from portal.core.errors import InvalidForm
from portal.core.pages import go, is_fragment, render
from portal.core.reading import entered
from portal.core.scope import Can, PortalRequest, allows, principal_of
from portal.core.settings import Settings

_PART, _READ, _REVIEW = [allows(Can.answer_part)], [allows(Can.read_evidence)], [allows(Can.review)]
_STAFF = "/assessments/{assessment_id:uuid}/talk"


@get("/answer/{assessment_id:uuid}/talk", guards=_PART, include_in_schema=False)
async def messages(request: PortalRequest, assessment_id: UUID) -> Response[str]:
    """Show the vendor every thread."""
    form = await load_form(principal_of(request), assessment_id, "talk")
    return render(request, "answer/talk.html", messages_page(form))


@post("/answer/{assessment_id:uuid}/questions/{ref:str}/messages", guards=_PART, include_in_schema=False)
async def ask(
    request: PortalRequest, assessment_id: UUID, ref: str, settings: NamedDependency[Settings]
) -> Response[str] | Redirect:
    """Write to the company at a question."""
    who, text = principal_of(request), _text(await entered(request))
    error = ""
    try:
        await write_to_company(who, assessment_id, ref, text)
    except InvalidForm as refused:
        error = refused.errors["text"]
    form = await load_form(who, assessment_id)
    card = replace(question_card(form, ref), talking=True, message=text if error else "", message_error=error)
    if is_fragment(request):
        shown = SavedPart(replace(form, active=card.section), card, [])
        return render(request, "answer/_talked.html", shown, 422 if error else 200)
    if not error:
        return go(f"/answer/{assessment_id}/{card.section}#m-{ref}", "Sent.")
    page = section_page(replace(form, active=card.section), card.section, settings.upload_limit, card)
    return render(request, "answer/section.html", page, 422)


@get(_STAFF, guards=_READ, include_in_schema=False)
async def talk(request: PortalRequest, assessment_id: UUID) -> Response[str]:
    """Show staff every thread of an assessment."""
    return render(request, "assessments/talk.html", await talk_page(principal_of(request), assessment_id))


@post(_STAFF, guards=_REVIEW, include_in_schema=False)
async def write(request: PortalRequest, assessment_id: UUID) -> Response[str] | Redirect:
    """Write to the vendor at a question."""
    who, given = principal_of(request), await entered(request)
    ref, text = given.get("ref", [""])[-1], _text(given)
    try:
        if not ref:
            raise InvalidForm({"ref": "Question: please choose the question it is about."})
        await write_to_vendor(who, assessment_id, ref, text)
    except InvalidForm as refused:
        page = await talk_page(who, assessment_id, refused.errors, {"ref": ref, "text": text})
        return render(request, "assessments/talk.html", page, 422)
    return go(f"/assessments/{assessment_id}/talk#m-{ref}", "Sent: the vendor is told by mail.")


def _text(given: dict[str, list[str]]) -> str:
    return given.get("text", [""])[-1]


ROUTES: list[ControllerRouterHandler] = [messages, ask, talk, write]
