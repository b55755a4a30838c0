"""What journeys share: the browser on this machine, and the sample programme, served."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.journeys.demo import demo_server
from tests.journeys.server import PATIENCE, Server
from tests.journeys.window import ARGUMENTS, find_chromium


@pytest.fixture
def chromium() -> Iterator[Browser]:
    """The browser, started for one test: its driver keeps an event loop, which must not be left to other tests."""
    path = find_chromium()
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The sample programme, made once and served by `surety demo`."""
    server = demo_server(tmp_path_factory.mktemp("sample") / "data").start()
    try:
        yield server.wait_ready(4 * PATIENCE)
    finally:
        server.stop()
