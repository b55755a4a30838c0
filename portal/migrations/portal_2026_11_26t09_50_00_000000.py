"""Indexes of campaigns: a vendor stands once in each, a step is taken once, a person gets one digest a day."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.table import Table

ID = "2026-11-26T09:50:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "Indexes of campaigns"
_INDEXES = (
    'CREATE UNIQUE INDEX "campaign_vendor_once" ON "campaign_vendor" (campaign, vendor)',
    'CREATE INDEX "campaign_vendor_assessment" ON "campaign_vendor" (assessment)',
    'CREATE UNIQUE INDEX "campaign_reminder_once" ON "campaign_reminder" (place, due, kind, step)',
    'CREATE UNIQUE INDEX "campaign_digest_once" ON "campaign_digest" (person, day)',
)


class _Raw(Table):
    """Stands for the bound database."""


async def _indexes() -> None:
    _Raw._meta.refresh_db()
    for index in _INDEXES:
        await _Raw.raw(index)
    await _Raw.raw(
        'UPDATE "assessment" SET opened_at = (SELECT MIN(used_at) FROM "invitation" i '
        'WHERE i.assessment = "assessment".id AND i.used_at IS NOT NULL)'
    )


async def forwards() -> MigrationManager:
    """Add the indexes, and say of assessments from before when they were first opened."""
    manager = MigrationManager(migration_id=ID, app_name="portal", description=DESCRIPTION)
    manager.add_raw(_indexes)
    return manager
