"""A stricter trigger on published ratings: nothing of the row changes but its state, from published to superseded."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.table import Table

ID = "2026-11-21T23:31:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "Published ratings keep every column"

KEPT = (
    "id", "number", "vendor", "service", "assessment", "inputs", "result", "narrative", "narrative_drafted", "citations",
    "written_by", "method_version", "grade", "residual", "drafted_by", "drafted_by_name", "drafted_at", "edited_by",
    "edited_by_name", "edited_at", "revision", "proposed_at", "approved_by", "approved_by_name", "approved_at",
    "refused_note", "valid_until", "record", "record_hash",
)  # fmt: skip


class _Raw(Table):
    """Stands for the bound database."""


async def _trigger() -> None:
    _Raw._meta.refresh_db()
    postgres = _Raw._meta.db.engine_type == "postgres"
    differs = "IS DISTINCT FROM" if postgres else "IS NOT"
    changed = " OR ".join(f'NEW."{name}" {differs} OLD."{name}"' for name in KEPT)
    when = f"OLD.state = 'superseded' OR (OLD.state = 'published' AND (NEW.state <> 'superseded' OR {changed}))"
    if postgres:
        await _Raw.raw('DROP TRIGGER rating_published_update ON "rating"')
        await _Raw.raw(
            f'CREATE TRIGGER rating_published_update BEFORE UPDATE ON "rating" FOR EACH ROW WHEN ({when}) '
            "EXECUTE FUNCTION surety_refuse()"
        )
    else:
        await _Raw.raw("DROP TRIGGER rating_published_update")
        await _Raw.raw(
            f'CREATE TRIGGER rating_published_update BEFORE UPDATE ON "rating" FOR EACH ROW WHEN {when} '
            "BEGIN SELECT RAISE(ABORT, 'this row is kept for good'); END"
        )


async def forwards() -> MigrationManager:
    """Replace the trigger."""
    manager = MigrationManager(migration_id=ID, app_name="portal", description=DESCRIPTION)
    manager.add_raw(_trigger)
    return manager
