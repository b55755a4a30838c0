"""Pages of the evidence area."""

from litestar.types import ControllerRouterHandler

ROUTES: list[ControllerRouterHandler] = []
