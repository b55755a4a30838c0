"""Pages of the vendors area."""

from litestar.types import ControllerRouterHandler

ROUTES: list[ControllerRouterHandler] = []
