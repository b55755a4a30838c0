"""A browser window that a journey looks through; it takes offence at script errors, refused scripts and sideways scrolling."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Dialog,
    Error,
    Locator,
    Page,
    Response,
    expect,
    sync_playwright,
)

from tests.journeys.server import PATIENCE

DESK, PHONE = (1280, 900), (390, 844)
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]
# What the browser writes down although nothing is wrong: a page left while it asked for something (what fails has a line
# of its own), and a form that came back with its mistakes marked.
_HARMLESS = (
    "htmx:sendAbort",
    "htmx:afterRequest",
    "Failed to load resource: the server responded with a status of 422",
)
_WAIT = PATIENCE * 1000


def find_chromium() -> str:
    """Return where the browser is, or skip the test: nothing is downloaded for it."""
    usual = "/usr/bin/chromium"
    path = shutil.which("chromium") or (usual if Path(usual).exists() else None)
    if path is None:
        pytest.skip("chromium is not installed")
    return path


@contextmanager
def launched() -> Iterator[Browser]:
    """Start the browser; while it runs its driver keeps an event loop, so that nothing else here may begin one."""
    path = find_chromium()
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


class Window:
    """One person's browser, of its own cookies, on one server."""

    def __init__(
        self,
        chromium: Browser,
        url: str,
        size: tuple[int, int] = DESK,
        scripts: bool = True,
        cookies_of: "Window | None" = None,
    ) -> None:
        self.url = url
        phone = size == PHONE
        self.context: BrowserContext = chromium.new_context(
            viewport={"width": size[0], "height": size[1]},
            is_mobile=phone,
            has_touch=phone,
            java_script_enabled=scripts,
            base_url=url,
            storage_state=cookies_of.context.storage_state() if cookies_of else None,
        )
        self.context.set_default_timeout(_WAIT)
        expect.set_options(timeout=_WAIT)
        self.scripts = scripts
        self.visited: set[tuple[str, str]] = set()
        self.complaints: list[str] = []
        self.page: Page = self.context.new_page()
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.complaints.append(f"{self.page.url}: {error}"))
        self.page.on("response", self._note)
        self.page.on("dialog", Dialog.accept)

    def open(self, path: str) -> "Window":
        """Go to a page by its path or address; it must be there."""
        response = self.page.goto(path)
        assert response is None or response.ok, f"{path}: {response.status}"
        return self.check()

    def press(self, name: str, within: Locator | None = None) -> "Window":
        """Press the button or link of this name, and wait for what comes of it."""
        wanted = re.compile(rf"^\s*{re.escape(name)}(?!\w)")
        root = within or self.page.locator("body")
        button, link = root.get_by_role("button", name=wanted), root.get_by_role("link", name=wanted)
        button.or_(link).locator("visible=true").first.click()
        self.page.wait_for_load_state()
        return self.check()

    def fill(self, label: str, value: str) -> "Window":
        """Type into the field of this label, or choose from it."""
        field = self.page.get_by_label(label, exact=False).locator("visible=true").first
        if field.evaluate("e => e.tagName") == "SELECT":
            field.select_option(label=value)
        else:
            field.fill(value)
        return self

    def pick(self, *labels: str) -> "Window":
        """Press the pills or tick the boxes of these labels."""
        for label in labels:
            self.page.locator("label", has_text=re.compile(rf"^\s*{re.escape(label)}\s*$")).first.click()
        return self

    def request(self, method: str, url: str) -> int:
        """Send a request of one's own making, with the page's own token; returns the status."""
        token = self.page.locator("meta[name=csrf-token]").get_attribute("content") or ""
        headers = {"x-csrftoken": token, "sec-fetch-site": "same-origin"}
        form: dict[str, str | float | bool] | None = {"revision": "1"} if method == "POST" else None
        return self.context.request.fetch(url, method=method, headers=headers, form=form, max_redirects=0).status

    def shows(self, *words: str) -> "Window":
        """Wait until the page shows these words."""
        for one in words:
            expect(self.page.locator("body")).to_contain_text(one)
        return self

    def lacks(self, *words: str) -> "Window":
        """Make sure that the page, as it stands, does not show these words."""
        text = self.page.locator("body").inner_text()
        assert not [one for one in words if one in text], f"{words} on {self.page.url}"
        return self

    def check(self) -> "Window":
        """Look at the page: nothing wrong on the console, nothing wider than the window."""
        assert not self.wide, f"{self.page.url} is wider than its window"
        assert not self.complaints, self.complaints
        return self

    @property
    def wide(self) -> bool:
        """Whether the page can be scrolled sideways."""
        return self.scripts and bool(self._measure("document.documentElement"))

    def close(self) -> None:
        """Close the window after a last look."""
        self.check()
        self.context.close()

    def _measure(self, root: str) -> object:
        while True:
            try:
                return self.page.evaluate(f"() => {root}.scrollWidth > {root}.clientWidth")
            except Error as error:
                if "context was destroyed" not in error.message:
                    raise
                self.page.wait_for_load_state()  # the page was just being left

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not message.text.startswith(_HARMLESS):
            self.complaints.append(f"{self.page.url}: {message.type}: {message.text}")

    def _note(self, response: Response) -> None:
        self.visited.add((response.request.method, urlsplit(response.url).path))
        if response.status >= 500:
            self.complaints.append(f"{response.url}: {response.status}")
