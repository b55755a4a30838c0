"""A reviewer writes a questionnaire of ten questions from nothing, sends it, the vendor answers, and the score is read.

On the way every page is measured that a programme with nothing in it, or one that writes its own questions, comes to.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route, expect

from tests.journeys.filling import Form
from tests.journeys.server import Server, run
from tests.journeys.test_accessibility import violations
from tests.journeys.window import PHONE, Window

pytestmark = pytest.mark.browser
EMPTY = ("/campaigns", "/campaigns/new", "/campaigns/due", "/campaigns/rules", "/reviews", "/questionnaires/new")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server on a data folder with one vendor and nobody's questionnaire."""
    running = Server(tmp_path / "data").start()
    running.wait_ready()
    run("vendor", "add", "Helio Payments", "--data", str(tmp_path / "data"))
    yield running
    running.stop()


class Desk:
    """The window of a reviewer who writes a questionnaire."""

    def __init__(self, chromium: Browser, server: Server) -> None:
        self.server = server
        said = run("person", "add", "petra@aldgate.example", "--role", "reviewer", "--data", str(server.data))
        self.window = Window(chromium, server.url)
        self.page = self.window.page
        self.window.open(f"/door{said.partition('/door')[2].strip()}").press("Sign in").shows("Petra")

    def look(self) -> None:
        """Make sure that everybody can use the page, at a desk and on a phone."""
        assert [] == violations(self.window)

    def saved(self) -> None:
        """Wait until everything on a question's page is saved."""
        expect(self.page.locator("[data-saved]")).to_have_text(re.compile("✓"))
        self.page.wait_for_function("document.querySelector('.htmx-request') === null")

    def ask(self, text: str, kind: str = "", first: bool = False) -> None:
        """Begin the next question, and choose its kind."""
        self.window.press("Add a question" if first else "Add another question")
        expect(self.page.locator("#f-text")).to_have_value("")
        self.type("Question", text)
        if kind:
            self.page.get_by_label("Kind of answer").select_option(label=kind)
            self.page.wait_for_selector("[name=drawn]:not([value=yes_no])", state="attached")
        self.saved()

    def type(self, label: str, text: str) -> None:
        """Type into a field and wait until it is saved."""
        with self.page.expect_response(lambda answer: answer.request.method == "POST"):
            self.page.get_by_label(label, exact=True).fill(text)
        self.saved()

    def expect_yes(self) -> None:
        """Expect yes as the answer."""
        with self.page.expect_response(lambda answer: answer.request.method == "POST"):
            self.page.locator("label[for=expected-yes]").click()
        self.saved()

    def only_if(self, question: str, value: str) -> None:
        """Ask the question only where an earlier one has this answer."""
        self.page.get_by_role("button", name="Ask it only under a condition").click()
        option = self.page.locator("#when-0-question option", has_text=question)
        self.page.locator("#when-0-question").select_option(value=option.get_attribute("value"))
        with self.page.expect_response(lambda answer: answer.request.method == "POST"):
            self.page.locator("select#when-0-value").select_option(label=value)
        self.saved()


def test_a_questionnaire_is_written_sent_answered_and_scored(server: Server, chromium: Browser) -> None:
    """Ten questions of eight kinds with branching, by the pages alone; the answers that show are scored, each with its reason."""
    desk = Desk(chromium, server)
    for path in EMPTY:
        desk.window.open(path)
        desk.look()
    write(desk)
    clash(desk, chromium)
    try_out(desk)
    desk.window.press("Check and publish").shows("Nothing is in the way", "10 questions in 1 section")
    desk.look()
    desk.window.press("Publish").shows("Published.", "Version 1")
    desk.look()

    link = send(desk)
    answer(chromium, server, link)

    desk.window.page.reload()
    desk.window.shows("What the answers score", "100 of 100", "GE-01 Answered “Yes”, as expected. 20 of 20 points.")
    desk.window.lacks("GE-05")
    desk.look()
    write_on(desk)
    desk.window.close()


def test_a_button_pressed_while_the_form_is_being_saved_still_does_what_it_says(
    server: Server, chromium: Browser
) -> None:
    """The save under way draws the button anew before its turn comes."""
    desk = Desk(chromium, server)
    desk.window.press("Questionnaires").press("Write a questionnaire").fill("Title", "Cloud").press("Start")
    desk.ask("Which cloud is it?", "One choice", first=True)
    waiting: list[Route] = []
    desk.page.route(desk.page.url, lambda route: route.continue_() if waiting else waiting.append(route))
    with desk.page.expect_request(lambda request: request.method == "POST"):
        desk.page.get_by_label("Kind of answer").select_option(label="Several choices")
    desk.page.get_by_role("button", name="Add a choice").click()
    expect(desk.page.locator("[data-saved]")).to_have_text("Saving…")
    waiting[0].continue_()
    expect(desk.page.get_by_label("Choice 3", exact=True)).to_be_focused()
    desk.saved()
    expect(desk.page.get_by_label("Kind of answer")).to_have_value("multiple")
    desk.window.close()


def write(desk: Desk) -> None:
    """Write ten questions; four of them depend on earlier answers."""
    desk.window.press("Questionnaires").press("Write a questionnaire").fill("Title", "Cloud hosting check").press(
        "Start"
    )
    desk.look()
    desk.ask("Do you run our service in a public cloud?", first=True)
    desk.expect_yes()
    desk.look()
    desk.ask("Which cloud is it?", "One choice")
    desk.type("Choice 1", "A large provider")
    desk.type("Score of choice 1", "100")
    desk.type("Choice 2", "A small provider")
    desk.only_if("GE-01", "Yes")
    desk.look()
    desk.ask("In how many regions?", "Number")
    desk.page.get_by_label("Bound").select_option(label="At least")
    desk.saved()
    desk.type("Expected number", "2")
    desk.only_if("GE-01", "Yes")
    desk.ask("When did you last restore a backup?", "Date")
    desk.type("Days that the date may lie back", "3650")
    desk.ask("Where are your own machines?", "Text")
    desk.only_if("GE-01", "No")
    desk.ask("Which of our data is there?", "Several choices")
    desk.type("Choice 1", "Names")
    desk.type("Choice 2", "Payments")
    desk.ask("Are payments encrypted at rest?")
    desk.expect_yes()
    desk.only_if("GE-06", "Payments")
    desk.ask("Which period does your last audit cover?", "Period, from one day to another")
    desk.ask("Who else works on our data?", "Table of rows and columns")
    desk.type("Name of column 1", "Company")
    desk.type("Name of column 2", "Country")
    desk.look()
    desk.ask("Please attest.", "Attestation")
    desk.type("Words to attest", "All of this is true.")


def clash(desk: Desk, chromium: Browser) -> None:
    """In a second window the same question is changed first; what was typed here stands, and is kept by a button."""
    other = Window(chromium, desk.server.url, cookies_of=desk.window).open(desk.page.url)
    other.page.get_by_label("Guidance").fill("Whoever may sign for the company.")
    expect(other.page.locator("[data-saved]")).to_have_text(re.compile("✓ Saved"))
    other.close()
    desk.page.get_by_label("Guidance").fill("An officer.")
    desk.window.shows("Petra changed this question while you were writing", "Whoever may sign for the company.")
    desk.look()
    refusals = [one for one in desk.window.complaints if "status of 409" in one]
    assert refusals == desk.window.complaints  # the browser notes the refusal itself, and nothing else
    desk.window.complaints.clear()
    with desk.page.expect_response(lambda answer: answer.request.method == "POST"):
        desk.page.get_by_role("button", name="Use mine").click()
    desk.saved()
    desk.page.reload()
    expect(desk.page.get_by_label("Guidance")).to_have_value("An officer.")


def write_on(desk: Desk) -> None:
    """Write the next version; what it changes is shown before it is published and after."""
    desk.window.open("/questionnaires/cloud-hosting-check").press("Write the next version").press("GE-05")
    desk.page.locator("#f-text").fill("Where are your own machines, and who guards them?")
    desk.window.press("Check and publish").shows("What changes against the version before", "who guards them?")
    desk.look()
    desk.window.press("Publish").press("Version 2").shows("who guards them?")
    desk.look()


def try_out(desk: Desk) -> None:
    """Try the branching: what shows follows the answers. What was typed right before leaving a page is kept."""
    desk.page.get_by_label("Guidance").fill("An officer, by name.")
    desk.window.press("Back to the outline").shows("asked when GE-06 includes “Payments”")
    desk.look()
    desk.window.press("GE-10")
    expect(desk.page.get_by_label("Guidance")).to_have_value("An officer, by name.")
    desk.window.press("Preview and try").shows("6 questions of 10 shown")
    desk.look()
    cloud = desk.page.locator("#q-GE-01")
    cloud.locator("label", has_text=re.compile("^Yes$")).click()
    desk.window.shows("8 questions of 10 shown", "Which cloud is it?")
    desk.page.get_by_text("Governance: why").click()
    cloud.locator("label", has_text=re.compile("^No$")).click()
    desk.window.shows("7 questions of 10 shown", "Where are your own machines?")
    expect(desk.page.locator("#trial-side .reasons").first).to_be_visible()  # still unfolded


def send(desk: Desk) -> str:
    """Send it to a new contact and take the link out of the outbox."""
    desk.window.press("Send it")
    desk.page.locator("#f-vendor").select_option(label="Helio Payments")
    desk.window.press("Go on")
    desk.window.fill("E-mail", "dana@helio.example").press("Send").shows("waits in the outbox")
    assessment = desk.page.url
    desk.window.open("/outbox").shows("dana@helio.example")
    found = re.search(rf"{re.escape(desk.server.url)}/invitation#\S+", desk.page.locator("main").inner_text())
    assert found is not None
    desk.window.open(assessment)
    return found.group()


def answer(chromium: Browser, server: Server, link: str) -> None:
    """Answer it as the vendor, on a phone."""
    window = Window(chromium, server.url, PHONE).open(link).press("Begin").shows("Cloud hosting check")
    page = window.page
    base = page.url.rpartition("/")[0]
    look = violations(window.open(base + "/submit").shows("still need an answer"))
    window.page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    window.open(base + "/general")
    form = Form(window, {"GE-06": ["payments"], "GE-03": ["3"]})
    for ref in ("GE-01", "GE-02", "GE-03", "GE-04", "GE-06", "GE-07"):
        form.answer(ref)
    fill(window, "GE-08", ["2026-01-01", "2026-06-30"])
    page.locator("#q-GE-09").get_by_role("button", name="Add a row").click()
    fill(window, "GE-09", ["Acme", "Norway", "Bolt", "Chile"])
    fill(window, "GE-10", ["Dana Ortiz", "CISO", "2026-11-01"])
    assert [] == violations(window)
    window.page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    window.press("Next: Check and submit").fill("Your title", "Head of security")
    page.locator("#f-confirmed").check()
    window.press("Submit").shows("Receipt")
    look += violations(window)
    assert [] == look, "\n".join(look)
    window.close()


def fill(window: Window, ref: str, texts: list[str]) -> None:
    """Fill in the fields of one answer that a browser with scripts shows, in their order."""
    fields = window.page.locator(f"#q-{ref} [name=answer]").locator("visible=true")
    for number, text in enumerate(texts):
        fields.nth(number).fill(text)
    expect(window.page.locator(f"#q-{ref} [data-saved]")).to_have_text(re.compile("✓ Saved"))
