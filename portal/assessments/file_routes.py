"""Questionnaires that come in as files, and answers that go out as one."""

from urllib.parse import quote
from uuid import UUID

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.response import Redirect
from litestar.types import ControllerRouterHandler

from portal.assessments.access import assessment_for
from portal.assessments.imported_files import said_of
from portal.assessments.queries import questionnaires_page
from portal.assessments.staff_pages import ExportPage
from portal.assessments.transferring import exported_file, import_upload
from portal.assessments.uploaded import uploaded
from portal.core.errors import Conflict
from portal.core.pages import go, render
from portal.core.reading import entered
from portal.core.scope import Can, PortalRequest, allows, principal_of
from portal.core.settings import Settings
from questionnaires.errors import QuestionnaireError

_LIST = "assessments/questionnaires.html"


@post("/questionnaires", guards=[allows(Can.assess)], include_in_schema=False)
async def import_file(request: PortalRequest, settings: NamedDependency[Settings]) -> Response[str] | Redirect:
    """Take a questionnaire in; what could not be kept of it is said once it is in."""
    source = await uploaded(request)
    if source is None:
        return render(request, _LIST, await questionnaires_page({"files": "Please choose a file first."}), 422)
    try:
        found = await import_upload(principal_of(request), source, settings)
    except (QuestionnaireError, Conflict) as error:
        return render(request, _LIST, await questionnaires_page({"files": error.sentence}), 422)
    if isinstance(found, UUID):
        return go(f"/questionnaires/sheets/{found}")
    if found.warnings:
        return render(request, _LIST, await questionnaires_page({}, found))
    return go(f"/questionnaires/{found.questionnaire}", said_of(found))


@get("/assessments/{assessment_id:uuid}/export", guards=[allows(Can.read_evidence)], include_in_schema=False)
async def export_page(request: PortalRequest, assessment_id: UUID) -> Response[str]:
    """Ask into what the answers go out."""
    return await _export_page(request, assessment_id)


@post("/assessments/{assessment_id:uuid}/export", guards=[allows(Can.read_evidence)], include_in_schema=False)
async def export(
    request: PortalRequest, assessment_id: UUID, settings: NamedDependency[Settings]
) -> Response[str] | Response[bytes]:
    """Give the file; where an answer has no place in it that is said first."""
    original = await uploaded(request)
    anyway = "anyway" in await entered(request)
    try:
        found = await exported_file(principal_of(request), assessment_id, original, anyway, settings)
    except (QuestionnaireError, Conflict) as error:
        return await _export_page(request, assessment_id, {"files": error.sentence})
    if found.warnings and not anyway:
        return await _export_page(request, assessment_id, warnings=found.warnings)
    attached = {"content-disposition": f"attachment; filename*=UTF-8''{quote(found.name)}"}
    return Response(found.data, status_code=200, media_type="application/octet-stream", headers=attached)


async def _export_page(
    request: PortalRequest, assessment_id: UUID, errors: dict[str, str] | None = None, warnings: tuple[str, ...] = ()
) -> Response[str]:
    assessment = await assessment_for(principal_of(request), assessment_id)
    page = ExportPage(assessment, errors or {}, warnings)
    return render(request, "assessments/export.html", page, 422 if errors or warnings else 200)


ROUTES: list[ControllerRouterHandler] = [import_file, export_page, export]
