"""The rows of a database and the files beside it, kept to be gone back to."""

import io
import sqlite3
from pathlib import Path
from typing import Protocol, Self

import asyncpg

from portal.core.database import tables
from portal.core.settings import Settings


class _Rows(Protocol):
    """All rows of one database."""

    async def put_into(self, settings: Settings) -> None:
        """Make the rows of another database these."""


class Snapshot:
    """What a data folder and its database hold, to go back to, here or in another data folder."""

    def __init__(self, settings: Settings, rows: _Rows, files: dict[Path, bytes]) -> None:
        self._settings, self._rows, self._files = settings, rows, files

    @classmethod
    async def taken(cls, settings: Settings) -> Self:
        """Keep what there is now."""
        paths = [*settings.files.glob("**/*"), *settings.data.glob("*.key")]
        files = {path.relative_to(settings.data): path.read_bytes() for path in paths if path.is_file()}
        rows = await _PostgresRows.taken(settings) if settings.postgres else _SQLiteRows(settings)
        return cls(settings, rows, files)

    async def restore(self, settings: Settings | None = None) -> None:
        """Put rows and files back as they were."""
        settings = settings or self._settings
        await self._rows.put_into(settings)
        for name, content in self._files.items():
            path = settings.data / name
            if not path.is_file():
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)


class _SQLiteRows:
    """A whole database file, in memory."""

    def __init__(self, settings: Settings) -> None:
        self._kept = sqlite3.connect(":memory:", check_same_thread=False)
        live = _open(settings)
        live.backup(self._kept)
        live.close()

    async def put_into(self, settings: Settings) -> None:
        """Overwrite the file page by page."""
        live = _open(settings)
        self._kept.backup(live)
        live.close()


class _PostgresRows:
    """The rows of each table as COPY writes them, and the number that each sequence had come to."""

    def __init__(self, rows: dict[str, bytes], counted: dict[str, int]) -> None:
        self._rows, self._counted = rows, counted

    @classmethod
    async def taken(cls, settings: Settings) -> Self:
        """Copy every table out."""
        connection = await asyncpg.connect(settings.database_url)
        try:
            rows = {name: await _copied(connection, name) for name in _names()}
            found = await connection.fetch("SELECT sequencename, last_value FROM pg_sequences WHERE last_value > 0")
            return cls(rows, {row["sequencename"]: row["last_value"] for row in found})
        finally:
            await connection.close()

    async def put_into(self, settings: Settings) -> None:
        """Copy every table in, past triggers and references: they were kept when the rows were made."""
        connection = await asyncpg.connect(settings.database_url)
        try:
            async with connection.transaction():
                await connection.execute("SET LOCAL session_replication_role = replica")
                await connection.execute(";".join(f'DELETE FROM "{name}"' for name in _names()))
                for name, rows in self._rows.items():
                    await connection.copy_to_table(name, source=io.BytesIO(rows), format="binary")
                for name, value in self._counted.items():
                    await connection.execute("SELECT setval(quote_ident($1), $2)", name, value)
        finally:
            await connection.close()


async def _copied(connection: asyncpg.Connection, name: str) -> bytes:
    kept = io.BytesIO()
    await connection.copy_from_table(name, output=kept, format="binary")
    return kept.getvalue()


def _names() -> list[str]:
    return [table._meta.tablename for table in tables()]


def _open(settings: Settings) -> sqlite3.Connection:
    return sqlite3.connect(settings.data / "surety.sqlite")
