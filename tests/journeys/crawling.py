"""Walking through every page a person can reach by links, a few examples of each shape."""

import re
from collections import Counter
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

from tests.journeys.window import Window

_NOT_PAGES = re.compile(r"/(static|api|docs)/|/file$|/record$|/receipts/.*/(pdf|data)$|\.json$|/checks/key$|^/schema")
_NAMED = re.compile(r"^/(vendors|partners|questionnaires|help)/(?!new$)[^/]+")
_ANSWERING = re.compile(
    r"^(/answer/\{id\})/(?!missing|documents|submit|receipt|questions|start|suggestions|left|talk|print).+$"
)


def shape(url: str) -> str:
    """Return what kind of page an address leads to: ids, numbers and names left out."""
    parts = urlsplit(url)
    path = re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", "{id}", parts.path)
    path = _NAMED.sub(r"/\1/{name}", re.sub(r"/\d+(?=/|$)", "/{n}", path))
    path = _ANSWERING.sub(r"\1/{section}", path)
    doing = parse_qs(parts.query).get("do", [""])[0]
    return f"{path}?do={doing}" if doing else path


def crawl(window: Window, start: str, look: Callable[[str], None], examples: int) -> Counter[str]:
    """Open pages link by link and look at so many of each shape; returns how many that were. A dead link fails."""
    waiting, known, seen = [start], {start}, Counter[str]()
    while waiting:
        url = waiting.pop(0)
        if seen[shape(url)] >= (examples if "{" in shape(url) else 1):
            continue
        seen[shape(url)] += 1
        window.open(url)
        look(url)
        for link in _links(window):
            if link not in known and not _NOT_PAGES.search(urlsplit(link).path):
                known.add(link)
                waiting.append(link)
    return seen


def _links(window: Window) -> list[str]:
    found: list[str] = window.page.locator("a[href^='/']").evaluate_all(
        "links => links.map(link => link.getAttribute('href').split('#')[0]).filter(href => href)"
    )
    return found
