"""What the knowledge engine's tests stand on: a real database, real PDFs, and the files that others wrote."""

from collections.abc import AsyncIterator
from importlib import import_module
from pathlib import Path

import pytest
from piccolo.engine.sqlite import SQLiteEngine

from knowledge.tables import TABLES, Passage

LEXICAL_INDEX = import_module("knowledge.migrations.knowledge_2026_11_25t18_11_00_000000")
SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"


@pytest.fixture
async def knowledge_database(tmp_path: Path, anyio_backend: str) -> AsyncIterator[SQLiteEngine]:
    """Bind the knowledge tables to a fresh SQLite file for one test, and unbind them afterwards."""
    engine = SQLiteEngine(path=str(tmp_path / "knowledge.sqlite"), timeout=30)
    before = [table._meta._db for table in TABLES]
    for table in TABLES:
        table._meta._db = engine
        await table.create_table(if_not_exists=True)
    for statement in LEXICAL_INDEX.SQLITE:
        await Passage.raw(statement)
    yield engine
    for table, database in zip(TABLES, before, strict=True):
        table._meta._db = database
