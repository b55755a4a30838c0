"""Bringing the database up to date, and saying whether it is."""

import contextlib
import io
import os

from piccolo.apps.migrations.commands.check import CheckMigrationManager
from piccolo.apps.migrations.commands.forwards import run_forwards

# Piccolo finds the bound engine and the list of apps through this module.
os.environ.setdefault("PICCOLO_CONF", "portal.core.piccolo_conf")


async def migrate() -> None:
    """Run every migration that has not run yet; running it again changes nothing."""
    with contextlib.redirect_stdout(io.StringIO()):
        try:
            await run_forwards("all")
        except SystemExit as stopped:
            if stopped.code:
                raise RuntimeError("The database could not be brought up to date.") from stopped


async def pending_migrations() -> int:
    """Return how many migrations have not run."""
    with contextlib.redirect_stdout(io.StringIO()):
        return await CheckMigrationManager(app_name="all").havent_ran_count()
