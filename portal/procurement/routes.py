"""Pages of the procurement area."""

from litestar.types import ControllerRouterHandler

ROUTES: list[ControllerRouterHandler] = []
