"""Pages of the overview area."""

from litestar.types import ControllerRouterHandler

ROUTES: list[ControllerRouterHandler] = []
