"""A vendor at work in the browser while the server dies, and while a colleague answers the same question."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.journeys.folder import Sent, folder_with_sent
from tests.journeys.server import Server
from tests.journeys.window import Window

pytestmark = pytest.mark.browser
REF = "SV-01"


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


def test_what_is_typed_while_the_server_is_down_is_saved_later(
    server: Server, invited: tuple[Path, Sent], chromium: Browser
) -> None:
    """The page says that it is not saved, keeps trying, and says when it is."""
    window = _begun(server.wait_ready(), invited[1], chromium)
    _type(window, "Before the storm.")
    expect(_mark(window)).to_contain_text("✓ Saved")

    server.kill()
    _type(window, "A gateway for card payments.")
    expect(_mark(window)).to_contain_text("Not saved: no connection. We keep trying.")
    server.start().wait_ready()
    expect(_mark(window)).to_contain_text("✓ Saved")

    window.complaints.clear()  # the browser wrote down that nobody answered
    window.page.reload()
    expect(_field(window)).to_have_value("A gateway for card payments.")
    window.close()


def test_two_who_answer_at_once_do_not_overwrite_each_other(
    server: Server, invited: tuple[Path, Sent], chromium: Browser
) -> None:
    """Whoever comes second sees the other answer beside their own, and says which one counts."""
    first = _begun(server.wait_ready(), invited[1], chromium)
    second = Window(chromium, server.url, cookies_of=first).open(first.page.url)

    _type(first, "Said first.")
    expect(_mark(first)).to_contain_text("✓ Saved")
    _type(second, "Said second.")
    expect(_mark(second)).to_contain_text("Not saved")
    second.shows("in another window", "Said first.", "Which one counts?")
    expect(_field(second)).to_have_value("Said second.")
    second.complaints.clear()  # the browser wrote down the refusal
    second.press("Use mine")
    expect(_mark(second)).to_contain_text("✓ Saved")

    first.page.reload()
    expect(_field(first)).to_have_value("Said second.")
    first.close()
    second.close()


def _begun(server: Server, sent: Sent, chromium: Browser) -> Window:
    window = Window(chromium, server.url).open(f"/invitation#{sent.code}").shows("Your link is read")
    return window.press("Begin").shows("Lite due diligence").press("Nothing at hand")


def _type(window: Window, text: str) -> None:
    _field(window).fill(text)


def _field(window: Window) -> Locator:
    return window.page.locator(f"#a-{REF}")


def _mark(window: Window) -> Locator:
    return window.page.locator(f"#q-{REF} [data-saved]")
