"""Pages of the assessments area."""

from litestar.types import ControllerRouterHandler

ROUTES: list[ControllerRouterHandler] = []
