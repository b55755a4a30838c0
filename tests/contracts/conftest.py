"""What the security contracts share: a world with one of everything in it."""

import pytest
from litestar import Litestar

from portal.core.settings import Settings
from tests.cast import Cast
from tests.client import Browser
from tests.contracts.objects import World, make_world


@pytest.fixture
async def world(app: Litestar, settings: Settings, cast: Cast, browser: Browser) -> World:
    """Two vendors with one of everything each."""
    return await make_world(app, settings, cast)
