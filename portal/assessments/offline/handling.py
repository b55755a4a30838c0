"""What the pages of answers in files do, the same for a vendor's contact and for staff who bring a vendor's file."""

import json
from dataclasses import dataclass, replace
from urllib.parse import quote
from uuid import UUID

from litestar import Response
from litestar.response import Redirect

from portal.assessments.offline.copies import make_copy
from portal.assessments.offline.merging import Merged, Moved, drop_file, merge_answers
from portal.assessments.offline.pages import side_of
from portal.assessments.offline.previewing import merge_page, offline_page
from portal.assessments.offline.receiving import receive_answers
from portal.assessments.uploaded import uploaded
from portal.core.dates import plural
from portal.core.errors import Conflict
from portal.core.pages import go, render
from portal.core.reading import entered
from portal.core.scope import PortalRequest, principal_of
from portal.core.settings import Settings
from questionnaires.errors import QuestionnaireError

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Templates:
    """The two pages of one side."""

    page: str
    merge: str


async def show_offline(request: PortalRequest, assessment_id: UUID, shown: Templates) -> Response[str]:
    """Offer the workbook, and a place to bring a file."""
    return render(request, shown.page, await offline_page(principal_of(request), assessment_id))


async def give_workbook(request: PortalRequest, assessment_id: UUID) -> Response[bytes]:
    """Give the workbook."""
    name, data = await make_copy(principal_of(request), request.app.state.company.name, assessment_id)
    attached = {"content-disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
    return Response(data, status_code=200, media_type=_XLSX, headers=attached)


async def bring_file(
    request: PortalRequest, assessment_id: UUID, settings: Settings, shown: Templates
) -> Response[str] | Redirect:
    """Take a file in, and go on to what would change."""
    who, source = principal_of(request), await uploaded(request)
    try:
        if source is None:
            raise Conflict("Please choose a file first.")
        file_id = await receive_answers(who, assessment_id, source, settings)
    except (QuestionnaireError, Conflict) as error:
        return render(request, shown.page, await offline_page(who, assessment_id, error.sentence), 422)
    return go(f"{side_of(who, assessment_id).base}/{file_id}")


async def show_merge(request: PortalRequest, assessment_id: UUID, file_id: UUID, shown: Templates) -> Response[str]:
    """Show what would change."""
    return render(request, shown.merge, await merge_page(principal_of(request), assessment_id, file_id))


async def merge_file(
    request: PortalRequest, assessment_id: UUID, file_id: UUID, shown: Templates
) -> Response[str] | Redirect:
    """Take in what was chosen; where a choice is missing, or something changed meanwhile, nothing is saved."""
    who, given = principal_of(request), await entered(request)
    chosen = {name.removeprefix("take:"): values[-1] for name, values in given.items() if name.startswith("take:")}
    page = await merge_page(who, assessment_id, file_id, chosen)
    if errors := page.unchosen(seen := _seen(given)):
        return render(request, shown.merge, replace(page, errors=errors), 422)
    try:
        merged = await merge_answers(who, assessment_id, file_id, chosen, seen)
    except Moved as error:
        page = await merge_page(who, assessment_id, file_id, chosen, error.refs)
        return render(request, shown.merge, replace(page, errors={"": error.sentence}), 409)
    return go(page.side.base, _said(page.file.name, merged))


async def put_away(request: PortalRequest, assessment_id: UUID, file_id: UUID) -> Redirect:
    """Put the file away."""
    who = principal_of(request)
    await drop_file(who, assessment_id, file_id)
    return go(side_of(who, assessment_id).base, "Put away: nothing was taken from this file.")


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
