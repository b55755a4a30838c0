"""What the virus scanner said of a file."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.columns.column_types import Timestamptz
from piccolo.columns.column_types import Varchar
from piccolo.columns.indexes import IndexMethod

ID = "2026-11-25T18:00:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "What the virus scanner said of a file"


async def forwards() -> MigrationManager:
    """Add the columns, empty for the files that are there."""
    manager = MigrationManager(migration_id=ID, app_name="portal", description=DESCRIPTION)
    common = {
        "default": None, "null": True, "primary_key": False, "unique": False, "index": False,
        "index_method": IndexMethod.btree, "choices": None, "db_column_name": None, "secret": False,
    }  # fmt: skip
    for name, column, more in (
        ("scan", Varchar, {"length": 12}),
        ("scan_signature", Varchar, {"length": 200}),
        ("scanned_at", Timestamptz, {}),
    ):
        manager.add_column(
            table_class_name="Evidence",
            tablename="evidence",
            column_name=name,
            db_column_name=name,
            column_class_name=column.__name__,
            column_class=column,
            params={**common, **more},
            schema=None,
        )
    return manager
