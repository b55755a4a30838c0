"""Pages of the review area."""

from litestar.types import ControllerRouterHandler

ROUTES: list[ControllerRouterHandler] = []
