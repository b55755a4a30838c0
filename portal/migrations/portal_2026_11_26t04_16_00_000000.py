"""What of a comment the evidence refutes, kept with the verdict."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.columns.column_types import Text
from piccolo.columns.indexes import IndexMethod

ID = "2026-11-26T04:16:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "What of a comment the evidence refutes"


async def forwards() -> MigrationManager:
    """Add the column; verdicts from before have none."""
    manager = MigrationManager(migration_id=ID, app_name="portal", description=DESCRIPTION)
    manager.add_column(
        table_class_name="AnswerVerdict", tablename="answer_verdict", column_name="refuted", db_column_name="refuted",
        column_class_name="Text", column_class=Text, schema=None,
        params={
            "default": None, "null": True, "primary_key": False, "unique": False, "index": False,
            "index_method": IndexMethod.btree, "choices": None, "db_column_name": None, "secret": False,
        },
    )  # fmt: skip
    return manager
