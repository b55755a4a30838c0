"""One language for each contact and assessment."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.table import Table

ID = "2026-11-26T13:31:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "One language for each contact and assessment"


class _Raw(Table):
    """Stands for the bound database."""


async def _unique() -> None:
    _Raw._meta.refresh_db()
    await _Raw.raw('CREATE UNIQUE INDEX "answer_language_once" ON "answer_language" (assessment, contact)')


async def forwards() -> MigrationManager:
    """Add the index."""
    manager = MigrationManager(migration_id=ID, app_name="portal", description=DESCRIPTION)
    manager.add_raw(_unique)
    return manager
