"""Pages of evidence: a vendor's documents, the original as a download, and a contact's library."""

from uuid import UUID

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.response import File, Redirect
from litestar.types import ControllerRouterHandler

from portal.core.errors import NotFound
from portal.core.pages import go, is_fragment, render
from portal.core.scope import Can, PortalRequest, Principal, allows, principal_of
from portal.core.settings import Settings
from portal.engines import Engines
from portal.evidence.access import evidence_for
from portal.evidence.downloading import download
from portal.evidence.library import library_of
from portal.evidence.listing import Narrowed, evidence_page
from portal.evidence.receiving import remove
from portal.evidence.unlock_routes import ROUTES as UNLOCKING
from portal.evidence.uploads import receive_form
from portal.evidence.viewer_routes import ROUTES as VIEWER
from portal.vendors.access import vendor_for


@get("/vendors/{slug:str}/documents", guards=[allows(Can.read_evidence)], include_in_schema=False)
async def documents(request: PortalRequest, slug: str, settings: NamedDependency[Settings]) -> Response[str]:
    """List a vendor's documents."""
    who = principal_of(request)
    vendor = await vendor_for(who, slug)
    page = await evidence_page(vendor, who.can(Can.assess), settings.upload_limit, _narrowed(request))
    return render(request, "evidence/documents.html", page)


@get("/vendors/{slug:str}/documents/list", guards=[allows(Can.read_evidence)], include_in_schema=False)
async def documents_list(request: PortalRequest, slug: str, settings: NamedDependency[Settings]) -> Response[str]:
    """Give the list alone, while something is being read."""
    who = principal_of(request)
    vendor = await vendor_for(who, slug)
    page = await evidence_page(vendor, who.can(Can.assess), settings.upload_limit, _narrowed(request))
    return render(request, "evidence/_documents.html", page)


@post("/vendors/{slug:str}/documents", guards=[allows(Can.assess)], include_in_schema=False)
async def upload(request: PortalRequest, slug: str, settings: NamedDependency[Settings]) -> Response[str] | Redirect:
    """Take files in for a vendor."""
    who = principal_of(request)
    vendor = await vendor_for(who, slug)
    _, errors = await receive_form(request, who, vendor.id, settings)
    if not errors and not is_fragment(request):
        return go(f"/vendors/{slug}/documents", "Taken in. The pages are being read now.")
    page = await evidence_page(vendor, True, settings.upload_limit, Narrowed(errors=errors))
    template = "evidence/_documents.html" if is_fragment(request) else "evidence/documents.html"
    return render(request, template, page, 422 if errors else 200)


@get("/documents/{evidence_id:uuid}/file", guards=[allows(Can.read_evidence)], include_in_schema=False)
async def original(request: PortalRequest, evidence_id: UUID, settings: NamedDependency[Settings]) -> File:
    """Give the original, only ever as a download."""
    return await _download(principal_of(request), evidence_id, settings)


@post("/documents/{evidence_id:uuid}/remove", guards=[allows(Can.assess)], include_in_schema=False)
async def remove_document(
    request: PortalRequest,
    evidence_id: UUID,
    settings: NamedDependency[Settings],
    engines: NamedDependency[Engines],
) -> Redirect:
    """Remove a document with its text, passages and vectors."""
    await remove(principal_of(request), evidence_id, settings, engines)
    return go("/vendors", "The document and everything read from it are removed.")


@get("/answer/library", guards=[allows(Can.answer)], include_in_schema=False)
async def library(request: PortalRequest, settings: NamedDependency[Settings]) -> Response[str]:
    """Give the contact's documents with their live state."""
    return render(request, "evidence/_library.html", await library_of(principal_of(request), settings, {}))


@post("/answer/documents", guards=[allows(Can.answer)], include_in_schema=False)
async def add_to_library(request: PortalRequest, settings: NamedDependency[Settings]) -> Response[str] | Redirect:
    """Take files into the contact's library."""
    who = principal_of(request)
    _, errors = await receive_form(request, who, _vendor_of(who), settings)
    if not errors and not is_fragment(request):
        return go("/answer", "Taken in. The pages are being read now.")
    page = await library_of(who, settings, errors)
    return render(request, "evidence/_library.html", page, 422 if errors else 200)


@get("/answer/documents/{evidence_id:uuid}/file", guards=[allows(Can.answer)], include_in_schema=False)
async def own_original(request: PortalRequest, evidence_id: UUID, settings: NamedDependency[Settings]) -> File:
    """Give a contact their own vendor's file back."""
    return await _download(principal_of(request), evidence_id, settings)


def _narrowed(request: PortalRequest) -> Narrowed:
    return Narrowed(request.query_params.get("kind", ""), request.query_params.get("state", ""))


async def _download(who: Principal, evidence_id: UUID, settings: Settings) -> File:
    return download(await evidence_for(who, evidence_id), settings)


def _vendor_of(who: Principal) -> UUID:
    if who.vendor is None:
        raise NotFound()
    return who.vendor


ROUTES: list[ControllerRouterHandler] = [
    *VIEWER, *UNLOCKING, documents, documents_list, upload, original, remove_document,
    library, add_to_library, own_original,
]  # fmt: skip
