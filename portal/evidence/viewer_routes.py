"""The viewer of a document: one page with the quoted words boxed, that page alone, and its picture."""

from dataclasses import dataclass
from uuid import UUID

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.response import File
from litestar.types import ControllerRouterHandler

from portal.core.headers import PRIVATE
from portal.core.pages import render
from portal.core.scope import Can, PortalRequest, allows, principal_of
from portal.core.settings import Settings
from portal.evidence.access import evidence_for, evidence_of_document
from portal.evidence.searching import LONGEST
from portal.evidence.sheets import Sheet
from portal.evidence.viewing import Look, named_picture, page_sheet, viewer_page


@dataclass(frozen=True, slots=True)
class SheetPage:
    """One page alone."""

    sheet: Sheet


@get("/documents/{evidence_id:uuid}", guards=[allows(Can.read_evidence)], include_in_schema=False)
async def viewer(
    request: PortalRequest,
    evidence_id: UUID,
    settings: NamedDependency[Settings],
    page: int = 0,
    quote: str = "",
    find: str = "",
    hit: int = 0,
    remark: int = 0,
    view: str = "",
) -> Response[str]:
    """Show one page of a document with the quoted words boxed, and what a search in it found."""
    who = principal_of(request)
    row = await evidence_for(who, evidence_id)
    look = Look(page, quote[:2000], find.strip()[:LONGEST], hit, remark, view == "text")
    return render(request, "evidence/viewer.html", await viewer_page(settings, row, look, who.can(Can.assess)))


@get("/documents/of/{document_id:uuid}", guards=[allows(Can.read_evidence)], include_in_schema=False)
async def viewer_of_document(
    request: PortalRequest, document_id: UUID, settings: NamedDependency[Settings], page: int = 0, quote: str = ""
) -> Response[str]:
    """Show a page by the knowledge engine's document id, which is what citations carry."""
    who = principal_of(request)
    row = await evidence_of_document(who, document_id)
    shown = await viewer_page(settings, row, Look(page, quote[:2000]), who.can(Can.assess))
    return render(request, "evidence/viewer.html", shown)


@get("/documents/{evidence_id:uuid}/sheet", guards=[allows(Can.read_evidence)], include_in_schema=False)
async def sheet(
    request: PortalRequest,
    evidence_id: UUID,
    settings: NamedDependency[Settings],
    page: int = 1,
    quote: str = "",
    find: str = "",
    hit: int = 0,
    remark: int = 0,
) -> Response[str]:
    """Give one page alone, while its picture is being made."""
    row = await evidence_for(principal_of(request), evidence_id)
    look = Look(page, quote[:2000], find.strip()[:LONGEST], hit, remark)
    return render(request, "evidence/_page.html", SheetPage(await page_sheet(settings, row, look)))


@get("/documents/{evidence_id:uuid}/pages/{picture:str}", guards=[allows(Can.read_evidence)], include_in_schema=False)
async def drawn_page(
    request: PortalRequest, evidence_id: UUID, picture: str, settings: NamedDependency[Settings]
) -> File:
    """Give the picture of one page, drawn in the jail; never anything of the original."""
    row = await evidence_for(principal_of(request), evidence_id)
    drawn = await named_picture(settings, row, picture)
    return File(
        path=drawn.path,
        media_type="image/png",
        content_disposition_type="inline",
        headers={"cache-control": PRIVATE, "content-security-policy": "sandbox; default-src 'none'"},
    )


ROUTES: list[ControllerRouterHandler] = [viewer, viewer_of_document, sheet, drawn_page]
