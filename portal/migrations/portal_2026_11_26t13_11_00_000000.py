"""An index by which the colleagues of an assessment are found, one row an address."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.table import Table

ID = "2026-11-26T13:11:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "One row a colleague of an assessment"


class _Raw(Table):
    """Stands for the bound database."""


async def _index() -> None:
    _Raw._meta.refresh_db()
    await _Raw.raw('CREATE UNIQUE INDEX "colleague_of" ON "colleague" (assessment, email)')


async def forwards() -> MigrationManager:
    """Add the index."""
    manager = MigrationManager(migration_id=ID, app_name="portal", description=DESCRIPTION)
    manager.add_raw(_index)
    return manager
