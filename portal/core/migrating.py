"""Bringing the database up to date, and saying whether it is."""

import contextlib
import io
import os
from functools import cache

from piccolo.apps.migrations.commands.base import BaseMigrationManager
from piccolo.apps.migrations.commands.forwards import run_forwards
from piccolo.apps.migrations.tables import Migration

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
    if not await Migration.table_exists():
        return len(_known())
    ran = await Migration.select(Migration.app_name, Migration.name)
    return len(_known() - {(row["app_name"], row["name"]) for row in ran})


@cache
def _known() -> frozenset[tuple[str, str]]:
    """Return app and name of every migration there is: they stay what they are while the program runs."""
    files = BaseMigrationManager()
    apps = (module.APP_CONFIG for module in files.get_app_modules())
    return frozenset(
        (app.app_name, name)
        for app in apps
        for name in files.get_migration_modules(app.resolved_migrations_folder_path)
    )
