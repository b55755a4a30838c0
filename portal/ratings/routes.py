"""Pages of the ratings area."""

from litestar.types import ControllerRouterHandler

ROUTES: list[ControllerRouterHandler] = []
