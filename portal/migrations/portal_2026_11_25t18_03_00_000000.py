"""Unique indexes, so that two documents are paired once and a reminder is written once, whoever is first."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.table import Table

ID = "2026-11-25T18:03:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "One pairing of two documents, one reminder a document, end and step"


class _Raw(Table):
    """Stands for the bound database."""


async def _unique() -> None:
    _Raw._meta.refresh_db()
    await _Raw.raw('CREATE UNIQUE INDEX "succession_pair_unique" ON "succession" (newer, older)')
    await _Raw.raw(
        'CREATE UNIQUE INDEX "expiry_reminder_step_unique" ON "expiry_reminder" (evidence, valid_until, step)'
    )


async def forwards() -> MigrationManager:
    """Add the indexes."""
    manager = MigrationManager(migration_id=ID, app_name="portal", description=DESCRIPTION)
    manager.add_raw(_unique)
    return manager
