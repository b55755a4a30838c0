"""The language in which a contact reads a questionnaire, and translations of drafts."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.columns.base import OnDelete, OnUpdate
from piccolo.columns.column_types import UUID, ForeignKey, Serial, Text, Timestamptz, Varchar
from piccolo.columns.defaults.uuid import UUID4
from piccolo.columns.indexes import IndexMethod
from piccolo.table import Table


class Assessment(Table, tablename="assessment", schema=None):
    id = UUID(
        default=UUID4(), null=False, primary_key=True, unique=False, index=False,
        index_method=IndexMethod.btree, choices=None, db_column_name=None, secret=False,
    )  # fmt: skip


ID = "2026-11-26T13:30:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "Languages of questionnaires"
_PLAIN = {
    "null": False, "primary_key": False, "unique": False, "index": False, "index_method": IndexMethod.btree,
    "choices": None, "db_column_name": None, "secret": False,
}  # fmt: skip
COLUMNS = {
    "id": (Serial, {**_PLAIN, "primary_key": True}),
    "assessment": (
        ForeignKey,
        {
            **_PLAIN, "references": Assessment, "on_delete": OnDelete.restrict, "on_update": OnUpdate.cascade,
            "target_column": None,
        },
    ),
    "contact": (UUID, {**_PLAIN, "default": UUID4()}),
    "language": (Varchar, {**_PLAIN, "length": 35, "default": ""}),
    "chosen_at": (Timestamptz, {**_PLAIN, "null": True, "default": None}),
}  # fmt: skip


async def forwards() -> MigrationManager:
    """Add the table, and the columns of drafts."""
    manager = MigrationManager(migration_id=ID, app_name="portal", description=DESCRIPTION)
    manager.add_table(class_name="AnswerLanguage", tablename="answer_language", schema=None, columns=None)
    for name, (column, params) in COLUMNS.items():
        manager.add_column(
            table_class_name="AnswerLanguage", tablename="answer_language", column_name=name, db_column_name=name,
            column_class_name=column.__name__, column_class=column, params=params, schema=None,
        )  # fmt: skip
    for name, default in (("language", "en"), ("translations", "")):
        column = Varchar if name == "language" else Text
        length = {"length": 35} if name == "language" else {}
        manager.add_column(
            table_class_name="QuestionnaireDraft", tablename="questionnaire_draft", column_name=name,
            db_column_name=name, column_class_name=column.__name__, column_class=column,
            params={**_PLAIN, **length, "default": default}, schema=None,
        )  # fmt: skip
    return manager
