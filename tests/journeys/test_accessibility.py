"""Every page of every role can be used by everybody: axe finds nothing serious, and nothing is wider than a phone."""

import json
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.journeys.crawling import crawl, shape
from tests.journeys.demo import CONTACT, ROLES, enter
from tests.journeys.server import Server
from tests.journeys.window import DESK, PHONE, Window, launched

pytestmark = pytest.mark.browser
AXE = Axe().axe_script
OPTIONS = {"resultTypes": ["violations"]}
SERIOUS = {"serious", "critical"}
# Pages that must be among those that a role comes to by links; a page nobody links to would go unnoticed.
MUST_SEE = {
    "Reviewer": {"/vendors/{name}", "/assessments/{id}", "/reviews/{id}", "/findings/{id}", "/documents/{id}",
                 "/vendors/{name}/assistant", "/ratings/{id}", "/campaigns", "/campaigns/{id}", "/campaigns/new",
                 "/campaigns/due", "/campaigns/rules", "/reviews/{id}/changes", "/outbox", "/vendors/{name}/services/new"},
    "Approver": {"/", "/standard", "/campaigns/rules/{id}", "/campaigns/rules/new", "/ratings/{id}", "/audit"},
    "Procurement": {"/partners", "/partners/{name}", "/checks", "/account"},
    "Auditor": {"/audit", "/ratings/{id}", "/ratings/{id}/replay", "/reviews/{id}"},
    "Administrator": {"/people", "/standard/{id}", "/help/{name}"},
    CONTACT: {"/answer", "/answer/{id}/{section}", "/answer/{id}/start", "/answer/{id}/documents", "/answer/{id}/submit"},
}  # fmt: skip
_MEASURED: dict[str, set[str]] = {}  # shape of page -> the kinds of elements that were measured on such pages
_PARTS = "() => [...document.body.querySelectorAll('*')].map(one => `${one.tagName}.${one.getAttribute('class')}`)"


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """One browser for all tests here, with a window of its own for each: none of them begins an event loop."""
    with launched() as browser:
        yield browser


@pytest.mark.parametrize("role", [*ROLES, CONTACT])
def test_every_page_is_accessible_and_fits_a_phone(sample: Server, chromium: Browser, role: str) -> None:
    """Each page a role reaches by links: no dead link, no serious violation, no sideways scrolling, no script error."""
    window = enter(sample, chromium, role)
    found: list[str] = []

    def look(url: str) -> None:
        parts, measured = set(window.page.evaluate(_PARTS)), _MEASURED.setdefault(shape(url), set())
        if parts <= measured:  # the same things were measured already, on another vendor's page or for another role
            return
        measured |= parts
        found.extend(violations(window))

    # The reviewer sees vendors in several states; for the others one page of each shape shows what differs.
    seen = crawl(window, "/answer" if role == CONTACT else "/", look, 2 if role == "Reviewer" else 1)

    assert [] == found, "\n".join(found)
    assert set() == MUST_SEE[role] - set(seen)
    window.close()


@pytest.mark.parametrize("path", ["/sign-in", "/door", "/invitation", "/help", "/no-such-page"])
def test_pages_for_nobody_in_particular_are_accessible(sample: Server, chromium: Browser, path: str) -> None:
    """Doors, help and the error page stand open to everybody."""
    window = Window(chromium, sample.url)
    window.page.goto(path)

    assert [] == violations(window)


def violations(window: Window) -> list[str]:
    """Measure the page as a desk and as a phone shows it; returns one line for each serious violation."""
    found = []
    window.page.evaluate(AXE)
    for width, height in (DESK, PHONE):
        window.page.set_viewport_size({"width": width, "height": height})
        if window.wide:
            found.append(f"{window.page.url} at {width}: wider than the window")
        for one in window.page.evaluate(f"axe.run({json.dumps(OPTIONS)})")["violations"]:
            if one["impact"] in SERIOUS:
                found += [f"{window.page.url} at {width}: {one['id']}: {node['target']}" for node in one["nodes"]]
    window.page.set_viewport_size({"width": DESK[0], "height": DESK[1]})
    return found
