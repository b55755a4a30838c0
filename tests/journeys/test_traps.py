"""Every trap of the sample that came to a review is found on the workbench, on its page, with a box."""

import re

import pytest
from playwright.sync_api import Browser, expect

from portal.sample.programme import SampleState, load_programme
from portal.sample.traps import Trap, load_traps
from tests.journeys.demo import enter
from tests.journeys.server import Server
from tests.journeys.window import PHONE, Window

pytestmark = pytest.mark.browser
_UNDER_WAY = {vendor.slug for vendor in load_programme().vendors if vendor.state is SampleState.in_progress}
TRAPS = [trap for trap in load_traps() if trap.vendor not in _UNDER_WAY]
MOST_QUOTES = 6


def test_every_trap_is_found_with_page_and_box(sample: Server, chromium: Browser) -> None:
    """The verdict can be defended, or a conflict says what is wrong; the page with the deciding words is shown, boxed."""
    window = enter(sample, chromium, "Reviewer")
    missed = [f"{trap.vendor} {trap.ref}: {said}" for trap in TRAPS if (said := _looked_at(window, trap))]

    assert [] == missed, "\n".join(missed)
    window.close()


def test_a_phone_decides_without_scrolling(sample: Server, chromium: Browser) -> None:
    """On a phone the buttons stay at the foot of the window while the page is read."""
    window = enter(sample, chromium, "Reviewer", PHONE)
    trap = next(trap for trap in TRAPS if trap.ref == "AC-05")
    window.open(f"{_review_of(window, trap.vendor)}?ref={trap.ref}")

    for name in ("Agree", "Overrule", "Ask vendor", "Finding"):
        button = window.page.locator(".bench-decide").get_by_text(name).first
        expect(button).to_be_in_viewport()
    window.close()


def test_keys_lead_through_a_review(sample: Server, chromium: Browser) -> None:
    """The list of keys opens by its own key, and keys do nothing while somebody types."""
    window = enter(sample, chromium, "Reviewer")
    window.open(f"{_review_of(window, 'helio-payments')}?ref=AC-05")
    page = window.page

    page.keyboard.press("?")
    expect(page.locator(".bench-keys dl")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("v")
    expect(page.get_by_label("Note to the vendor")).to_be_focused()
    page.keyboard.type("jk?")

    assert "jk?" == page.get_by_label("Note to the vendor").input_value()
    assert "ref=AC-05" in page.url
    window.close()


def _looked_at(window: Window, trap: Trap) -> str:
    """Look at a trap's question; returns what is missing, or nothing."""
    review = _review_of(window, trap.vendor)
    window.open(f"{review}?ref={trap.ref}")
    verdict = window.page.locator(".verdict-box .chip").first.inner_text()
    words = {state.label for state in trap.states}
    conflicts = " ".join(window.page.locator(".conflict").all_inner_texts())
    if not any(_same(word, verdict) for word in words) and trap.conflict is None:
        return f"the verdict is {verdict}"
    if trap.conflict is not None and trap.conflict.label not in conflicts:
        return f"no conflict says “{trap.conflict.label}”"
    return _shown(window, review, trap) if trap.document else ""


def _shown(window: Window, review: str, trap: Trap) -> str:
    """Go through the quotes until the page with the deciding words is shown, with a box on it."""
    for hit in range(1, MOST_QUOTES + 1):
        window.open(f"{review}?ref={trap.ref}&hit={hit}")
        bar = window.page.locator(".bench-bar")
        if not bar.count():
            return "no page is shown"
        box = window.page.locator(".sheet-boxes rect.box-quote").first
        expect(box).to_be_visible()
        text = " ".join(window.page.locator("#sheet").text_content().split())  # type: ignore[union-attr]
        if trap.document in bar.inner_text() and trap.words in text:
            return ""
        if f"Quote {hit} of {hit}" in bar.inner_text():
            break
    return f"“{trap.words}” is on no page that is shown"


def _same(label: str, shown: str) -> bool:
    """Say whether a chip shows a verdict; it leaves out the first word of a supported one with an exception."""
    return re.sub(r"\W", "", label.removeprefix("Supported ")).lower() == re.sub(r"\W", "", shown).lower()


def _review_of(window: Window, vendor: str) -> str:
    window.open(f"/vendors/{vendor}")
    links = " ".join(one.get_attribute("href") or "" for one in window.page.locator("main a").all())
    found = re.search(r"/(?:reviews|assessments)/([0-9a-f-]{36})", links)
    assert found is not None, f"{vendor} has no assessment"
    return f"/reviews/{found[1]}"
