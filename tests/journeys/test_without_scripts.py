"""A vendor whose browser runs no scripts answers, uploads and submits all the same."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from portal.core.clock import today
from tests.journeys.filling import Form
from tests.journeys.folder import Sent, folder_with_sent
from tests.journeys.papers import REPORT, report
from tests.journeys.server import Server
from tests.journeys.window import PHONE, Window

pytestmark = pytest.mark.browser


@pytest.fixture
def invited(tmp_path: Path) -> tuple[Path, Sent]:
    """A data folder in which a questionnaire is on its way."""
    return tmp_path / "data", folder_with_sent(tmp_path / "data")


@pytest.fixture
def server(invited: tuple[Path, Sent]) -> Iterator[Server]:
    """A server on that folder."""
    running = Server(invited[0]).start()
    yield running
    running.stop()


def test_the_form_works_without_scripts(
    server: Server, invited: tuple[Path, Sent], chromium: Browser, tmp_path: Path
) -> None:
    """The code is typed, each answer has its button, a file is sent by one, and the receipt comes."""
    server.wait_ready()
    window = Window(chromium, server.url, PHONE, scripts=False)
    window.open("/invitation").fill("Code from your link", invited[1].code).press("Begin").shows("Lite due diligence")

    tested = (today() - timedelta(days=90)).isoformat()
    Form(
        window,
        {"GV-05": ["soc2_type2"], "GV-06": report(tmp_path, today()), "VU-04": [tested], "IN-04": ["no"]},
    ).fill_all()

    window.shows("Check and submit", "handed in 1 document").fill("Your title", "Head of security")
    window.page.locator("#f-confirmed").check()
    window.press("Submit").shows("Receipt", "SHA-256 of the answers", REPORT)
    window.close()
