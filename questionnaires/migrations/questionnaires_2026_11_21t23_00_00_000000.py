"""Unique indexes, and triggers that keep stored questionnaires and the history of answers unchangeable."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.table import Table, create_table_class

ID = "2026-11-21T23:00:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "Indexes and immutable rows"

INDEXES = (
    'CREATE UNIQUE INDEX "questionnaire_key_version_unique" ON "questionnaire" ("key", "version")',
    'CREATE UNIQUE INDEX "answer_response_question_unique" ON "answer" ("response", "question")',
)
FROZEN = (("questionnaire", "UPDATE"), ("answer_change", "UPDATE"), ("answer_change", "DELETE"))
REFUSAL = "this row is kept for good"


def _raw() -> type[Table]:
    """Make a table that stands for the database bound now; a class kept for longer would remember an earlier one."""
    return create_table_class("Raw")


async def _indexes() -> None:
    raw = _raw()
    for statement in INDEXES:
        await raw.raw(statement)


async def _triggers() -> None:
    raw = _raw()
    postgres = raw._meta.db.engine_type == "postgres"
    if postgres:
        await raw.raw(
            "CREATE FUNCTION questionnaires_refuse() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$"
        )
    for table, action in FROZEN:
        start = f'CREATE TRIGGER {table}_kept_{action.lower()} BEFORE {action} ON "{table}" FOR EACH ROW'
        if postgres:
            await raw.raw(f"{start} EXECUTE FUNCTION questionnaires_refuse()")
        else:
            await raw.raw(f"{start} BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END")


async def forwards() -> MigrationManager:
    """Add the indexes and triggers."""
    manager = MigrationManager(migration_id=ID, app_name="questionnaires", description=DESCRIPTION)
    manager.add_raw(_indexes)
    manager.add_raw(_triggers)
    return manager
