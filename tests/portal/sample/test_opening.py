"""The browser that the demo opens."""

import socket
import threading
import webbrowser

import pytest

from portal.sample.commands import open_when_served
from tests.ports import free_port

LINK = "http://127.0.0.1/door"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Collect what a browser is asked to open."""
    links: list[str] = []
    monkeypatch.setattr(webbrowser, "open", links.append)
    return links


def test_a_browser_opens_once_the_portal_listens_and_not_before(opened: list[str]) -> None:
    """Whoever tries Surety for the first time never sees a refused page on a slow machine."""
    port = free_port()
    waiting = threading.Thread(target=open_when_served, args=(LINK, port), daemon=True)
    waiting.start()
    waiting.join(1)
    assert not opened

    with socket.create_server(("127.0.0.1", port)):
        waiting.join(30)

    assert [LINK] == opened


def test_a_browser_is_not_waited_for_for_ever(opened: list[str]) -> None:
    """A portal that never comes up leaves no browser."""
    open_when_served(LINK, free_port(), patience=0.3)

    assert not opened
