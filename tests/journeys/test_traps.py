"""Every trap of the sample is found: on the workbench, with the words that decide it under the boxes on its page."""

import json
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from portal.review.sides import ConflictKind
from portal.sample.programme import SampleState, load_programme
from portal.sample.traps import Trap, load_traps
from tests.journeys.boxes import boxed, letters
from tests.journeys.demo import enter
from tests.journeys.server import Server, run
from tests.journeys.window import PHONE, Window, launched

pytestmark = pytest.mark.browser
_UNDER_WAY = {vendor.slug for vendor in load_programme().vendors if vendor.state is SampleState.in_progress}
TRAPS = [trap for trap in load_traps() if trap.vendor not in _UNDER_WAY]
MOST_QUOTES = 6


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """One browser for all tests here, with a window of its own for each: none of them begins an event loop."""
    with launched() as browser:
        yield browser


def test_every_trap_is_found_with_page_and_box(sample: Server, chromium: Browser) -> None:
    """The verdict can be defended, the conflict is there, and PDFium reads the deciding words under the boxes."""
    window = enter(sample, chromium, "Reviewer")
    missed = [f"{trap.vendor} {trap.ref}: {said}" for trap in TRAPS if (said := _looked_at(window, trap))]

    assert [] == missed, "\n".join(missed)
    window.close()


@pytest.mark.parametrize("kind", list(ConflictKind))
def test_each_kind_of_conflict_leads_to_both_sides(sample: Server, chromium: Browser, kind: ConflictKind) -> None:
    """Documents are shown at the words that stand under the box, answers at their question in their questionnaire."""
    window = enter(sample, chromium, "Reviewer")
    window.open(f"{_review_of(window, 'helio-payments')}/conflicts")
    conflict = window.page.locator(".conflict", has_text=kind.label).first
    sides = [
        (one.inner_text(), one.locator("a").get_attribute("href") or "") for one in conflict.locator("blockquote").all()
    ]

    assert 2 == len(sides)
    for text, url in sides:
        window.open(url)
        said = text.split("\n")[0].removeprefix("Comment: ")
        answer = window.page.locator(".bench-answer")
        assert letters(said) in letters(boxed(window)) or said[:40] in answer.inner_text()
    window.close()


def test_traps_of_who_has_not_submitted_are_found_too(sample: Server) -> None:
    """Answers under way come to no review yet; their claims get the verdict and the words all the same."""
    claims = {
        "LG-02": "Security logs are kept for 365 days.",
        "AC-05": "Access of terminated employees is removed within one business day of their departure.",
    }
    for trap in (trap for trap in load_traps() if trap.vendor in _UNDER_WAY):
        said = run("verify", "--vendor", trap.vendor, claims[trap.ref], "--data", str(sample.data))
        verdict = json.loads(said)

        assert verdict["verdict"] in {state.value for state in trap.states}
        assert any(trap.words in " ".join(quote["quote"].split()) for quote in verdict["quotes"])


def test_a_phone_decides_without_scrolling(sample: Server, chromium: Browser) -> None:
    """On a phone the buttons stay at the foot of the window, and the question in hand is not under the filters."""
    window = enter(sample, chromium, "Reviewer", PHONE)
    trap = next(trap for trap in TRAPS if trap.ref == "AC-05")
    window.open(f"{_review_of(window, trap.vendor)}?ref={trap.ref}")

    bottom, top = window.page.evaluate(
        "['.chips', '[data-shown]'].map((one) => document.querySelector(`.bench-list > ${one}`).getBoundingClientRect())"
        ".map((box, at) => (at ? box.top : box.bottom))"
    )
    assert bottom <= top
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
    conflicts = window.page.locator(".conflict").all_inner_texts()
    if not any(_same(word, verdict) for word in words):
        return f"the verdict is {verdict}"
    if trap.conflict is not None and not any(trap.conflict.label in one for one in conflicts):
        return f"no conflict says “{trap.conflict.label}”"
    return _shown(window, review, trap) if trap.document else ""


def _shown(window: Window, review: str, trap: Trap) -> str:
    """Go through the quotes until the deciding words stand under the boxes of the page that is shown."""
    wanted, found = letters(trap.words), []
    for hit in range(1, MOST_QUOTES + 1):
        window.open(f"{review}?ref={trap.ref}&hit={hit}")
        bar = window.page.locator(".bench-bar")
        if not bar.count():
            return "no page is shown"
        expect(window.page.locator(".sheet-boxes rect.box-quote").first).to_be_visible()
        found.append(boxed(window))
        if trap.document in bar.inner_text() and wanted in letters(found[-1]):
            return ""
        if f"Quote {hit} of {hit}" in bar.inner_text():
            break
    return f"“{trap.words}” is in no box; in them stands: {found}"


def _same(label: str, shown: str) -> bool:
    """Say whether a chip shows a verdict; it leaves out the first word of a supported one with an exception."""
    return re.sub(r"\W", "", label.removeprefix("Supported ")).lower() == re.sub(r"\W", "", shown).lower()


def _review_of(window: Window, vendor: str) -> str:
    window.open(f"/vendors/{vendor}")
    links = " ".join(one.get_attribute("href") or "" for one in window.page.locator("main a").all())
    found = re.search(r"/(?:reviews|assessments)/([0-9a-f-]{36})", links)
    assert found is not None, f"{vendor} has no assessment"
    return f"/reviews/{found[1]}"
