"""What journeys share: the browser on this machine, and the sample programme, served."""

import fcntl
import os
import pickle
import shutil
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.journeys.demo import demo_server
from tests.journeys.ledger import Ledger, databases, ledger_on
from tests.journeys.server import PATIENCE, Server
from tests.journeys.window import launched

LONGEST = "test_accessibility.py"


@pytest.fixture
def chromium() -> Iterator[Browser]:
    """The browser, started for one test: its driver keeps an event loop, which must not be left to other tests."""
    with launched() as browser:
        yield browser


@pytest.fixture(scope="session")
def sample_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a first `surety demo`, made once for all workers; beside it stands what the command said."""
    with _of_all_workers(tmp_path_factory, "first-demo") as folder:
        if not (folder / "done").exists():
            server = demo_server(folder / "data").start()
            try:
                server.wait_ready(4 * PATIENCE)
            finally:
                server.stop()
            (folder / "done").touch()
    return folder / "data"


@contextmanager
def _of_all_workers(tmp_path_factory: pytest.TempPathFactory, name: str) -> Iterator[Path]:
    """Open a folder that all workers of this run share, to one of them at a time."""
    shared = tmp_path_factory.getbasetemp()
    folder = (shared.parent if os.environ.get("PYTEST_XDIST_WORKER") else shared) / name
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield folder


@pytest.fixture(scope="session")
def sample(sample_made: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The sample programme, served by a second start of `surety demo` on a copy of the folder."""
    data = tmp_path_factory.mktemp("sample") / "data"
    shutil.copytree(sample_made, data)
    server = demo_server(data).start()
    try:
        yield server.wait_ready()
    finally:
        server.stop()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run what looks at a review under way on every database there is."""
    if "ledger_made" in metafunc.fixturenames:
        metafunc.parametrize("ledger_made", databases(), indirect=True, scope="session")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Run each of these journeys on one database, half of them on either; SURETY_TEST_EVERYWHERE runs each on all.

    The longest file goes first: it makes the sample that others wait for, while these are still at something else.
    """
    items.sort(key=lambda item: item.path.name != LONGEST)
    if not os.environ.get("SURETY_TEST_EVERYWHERE"):
        left = [item for item in items if not _is_for_another(item)]
        config.hook.pytest_deselected(items=[item for item in items if _is_for_another(item)])
        items[:] = left


def _is_for_another(item: pytest.Item) -> bool:
    callspec = getattr(item, "callspec", None)
    if callspec is None or "ledger_made" not in callspec.params:
        return False
    names = databases()
    own = item.name.replace(callspec.params["ledger_made"], "")
    return bool(callspec.params["ledger_made"] != names[zlib.crc32(own.encode()) % len(names)])


@pytest.fixture(scope="session")
def ledger_made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    """A review under way, made once on each database for all workers; tests work on copies of it."""
    with _of_all_workers(tmp_path_factory, f"ledger-{request.param}") as folder:
        kept = folder / "ledger"
        if not kept.exists():
            kept.write_bytes(pickle.dumps(ledger_on(request.param, folder / "data")))
        ledger: Ledger = pickle.loads(kept.read_bytes())
        return ledger


@pytest.fixture
def ledger(ledger_made: Ledger, tmp_path: Path) -> Ledger:
    """A copy of the review under way, of this test's own."""
    return ledger_made.copied(tmp_path / "data")
