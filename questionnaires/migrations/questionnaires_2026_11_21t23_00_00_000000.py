"""Unique indexes, and triggers that keep stored questionnaires and the history of answers unchangeable."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.table import Table

ID = "2026-11-21T23:00:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "Indexes and immutable rows"

INDEXES = (
    'CREATE UNIQUE INDEX "questionnaire_key_version_unique" ON "questionnaire" ("key", "version")',
    'CREATE UNIQUE INDEX "answer_response_question_unique" ON "answer" ("response", "question")',
)
FROZEN = (("questionnaire", "UPDATE"), ("answer_change", "UPDATE"), ("answer_change", "DELETE"))
REFUSAL = "this row is kept for good"


class _Raw(Table):
    """Stands for the bound database."""


async def _indexes() -> None:
    for statement in INDEXES:
        await _Raw.raw(statement)


async def _triggers() -> None:
    postgres = _Raw._meta.db.engine_type == "postgres"
    if postgres:
        await _Raw.raw(
            "CREATE FUNCTION questionnaires_refuse() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$"
        )
    for table, action in FROZEN:
        start = f'CREATE TRIGGER {table}_kept_{action.lower()} BEFORE {action} ON "{table}" FOR EACH ROW'
        if postgres:
            await _Raw.raw(f"{start} EXECUTE FUNCTION questionnaires_refuse()")
        else:
            await _Raw.raw(f"{start} BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END")


async def forwards() -> MigrationManager:
    """Add the indexes and triggers."""
    manager = MigrationManager(migration_id=ID, app_name="questionnaires", description=DESCRIPTION)
    manager.add_raw(_indexes)
    manager.add_raw(_triggers)
    return manager
