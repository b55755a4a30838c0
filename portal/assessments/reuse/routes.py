"""Earlier answers on the vendor's form: all that are offered, and taking or putting away one."""

from dataclasses import replace
from uuid import UUID

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.response import Redirect
from litestar.types import ControllerRouterHandler

from portal.assessments.answer_queries import earlier_page, load_form, question_card, saved_part
from portal.assessments.reuse.library import library_page
from portal.assessments.reuse.taking import Reusing, place_in, reuse_answer
from portal.core.errors import Conflict, InvalidForm
from portal.core.pages import go, is_fragment, render
from portal.core.reading import entered
from portal.core.scope import Can, PortalRequest, allows, principal_of
from portal.core.settings import Settings

PART = [allows(Can.answer_part)]
_AT = "/answer/{assessment_id:uuid}/reuse"
_DONE = {
    Reusing.use: "Taken: it is your answer now, and its source is kept with it.",
    Reusing.refuse: "Put away: it is not offered here again.",
}


@get("/answer/own", guards=[allows(Can.answer)], include_in_schema=False)
async def library(
    request: PortalRequest, settings: NamedDependency[Settings], q: str = "", page: int = 1
) -> Response[str]:
    """Show the vendor's library: the newest answer to each question, and its documents."""
    shown = await library_page(principal_of(request), settings, q.replace("\x00", "")[:200], page)
    return render(request, "answer/library.html", shown)


@get(_AT, guards=PART, include_in_schema=False)
async def offered(request: PortalRequest, assessment_id: UUID) -> Response[str]:
    """Show every question at which an earlier answer is offered."""
    form = await load_form(principal_of(request), assessment_id, "reuse")
    return render(request, "answer/earlier.html", earlier_page(form))


@post(_AT + "/{ref:str}", guards=PART, include_in_schema=False)
async def decide(request: PortalRequest, assessment_id: UUID, ref: str) -> Response[str] | Redirect:
    """Take one earlier answer as it is, or put it away."""
    who, given = principal_of(request), await entered(request)
    place, how, error = place_in(given), _how(given.get("choice", [""])[-1]), ""
    if place is None:
        raise InvalidForm({"": "This page is out of date. Please load it again."})
    try:
        await reuse_answer(who, assessment_id, ref, place, how)
    except Conflict as refused:
        if not is_fragment(request):
            raise
        error = refused.sentence
    form = await load_form(who, assessment_id)
    card = replace(question_card(form, ref), focus=True, error=error)
    if not is_fragment(request):
        return go(f"/answer/{assessment_id}/{card.section}#q-{ref}", _DONE[how])
    part = saved_part(replace(form, active=card.section), card, set(given.get("hidden", [])))
    return render(request, "answer/_decided.html", part, 409 if error else 200)


def _how(text: str) -> Reusing:
    try:
        return Reusing(text)
    except ValueError:
        raise InvalidForm({"": "Please choose whether to use the earlier answer or not."}) from None


ROUTES: list[ControllerRouterHandler] = [library, offered, decide]
