"""The vendor's form: home, sections, one answer at a time, what is missing, submitting and the receipt."""

from dataclasses import replace
from uuid import UUID

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.response import Redirect
from litestar.types import ControllerRouterHandler

from portal.assessments.answer_pages import DocumentsPage, Form, SubmitPage
from portal.assessments.answer_queries import (
    first_url,
    home_page,
    library_of,
    load_form,
    missing_page,
    question_card,
    receipt_page,
    saved_part,
    section_page,
)
from portal.assessments.answering import save_answer
from portal.assessments.cards import Card, Other, with_typed
from portal.assessments.forms import AttestationForm
from portal.assessments.reuse.taking import place_in, save_from_earlier
from portal.assessments.submitting import submit_assessment
from portal.assessments.wording import answer_words
from portal.core.errors import InvalidForm
from portal.core.forms import parse
from portal.core.pages import go, is_fragment, render
from portal.core.reading import entered
from portal.core.scope import Can, PortalRequest, Principal, allows, principal_of
from portal.core.settings import Settings
from questionnaires.errors import AnswerConflict, InvalidAnswer, StillMissing, UnfinishedAnswer

CONTACT = [allows(Can.answer)]
PART = [allows(Can.answer_part)]
_SECTION, _SAVED = "answer/section.html", "answer/_saved.html"


@get("/answer", guards=PART, include_in_schema=False)
async def home(request: PortalRequest) -> Response[str]:
    """List what the contact is asked to answer."""
    return render(request, "answer/home.html", await home_page(principal_of(request)))


@get("/answer/{assessment_id:uuid}", guards=PART, include_in_schema=False)
async def begin(request: PortalRequest, assessment_id: UUID) -> Redirect:
    """Go on where something is missing."""
    return Redirect(first_url(await load_form(principal_of(request), assessment_id)), status_code=303)


@get("/answer/{assessment_id:uuid}/{section:str}", guards=PART, include_in_schema=False)
async def section(
    request: PortalRequest,
    assessment_id: UUID,
    section: str,
    settings: NamedDependency[Settings],
    correct: str = "",
    earlier: str = "",
) -> Response[str]:
    """Show one section; at the question `correct` the fields are open, at `earlier` filled with the earlier answer."""
    form = await load_form(principal_of(request), assessment_id, section)
    form = replace(form, correcting=correct, starting=earlier)
    return render(request, _SECTION, section_page(form, section, settings.upload_limit))


@get("/answer/{assessment_id:uuid}/questions/{ref:str}", guards=PART, include_in_schema=False)
async def question(request: PortalRequest, assessment_id: UUID, ref: str) -> Response[str] | Redirect:
    """Show one question as it stands."""
    form = await load_form(principal_of(request), assessment_id)
    card = question_card(form, ref)
    if not is_fragment(request):
        return Redirect(f"/answer/{assessment_id}/{card.section}#q-{ref}", status_code=303)
    return render(request, "answer/_question.html", card)


@post("/answer/{assessment_id:uuid}/questions/{ref:str}", guards=PART, include_in_schema=False)
async def answer(
    request: PortalRequest, assessment_id: UUID, ref: str, settings: NamedDependency[Settings]
) -> Response[str] | Redirect:
    """Save one answer: as a fragment for autosave, as a redirect back to the question with scripts off."""
    who, given = principal_of(request), await entered(request)
    revision = _revision(given)
    try:
        if place := place_in(given):
            row = await save_from_earlier(who, assessment_id, ref, given, revision, place)
        else:
            row = await save_answer(who, assessment_id, ref, given, revision)
    except InvalidAnswer as error:
        return await _refused(request, assessment_id, ref, given, error, settings, 422)
    except AnswerConflict as error:
        return await _refused(request, assessment_id, ref, given, error, settings, 409)
    form = await load_form(who, assessment_id)
    # Not the revision that stands by now: somebody may have written since, and this page has not shown that.
    card = replace(question_card(form, ref), revision=row.revision)
    if is_fragment(request):
        return _part(request, form, card, given)
    return go(f"/answer/{assessment_id}/{card.section}#q-{ref}", "Saved.")


@get("/answer/{assessment_id:uuid}/documents", guards=CONTACT, include_in_schema=False)
async def documents(request: PortalRequest, assessment_id: UUID, settings: NamedDependency[Settings]) -> Response[str]:
    """Show the vendor's library."""
    form = await load_form(principal_of(request), assessment_id, "documents")
    return render(request, "answer/documents.html", DocumentsPage(form, library_of(form, settings.upload_limit)))


@get("/answer/{assessment_id:uuid}/missing", guards=CONTACT, include_in_schema=False)
async def missing(request: PortalRequest, assessment_id: UUID) -> Response[str]:
    """List what is missing."""
    form = await load_form(principal_of(request), assessment_id, "missing")
    return render(request, "answer/missing.html", missing_page(form))


@get("/answer/{assessment_id:uuid}/submit", guards=CONTACT, include_in_schema=False)
async def check(request: PortalRequest, assessment_id: UUID) -> Response[str]:
    """Show the attestation, or what is still missing."""
    who = principal_of(request)
    form = await load_form(who, assessment_id, "submit")
    return render(request, "answer/submit.html", SubmitPage(form, {}, {"name": who.name}))


@post("/answer/{assessment_id:uuid}/submit", guards=CONTACT, include_in_schema=False)
async def submit(request: PortalRequest, assessment_id: UUID) -> Response[str] | Redirect:
    """Submit the answers."""
    who, given = principal_of(request), await entered(request)
    try:
        attested = parse(AttestationForm, given)
        if not attested.confirmed:
            raise InvalidForm({"confirmed": "Please tick that the answers are complete and true."})
        company: str = request.app.state.company.name
        await submit_assessment(who, assessment_id, attested.name, attested.title, company)
    except InvalidForm as error:
        return await _unsubmitted(request, who, assessment_id, given, error.errors)
    except StillMissing as error:
        return await _unsubmitted(request, who, assessment_id, given, {"": error.sentence})
    return go(f"/answer/{assessment_id}/receipt", "Submitted. Thank you.")


@get("/answer/{assessment_id:uuid}/receipt", guards=CONTACT, include_in_schema=False)
async def receipt(request: PortalRequest, assessment_id: UUID) -> Response[str]:
    """Show the receipt."""
    return render(request, "answer/receipt.html", await receipt_page(principal_of(request), assessment_id))


async def _unsubmitted(
    request: PortalRequest, who: Principal, assessment_id: UUID, given: dict[str, list[str]], errors: dict[str, str]
) -> Response[str]:
    form = await load_form(who, assessment_id, "submit")
    typed = {field: values[-1] for field, values in given.items() if values}
    return render(request, "answer/submit.html", SubmitPage(form, errors, typed), 422)


async def _refused(
    request: PortalRequest,
    assessment_id: UUID,
    ref: str,
    given: dict[str, list[str]],
    error: InvalidAnswer | AnswerConflict,
    settings: Settings,
    status: int,
) -> Response[str]:
    form = await load_form(principal_of(request), assessment_id)
    card = _explained(with_typed(question_card(form, ref), given, _revision(given)), form, error)
    if is_fragment(request):
        return render(request, "answer/_note.html", card, status)
    form = replace(form, active=card.section)
    return render(request, _SECTION, section_page(form, card.section, settings.upload_limit, card), status)


def _explained(card: Card, form: Form, error: InvalidAnswer | AnswerConflict) -> Card:
    if isinstance(error, InvalidAnswer):
        return replace(card, error=error.sentence, unfinished=isinstance(error, UnfinishedAnswer))
    row = error.current
    names = {str(document.id): document.name for document in form.documents}
    words = answer_words(card.question, row.given, names) if row and row.given else "No answer (it was withdrawn)"
    comment = row.given.comment if row and row.given else ""
    return replace(card, other=Other(words, comment, row.answered_by if row else "Somebody", row))


def _part(request: PortalRequest, form: Form, card: Card, given: dict[str, list[str]]) -> Response[str]:
    form = replace(form, active=card.section)
    return render(request, _SAVED, saved_part(form, card, set(given.get("hidden", []))))


def _revision(given: dict[str, list[str]]) -> int:
    """Return the revision the writer saw; `over` is sent by the button that keeps one's own answer."""
    text = (given.get("over") or given.get("revision") or ["0"])[-1]
    return int(text) if text.isdigit() and len(text) < 9 else 0


ROUTES: list[ControllerRouterHandler] = [
    home, begin, section, question, answer, documents, missing, check, submit, receipt,
]  # fmt: skip
