"""Unique and foreign-key indexes, and triggers that keep the audit log, published ratings and checks unchangeable."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.table import Table

ID = "2026-11-21T23:00:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "Indexes and immutable rows"

UNIQUE = (
    ("vendor", "slug"),
    ("person", "email"),
    ("sign_in", "token_hash"),
    ("sign_in_link", "code_hash"),
    ("api_token", "token_hash"),
    ("invitation", "code_hash"),
    ("contact", "vendor, email"),
    ("service", "vendor, name"),
    ("answer_evidence", "assessment, ref, evidence"),
    ("finding", "number"),
    ("rating", "number"),
    ("contract_check", "number"),
    ("requirement", "ref"),
    ("audit_entry", "position"),
)
PLAIN = (
    ("evidence", "vendor"),
    ("assessment", "vendor"),
    ("invitation", "assessment"),
    ("asked_again", "assessment, ref"),
    ("conversation", "vendor"),
    ("turn", "conversation"),
    ("answer_verdict", "assessment, ref, worked_out_at"),
    ("decision", "assessment, ref, decided_at"),
    ("finding", "vendor"),
    ("finding", "assessment"),
    ("risk_acceptance", "finding"),
    ("rating", "vendor"),
    ("condition", "rating"),
    ("contract_check", "vendor"),
    ("job", "state, not_before"),
)
# (table, name, condition under which a change of the row is refused)
FROZEN = (
    ("audit_entry", "audit_entry_sealed", "OLD.position IS NOT NULL"),
    ("contract_check", "contract_check_kept", "TRUE"),
    (
        "rating",
        "rating_published",
        "OLD.state = 'superseded' OR (OLD.state = 'published' AND (NEW.state <> 'superseded' OR NEW.record <> OLD.record"
        " OR NEW.grade <> OLD.grade OR NEW.valid_until <> OLD.valid_until))",
    ),
)


class _Raw(Table):
    """Stands for the bound database."""


async def _indexes() -> None:
    _Raw._meta.refresh_db()
    for table, columns in UNIQUE:
        name = f"{table}_{columns.replace(', ', '_')}_unique"
        await _Raw.raw(f'CREATE UNIQUE INDEX "{name}" ON "{table}" ({columns})')
    for table, columns in PLAIN:
        name = f"{table}_{columns.replace(', ', '_')}_index"
        await _Raw.raw(f'CREATE INDEX "{name}" ON "{table}" ({columns})')


async def _triggers() -> None:
    _Raw._meta.refresh_db()
    postgres = _Raw._meta.db.engine_type == "postgres"
    if postgres:
        await _Raw.raw(
            "CREATE FUNCTION surety_refuse() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'this row is kept for good'; END $$"
        )
    for table, name, when in FROZEN:
        for action, condition in (("UPDATE", when), ("DELETE", when.split(" AND ")[0] if table == "rating" else when)):
            guard = condition.replace("OR (OLD.state = 'published'", "OR OLD.state = 'published'")
            body = condition if action == "UPDATE" else guard
            trigger = f"{name}_{action.lower()}"
            if postgres:
                await _Raw.raw(
                    f'CREATE TRIGGER {trigger} BEFORE {action} ON "{table}" FOR EACH ROW WHEN ({body}) '
                    "EXECUTE FUNCTION surety_refuse()"
                )
            else:
                await _Raw.raw(
                    f'CREATE TRIGGER {trigger} BEFORE {action} ON "{table}" FOR EACH ROW WHEN {body} '
                    "BEGIN SELECT RAISE(ABORT, 'this row is kept for good'); END"
                )


async def forwards() -> MigrationManager:
    """Add the indexes and triggers."""
    manager = MigrationManager(migration_id=ID, app_name="portal", description=DESCRIPTION)
    manager.add_raw(_indexes)
    manager.add_raw(_triggers)
    return manager
