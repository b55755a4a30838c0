"""Evidence on a question of the vendor's form: uploading onto it, choosing from the library, taking away."""

from dataclasses import replace
from uuid import UUID

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.response import Redirect
from litestar.types import ControllerRouterHandler

from portal.assessments.answer_pages import DocumentsPart
from portal.assessments.answer_queries import (
    library_of,
    load_form,
    question_card,
)
from portal.assessments.answering import question_for
from portal.assessments.attaching import attach_documents, choose_documents, detach_document
from portal.core.errors import NotFound
from portal.core.pages import go, is_fragment, render
from portal.core.reading import entered
from portal.core.scope import Can, PortalRequest, allows, principal_of
from portal.core.settings import Settings
from portal.evidence.uploads import receive_form

CONTACT = [allows(Can.answer)]
PART = [allows(Can.answer_part)]
_AT = "/answer/{assessment_id:uuid}/questions/{ref:str}/documents"


@get(_AT, guards=CONTACT, include_in_schema=False)
async def choose(
    request: PortalRequest, assessment_id: UUID, ref: str, settings: NamedDependency[Settings]
) -> Response[str]:
    """Show the library to choose from, for one question."""
    return await _documents(request, assessment_id, ref, settings, choosing=True)


@get("/answer/{assessment_id:uuid}/questions/{ref:str}/attached", guards=PART, include_in_schema=False)
async def attached(request: PortalRequest, assessment_id: UUID, ref: str) -> Response[str]:
    """Give the documents behind one question with their live state."""
    form = await load_form(principal_of(request), assessment_id)
    return render(request, "answer/_attached.html", question_card(form, ref))


@post(_AT, guards=PART, include_in_schema=False)
async def upload(
    request: PortalRequest, assessment_id: UUID, ref: str, settings: NamedDependency[Settings]
) -> Response[str] | Redirect:
    """Take files in and put them behind the question."""
    who = principal_of(request)
    assessment, _ = await question_for(who, assessment_id, ref)
    taken, errors = await receive_form(request, who, assessment.vendor, settings)
    if taken:
        await attach_documents(who, assessment_id, ref, [row.id for row in taken])
    return await _changed(request, assessment_id, ref, settings, errors)


@post(_AT + "/chosen", guards=CONTACT, include_in_schema=False)
async def chosen(
    request: PortalRequest, assessment_id: UUID, ref: str, settings: NamedDependency[Settings]
) -> Response[str] | Redirect:
    """Make the chosen documents stand behind the question."""
    wanted = _ids((await entered(request)).get("evidence", []))
    await choose_documents(principal_of(request), assessment_id, ref, wanted)
    return await _changed(request, assessment_id, ref, settings, {})


@post(_AT + "/{evidence_id:uuid}/detach", guards=PART, include_in_schema=False)
async def detach(
    request: PortalRequest, assessment_id: UUID, ref: str, evidence_id: UUID, settings: NamedDependency[Settings]
) -> Response[str] | Redirect:
    """Take one document away from the question."""
    await detach_document(principal_of(request), assessment_id, ref, evidence_id)
    return await _changed(request, assessment_id, ref, settings, {})


async def _changed(
    request: PortalRequest, assessment_id: UUID, ref: str, settings: Settings, errors: dict[str, str]
) -> Response[str] | Redirect:
    if is_fragment(request) or errors:
        return await _documents(request, assessment_id, ref, settings, errors=errors)
    form = await load_form(principal_of(request), assessment_id)
    return go(f"/answer/{assessment_id}/{question_card(form, ref).section}#q-{ref}", "Saved.")


async def _documents(
    request: PortalRequest,
    assessment_id: UUID,
    ref: str,
    settings: Settings,
    *,
    choosing: bool = False,
    errors: dict[str, str] | None = None,
) -> Response[str]:
    form = await load_form(principal_of(request), assessment_id)
    card = question_card(form, ref)
    form = replace(form, active=card.section)
    part = DocumentsPart(form, card, choosing, library_of(form, settings.upload_limit), errors or {})
    template = "answer/_documents.html" if is_fragment(request) else "answer/choose.html"
    return render(request, template, part, 422 if errors else 200)


def _ids(texts: list[str]) -> list[UUID]:
    try:
        return [UUID(text) for text in texts]
    except ValueError:
        raise NotFound() from None


ROUTES: list[ControllerRouterHandler] = [choose, attached, upload, chosen, detach]
