"""SQLite's index of words is kept in few parts: every word asked for is looked up in each of them."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.table import create_table_class

ID = "2026-11-25T21:20:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "Lexical index in few parts"

SQLITE = (
    "INSERT INTO passage_words (passage_words, rank) VALUES ('usermerge', 2)",
    "INSERT INTO passage_words (passage_words) VALUES ('optimize')",
)


async def _settle() -> None:
    raw = create_table_class("Raw")
    for statement in SQLITE if raw._meta.db.engine_type == "sqlite" else ():
        await raw.raw(statement)


async def forwards() -> MigrationManager:
    """Put what there is into one part, and let later parts be merged two by two."""
    manager = MigrationManager(migration_id=ID, app_name="knowledge", description=DESCRIPTION)
    manager.add_raw(_settle)
    return manager
