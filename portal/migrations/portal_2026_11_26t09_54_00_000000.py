"""A unique index, so that a control of a catalog is one requirement, however many take it in at once."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.table import Table

ID = "2026-11-26T09:54:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "One requirement a control"


class _Raw(Table):
    """Stands for the bound database."""


async def _once() -> None:
    _Raw._meta.refresh_db()
    await _Raw.raw('CREATE UNIQUE INDEX "requirement_control_once" ON "requirement" (catalog, control)')


async def forwards() -> MigrationManager:
    """Add the index."""
    manager = MigrationManager(migration_id=ID, app_name="portal", description=DESCRIPTION)
    manager.add_raw(_once)
    return manager
