"""An index by which somebody is told of a message once, and one by which a person's notices are found."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.table import Table

ID = "2026-11-26T13:20:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "Indexes of message notices"


class _Raw(Table):
    """Stands for the bound database."""


async def _index() -> None:
    _Raw._meta.refresh_db()
    await _Raw.raw('CREATE UNIQUE INDEX "message_notice_once" ON "message_notice" (message, recipient)')
    await _Raw.raw('CREATE INDEX "message_notice_recipient" ON "message_notice" (recipient, told_at)')


async def forwards() -> MigrationManager:
    """Add the indexes."""
    manager = MigrationManager(migration_id=ID, app_name="portal", description=DESCRIPTION)
    manager.add_raw(_index)
    return manager
