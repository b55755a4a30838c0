"""Downloads in OSCAL: the results of an assessment, and a vendor's plan of action and milestones."""

from urllib.parse import quote
from uuid import UUID

from litestar import Response, post
from litestar.types import ControllerRouterHandler

from portal.core.scope import Can, PortalRequest, allows, principal_of
from portal.oscal.exporting import Exported, export_plan, export_results

READ = [allows(Can.read_evidence)]


@post("/assessments/{assessment_id:uuid}/oscal", guards=READ, include_in_schema=False)
async def download_results(request: PortalRequest, assessment_id: UUID) -> Response[bytes]:
    """Give the assessment results."""
    return _file(await export_results(principal_of(request), assessment_id, request.app.state.company.name))


@post("/vendors/{slug:str}/oscal", guards=READ, include_in_schema=False)
async def download_plan(request: PortalRequest, slug: str) -> Response[bytes]:
    """Give the plan of action and milestones."""
    return _file(await export_plan(principal_of(request), slug, request.app.state.company.name))


def _file(file: Exported) -> Response[bytes]:
    attached = {"content-disposition": f"attachment; filename*=UTF-8''{quote(file.name)}"}
    return Response(file.data, status_code=200, media_type="application/json", headers=attached)


ROUTES: list[ControllerRouterHandler] = [download_results, download_plan]
