"""A unique index, so that a shape of spreadsheet has one template, whoever takes two of them in at once."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.table import Table

ID = "2026-11-26T09:56:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "One template a shape of spreadsheet"


class _Raw(Table):
    """Stands for the bound database."""


async def _unique() -> None:
    _Raw._meta.refresh_db()
    await _Raw.raw('CREATE UNIQUE INDEX "sheet_template_once" ON "sheet_template" (shape)')


async def forwards() -> MigrationManager:
    """Add the index."""
    manager = MigrationManager(migration_id=ID, app_name="portal", description=DESCRIPTION)
    manager.add_raw(_unique)
    return manager
