"""The database: SQLite with kept connections and one writer, or PostgreSQL with a pool; and the one way to open a transaction."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiosqlite
from asyncpg import DataError, UniqueViolationError
from piccolo.apps.migrations.tables import Migration
from piccolo.engine.base import Engine
from piccolo.engine.postgres import PostgresEngine
from piccolo.engine.sqlite import SQLiteEngine, SQLiteTransaction, TransactionType, dict_factory
from piccolo.table import Table

from portal.core import piccolo_conf
from portal.core.settings import Settings

# What SQLite and PostgreSQL raise for a value that no column can hold.
IMPOSSIBLE_VALUES = (OverflowError, DataError)
# What PostgreSQL raises for the second of two who add the same; SQLite's one writer sees the first by itself.
TakenAlready = UniqueViolationError
_READERS = 4
_TIMEOUT = 60


class PooledSQLite(SQLiteEngine):
    """Piccolo's SQLite engine with kept connections: several readers and one writer at a time, in WAL mode.

    A write acknowledged is on disk (synchronous=FULL). Transactions are always IMMEDIATE, so a read-modify-write never
    fails half-way with "database is locked".
    """

    def __init__(self, path: str, durable: bool = True) -> None:
        super().__init__(path=path, timeout=_TIMEOUT)
        self._durable = durable
        self._idle: list[aiosqlite.Connection] = []
        self._slots: asyncio.Semaphore = asyncio.Semaphore(_READERS)
        self.writer = asyncio.Lock()

    async def get_connection(self) -> aiosqlite.Connection:
        """Return an idle connection, or a new one; give it back with `release`."""
        return self._idle.pop() if self._idle else await self._connect()

    async def release(self, connection: aiosqlite.Connection) -> None:
        """Keep the connection for the next query; one that is still inside a transaction is closed instead."""
        if connection.in_transaction or len(self._idle) > _READERS:
            await connection.close()
        else:
            self._idle.append(connection)

    async def close(self) -> None:
        """Close all idle connections; the last one checkpoints the write-ahead log."""
        while self._idle:
            await self._idle.pop().close()

    def transaction(
        self, transaction_type: TransactionType = TransactionType.immediate, allow_nested: bool = True
    ) -> "WriteTransaction":
        """Open a transaction; always IMMEDIATE, whatever is asked."""
        return WriteTransaction(self, TransactionType.immediate, allow_nested)

    async def _connect(self) -> aiosqlite.Connection:
        connection = await aiosqlite.connect(**self.connection_kwargs)
        connection.row_factory = dict_factory  # type: ignore[assignment]
        for pragma in ("foreign_keys=1", "journal_mode=WAL", f"synchronous={'FULL' if self._durable else 'OFF'}"):
            await connection.execute(f"PRAGMA {pragma}")
        return connection

    async def _run_in_new_connection(
        self, query: str, args: list[Any] | None = None, query_type: str = "generic", table: type[Table] | None = None
    ) -> object:
        if query.lstrip()[:6].upper() == "SELECT":
            async with self._slots:
                return await self._run_pooled(query, args)
        async with self.writer:
            return await self._run_pooled(query, args)

    async def _run_pooled(self, query: str, args: list[Any] | None) -> object:
        connection = await self.get_connection()
        try:
            return await connection.execute_fetchall(query, args or [])
        finally:
            await self.release(connection)

    async def _run_in_existing_connection(
        self,
        connection: aiosqlite.Connection,
        query: str,
        args: list[Any] | None = None,
        query_type: str = "generic",
        table: type[Table] | None = None,
    ) -> object:
        return await connection.execute_fetchall(query, args or [])


class WriteTransaction(SQLiteTransaction):
    """A transaction that waits its turn for the one writer and always gives its connection back."""

    engine: PooledSQLite

    async def __aenter__(self) -> SQLiteTransaction:
        if self._parent is not None:
            return self._parent
        await self.engine.writer.acquire()
        try:
            self.connection = await self.engine.get_connection()
            await self.begin()  # type: ignore[no-untyped-call]
        except BaseException:
            self.engine.writer.release()
            raise
        self.context = self.engine.current_transaction.set(self)
        return self

    async def __aexit__(self, exception_type: object, exception: BaseException | None, traceback: object) -> bool:
        if self._parent is not None:
            return exception is None
        try:
            if exception is not None and not self._rolled_back:
                await self.rollback()  # type: ignore[no-untyped-call]
            elif not self._committed and not self._rolled_back:
                await self.commit()  # type: ignore[no-untyped-call]
        finally:
            self.engine.current_transaction.reset(self.context)
            await self.engine.release(self.connection)
            self.engine.writer.release()
        return exception is None


def tables() -> list[type[Table]]:
    """Return every table of the product and its engines."""
    return [table for app in piccolo_conf.APP_REGISTRY.app_configs.values() for table in app.table_classes]


def connect(settings: Settings, durable: bool = True) -> Engine[Any]:
    """Build the engine the settings ask for and bind every table to it."""
    engine: Engine[Any]
    if settings.postgres:
        engine = PostgresEngine(config={"dsn": settings.database_url}, extensions=())
    else:
        settings.data.mkdir(parents=True, exist_ok=True)
        engine = PooledSQLite(str(settings.data / "surety.sqlite"), durable)
    piccolo_conf.DB = engine
    bound: list[type[Table]] = [*tables(), Migration]
    for table in bound:
        table._meta.db = engine
    return engine


@asynccontextmanager
async def open_database(settings: Settings, durable: bool = True) -> AsyncIterator[Engine[Any]]:
    """Connect for the length of a block: the pool is opened before it and everything is closed after it."""
    engine = connect(settings, durable)
    if isinstance(engine, PostgresEngine):
        await engine.start_connection_pool(min_size=1, max_size=12)
    try:
        yield engine
    finally:
        if isinstance(engine, PostgresEngine):
            await engine.close_connection_pool()
        elif isinstance(engine, PooledSQLite):
            await engine.close()


def transaction() -> Any:  # Piccolo's transaction types share no base that a `with` statement could name
    """Open a transaction on the bound database; only use-cases do this, never around a model, file or HTTP call."""
    return piccolo_conf.DB.transaction()


def is_postgres() -> bool:
    """Whether the bound database is PostgreSQL."""
    return isinstance(piccolo_conf.DB, PostgresEngine)


async def run_sql(sql: str, *args: Any) -> list[dict[str, Any]]:
    """Run one raw statement with `{}` placeholders on the bound database, inside the open transaction if there is one."""
    rows: list[dict[str, Any]] = await Migration.raw(sql, *args)
    return rows
