"""The API's routes of the procurement gate: asking it, recording the answer, and reading what was recorded."""

import msgspec
from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.types import ControllerRouterHandler

from portal.api.idempotency import IdempotencyKey, WholeBody, once
from portal.api.shapes import CheckIn, SignedCheckOut
from portal.core.scope import Can, PortalRequest, allows, principal_of
from portal.core.settings import Settings
from portal.procurement.check_queries import get_check
from portal.procurement.gate_answer import answer
from portal.procurement.plain import CheckOut, plain
from portal.procurement.recording import record_check
from portal.procurement.statements import signed_document
from portal.procurement.tables import ContractCheck


@get("/vendors/{slug:str}/check", guards=[allows(Can.check)], tags=["Checks"])
async def check(request: PortalRequest, slug: str, service: str = "") -> CheckOut:
    """May we sign? `service` is a name or id; without it the strictest answer over all services in use counts."""
    return plain(await answer(principal_of(request), slug, service or None))


@post("/vendors/{slug:str}/checks", guards=[allows(Can.check)], tags=["Checks"], status_code=201)
async def record(
    request: PortalRequest,
    slug: str,
    data: CheckIn,
    settings: NamedDependency[Settings],
    idempotency_key: IdempotencyKey = None,
) -> Response[SignedCheckOut]:
    """Ask the gate now and record its answer, signed; it can never be changed."""
    who, company = principal_of(request), request.app.state.company.name

    async def keep() -> SignedCheckOut:
        return _signed(await record_check(who, slug, data.service, data.purpose, settings, company))

    return await once(request, idempotency_key, WholeBody(request), SignedCheckOut, keep)


@get("/checks/{number:int}", guards=[allows(Can.check)], tags=["Checks"])
async def recorded(number: int) -> SignedCheckOut:
    """Show a recorded check with its signature."""
    return _signed(await get_check(number))


def _signed(check: ContractCheck) -> SignedCheckOut:
    return msgspec.convert(signed_document(check.statement, check.signature), SignedCheckOut)


ROUTES: list[ControllerRouterHandler] = [check, record, recorded]
