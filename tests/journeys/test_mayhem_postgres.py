"""The same mayhem on PostgreSQL, where several boxes may work: what a dead worker held goes on at once, and nothing is lost."""

import asyncio
import datetime
import os
import sqlite3
import sys
import uuid
from contextlib import closing
from pathlib import Path

import asyncpg
import pytest

from tests.journeys import losses
from tests.journeys.folder import folder_with_sent
from tests.journeys.mayhem import Counts, Mayhem
from tests.journeys.promises import Aftermath, faults
from tests.journeys.server import Daemon, Server
from tests.journeys.staff import Colleague

UPLOADS = int(os.environ.get("SURETY_UPLOADS", "24")) // 2
MURDERS = int(os.environ.get("SURETY_MURDERS", "6")) // 2
_MIRRORED = ("evidence", "document", "page", "passage", "job", "audit_entry")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not os.environ.get("SURETY_TEST_POSTGRES"), reason="PostgreSQL is not installed here"),
]


class PostgresCounts(Counts):
    """Counts in a PostgreSQL database."""

    def __init__(self, address: str) -> None:
        self._address = address

    def count(self, statement: str) -> int:
        """Return the one number that a statement asks for."""
        return int(asyncio.run(_rows(self._address, statement))[0]["n"])


@pytest.fixture
def address() -> str:
    """The address of an empty database of this test's own."""
    server, name = os.environ["SURETY_TEST_POSTGRES"], f"surety_mayhem_{uuid.uuid4().hex[:8]}"
    asyncio.run(_rows(server, f'CREATE DATABASE "{name}"'))
    return f"{server.rpartition('/')[0]}/{name}"


def test_what_was_acknowledged_is_whole_and_there_once(address: str, tmp_path: Path) -> None:
    """Rows, bytes, states, pages, passages and vectors; no job is stuck, and the log is whole."""
    data, scratch = tmp_path / "data", tmp_path / "scratch"
    scratch.mkdir()
    env = {"SURETY_DATABASE_URL": address, "TMPDIR": str(scratch)}
    folder_with_sent(data, SURETY_DATABASE_URL=address)
    server = Server(data, ("serve", "--no-worker"), env).start().wait_ready()
    worker = Daemon(data, ("work",), env).start()
    try:
        colleague = Colleague(server.url, data, env)
        survived = Mayhem(server, worker, colleague, PostgresCounts(address), MURDERS).rage(UPLOADS, MURDERS)
    finally:
        worker.stop()
        server.stop()
    asyncio.run(_mirror(address, data / "surety.sqlite"))

    sys.stdout.write(f"\n{survived.figures()}; {losses.interrupted(data)} jobs began again\n")
    assert UPLOADS == len(survived.acknowledged)
    assert [] == faults(Aftermath(data, scratch, survived, {"SURETY_DATABASE_URL": address}))


async def _rows(address: str, statement: str) -> list[asyncpg.Record]:
    connection = await asyncpg.connect(address)
    try:
        rows: list[asyncpg.Record] = await connection.fetch(statement)
        return rows
    finally:
        await connection.close()


async def _mirror(address: str, path: Path) -> None:
    """Copy the tables that the check reads into a SQLite file, as plain values."""
    with closing(sqlite3.connect(path)) as mirror, mirror:
        for table in _MIRRORED:
            rows = await _rows(address, f'SELECT * FROM "{table}"')
            names = list(rows[0].keys())
            mirror.execute(f'CREATE TABLE "{table}" ({", ".join(f"{chr(34)}{name}{chr(34)}" for name in names)})')
            marks = ", ".join("?" * len(names))
            mirror.executemany(f'INSERT INTO "{table}" VALUES ({marks})', [tuple(map(_plain, row)) for row in rows])


def _plain(value: object) -> object:
    return str(value) if isinstance(value, (uuid.UUID, datetime.datetime)) else value
