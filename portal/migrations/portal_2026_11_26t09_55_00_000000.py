"""Questionnaires and answers that travel as files."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.columns.base import OnDelete, OnUpdate
from piccolo.columns.column_types import UUID, ForeignKey, Text, Timestamptz, Varchar
from piccolo.columns.defaults.uuid import UUID4
from piccolo.columns.indexes import IndexMethod
from piccolo.table import Table


class Assessment(Table, tablename="assessment", schema=None):
    id = UUID(
        default=UUID4(), null=False, primary_key=True, unique=False, index=False,
        index_method=IndexMethod.btree, choices=None, db_column_name=None, secret=False,
    )  # fmt: skip


ID = "2026-11-26T09:55:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "Questionnaires and answers that travel as files"
_PLAIN = {
    "null": False, "primary_key": False, "unique": False, "index": False, "index_method": IndexMethod.btree,
    "choices": None, "db_column_name": None, "secret": False,
}  # fmt: skip
_KEY = {**_PLAIN, "primary_key": True, "default": UUID4()}
_TIME = {**_PLAIN, "default": None, "null": True}
_REFERENCE = {
    **_PLAIN, "references": Assessment, "on_delete": OnDelete.restrict, "on_update": OnUpdate.cascade,
    "target_column": None, "index": True,
}  # fmt: skip


def _text(length: int) -> dict[str, object]:
    return {**_PLAIN, "length": length, "default": ""}


_LONG = {**_PLAIN, "default": ""}
TABLES = {
    ("OfflineCopy", "offline_copy"): {
        "id": (UUID, _KEY),
        "assessment": (ForeignKey, _REFERENCE),
        "revisions": (Text, _LONG),
        "made_by_name": (Varchar, _text(200)),
        "made_at": (Timestamptz, _TIME),
    },
    ("AnswerFile", "answer_file"): {
        "id": (UUID, _KEY),
        "assessment": (ForeignKey, _REFERENCE),
        "download": (UUID, _TIME),
        "name": (Varchar, _text(200)),
        "content": (Text, _LONG),
        "state": (Varchar, _text(10)),
        "brought_by_name": (Varchar, _text(200)),
        "brought_at": (Timestamptz, _TIME),
        "decided_by_name": (Varchar, _text(200)),
        "decided_at": (Timestamptz, _TIME),
    },
    ("SheetFile", "sheet_file"): {
        "id": (UUID, _KEY),
        "name": (Varchar, _text(200)),
        "sheets": (Text, _LONG),
        "brought_by_name": (Varchar, _text(200)),
        "brought_at": (Timestamptz, _TIME),
    },
    ("SheetTemplate", "sheet_template"): {
        "id": (UUID, _KEY),
        "shape": (Varchar, _text(64)),
        "name": (Varchar, _text(200)),
        "layout": (Text, _LONG),
        "made_by_name": (Varchar, _text(200)),
        "made_at": (Timestamptz, _TIME),
    },
}


async def forwards() -> MigrationManager:
    """Add the tables."""
    manager = MigrationManager(migration_id=ID, app_name="portal", description=DESCRIPTION)
    for (class_name, tablename), columns in TABLES.items():
        manager.add_table(class_name=class_name, tablename=tablename, schema=None, columns=None)
        for name, (column, params) in columns.items():
            manager.add_column(
                table_class_name=class_name, tablename=tablename, column_name=name, db_column_name=name,
                column_class_name=column.__name__, column_class=column, params=params, schema=None,
            )  # fmt: skip
    return manager
