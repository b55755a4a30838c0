"""Pages of the programme area."""

from litestar.types import ControllerRouterHandler

ROUTES: list[ControllerRouterHandler] = []
