"""A database of one's own on a PostgreSQL server, gone afterwards."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import uuid4


@asynccontextmanager
async def own_database(server: str) -> AsyncIterator[str]:
    """Make a database on the server that the address names, and drop it after the block; yields its address."""
    name = f"surety_forms_{uuid4().hex[:12]}"
    await _run(server, f'CREATE DATABASE "{name}"')
    try:
        yield f"{server.rpartition('/')[0]}/{name}"
    finally:
        await _run(server, f'DROP DATABASE "{name}" WITH (FORCE)')


async def _run(server: str, statement: str) -> None:
    import asyncpg

    connection = await asyncpg.connect(server)
    try:
        await connection.execute(statement)
    finally:
        await connection.close()
