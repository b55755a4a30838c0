"""A vendor finishes a whole questionnaire with the keyboard alone."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.journeys.folder import Sent, folder_with_sent
from tests.journeys.keyed import KeyedVendor
from tests.journeys.keys import Keys
from tests.journeys.papers import policy
from tests.journeys.server import Server
from tests.journeys.window import Window

pytestmark = pytest.mark.browser
ASKED = os.environ.get("SURETY_KEYBOARD_SET", "core")
LEAST = {"core": 80, "lite": 20}  # questions that are met at the least: a set that hardly asks would show nothing


@pytest.fixture
def invited(tmp_path: Path) -> tuple[Path, Sent]:
    """A data folder in which the questionnaire is on its way."""
    return tmp_path / "data", folder_with_sent(tmp_path / "data", ASKED)


@pytest.fixture
def server(invited: tuple[Path, Sent]) -> Iterator[Server]:
    """A server on that folder."""
    running = Server(invited[0]).start()
    try:
        yield running.wait_ready()
    finally:
        running.stop()


def test_a_questionnaire_is_finished_with_the_keyboard(
    server: Server, invited: tuple[Path, Sent], chromium: Browser, tmp_path: Path
) -> None:
    """From the link to the receipt no mouse is touched; the focus shows, follows the page, is never trapped and never lost."""
    window = Window(chromium, server.url).open(f"/invitation#{invited[1].code}").shows("Your link is read")
    keys = Keys(window)
    vendor = KeyedVendor(keys, ASKED, policy(tmp_path))

    keys.tab_to("Begin")
    keys.enter()
    keys.skip()
    keys.tab_to("Nothing at hand")
    keys.enter()
    vendor.go_through()
    vendor.make_good()
    attest(keys)

    window.shows("Receipt", "SHA-256 of the answers", vendor.paper.name)
    assert len(vendor.answered) > LEAST[ASKED]
    assert [] == keys.faults, "\n".join(keys.faults)
    window.close()


def attest(keys: Keys) -> None:
    """Submit, first with the title left out: the focus goes to what is wrong, and from there to the field."""
    keys.skip()
    keys.tab_to("f-confirmed")
    assert keys.press("Space")["checked"]
    keys.tab_to("Submit", 2)
    keys.enter()
    assert "attention" in keys.look()["words"]
    assert "A" == keys.tab()["tag"]
    assert "f-title" == keys.press("Enter")["id"]
    keys.type("Head of security")
    assert keys.tab_to("f-confirmed", 1)["checked"]
    keys.tab_to("Submit", 1)
    keys.enter()
