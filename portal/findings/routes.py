"""Pages of the findings area."""

from litestar.types import ControllerRouterHandler

ROUTES: list[ControllerRouterHandler] = []
