"""The pages of answering offline: the workbook, bringing a file, what would change, and taking it in; for both sides."""

from uuid import UUID

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.response import Redirect
from litestar.types import ControllerRouterHandler

from portal.assessments.offline.handling import (
    Templates,
    bring_file,
    give_workbook,
    merge_file,
    put_away,
    show_merge,
    show_offline,
)
from portal.core.scope import Can, PortalRequest, allows
from portal.core.settings import Settings

_CONTACT, _STAFF = [allows(Can.answer)], [allows(Can.assess)]
_ITS, _OURS = "/answer/{assessment_id:uuid}/offline", "/assessments/{assessment_id:uuid}/brought"
_VENDORS = Templates("answer/offline.html", "answer/merge.html")
_STAFFS = Templates("assessments/bring.html", "assessments/bring_merge.html")


@get(_ITS, guards=_CONTACT, include_in_schema=False)
async def offline(request: PortalRequest, assessment_id: UUID) -> Response[str]:
    """Offer the workbook, and a place to bring it back."""
    return await show_offline(request, assessment_id, _VENDORS)


@post(_ITS + "/workbook", guards=_CONTACT, include_in_schema=False)
async def workbook(request: PortalRequest, assessment_id: UUID) -> Response[bytes]:
    """Give the workbook."""
    return await give_workbook(request, assessment_id)


@post(_ITS, guards=_CONTACT, include_in_schema=False)
async def bring(
    request: PortalRequest, assessment_id: UUID, settings: NamedDependency[Settings]
) -> Response[str] | Redirect:
    """Take a file in, and go on to what would change."""
    return await bring_file(request, assessment_id, settings, _VENDORS)


@get(_ITS + "/{file_id:uuid}", guards=_CONTACT, include_in_schema=False)
async def preview(request: PortalRequest, assessment_id: UUID, file_id: UUID) -> Response[str]:
    """Show what would change."""
    return await show_merge(request, assessment_id, file_id, _VENDORS)


@post(_ITS + "/{file_id:uuid}", guards=_CONTACT, include_in_schema=False)
async def merge(request: PortalRequest, assessment_id: UUID, file_id: UUID) -> Response[str] | Redirect:
    """Take in what was chosen."""
    return await merge_file(request, assessment_id, file_id, _VENDORS)


@post(_ITS + "/{file_id:uuid}/drop", guards=_CONTACT, include_in_schema=False)
async def drop(request: PortalRequest, assessment_id: UUID, file_id: UUID) -> Redirect:
    """Put the file away."""
    return await put_away(request, assessment_id, file_id)


@get(_OURS, guards=_STAFF, include_in_schema=False)
async def staff_offline(request: PortalRequest, assessment_id: UUID) -> Response[str]:
    """Offer the workbook, and a place to bring what the vendor sent."""
    return await show_offline(request, assessment_id, _STAFFS)


@post(_OURS + "/workbook", guards=_STAFF, include_in_schema=False)
async def staff_workbook(request: PortalRequest, assessment_id: UUID) -> Response[bytes]:
    """Give the workbook."""
    return await give_workbook(request, assessment_id)


@post(_OURS, guards=_STAFF, include_in_schema=False)
async def staff_bring(
    request: PortalRequest, assessment_id: UUID, settings: NamedDependency[Settings]
) -> Response[str] | Redirect:
    """Take a file in, and go on to what would change."""
    return await bring_file(request, assessment_id, settings, _STAFFS)


@get(_OURS + "/{file_id:uuid}", guards=_STAFF, include_in_schema=False)
async def staff_preview(request: PortalRequest, assessment_id: UUID, file_id: UUID) -> Response[str]:
    """Show what would change."""
    return await show_merge(request, assessment_id, file_id, _STAFFS)


@post(_OURS + "/{file_id:uuid}", guards=_STAFF, include_in_schema=False)
async def staff_merge(request: PortalRequest, assessment_id: UUID, file_id: UUID) -> Response[str] | Redirect:
    """Take in what was chosen."""
    return await merge_file(request, assessment_id, file_id, _STAFFS)


@post(_OURS + "/{file_id:uuid}/drop", guards=_STAFF, include_in_schema=False)
async def staff_drop(request: PortalRequest, assessment_id: UUID, file_id: UUID) -> Redirect:
    """Put the file away."""
    return await put_away(request, assessment_id, file_id)


ROUTES: list[ControllerRouterHandler] = [
    offline, workbook, bring, preview, merge, drop,
    staff_offline, staff_workbook, staff_bring, staff_preview, staff_merge, staff_drop,
]  # fmt: skip
