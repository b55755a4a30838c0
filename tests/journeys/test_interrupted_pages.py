"""What a person sees while model, worker or portal are away in the middle of something: a sentence, never a wheel alone.

With SURETY_PICTURES set to a folder, each state is kept there as a picture, as wide as a desk's window and as a phone's.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from portal.assistant.holding import INTERRUPTED
from portal.core.workers import own_mark
from tests.journeys.ledger import QUESTION, SLUG, Ledger
from tests.journeys.provider import WRITTEN, Provider
from tests.journeys.server import Server, run, wait_for
from tests.journeys.window import DESK, PHONE, Window
from tests.portal.assistant.shelf import LEAVERS

AWAY = "No connection to the portal. Your question is kept, and the answer comes once the portal is back."

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def size(ledger: Ledger) -> tuple[int, int]:
    """How large the window is: a desk's on SQLite and a phone's on PostgreSQL, so that each state is seen in both."""
    return PHONE if ledger.address else DESK


@pytest.fixture
def provider(tmp_path: Path) -> Iterator[Provider]:
    """A model that says nothing until it is told to."""
    one = Provider(tmp_path).start()
    one.behave("silent")
    yield one
    one.kill()


@pytest.fixture
def server(ledger: Ledger, provider: Provider) -> Iterator[Server]:
    """A portal that asks this model; jobs are left alone."""
    model = {
        "SURETY_CHAT_MODEL": "openai:small",
        "SURETY_CHAT_BASE_URL": provider.url,
        "SURETY_CHAT_API_KEY": "not a secret",
    }
    running = Server(ledger.data, ("serve", "--no-worker"), {**ledger.env, **model}).start()
    yield running.wait_ready()
    running.stop()


@pytest.fixture
def window(server: Server, ledger: Ledger, chromium: Browser, size: tuple[int, int]) -> Iterator[Window]:
    """A reviewer's window."""
    words = ("person", "add", "petra@aldgate.example", "--role", "reviewer", "--data", str(ledger.data))
    opened = Window(chromium, server.url, size)
    opened.open(run(*words, env={**ledger.env, "SURETY_PUBLIC_URL": server.url}).strip()).press("Sign in")
    yield opened
    opened.close()


def test_an_answer_without_its_model_says_so(window: Window, provider: Provider) -> None:
    """The answer is the page's own words, and under it stands what happened to the model."""
    provider.behave("half")

    _ask(window)

    expect(_bubble(window)).to_contain_text(LEAVERS)
    expect(_bubble(window)).to_contain_text("The language model broke off before its answer was whole.")
    picture(window, "model-broke-off")


def test_a_portal_killed_in_the_middle_of_an_answer(window: Window, server: Server, provider: Provider) -> None:
    """The bubble says that the portal is away; when it is back the answer comes by itself, once, with nothing pressed."""
    _ask(window)
    wait_for("the model's question", lambda: provider.asked)

    server.kill()
    expect(_bubble(window)).to_contain_text(AWAY)
    picture(window, "portal-away")
    provider.behave("honest")
    server.start().wait_ready()
    expect(_bubble(window)).to_contain_text(WRITTEN)

    window.complaints.clear()  # the browser wrote down that nobody answered
    assert 1 == _bubble(window).inner_text().count(WRITTEN)
    expect(window.page.locator("#chat")).not_to_contain_text(AWAY)
    picture(window, "portal-back")


def test_a_portal_killed_twice_in_the_middle_of_an_answer(window: Window, server: Server, provider: Provider) -> None:
    """The page does not wait for ever: it says that the answer was given up, and one press brings it."""
    _ask(window)
    for times in (1, 2):
        wait_for("the model's question", lambda: provider.asked == times)  # noqa: B023
        server.kill()
        expect(_bubble(window)).to_contain_text(AWAY)
        if times == 2:
            provider.behave("honest")
        server.start().wait_ready()

    expect(_bubble(window)).to_contain_text(INTERRUPTED)
    window.complaints.clear()
    picture(window, "given-up")
    window.press("Try again")

    expect(_bubble(window)).to_contain_text(WRITTEN)


def test_a_question_that_could_not_be_sent_stays_in_its_field(window: Window, server: Server) -> None:
    """With the portal away the form keeps what was typed and says that it was not sent."""
    window.open(f"/vendors/{SLUG}/assistant")
    server.kill()
    window.page.locator("#ask-question").fill(QUESTION)
    window.page.locator("#ask-form").get_by_role("button", name="Ask").click()

    expect(window.page.locator("#ask-form")).to_contain_text("Not sent: no connection to the portal.")
    expect(window.page.locator("#ask-question")).to_have_value(QUESTION)
    picture(window, "not-sent")
    window.complaints.clear()
    server.start().wait_ready()
    window.page.locator("#ask-form").get_by_role("button", name="Ask").click()
    window.shows(QUESTION)


def test_a_workbench_whose_check_was_cut_short(window: Window, ledger: Ledger) -> None:
    """A check whose worker died is said to go on by itself; one that was given up is said too, with a way to begin it again."""
    dead = "~".join([*own_mark().split("~")[:2], "1", "0"])
    ledger.change(f"UPDATE job SET state = 'running', worker = '{dead}', attempts = 1 WHERE kind = 'review.verdicts'")
    window.open(f"/reviews/{ledger.assessment}").shows("the check was interrupted and goes on by itself")
    picture(window, "check-interrupted")

    ledger.change("UPDATE job SET state = 'failed', attempts = 6 WHERE kind = 'review.verdicts'")
    window.open(f"/reviews/{ledger.assessment}").shows("The last check of the answers did not come to its end")
    picture(window, "check-given-up")
    window.press("Check again").shows("to be checked again").lacks("did not come to its end")


def _ask(window: Window) -> None:
    window.open(f"/vendors/{SLUG}/assistant")
    window.page.locator("#ask-question").fill(QUESTION)
    window.page.locator("#ask-form").get_by_role("button", name="Ask").click()
    window.page.wait_for_url("**/assistant/*-*")


def _bubble(window: Window) -> Locator:
    return window.page.locator("#chat .bubble:not(.mine)").last


def picture(window: Window, name: str) -> None:
    """Keep what is seen, if somebody wants to look at it."""
    folder = os.environ.get("SURETY_PICTURES")
    if folder:
        width = window.page.viewport_size["width"] if window.page.viewport_size else 0
        window.page.screenshot(path=Path(folder) / f"{name}-{width}.png", full_page=True)
