"""What the security contracts share: a world with one of everything in it."""

from dataclasses import replace

import pytest
from litestar import Litestar

from portal.core.settings import Settings
from tests.cast import make_cast
from tests.client import Browser
from tests.contracts.objects import World, make_world
from tests.contracts.snapshots import Snapshot

_made: dict[bool, tuple[World, Snapshot]] = {}


@pytest.fixture
async def world(app: Litestar, settings: Settings, browser: Browser) -> World:
    """Two vendors with one of everything each; made once on each database and copied for each test."""
    if settings.postgres not in _made:
        made = await make_world(app, settings, await make_cast())
        _made[settings.postgres] = (made, await Snapshot.taken(settings))
    first, snapshot = _made[settings.postgres]
    await snapshot.restore(settings)
    return replace(first, app=app, settings=settings)
