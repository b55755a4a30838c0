"""Pages of the assistant area."""

from litestar.types import ControllerRouterHandler

ROUTES: list[ControllerRouterHandler] = []
