"""What the security contracts share: a world with one of everything in it."""

from dataclasses import replace

import pytest
from litestar import Litestar

from portal.core.settings import Settings
from tests.cast import make_cast
from tests.client import Browser
from tests.contracts.objects import Snapshot, World, make_world

_made: list[tuple[World, Snapshot]] = []


@pytest.fixture
async def world(app: Litestar, settings: Settings, browser: Browser) -> World:
    """Two vendors with one of everything each; on SQLite made once and copied for each test."""
    if settings.postgres:
        return await make_world(app, settings, await make_cast())
    if not _made:
        world = await make_world(app, settings, await make_cast())
        _made.append((world, Snapshot(settings)))
    first, snapshot = _made[0]
    snapshot.restore(settings)
    return replace(first, app=app, settings=settings)
