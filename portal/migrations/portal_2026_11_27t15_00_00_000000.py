"""How many tokens the language model used on each day."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.columns.column_types import BigInt, Varchar
from piccolo.columns.indexes import IndexMethod

ID = "2026-11-27T15:00:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "How many tokens the language model used on each day"


async def forwards() -> MigrationManager:
    """Add the table."""
    manager = MigrationManager(migration_id=ID, app_name="portal", description=DESCRIPTION)
    manager.add_table(class_name="TokensUsed", tablename="tokens_used", schema=None, columns=None)
    plain = {
        "null": False, "unique": False, "index": False, "index_method": IndexMethod.btree, "choices": None,
        "db_column_name": None, "secret": False,
    }  # fmt: skip
    manager.add_column(
        table_class_name="TokensUsed", tablename="tokens_used", column_name="day", db_column_name="day",
        column_class_name="Varchar", column_class=Varchar, schema=None,
        params={**plain, "length": 10, "default": "", "primary_key": True},
    )  # fmt: skip
    manager.add_column(
        table_class_name="TokensUsed", tablename="tokens_used", column_name="tokens", db_column_name="tokens",
        column_class_name="BigInt", column_class=BigInt, schema=None,
        params={**plain, "default": 0, "primary_key": False},
    )  # fmt: skip
    return manager
