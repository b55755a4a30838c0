"""A vendor finishes the whole core questionnaire with the keyboard alone."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, expect

from tests.journeys.folder import Sent, folder_with_sent
from tests.journeys.keys import Keys, Stop
from tests.journeys.papers import policy
from tests.journeys.server import Server
from tests.journeys.test_accessibility import violations
from tests.journeys.window import Window

pytestmark = pytest.mark.browser
USUAL = {"number": "7", "date": "2026-10-01", "text": "As our handbook says.", "yes_no": "yes"}
LOOKED_AT = "/governance"  # the section whose page is measured


@pytest.fixture
def invited(tmp_path: Path) -> tuple[Path, Sent]:
    """A data folder in which the core questionnaire is on its way."""
    return tmp_path / "data", folder_with_sent(tmp_path / "data", "core")


@pytest.fixture
def server(invited: tuple[Path, Sent]) -> Iterator[Server]:
    """A server on that folder."""
    running = Server(invited[0]).start()
    yield running.wait_ready()
    running.stop()


def sample_answers() -> dict[str, list[str]]:
    """What a vendor of the sample answers, as the form's values."""
    text = files("portal.sample.answers").joinpath("northpine-cloud.yaml").read_text(encoding="utf-8")
    given = {ref: one.get("answer") for ref, one in yaml.safe_load(text)["answers"].items()}
    return {ref: _values(one) for ref, one in given.items() if one is not None and not str(one).startswith("{")}


def _values(one: object) -> list[str]:
    if isinstance(one, bool):
        return ["yes" if one else "no"]
    return [str(each) for each in one] if isinstance(one, list) else [str(one)]


class Vendor:
    """A contact without a mouse, in front of the form."""

    def __init__(self, keys: Keys, paper: Path) -> None:
        self.keys, self.page, self.paper = keys, keys.page, paper
        self.sample = sample_answers()
        self.answered: list[str] = []
        self.measured: list[str] = []
        self.uploads = 0

    def go_through(self) -> None:
        """Answer section by section, from the first page to the last."""
        self.keys.skip()
        self.keys.tab_to("Nothing at hand")
        self.keys.enter()
        while self.page.locator("section.question").count():
            self.keys.skip()
            self._section()
            if self.page.url.endswith(LOOKED_AT):
                self.measured += violations(self.keys.window)
            self.keys.enter()

    def _section(self) -> None:
        for _ in range(600):
            stop = self.keys.tab()
            if stop["words"].startswith("Next:"):
                return
            if stop["ref"] and stop["ref"] not in self.answered:
                self._meet(stop)
        raise AssertionError(f"{self.page.url} does not end")

    def _meet(self, stop: Stop) -> None:
        ref = stop["ref"]
        if stop["name"] == "answer":
            self._answer(stop)
            here = self.keys.look()
            expect(self.page.locator(f"#q-{ref} [data-saved]")).to_contain_text("✓ Saved")
            self.keys.kept(here, f"saving {ref}")
        elif stop["type"] == "file" and not self.uploads:
            self._upload(ref)
        elif stop["words"].startswith("Choose from your") and self._wants_file(ref):
            self._choose(ref)
        else:
            return
        self.answered.append(ref)

    def _wants_file(self, ref: str) -> bool:
        return not self.page.locator(f"#q-{ref} [name=answer]").count()

    def _answer(self, stop: Stop) -> None:
        given = self.sample.get(stop["ref"], [])
        if stop["type"] == "radio":
            self._one_of(stop, given)
        elif stop["type"] == "checkbox":
            self._some_of(stop, given)
        elif stop["type"] == "date":
            year, month, day = (given or [USUAL["date"]])[0].split("-")
            self.keys.type(month + day + year)
        else:
            self.keys.type((given or [USUAL["number" if stop["decimal"] else "text"]])[0])

    def _one_of(self, stop: Stop, given: list[str]) -> None:
        wanted, now = given[0] if given else stop["value"], self.keys.press("Space")
        for _ in range(12):
            if now["value"] == wanted:
                break
            now = self.keys.press("ArrowRight")
        assert (wanted, True) == (now["value"], now["checked"]), f"{stop['ref']} by the arrow keys"

    def _some_of(self, stop: Stop, given: list[str]) -> None:
        wanted = set(given or [stop["value"]])
        while True:
            if stop["value"] in wanted:
                assert self.keys.press("Space")["checked"]
                wanted.discard(stop["value"])
            if not wanted:
                return
            stop = self.keys.tab()
            assert stop["name"] == "answer", f"{wanted} are not reached"

    def _upload(self, ref: str) -> None:
        with self.page.expect_file_chooser() as asked:
            self.page.keyboard.press("Enter")
        asked.value.set_files(self.paper)  # the dialog of the system, which is none of the page's
        expect(self.page.locator(f"#q-{ref} .file-list")).to_contain_text(self.paper.name)
        self.keys.not_lost(f"uploading for {ref}")
        self.uploads += 1

    def _choose(self, ref: str) -> None:
        self.page.keyboard.press("Enter")
        expect(self.page.locator(f"#q-{ref} legend")).to_be_focused()
        stop = self.keys.tab()
        assert ("checkbox", "evidence") == (stop["type"], stop["name"])
        assert self.keys.press("Space")["checked"]
        self.keys.tab_to("Use these", 2)
        self.page.keyboard.press("Enter")
        expect(self.page.locator(f"#q-{ref} .file-list")).to_contain_text(self.paper.name)
        self.keys.not_lost(f"choosing for {ref}")


def test_the_core_set_is_finished_with_the_keyboard(
    server: Server, invited: tuple[Path, Sent], chromium: Browser, tmp_path: Path
) -> None:
    """From the link to the receipt no mouse is touched; the focus shows, is never trapped, and is never lost."""
    window = Window(chromium, server.url).open(f"/invitation#{invited[1].code}").shows("Your link is read")
    keys = Keys(window)
    vendor = Vendor(keys, policy(tmp_path))

    keys.tab_to("Begin")
    keys.enter()
    vendor.go_through()
    _submit(vendor)

    window.shows("Receipt", "SHA-256 of the answers", vendor.paper.name)
    assert len(vendor.answered) > 80
    assert [] == keys.faults, "\n".join(keys.faults)
    assert [] == vendor.measured, "\n".join(vendor.measured)
    window.close()


def _submit(vendor: Vendor) -> None:
    keys = vendor.keys
    if vendor.page.url.endswith("/missing"):
        keys.window.shows("Nothing is missing")
        keys.skip()
        keys.tab_to("Check and submit")
        keys.enter()
    vendor.measured += violations(keys.window)
    keys.skip()
    keys.tab_to("f-title")
    keys.type("Head of security")
    keys.tab_to("f-confirmed", 2)
    assert keys.press("Space")["checked"]
    keys.tab_to("Submit", 2)
    keys.enter()
    vendor.measured += violations(keys.window)
