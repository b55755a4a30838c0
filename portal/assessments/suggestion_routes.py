"""Documents first: the first step of the form, suggestions one by one and under each other, and what is left."""

from dataclasses import replace
from uuid import UUID

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.response import Redirect
from litestar.types import ControllerRouterHandler

from portal.assessments.answer_queries import (
    left_page,
    load_form,
    question_card,
    saved_part,
    start_page,
    suggestions_page,
)
from portal.assessments.suggestions.deciding import Choice, decide, decide_several
from portal.core.dates import plural
from portal.core.errors import Conflict, InvalidForm, NotFound
from portal.core.pages import go, is_fragment, render
from portal.core.reading import entered
from portal.core.scope import Can, PortalRequest, allows, principal_of
from portal.core.settings import Settings

CONTACT = [allows(Can.answer)]
PART = [allows(Can.answer_part)]
_AT = "/answer/{assessment_id:uuid}"
_DONE = {
    Choice.confirm: "Confirmed: it is your answer now, with the words it stands on.",
    Choice.ignore: "Ignored: it is not suggested again.",
}


@get(_AT + "/start", guards=CONTACT, include_in_schema=False)
async def start(request: PortalRequest, assessment_id: UUID, settings: NamedDependency[Settings]) -> Response[str]:
    """Ask for documents first, and say how far they are looked through."""
    form = await load_form(principal_of(request), assessment_id, "start")
    return render(request, "answer/start.html", await start_page(form, settings.upload_limit))


@get(_AT + "/progress", guards=CONTACT, include_in_schema=False)
async def progress(request: PortalRequest, assessment_id: UUID, settings: NamedDependency[Settings]) -> Response[str]:
    """Give alone how far the documents are looked through."""
    form = await load_form(principal_of(request), assessment_id, "start")
    return render(request, "answer/_progress.html", await start_page(form, settings.upload_limit))


@get(_AT + "/suggestions", guards=CONTACT, include_in_schema=False)
async def suggestions(request: PortalRequest, assessment_id: UUID) -> Response[str]:
    """Show all suggestions under each other, each with its words and its own choice."""
    form = await load_form(principal_of(request), assessment_id, "suggestions")
    return render(request, "answer/suggestions.html", suggestions_page(form))


@post(_AT + "/suggestions", guards=CONTACT, include_in_schema=False)
async def save_choices(request: PortalRequest, assessment_id: UUID) -> Response[str] | Redirect:
    """Do what was chosen for each suggestion, and go on to the one to be corrected; those without a choice wait."""
    who, given = principal_of(request), await entered(request)
    done, refused = await decide_several(who, assessment_id, _choices(given))
    if refused:
        form = await load_form(who, assessment_id, "suggestions")
        return render(request, "answer/suggestions.html", suggestions_page(form, refused), 409)
    said = f"{plural(done, 'choice')} saved." if done else ""
    if ref := given.get("correct", [""])[-1]:
        card = question_card(await load_form(who, assessment_id), ref)
        return go(f"/answer/{assessment_id}/{card.section}?correct={card.question.ref}#q-{card.question.ref}", said)
    return go(f"/answer/{assessment_id}/suggestions", said or "Nothing was chosen yet.")


@post(_AT + "/suggestions/{suggestion_id:uuid}", guards=PART, include_in_schema=False)
async def choose(request: PortalRequest, assessment_id: UUID, suggestion_id: UUID) -> Response[str] | Redirect:
    """Confirm or ignore one suggestion."""
    who, given = principal_of(request), await entered(request)
    choice = _choice(given.get("choice", [""])[-1])
    try:
        ref, error = await decide(who, assessment_id, suggestion_id, choice), ""
    except (Conflict, NotFound) as refused:
        if not is_fragment(request):
            raise
        ref, error = given.get("ref", [""])[-1], refused.sentence
    form = await load_form(who, assessment_id)
    card = replace(question_card(form, ref), focus=True, error=error)
    if not is_fragment(request):
        return go(f"/answer/{assessment_id}/{card.section}#q-{ref}", _DONE[choice])
    part = saved_part(replace(form, active=card.section), card, set(given.get("hidden", [])))
    return render(request, "answer/_decided.html", part, 409 if error else 200)


@get(_AT + "/left", guards=PART, include_in_schema=False)
async def left(request: PortalRequest, assessment_id: UUID) -> Response[str]:
    """Show only what is left to answer."""
    form = await load_form(principal_of(request), assessment_id, "left")
    return render(request, "answer/left.html", left_page(form))


def _choices(given: dict[str, list[str]]) -> dict[UUID, Choice]:
    """Read the choices, each under the id of its suggestion."""
    found: dict[UUID, Choice] = {}
    for name, values in given.items():
        if not name.startswith("choice-") or not values[-1]:
            continue
        try:
            found[UUID(name.removeprefix("choice-"))] = _choice(values[-1])
        except ValueError:
            raise InvalidForm({"": "This page is out of date. Please load it again."}) from None
    return found


def _choice(text: str) -> Choice:
    try:
        return Choice(text)
    except ValueError:
        raise InvalidForm({"": "Please choose whether to confirm the suggestion or to ignore it."}) from None


ROUTES: list[ControllerRouterHandler] = [start, progress, suggestions, save_choices, choose, left]
