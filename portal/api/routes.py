"""The API's routes."""

from litestar.types import ControllerRouterHandler

ROUTES: list[ControllerRouterHandler] = []
