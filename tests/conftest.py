"""What every test may use: a real database (SQLite and, where there is one, PostgreSQL), the application and a cast of people."""

import gc
import itertools
import os
import shutil
import uuid
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import replace
from pathlib import Path

import anyio
import pytest
from litestar import Litestar

from portal.core.database import open_database, run_sql, tables
from portal.core.migrating import migrate
from portal.core.settings import Settings, load_settings
from tests.cast import Cast, make_cast
from tests.client import Browser
from tests.postgres import TemporaryPostgres, find_programs
from tests.skips import ALLOWED

_server: list[TemporaryPostgres] = []
_unexpected: list[str] = []
QUOTES = "quotes read again"
_reread_in: list[int] = []
_built: list[Litestar] = []
_emptyings = itertools.count()


def pytest_configure(config: pytest.Config) -> None:
    """Start one PostgreSQL server for all workers where it is installed; SURETY_TEST_DATABASES=sqlite leaves it out."""
    if hasattr(config, "workerinput") or os.environ.get("SURETY_TEST_POSTGRES"):
        return
    programs = find_programs()
    if programs and "postgres" in os.environ.get("SURETY_TEST_DATABASES", "sqlite,postgres"):
        _server.append(TemporaryPostgres(programs))
        os.environ["SURETY_TEST_POSTGRES"] = _server[0].start()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the server that was started here."""
    while _server:
        _server.pop().stop()
        del os.environ["SURETY_TEST_POSTGRES"]


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Note every skip that is not on the short list of allowed ones, and how many quotes were read again."""
    if report.when == "teardown":
        _reread_in.extend(int(str(count)) for name, count in report.user_properties if name == QUOTES and count)
    if report.skipped and not any(reason in str(report.longrepr) for reason in ALLOWED):
        _unexpected.append(f"{report.nodeid}: {report.longrepr}")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many quotes were read again on their pages."""
    if _reread_in:
        terminalreporter.write_line(f"{sum(_reread_in)} quotes stored in {len(_reread_in)} tests were read again")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """In CI a skip that nobody argued for is a failure."""
    if os.environ.get("CI") and _unexpected and not hasattr(session.config, "workerinput"):
        print("\nSkips that are not on the list in tests/skips.py:", *_unexpected, sep="\n  ")  # noqa: T201
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_collection_finish(session: pytest.Session) -> None:
    """Leave what is there now, some thousand modules and tests, out of every later search for garbage."""
    gc.collect()
    gc.freeze()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run what needs a database on every database there is."""
    if "empty_database" in metafunc.fixturenames:
        names = ["sqlite", *(["postgres"] if os.environ.get("SURETY_TEST_POSTGRES") else [])]
        metafunc.parametrize("empty_database", names, indirect=True, scope="session")


@pytest.fixture
def anyio_backend() -> str:
    """Asynchronous tests run on asyncio."""
    return "asyncio"


@pytest.fixture(scope="session")
def empty_databases(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Settings]]:
    """Make a database of this process's own, once: what has parameters would be made again for each file of tests."""
    made: dict[str, Settings] = {}

    def make(kind: str) -> Settings:
        if kind not in made:
            made[kind] = _empty_database(kind, tmp_path_factory.mktemp(f"empty-{kind}"))
        return made[kind]

    yield make
    for settings in made.values():
        if settings.postgres:
            anyio.run(_postgres, f'DROP DATABASE "{settings.database_url.rpartition("/")[2]}" WITH (FORCE)')


@pytest.fixture(scope="session")
def empty_database(request: pytest.FixtureRequest, empty_databases: Callable[[str], Settings]) -> Settings:
    """Settings of a migrated, empty database."""
    return empty_databases(request.param)


def _empty_database(kind: str, folder: Path) -> Settings:
    settings = load_settings({}, folder)
    if kind == "postgres":
        name = f"surety_test_{uuid.uuid4().hex[:12]}"
        anyio.run(_postgres, f'CREATE DATABASE "{name}"')
        settings = replace(settings, database_url=f"{_address().rpartition('/')[0]}/{name}")
    anyio.run(_migrated, settings)
    return settings


@pytest.fixture
async def settings(empty_database: Settings, tmp_path: Path) -> Settings:
    """Settings of this test's own data folder and (emptied) database, with a fixed secret."""
    own = replace(
        empty_database,
        data=tmp_path / "data",
        secret_key="a secret for tests only, of forty chars",
        company="Aldgate Bank",
    )
    own.data.mkdir()
    if not own.postgres:
        shutil.copy(empty_database.data / "surety.sqlite", own.data / "surety.sqlite")
    return own


@pytest.fixture
async def database(settings: Settings, request: pytest.FixtureRequest) -> AsyncIterator[Settings]:
    """The test's own database, connected; at the end every quote that was stored in it is read again on its page."""
    async with open_database(settings, durable=False):
        if settings.postgres:
            await _emptied()
        yield settings
        await _reread(request.node)


_EMPTYING = """
DO $$ DECLARE counted name; BEGIN
  SET LOCAL session_replication_role = replica;
  {deletions}
  FOR counted IN SELECT sequencename FROM pg_sequences WHERE last_value IS NOT NULL AND sequencename <> 'migration_id_seq'
  LOOP PERFORM setval(quote_ident(counted), 1, false); END LOOP;
END $$"""


async def _emptied() -> None:
    """Delete every row and let ids begin at 1 again: for tables that hold little this costs a tenth of TRUNCATE.

    The room of what was deleted is given back now and then, and between tests, never by itself in the middle of one.
    """
    names = [f'"{table._meta.tablename}"' for table in tables()]
    await run_sql(_EMPTYING.format(deletions="\n".join(f"DELETE FROM {name};" for name in names)))
    if next(_emptyings) % 20 == 19:
        await run_sql(f"VACUUM {', '.join(names)}")


async def _reread(test: pytest.Item) -> None:
    from tests.citations import reread_all  # the engines' own tests must not need the portal

    found = await reread_all()
    test.user_properties.append((QUOTES, found.quotes))
    assert () == found.fallen or test.get_closest_marker("invented_quotes"), f"quotes that do not stand: {found.fallen}"


@pytest.fixture
async def app(database: Settings) -> Litestar:
    """The application over the test's database; jobs are worked off when the test says so.

    Its routes are built once a process, which takes a quarter of a second; settings and engines are each test's own.
    """
    from portal.app import create_app, furnish  # the engines' own tests must not need the portal

    if not _built:
        _built.append(create_app(database, worker=False, database_open=True))
    return furnish(_built[0], database, worker=False, database_open=True)


@pytest.fixture
async def cast(database: Settings) -> Cast:
    """One person of each role, and two vendors with a service and a contact each."""
    return await make_cast()


@pytest.fixture
async def browser(app: Litestar) -> AsyncIterator[Browser]:
    """A browser nobody has signed in with."""
    async with Browser(app) as opened:
        yield opened


def _address() -> str:
    return os.environ["SURETY_TEST_POSTGRES"]


async def _migrated(settings: Settings) -> None:
    async with open_database(settings, durable=False):
        await migrate()


async def _postgres(statement: str) -> None:
    import asyncpg

    connection = await asyncpg.connect(_address())
    try:
        await connection.execute(statement)
    finally:
        await connection.close()
