"""Bringing the database up to date, and saying whether it is."""

import contextlib
import io
import os

from piccolo.apps.migrations.commands.check import CheckMigrationManager
from piccolo.apps.migrations.commands.forwards import run_forwards

from portal.core.database import is_postgres, run_sql, transaction

# Piccolo finds the bound engine and the list of apps through this module.
os.environ.setdefault("PICCOLO_CONF", "portal.core.piccolo_conf")

_LOCK = 7_301_963


async def migrate() -> None:
    """Run every migration that has not run yet: all of them with the notes that they ran, or none if this is cut short."""
    with contextlib.redirect_stdout(io.StringIO()):
        try:
            async with transaction():
                if is_postgres():  # several servers may start at once
                    await run_sql("SELECT pg_advisory_xact_lock({})", _LOCK)
                await run_forwards("all")
        except SystemExit as stopped:
            if stopped.code:
                raise RuntimeError("The database could not be brought up to date.") from stopped


async def pending_migrations() -> int:
    """Return how many migrations have not run."""
    with contextlib.redirect_stdout(io.StringIO()):
        return await CheckMigrationManager(app_name="all").havent_ran_count()
