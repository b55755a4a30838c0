"""Who works out the answer of a turn, and how often that one died at it."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.columns.column_types import Integer, Varchar
from piccolo.columns.indexes import IndexMethod

ID = "2026-11-26T04:30:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "Who answers a turn, and interruptions"
_USUAL = {
    "primary_key": False,
    "unique": False,
    "index": False,
    "index_method": IndexMethod.btree,
    "choices": None,
    "db_column_name": None,
    "secret": False,
}


async def forwards() -> MigrationManager:
    """Add the columns."""
    manager = MigrationManager(migration_id=ID, app_name="portal", description=DESCRIPTION)
    manager.add_column(
        table_class_name="Turn",
        tablename="turn",
        column_name="held_by",
        db_column_name="held_by",
        column_class_name="Varchar",
        column_class=Varchar,
        params={"length": 120, "default": None, "null": True, **_USUAL},
        schema=None,
    )
    manager.add_column(
        table_class_name="Turn",
        tablename="turn",
        column_name="interrupted",
        db_column_name="interrupted",
        column_class_name="Integer",
        column_class=Integer,
        params={"default": 0, "null": False, **_USUAL},
        schema=None,
    )
    return manager
