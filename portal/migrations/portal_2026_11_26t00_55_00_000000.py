"""Indexes of conflicts, and of who looks at a question: one reviewer for each."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.table import Table

ID = "2026-11-26T00:55:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "Indexes of conflicts, and of who looks at a question"


class _Raw(Table):
    """Stands for the bound database."""


async def _indexes() -> None:
    _Raw._meta.refresh_db()
    await _Raw.raw('CREATE INDEX conflict_assessment ON "conflict" ("assessment")')
    await _Raw.raw('CREATE UNIQUE INDEX question_reviewer_once ON "question_reviewer" ("assessment", "ref")')


async def forwards() -> MigrationManager:
    """Add the indexes."""
    manager = MigrationManager(migration_id=ID, app_name="portal", description=DESCRIPTION)
    manager.add_raw(_indexes)
    return manager
