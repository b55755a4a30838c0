"""An index by which a job that waits already is found, however many others wait."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.table import Table

ID = "2026-11-26T10:40:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "Index of jobs by kind and subject"


class _Raw(Table):
    """Stands for the bound database."""


async def _index() -> None:
    _Raw._meta.refresh_db()
    await _Raw.raw('CREATE INDEX "job_subject" ON "job" (subject, kind)')


async def forwards() -> MigrationManager:
    """Add the index."""
    manager = MigrationManager(migration_id=ID, app_name="portal", description=DESCRIPTION)
    manager.add_raw(_index)
    return manager
