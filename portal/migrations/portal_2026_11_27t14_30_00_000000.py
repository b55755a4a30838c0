"""The statements of an answer that makes several, and what the last look at its evidence searched."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.columns.column_types import Text
from piccolo.columns.indexes import IndexMethod

ID = "2026-11-27T14:30:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "The statements of an answer, and what the last look at its evidence searched"


async def forwards() -> MigrationManager:
    """Add the columns; verdicts from before have neither."""
    manager = MigrationManager(migration_id=ID, app_name="portal", description=DESCRIPTION)
    for name in ("parts", "searched_last"):
        manager.add_column(
            table_class_name="AnswerVerdict", tablename="answer_verdict", column_name=name, db_column_name=name,
            column_class_name="Text", column_class=Text, schema=None,
            params={
                "default": None, "null": True, "primary_key": False, "unique": False, "index": False,
                "index_method": IndexMethod.btree, "choices": None, "db_column_name": None, "secret": False,
            },
        )  # fmt: skip
    return manager
