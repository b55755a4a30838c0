"""A vendor's contact over plain HTTP: in by the code, answers and files out, with the page's own token."""

import re
from pathlib import Path

import httpx

from tests.journeys.folder import Sent

_TOKEN = re.compile(r'name="csrf-token" content="([0-9a-f]+)"')


class Desk:
    """One contact's signed-in device; several threads may use it at once."""

    def __init__(self, url: str, sent: Sent) -> None:
        self.base = f"/answer/{sent.assessment}"
        self.client = httpx.Client(base_url=url, timeout=60, headers={"sec-fetch-site": "same-origin"})
        begun = self.client.post("/invitation", data={"code": sent.code})
        assert begun.status_code == 303, begun.text
        found = _TOKEN.search(self.client.get("/answer").text)
        assert found
        self.client.headers["x-csrftoken"] = found.group(1)

    def answer(self, ref: str, form: dict[str, str]) -> httpx.Response:
        """Send one answer as autosave does."""
        return self.client.post(f"{self.base}/questions/{ref}", data=form, headers={"hx-request": "true"})

    def upload(self, ref: str, path: Path) -> httpx.Response:
        """Drop a file onto a question."""
        with path.open("rb") as file:
            files = {"files": (path.name, file, "application/pdf")}
            url = f"{self.base}/questions/{ref}/documents"
            return self.client.post(url, files=files, headers={"hx-request": "true"})


def revision_in(response: httpx.Response, ref: str) -> int:
    """Return the revision of an answer that the reply to it carries."""
    found = re.search(rf'id="revision-{ref}" value="(\d+)"', response.text)
    assert found, response.text[:2000]
    return int(found.group(1))
