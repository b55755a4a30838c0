"""An index by which what was made of an earlier answer is found, one row a question and source."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.table import Table

ID = "2026-11-26T13:26:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "One row a question and earlier answer"


class _Raw(Table):
    """Stands for the bound database."""


async def _index() -> None:
    _Raw._meta.refresh_db()
    await _Raw.raw('CREATE UNIQUE INDEX "reuse_of" ON "reuse" (assessment, ref, source, source_ref)')


async def forwards() -> MigrationManager:
    """Add the index."""
    manager = MigrationManager(migration_id=ID, app_name="portal", description=DESCRIPTION)
    manager.add_raw(_index)
    return manager
