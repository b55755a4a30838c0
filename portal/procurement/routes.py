"""Pages of procurement: the register of partners, "may we sign?", and recorded checks with their signed statements."""

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.enums import MediaType
from litestar.response import Redirect
from litestar.types import ControllerRouterHandler

from portal.core.errors import InvalidForm
from portal.core.pages import go, render
from portal.core.reading import entered
from portal.core.scope import Can, PortalRequest, allows, principal_of
from portal.core.settings import Settings
from portal.procurement.check_queries import check_page, checks_page, get_check
from portal.procurement.queries import partner_page
from portal.procurement.recording import record_check
from portal.procurement.register import partners_page
from portal.procurement.signing import signing_key
from portal.procurement.statements import signed_document, statement_file


@get("/partners", guards=[allows(Can.check)], include_in_schema=False)
async def partners(request: PortalRequest, q: str = "", page: int = 1) -> Response[str]:
    """List partners with the decision for each service."""
    return render(request, "procurement/partners.html", await partners_page(principal_of(request), q, page))


@get("/partners/{slug:str}", guards=[allows(Can.check)], include_in_schema=False)
async def partner(request: PortalRequest, slug: str, service: str = "") -> Response[str]:
    """Answer "may we sign with this partner?"."""
    return render(request, "procurement/partner.html", await partner_page(principal_of(request), slug, service))


@post("/partners/{slug:str}/check", guards=[allows(Can.check)], include_in_schema=False)
async def record(request: PortalRequest, slug: str, settings: NamedDependency[Settings]) -> Response[str] | Redirect:
    """Record the check; the answer is worked out again, now."""
    who, form = principal_of(request), await entered(request)
    service, purpose = form.get("service", [""])[-1].strip(), form.get("purpose", [""])[-1]
    try:
        check = await record_check(who, slug, service or None, purpose, settings, request.app.state.company.name)
    except InvalidForm as error:
        page = await partner_page(who, slug, service, purpose, error.errors)
        return render(request, "procurement/partner.html", page, 422)
    return go(f"/checks/{check.number}", f"Recorded as check {check.number}.")


@get("/checks", guards=[allows(Can.check)], include_in_schema=False)
async def checks(request: PortalRequest, mine: str = "", before: int | None = None) -> Response[str]:
    """List recorded checks."""
    page = await checks_page(principal_of(request), mine == "yes", before)
    return render(request, "procurement/checks.html", page)


@get("/checks/{number:int}", guards=[allows(Can.check)], include_in_schema=False)
async def check(request: PortalRequest, number: int, settings: NamedDependency[Settings]) -> Response[str]:
    """Show one recorded check, ready to be printed."""
    page = await check_page(principal_of(request), number, settings)
    return render(request, "procurement/check.html", page)


@get("/checks/{number:int}/statement.json", guards=[allows(Can.check)], include_in_schema=False)
async def statement(number: int) -> Response[bytes]:
    """Give the signed statement as a file."""
    kept = await get_check(number)
    return Response(
        statement_file(signed_document(kept.statement, kept.signature)),
        media_type=MediaType.JSON,
        headers={"content-disposition": f'attachment; filename="contract-check-{number}.json"'},
    )


@get("/checks/key", include_in_schema=False)
async def public_key(settings: NamedDependency[Settings]) -> Response[str]:
    """Give the public key that statements are verified with; it is no secret, so anybody may read it."""
    key = signing_key(settings)
    return Response(key.public_pem, media_type="application/x-pem-file", headers={"x-key-id": key.id})


ROUTES: list[ControllerRouterHandler] = [partners, partner, record, checks, check, statement, public_key]
