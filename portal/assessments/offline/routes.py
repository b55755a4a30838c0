"""The pages of answering offline: the workbook, bringing a file, what would change, and taking it in."""

import json
from dataclasses import replace
from urllib.parse import quote
from uuid import UUID

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.response import Redirect
from litestar.types import ControllerRouterHandler

from portal.assessments.offline.copies import make_copy
from portal.assessments.offline.merging import Merged, Moved, drop_file, merge_answers
from portal.assessments.offline.previewing import merge_page, offline_page
from portal.assessments.offline.receiving import receive_answers
from portal.assessments.uploaded import uploaded
from portal.core.dates import plural
from portal.core.errors import Conflict
from portal.core.pages import go, render
from portal.core.reading import entered
from portal.core.scope import Can, PortalRequest, allows, principal_of
from portal.core.settings import Settings
from questionnaires.errors import QuestionnaireError

CONTACT = [allows(Can.answer)]
_AT = "/answer/{assessment_id:uuid}/offline"
_PAGE, _MERGE = "answer/offline.html", "answer/merge.html"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@get(_AT, guards=CONTACT, include_in_schema=False)
async def offline(request: PortalRequest, assessment_id: UUID) -> Response[str]:
    """Offer the workbook, and a place to bring it back."""
    return render(request, _PAGE, await offline_page(principal_of(request), assessment_id))


@post(_AT + "/workbook", guards=CONTACT, include_in_schema=False)
async def workbook(request: PortalRequest, assessment_id: UUID) -> Response[bytes]:
    """Give the workbook."""
    name, data = await make_copy(principal_of(request), request.app.state.company.name, assessment_id)
    attached = {"content-disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
    return Response(data, status_code=200, media_type=_XLSX, headers=attached)


@post(_AT, guards=CONTACT, include_in_schema=False)
async def bring(
    request: PortalRequest, assessment_id: UUID, settings: NamedDependency[Settings]
) -> Response[str] | Redirect:
    """Take a file in, and go on to what would change."""
    who, source = principal_of(request), await uploaded(request)
    try:
        if source is None:
            raise Conflict("Please choose a file first.")
        file_id = await receive_answers(who, assessment_id, source, settings)
    except (QuestionnaireError, Conflict) as error:
        return render(request, _PAGE, await offline_page(who, assessment_id, error.sentence), 422)
    return go(f"/answer/{assessment_id}/offline/{file_id}")


@get(_AT + "/{file_id:uuid}", guards=CONTACT, include_in_schema=False)
async def preview(request: PortalRequest, assessment_id: UUID, file_id: UUID) -> Response[str]:
    """Show what would change."""
    return render(request, _MERGE, await merge_page(principal_of(request), assessment_id, file_id))


@post(_AT + "/{file_id:uuid}", guards=CONTACT, include_in_schema=False)
async def merge(request: PortalRequest, assessment_id: UUID, file_id: UUID) -> Response[str] | Redirect:
    """Take in what was chosen; where a choice is missing, or something changed meanwhile, nothing is saved."""
    who, given = principal_of(request), await entered(request)
    chosen = {name.removeprefix("take:"): values[-1] for name, values in given.items() if name.startswith("take:")}
    page = await merge_page(who, assessment_id, file_id, chosen)
    if errors := page.unchosen(seen := _seen(given)):
        return render(request, _MERGE, replace(page, errors=errors), 422)
    try:
        merged = await merge_answers(who, assessment_id, file_id, chosen, seen)
    except Moved as error:
        page = await merge_page(who, assessment_id, file_id, chosen, error.refs)
        return render(request, _MERGE, replace(page, errors={"": error.sentence}), 409)
    return go(f"/answer/{assessment_id}/offline", _said(page.file.name, merged))


@post(_AT + "/{file_id:uuid}/drop", guards=CONTACT, include_in_schema=False)
async def drop(request: PortalRequest, assessment_id: UUID, file_id: UUID) -> Redirect:
    """Put the file away."""
    await drop_file(principal_of(request), assessment_id, file_id)
    return go(f"/answer/{assessment_id}/offline", "Put away: nothing was taken from this file.")


def _seen(given: dict[str, list[str]]) -> dict[str, int]:
    """Read the revisions that the page showed; what is no such list counts as nothing seen."""
    try:
        plain = json.loads(given.get("seen", ["{}"])[-1])
    except json.JSONDecodeError:
        return {}
    return {str(ref): at for ref, at in plain.items() if isinstance(at, int)} if isinstance(plain, dict) else {}


def _said(name: str, merged: Merged) -> str:
    kept = f" {plural(merged.kept, 'answer')} of the file left out." if merged.kept else ""
    return f"{plural(merged.taken, 'answer')} taken from {name}.{kept}"


ROUTES: list[ControllerRouterHandler] = [offline, workbook, bring, preview, merge, drop]
