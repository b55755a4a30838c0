"""A vendor answers in a workbook, and a reviewer takes a spreadsheet in: by scripts or without, for everybody, on a phone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.journeys.folder import Sent, folder_with_sent
from tests.journeys.server import Server, run
from tests.journeys.test_accessibility import violations
from tests.journeys.window import PHONE, Window
from tests.portal.assessments.offline.working import edited
from tests.questionnaires.formats.test_spreadsheet import workbook

pytestmark = pytest.mark.browser


@pytest.fixture
def invited(tmp_path: Path) -> tuple[Path, Sent]:
    """A data folder in which a questionnaire is on its way."""
    return tmp_path / "data", folder_with_sent(tmp_path / "data")


@pytest.fixture
def server(invited: tuple[Path, Sent]) -> Iterator[Server]:
    """A server on that folder."""
    running = Server(invited[0]).start()
    yield running.wait_ready()
    running.stop()


def downloaded(window: Window, folder: Path) -> bytes:
    """Press the button that gives the workbook."""
    with window.page.expect_download() as coming:
        window.page.get_by_role("button", name="Download the workbook").click()
    coming.value.save_as(folder / "got.xlsx")
    return (folder / "got.xlsx").read_bytes()


def test_a_vendor_answers_in_a_file_without_scripts(
    server: Server, invited: tuple[Path, Sent], chromium: Browser, tmp_path: Path
) -> None:
    """Downloaded, filled in, brought back: a conflict is chosen, the rest is taken, and the form shows it."""
    window = Window(chromium, server.url, PHONE, scripts=False)
    window.open("/invitation").fill("Code from your link", invited[1].code).press("Begin")
    page = f"/answer/{invited[1].assessment}/offline"
    data = downloaded(window.open(page), tmp_path)
    cells = {
        ("GV-01", "answer"): "Yes",
        ("AC-02", "answer"): "No",
        ("SV-01", "answer"): "Payments.",
        ("DP-01", "answer"): "?",
    }
    (tmp_path / "filled.xlsx").write_bytes(edited(data, cells))
    window.open(f"/answer/{invited[1].assessment}/governance")
    window.page.locator("#q-GV-01").get_by_text("In part", exact=True).click()
    window.press("Save", window.page.locator("#q-GV-01"))

    window.open(page).page.set_input_files("input[type=file]", tmp_path / "filled.xlsx")
    window.press("Show what would change").shows("2 answers would be taken, 1 answer needs your choice", "(DP-01): “?”")
    window.press("Save these answers").shows("GV-01: please choose which answer counts.")
    window.pick("Take the file’s").press("Save these answers")

    window.shows("3 answers taken from filled.xlsx.")
    window.open(f"/answer/{invited[1].assessment}/service").shows("Payments.")
    window.close()


def test_the_pages_are_accessible_and_fit_a_phone(
    server: Server, invited: tuple[Path, Sent], chromium: Browser, tmp_path: Path
) -> None:
    """Empty and with data, of the vendor's side and the reviewer's: nothing serious, nothing wider than the window."""
    window = Window(chromium, server.url)
    window.open("/invitation").fill("Code from your link", invited[1].code).press("Begin")
    page = f"/answer/{invited[1].assessment}/offline"
    found = violations(window.open(page))
    data = edited(downloaded(window, tmp_path), {("GV-01", "answer"): "Yes", ("DP-01", "answer"): "?"})
    (tmp_path / "filled.xlsx").write_bytes(data)
    window.page.set_input_files("input[type=file]", tmp_path / "filled.xlsx")
    found += violations(window.shows("What would change", "1 answer would be taken"))
    found += violations(window.open(page).shows("waits for you"))

    reviewer = Window(chromium, server.url)
    said = run("person", "add", "petra@aldgate.example", "--role", "reviewer", "--data", str(invited[0]))
    reviewer.open(f"/door#{said.rpartition('#')[2].strip()}").shows("Your link is read").press("Sign in")
    (tmp_path / "check.xlsx").write_bytes(workbook())
    reviewer.open("/questionnaires").page.set_input_files("input[type=file]", tmp_path / "check.xlsx")
    found += violations(reviewer.shows("Which column holds what?", "4 questions in 2 sections"))
    reviewer.fill("Guidance", "None").press("Show what comes of it").lacks("Access control · Think of admins.")
    reviewer.press("Take it in").shows("It is in: 4 questions in 2 sections.")

    assert [] == found, "\n".join(found)
    reviewer.close()
    window.close()
