"""Downloading a receipt: as a PDF and as data, for the vendor that submitted and for the people who read evidence."""

from urllib.parse import quote
from uuid import UUID

from anyio import to_thread
from litestar import Response, get
from litestar.types import ControllerRouterHandler

from portal.assessments.receipt_files.keeping import get_receipt
from portal.core.scope import Can, PortalRequest, allows, principal_of

_VENDOR, _STAFF = [allows(Can.answer)], [allows(Can.read_evidence)]
_PDF, _DATA = (
    "/{assessment_id:uuid}/receipts/{receipt_id:uuid}/pdf",
    "/{assessment_id:uuid}/receipts/{receipt_id:uuid}/data",
)


@get("/answer" + _PDF, guards=_VENDOR, include_in_schema=False)
async def vendor_pdf(request: PortalRequest, assessment_id: UUID, receipt_id: UUID) -> Response[bytes]:
    """Give the vendor its receipt to read."""
    return await _pdf(request, assessment_id, receipt_id)


@get("/answer" + _DATA, guards=_VENDOR, include_in_schema=False)
async def vendor_data(request: PortalRequest, assessment_id: UUID, receipt_id: UUID) -> Response[bytes]:
    """Give the vendor its receipt as data."""
    return await _data(request, assessment_id, receipt_id)


@get("/assessments" + _PDF, guards=_STAFF, include_in_schema=False)
async def staff_pdf(request: PortalRequest, assessment_id: UUID, receipt_id: UUID) -> Response[bytes]:
    """Give staff the receipt to read."""
    return await _pdf(request, assessment_id, receipt_id)


@get("/assessments" + _DATA, guards=_STAFF, include_in_schema=False)
async def staff_data(request: PortalRequest, assessment_id: UUID, receipt_id: UUID) -> Response[bytes]:
    """Give staff the receipt as data."""
    return await _data(request, assessment_id, receipt_id)


async def _pdf(request: PortalRequest, assessment_id: UUID, receipt_id: UUID) -> Response[bytes]:
    from portal.assessments.receipt_files.drawing import receipt_pdf  # fpdf2 and its fonts take a while to load

    row = await get_receipt(principal_of(request), assessment_id, receipt_id)
    return _file(await to_thread.run_sync(receipt_pdf, row.content), f"receipt-{row.number}.pdf", "application/pdf")


async def _data(request: PortalRequest, assessment_id: UUID, receipt_id: UUID) -> Response[bytes]:
    row = await get_receipt(principal_of(request), assessment_id, receipt_id)
    return _file(row.content.encode(), f"receipt-{row.number}.json", "application/json")


def _file(data: bytes, name: str, media_type: str) -> Response[bytes]:
    attached = {"content-disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
    return Response(data, media_type=media_type, headers=attached)


ROUTES: list[ControllerRouterHandler] = [vendor_pdf, vendor_data, staff_pdf, staff_data]
