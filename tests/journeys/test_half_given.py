"""A contact whose answers are given in two steps: what is still needed is said quietly, and is wrong only once they go on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.journeys.folder import Sent, folder_with_sent
from tests.journeys.server import Server
from tests.journeys.window import DESK, PHONE, Window
from tests.questionnaires.samples import HOSTED, HOURS, MFA, PERIOD, SIGNED, TABLED, questionnaire

pytestmark = pytest.mark.browser
_QUIET, _REFUSED = "Not saved yet", "Not saved: see below"

_PLACES = """card => [...card.querySelectorAll('h3, .pills')].map((one) => {
  const box = one.getBoundingClientRect();
  return [box.top - card.getBoundingClientRect().top, box.height, box.left];
})"""


@pytest.fixture
def invited(tmp_path: Path) -> tuple[Path, Sent]:
    """A data folder in which a questionnaire of answers with several parts is on its way."""
    data = tmp_path / "data"
    return data, folder_with_sent(data, questionnaire(SIGNED, MFA, PERIOD, HOURS, TABLED, HOSTED))


@pytest.fixture
def server(invited: tuple[Path, Sent]) -> Iterator[Server]:
    """A server on that folder."""
    running = Server(invited[0]).start()
    yield running
    running.stop()


def test_what_is_half_given_waits_for_its_other_half(
    server: Server, invited: tuple[Path, Sent], chromium: Browser
) -> None:
    """The line for the words has the focus, the state is quiet, and red comes only when the line is left empty."""
    window = _begun(server, invited[1], chromium)

    _choose(window, "SV-03", "In another way")
    expect(_field(window, "o-SV-03")).to_be_focused()
    _says_quietly(window, "SV-03", "say in the line below it what that is")
    _field(window, "o-SV-03").press("Tab")
    _is_refused(window, "SV-03")
    _field(window, "o-SV-03").fill("By smart card")
    _is_saved(window, "SV-03")

    _choose(window, "AC-01", "Does not apply")
    expect(_field(window, "r-AC-01")).to_be_focused()
    _says_quietly(window, "AC-01", "Say why this does not apply to you.")
    _field(window, "r-AC-01").press_sequentially("Nobody signs in.")
    _is_saved(window, "AC-01")

    _field(window, "a-GV-02").fill("2026-01-01")
    _says_quietly(window, "GV-02", "Give both days")
    _field(window, "a-GV-02-to").focus()
    _says_quietly(window, "GV-02", "Give both days")
    _field(window, "a-GV-02-to").blur()
    _is_refused(window, "GV-02")
    _field(window, "a-GV-02-to").fill("2026-06-30")
    _is_saved(window, "GV-02")
    window.close()


def test_what_is_still_typed_is_not_refused(server: Server, invited: tuple[Path, Sent], chromium: Browser) -> None:
    """A number is wrong only when it is left so, and the row of a table that is begun is kept and says what it lacks."""
    window = _begun(server, invited[1], chromium)

    _field(window, "a-IN-01").fill("7200")
    _says_quietly(window, "IN-01", "Give a number from 0 to 720.")
    _field(window, "a-IN-01").press("Backspace")
    _is_saved(window, "IN-01")
    _field(window, "a-IN-01").fill("-1")
    _field(window, "a-IN-01").blur()
    _is_refused(window, "IN-01")

    window.page.get_by_label("Name, row 1").fill("Acme")
    _is_saved(window, "SU-01")
    expect(_card(window, "SU-01").locator(".field-help").first).to_contain_text("still empty")
    expect(_card(window, "SU-01").locator("[id^=note-]")).to_have_attribute("role", "status")
    window.complaints.clear()
    window.page.close()


def test_a_page_is_not_left_over_what_is_half_given(
    server: Server, invited: tuple[Path, Sent], chromium: Browser
) -> None:
    """The first press shows what is missing, far above the link as it may stand; nothing is lost silently."""
    window = _begun(server, invited[1], chromium)

    _choose(window, "SV-03", "In another way")
    _says_quietly(window, "SV-03", "say in the line below it what that is")
    here = window.page.url
    window.page.get_by_role("link", name="Next:").click()
    _is_refused(window, "SV-03")

    expect(_field(window, "o-SV-03")).to_be_in_viewport()
    assert here == window.page.url
    window.page.get_by_role("link", name="Next:").click()  # the browser asks, and this person leaves
    window.shows("Check and submit")
    window.page.wait_for_url("**/submit")
    window.complaints.clear()
    window.close()


def test_with_the_arrow_keys_one_passes_a_choice_that_asks_for_words(
    server: Server, invited: tuple[Path, Sent], chromium: Browser
) -> None:
    """The focus stays among the choices, and Tab goes to the line."""
    window = _begun(server, invited[1], chromium)

    window.page.locator("#a-SV-03-1").focus()
    window.page.keyboard.press("ArrowDown")
    expect(window.page.locator("#a-SV-03-2")).to_be_focused()
    _says_quietly(window, "SV-03", "say in the line below it what that is")
    window.page.keyboard.press("Tab")
    expect(_field(window, "o-SV-03")).to_be_focused()
    window.complaints.clear()
    window.page.close()


@pytest.mark.parametrize("size", [DESK, PHONE])
def test_no_word_moves_when_an_answer_is_saved(
    server: Server, invited: tuple[Path, Sent], chromium: Browser, size: tuple[int, int]
) -> None:
    """The question and its fields stand where they stood, before and after the state of the answer shows."""
    window = _begun(server, invited[1], chromium, size)
    card = _card(window, "SV-02")

    before = card.evaluate(_PLACES)
    card.get_by_text("The European Union").click(position={"x": 5, "y": 5})
    _is_saved(window, "SV-02")

    assert before == card.evaluate(_PLACES)
    window.close()


def _begun(server: Server, sent: Sent, chromium: Browser, size: tuple[int, int] = DESK) -> Window:
    window = Window(chromium, server.wait_ready().url, size).open(f"/invitation#{sent.code}")
    window.shows("Your link is read").press("Begin").press("Nothing at hand")
    return window.shows("How do people sign in?")


def _choose(window: Window, ref: str, words: str) -> None:
    _card(window, ref).locator("label.pill", has_text=words).click()


def _says_quietly(window: Window, ref: str, words: str) -> None:
    card = _card(window, ref)
    expect(card.locator("[data-saved]")).to_have_text(_QUIET)
    expect(card.locator(".begun [id^=note-]")).to_contain_text(words)


def _is_refused(window: Window, ref: str) -> None:
    card = _card(window, ref)
    expect(card.locator("[data-saved]")).to_have_text(_REFUSED)
    expect(card.locator("form:not(.begun) [role=alert] .field-error")).to_be_visible()


def _is_saved(window: Window, ref: str) -> None:
    card = _card(window, ref)
    expect(card.locator("[data-saved]")).to_contain_text("✓ Saved")
    expect(card.locator(".field-error")).to_have_count(0)


def _card(window: Window, ref: str) -> Locator:
    return window.page.locator(f"#q-{ref}")


def _field(window: Window, identity: str) -> Locator:
    return window.page.locator(f"#{identity}")
