"""The whole story in a real browser: from an empty installation to a signed rating and a recorded check."""

import re
import subprocess
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, expect

from portal.core.clock import today
from tests.journeys.filling import Form
from tests.journeys.papers import LEAVERS, MFA, POLICY, REPORT, policy, report
from tests.journeys.server import PATIENCE, ROOT, ColdServer, Server, command, environment, wait_for
from tests.journeys.window import PHONE, Window

pytestmark = pytest.mark.browser
PEOPLE = {
    "Approver": "Miriam Okafor",
    "Reviewer": "Rosa Lindqvist",
    "Procurement": "Tom Achterberg",
    "Auditor": "Ines Calvo",
}


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server on an empty data folder."""
    running = ColdServer(tmp_path / "data").start()
    yield running
    running.stop()


class Story:
    """The windows of everybody in the story, and what one chapter leaves to the next."""

    def __init__(self, server: Server, chromium: Browser, folder: Path) -> None:
        self.server, self.chromium, self.folder = server, chromium, folder
        self.today: date = today()
        self.links: dict[str, str] = {}
        self.windows: dict[str, Window] = {}
        self.rating = ""

    def by_link(self, who: str, link: str) -> Window:
        """Open a window and sign in with a link."""
        window = self.windows[who] = Window(self.chromium, self.server.url)
        return window.open(link).shows("Your link is read").press("Sign in").shows(who)

    def staff(self, role: str) -> Window:
        """Return the window of the person in this role, signed in."""
        name = PEOPLE[role]
        return self.windows.get(name) or self.by_link(name, self.links[role])

    def add_people(self) -> None:
        """The operator makes the first administrator on the command line, who adds everybody else."""
        words = ("person", "add", "ada@aldgate.example", "--role", "administrator", "--name", "Ada Admin")
        made = subprocess.run(
            command(*words, "--data", str(self.server.data)),
            cwd=ROOT,
            env=environment(SURETY_PUBLIC_URL=self.server.url),
            capture_output=True,
            text=True,
            check=True,
        )
        window = self.by_link("Ada Admin", made.stdout.strip()).open("/people")
        for role, name in PEOPLE.items():
            window.fill("E-mail", f"{name.split()[0].lower()}@aldgate.example").fill("Name", name)
            window.page.locator("form[action='/people'] select[name=role]").select_option(label=role)
            window.press("Add person").shows(f"Sign-in link for {name}")
            self.links[role] = window.page.locator("#link").inner_text()

    def add_vendor(self, name: str, service: str, contact: str) -> str:
        """The reviewer adds a vendor, its service (the tier shows with its reasons) and its contact; returns its page."""
        window = self.staff("Reviewer").open("/vendors").press("Add").fill("Name", name).press("Add vendor")
        window.shows(name, "say what it does for us").press("Add a service")
        window.fill("Name", service)
        window.pick("Personal data", "100,000 to 999,999", "Receives data, no access to systems")
        window.pick("It can be reached from the internet")
        _one_of(window, "criticality", 1)
        _one_of(window, "replaceability", 1)
        expect(window.page.locator("#tier")).to_contain_text("Inherent risk")
        window.shows("Likelihood", "Impact").press("Add service").shows(service, "Likelihood")
        window.press("Add a contact").fill("Name", contact).fill("E-mail", _mail(contact, name)).press("Add contact")
        return window.shows(contact).page.url.partition("#")[0]

    def send(self, vendor: str, service: str, contact: str) -> str:
        """The reviewer sends the short questionnaire; the outbox shows the link."""
        window = self.staff("Reviewer").open(vendor).press("Send questionnaire")
        chosen = window.page.get_by_label("Questionnaire").locator("option", has_text="Lite due diligence").first
        window.page.get_by_label("Questionnaire").select_option(value=chosen.get_attribute("value"))
        window.fill("Service", service).fill("Due date", (self.today + timedelta(days=21)).isoformat())
        window.press("Send").shows("Sent")
        window.open("/outbox").shows(contact)
        found: list[str] = re.findall(r"https?://\S+/invitation#\S+", window.page.locator("body").inner_text())
        return found[0]

    def answer(self, link: str, contact: str) -> Window:
        """The vendor answers on a phone: in by the link, everything saved at once, files read, and submitted."""
        for _ in range(3):  # a mail scanner follows the link first, and uses nothing up
            assert httpx.get(link, timeout=PATIENCE).status_code == 200
        window = self.windows[contact] = Window(self.chromium, self.server.url, PHONE)
        window.open(link).shows("invites you", "Your link is read").press("Begin").shows("Lite due diligence")
        window.press("Nothing at hand")
        form = Form(
            window,
            {
                "SV-02": ["personal", "confidential"],
                "GV-01": policy(self.folder),
                "GV-05": ["soc2_type2"],
                "GV-06": report(self.folder, self.today),
                "DP-06": ["30"],
                "LG-02": ["400"],
                "VU-04": [(self.today - timedelta(days=90)).isoformat()],
                "IN-04": ["no"],
                "AI-01": ["no"],
            },
        )
        form.fill_section()
        window.press("Next:")
        assert "GV-06" not in form.refs()  # asked only of those who hold a report
        form.fill_section()
        assert "GV-06" in form.answered
        self._see_missing(window)
        window.open("/answer").press("Go on")
        form.fill_all()
        return self._submit(window)

    def _see_missing(self, window: Window) -> None:
        window.page.locator("summary", has_text="Sections").click()
        window.press("What is missing").shows("AC-05", "VU-02").lacks("GV-05")

    def _submit(self, window: Window) -> Window:
        window.page.locator("summary", has_text="Sections").click()
        window.press("Documents")
        for name in (REPORT, POLICY):
            line = window.page.locator("#library li", has_text=name)
            expect(line).to_contain_text("pages read")
        window.page.locator("summary", has_text="Sections").click()
        window.press("What is missing").shows("Nothing is missing").press("Check and submit")
        window.fill("Your title", "Head of security").press("Submit").shows("Please tick that the answers are complete")
        window.fill("Your title", "Head of security").page.locator("#f-confirmed").check()
        return window.press("Submit").shows("Receipt", "SHA-256 of the answers", REPORT, POLICY)

    def review(self) -> None:
        """The reviewer sees the verdicts with the words marked, agrees, and raises a finding on the contradiction."""
        window = self.staff("Reviewer").open("/reviews").press("Helio Payments")
        wait_for("the first verdicts", lambda: not _is_checking(window))
        bench = window.page.url.partition("?")[0]
        window.open(f"{bench}?ref=AC-02").shows("Supported")
        assert MFA in _marked(window)
        window.page.keyboard.press("a")
        window.shows("1 of")
        window.open(f"{bench}?ref=AC-05").shows("Contradicted")
        assert LEAVERS in _marked(window)
        window.press("Finding").fill("What is wrong", "Leavers keep their access for ten days").fill("Severity", "High")
        window.press("Raise finding").shows("Leavers keep their access for ten days", "High")
        window.open(f"{bench}?ref=AC-05").press("Agree").shows("2 of")

    def ask(self, vendor: str) -> None:
        """The reviewer asks the assistant, and follows its citation to the words on the page."""
        window = self.staff("Reviewer").open(vendor).press("Ask the assistant")
        window.fill("Your question", "Is multi-factor authentication required of administrators?").press("Ask")
        cite = window.page.locator("#chat .bubble:not(.mine) .cite").first
        expect(cite).to_contain_text("p. 3")
        cite.click()
        window.page.wait_for_load_state()
        assert "Multi-factor authentication is required" in _marked(window.shows("of 3"))

    def rate(self) -> None:
        """The reviewer drafts and proposes, and cannot approve; the approver approves."""
        window = self.staff("Reviewer").open("/reviews").press("Helio Payments").press("Draft rating")
        window.shows("Every point and its reason", "not yet; it takes another person")
        self.rating = window.page.url
        window.press("Propose for approval").shows("waits for another person to approve it")
        assert not window.page.get_by_role("button", name="Approve and publish").count()
        assert window.request("POST", f"{self.rating}/approve") in (403, 404)
        approver = self.staff("Approver").open("/ratings").press("Helio Payments").shows("Leavers keep their access")
        approver.press("Approve and publish").shows("The rating is published", "Miriam Okafor")

    def check(self) -> None:
        """Procurement asks whether it may sign, and records the check for the contract's file."""
        window = self.staff("Procurement").open("/partners").press("Helio Payments").shows("May we sign with Helio")
        window.fill("What is to be signed?", "Framework agreement, 3 years").press("Record this check")
        window.shows("Contract check", "Framework agreement, 3 years", "Signature fits", "Payment gateway")

    def audit(self) -> None:
        """The auditor works the rating out again, byte by byte, and looks at the audit trail."""
        window = self.staff("Auditor").open(self.rating).press("Replay").shows("The same to the last byte.")
        window.open("/audit").shows("The chain is whole", "Rating: published", "Check: recorded")

    def shut_out(self, link: str) -> None:
        """Another vendor's contact opens nothing that anybody in this story has looked at."""
        stranger = Window(self.chromium, self.server.url).open(link).press("Begin").shows("Lite due diligence")
        own = stranger.page.url.split("/")[4]
        seen = {one for window in self.windows.values() for one in window.visited}
        tried = sorted(
            one for one in seen if re.search(r"[0-9a-f-]{36}|helio|/checks/\d", one[1]) and own not in one[1]
        )
        assert len(tried) > 20
        opened = {one: stranger.request(*one) for one in tried}
        assert {} == {one: status for one, status in opened.items() if status not in (403, 404)}
        stranger.open("/answer").lacks(REPORT, POLICY, "Helio")


def test_from_an_empty_installation_to_a_recorded_check(server: Server, chromium: Browser, tmp_path: Path) -> None:
    """Everybody does their part in a browser; nothing complains, and nobody sees what is not theirs."""
    server.wait_ready()
    story = Story(server, chromium, tmp_path)

    story.add_people()
    helio = story.add_vendor("Helio Payments", "Payment gateway", "Dana Ortiz")
    link = story.send(helio, "Payment gateway", "dana@helio-payments.example")
    story.answer(link, "Dana Ortiz")
    story.review()
    story.ask(helio)
    story.rate()
    story.check()
    story.audit()
    corvid = story.add_vendor("Corvid Analytics", "Reports", "Cal Weiss")
    story.shut_out(story.send(corvid, "Reports", "cal@corvid-analytics.example"))

    for window in story.windows.values():
        window.close()


def _one_of(window: Window, name: str, place: int) -> None:
    window.page.locator(f"#f-{name} label.pill").nth(place).click()


def _mail(contact: str, vendor: str) -> str:
    return f"{contact.split()[0].lower()}@{vendor.lower().replace(' ', '-')}.example"


def _reloaded(window: Window) -> str:
    window.page.reload()
    return window.check().page.locator("body").inner_text()


def _is_checking(window: Window) -> bool:
    text = _reloaded(window)
    return any(words in text for words in ("being checked now", "to be checked again"))


def _marked(window: Window) -> str:
    return " ".join(" ".join(window.page.locator("mark").all_inner_texts()).split())
