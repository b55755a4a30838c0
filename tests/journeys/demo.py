"""The sample programme as `surety demo` serves it, and its sign-in links."""

import re
from pathlib import Path

from playwright.sync_api import Browser

from tests.journeys.server import Server
from tests.journeys.window import DESK, Window

ROLES = ("Reviewer", "Approver", "Procurement", "Auditor", "Administrator")
CONTACT = "Vendor contact"
_LINK = re.compile(r"^\s+(\w[\w ]*?) \(([^)]+)\)\s+(http://\S+)$", re.MULTILINE)


def demo_server(data: Path) -> Server:
    """Return a server that runs `surety demo` on this folder."""
    return Server(data, ("demo", "--no-browser"))


def doors(said: str) -> dict[str, tuple[str, str]]:
    """Read name and link of each role from what the command has printed last."""
    return {role: (name, link) for role, name, link in _LINK.findall(said)}


def enter(server: Server, chromium: Browser, role: str, size: tuple[int, int] = DESK) -> Window:
    """Open a window and go in by the role's link."""
    name, link = doors(server.said)[role]
    window = Window(chromium, server.url, size).open(link).shows("Your link is read")
    if role == CONTACT:
        return window.press("Begin")
    return window.press("Sign in").shows(name)
