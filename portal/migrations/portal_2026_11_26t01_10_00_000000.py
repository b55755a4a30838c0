"""A unique index, so that a question has one open suggestion at most, however many work them out at once."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.table import Table

ID = "2026-11-26T01:10:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "One open suggestion a question"


class _Raw(Table):
    """Stands for the bound database."""


async def _one_open() -> None:
    _Raw._meta.refresh_db()
    await _Raw.raw(
        'CREATE UNIQUE INDEX "suggestion_open_once" ON "suggestion" (assessment, ref) WHERE state = \'open\''
    )


async def forwards() -> MigrationManager:
    """Add the index."""
    manager = MigrationManager(migration_id=ID, app_name="portal", description=DESCRIPTION)
    manager.add_raw(_one_open)
    return manager
