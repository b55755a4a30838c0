"""One of the company's people over plain HTTP: in by a sign-in link, with the page's own token."""

import re
from collections.abc import Mapping
from pathlib import Path

import httpx

from tests.journeys.server import run
from tests.portal.assistant.shelf import Stream, parsed

_TOKEN = re.compile(r'name="csrf-token" content="([0-9a-f]+)"')


class Colleague:
    """A reviewer's signed-in device."""

    def __init__(self, url: str, data: Path, env: Mapping[str, str] = {}) -> None:
        said = run("person", "add", "petra@aldgate.example", "--role", "reviewer", "--data", str(data), env=env)
        self.client = httpx.Client(base_url=url, timeout=120, headers={"sec-fetch-site": "same-origin"})
        entered = self.client.post("/door", data={"code": said.rpartition("#")[2].strip()})
        assert entered.status_code == 303, entered.text
        found = _TOKEN.search(self.client.get("/").text)
        assert found
        self.client.headers["x-csrftoken"] = found.group(1)

    def upload(self, slug: str, name: str, content: bytes) -> httpx.Response:
        """Add a document to a vendor's, as the page's own form does."""
        files = {"files": (name, content, "application/pdf")}
        return self.client.post(f"/vendors/{slug}/documents", files=files, headers={"hx-request": "true"})

    def ask(self, question: str, vendor: str) -> httpx.Response:
        """Ask the assistant as a page without scripts does; the answer is the conversation's page."""
        form = {"question": question, "vendor": vendor}
        return self.client.post("/assistant/ask", data=form, follow_redirects=True)

    def ask_live(self, question: str, vendor: str) -> httpx.Response:
        """Ask as a page with scripts does: the question is kept, and its answer comes on a stream."""
        form = {"question": question, "vendor": vendor}
        return self.client.post("/assistant/ask", data=form, headers={"hx-request": "true"})

    def follow(self, turn: object) -> Stream:
        """Follow a turn's stream to its end."""
        return parsed(self.client.get(f"/assistant/turns/{turn}/stream").text)

    def send(self, url: str, form: Mapping[str, str | list[str]]) -> httpx.Response:
        """Send a form of a page."""
        return self.client.post(url, data=dict(form))

    def see(self, url: str) -> httpx.Response:
        """Open a page."""
        return self.client.get(url)
