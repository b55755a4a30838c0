"""A unique index, so that a person says one thing of an answer, whoever presses first."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.table import Table

ID = "2026-11-26T01:02:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "One feedback a person, answer and matter"


class _Raw(Table):
    """Stands for the bound database."""


async def _unique() -> None:
    _Raw._meta.refresh_db()
    await _Raw.raw('CREATE UNIQUE INDEX "feedback_once_unique" ON "feedback" (turn, person, about)')


async def forwards() -> MigrationManager:
    """Add the index."""
    manager = MigrationManager(migration_id=ID, app_name="portal", description=DESCRIPTION)
    manager.add_raw(_unique)
    return manager
