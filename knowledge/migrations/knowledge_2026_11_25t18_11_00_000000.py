"""An index of the words of passages in the database itself: FTS5 on SQLite, text search on PostgreSQL."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.table import create_table_class

ID = "2026-11-25T18:11:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "Lexical index of passages"

ROWS = 500
# a row's words stand behind the key they begin with: "0a1b2c3d access review" becomes "0a1b2c3daccess 0a1b2c3dreview"
_NEW = "replace(substr(new.words, 9), ' ', ' ' || substr(new.words, 1, 8))"
_OLD = "replace(substr(old.words, 9), ' ', ' ' || substr(old.words, 1, 8))"
_ADD = f"INSERT INTO passage_words (rowid, words) VALUES (new.id, {_NEW});"
_REMOVE = f"INSERT INTO passage_words (passage_words, rowid, words) VALUES ('delete', old.id, {_OLD});"

SQLITE = (
    "CREATE VIRTUAL TABLE passage_words USING fts5(words, content='', detail=none, columnsize=0, "
    "tokenize=\"ascii tokenchars '_~'\")",
    "CREATE VIRTUAL TABLE passage_postings USING fts5vocab(passage_words, instance)",
    f"CREATE TRIGGER passage_words_added AFTER INSERT ON passage WHEN new.words <> '' BEGIN {_ADD} END",
    f"CREATE TRIGGER passage_words_gone AFTER DELETE ON passage WHEN old.words <> '' BEGIN {_REMOVE} END",
    "CREATE TRIGGER passage_words_unwritten BEFORE UPDATE OF words, id ON passage WHEN old.words <> '' "
    f"BEGIN {_REMOVE} END",
    "CREATE TRIGGER passage_words_written AFTER UPDATE OF words, id ON passage WHEN new.words <> '' "
    f"BEGIN {_ADD} END",
)
POSTGRES = (
    "CREATE INDEX passage_words ON passage USING gin ("
    "array_to_tsvector(string_to_array(ltrim(replace(substr(words, 9), ' ', ' ' || substr(words, 1, 8))), ' '))) "
    "WITH (fastupdate = off)",  # a list of words not yet sorted in would be read through for every word asked for
)


async def _index() -> None:
    raw = create_table_class("Raw")
    postgres = raw._meta.db.engine_type == "postgres"
    for statement in POSTGRES if postgres else SQLITE:
        await raw.raw(statement)
    await _fill(raw)


async def _fill(raw) -> None:
    from knowledge.lexical import indexed_words

    after = 0
    while rows := await raw.raw(
        f"SELECT id, collection, header, text FROM passage WHERE id > {{}} ORDER BY id LIMIT {ROWS}", after
    ):
        for row in rows:
            written = indexed_words(row["collection"], row["header"], row["text"])
            await raw.raw("UPDATE passage SET words = {} WHERE id = {}", written, row["id"])
        after = rows[-1]["id"]


async def forwards() -> MigrationManager:
    """Make the index, and fill it from the passages there are."""
    manager = MigrationManager(migration_id=ID, app_name="knowledge", description=DESCRIPTION)
    manager.add_raw(_index)
    return manager
