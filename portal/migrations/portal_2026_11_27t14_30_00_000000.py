"""The statements of an answer that makes several, what the last look at its evidence searched, and how sure it is in full."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.columns.column_types import Integer, Text
from piccolo.columns.indexes import IndexMethod

ID = "2026-11-27T14:30:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "The statements of an answer, what the last look at its evidence searched, and how sure it is in full"


async def forwards() -> MigrationManager:
    """Add the columns; verdicts from before have none of them."""
    manager = MigrationManager(migration_id=ID, app_name="portal", description=DESCRIPTION)
    for name, kind in (("parts", Text), ("searched_last", Text), ("sure", Integer)):
        manager.add_column(
            table_class_name="AnswerVerdict", tablename="answer_verdict", column_name=name, db_column_name=name,
            column_class_name=kind.__name__, column_class=kind, schema=None,
            params={
                "default": None, "null": True, "primary_key": False, "unique": False, "index": False,
                "index_method": IndexMethod.btree, "choices": None, "db_column_name": None, "secret": False,
            },
        )  # fmt: skip
    return manager
