"""The API for programs under /api/v1: thin over the same use-cases as the pages."""

from litestar import Router
from litestar.exceptions import ValidationException
from litestar.types import ControllerRouterHandler

from portal.api import check_routes, evidence_routes, vendor_routes
from portal.api.description import BEARER, PATH
from portal.api.problems import invalid_request, no_token
from portal.core.errors import NotSignedIn

API = Router(
    path=PATH,
    security=[BEARER],
    route_handlers=[*vendor_routes.ROUTES, *evidence_routes.ROUTES, *check_routes.ROUTES],
    exception_handlers={ValidationException: invalid_request, NotSignedIn: no_token},
)

ROUTES: list[ControllerRouterHandler] = [API]
