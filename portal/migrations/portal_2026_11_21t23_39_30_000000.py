"""A unique index, so that of racing requests under one Idempotency-Key only one is done."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.table import Table

ID = "2026-11-21T23:39:30:000000"
VERSION = "1.38.0"
DESCRIPTION = "One kept answer a key"


class _Raw(Table):
    """Stands for the bound database."""


async def _unique() -> None:
    _Raw._meta.refresh_db()
    await _Raw.raw('CREATE UNIQUE INDEX "kept_answer_key_hash_unique" ON "kept_answer" (key_hash)')


async def forwards() -> MigrationManager:
    """Add the index."""
    manager = MigrationManager(migration_id=ID, app_name="portal", description=DESCRIPTION)
    manager.add_raw(_unique)
    return manager
