"""A program with an API token, for tests."""

from collections.abc import Mapping

import httpx

from portal.core.scope import Principal
from portal.people.adding import create_token, get_person_by_email
from tests.client import Browser


class Program:
    """Calls the API with one person's token."""

    def __init__(self, browser: Browser, token: str) -> None:
        self.browser = browser
        self.token = token

    async def get(self, path: str, **params: str | int) -> httpx.Response:
        """Read something."""
        return await self.browser.client.get(f"/api/v1{path}", params=params, headers=self._headers())

    async def post(
        self, path: str, json: object = None, *, key: str = "", content: bytes | None = None, **params: str
    ) -> httpx.Response:
        """Send JSON, or bytes as a PDF."""
        headers = self._headers({"idempotency-key": key} if key else {})
        if content is not None:
            headers["content-type"] = "application/pdf"
            return await self.browser.client.post(f"/api/v1{path}", content=content, params=params, headers=headers)
        return await self.browser.client.post(f"/api/v1{path}", json=json, params=params, headers=headers)

    def _headers(self, more: Mapping[str, str] | None = None) -> dict[str, str]:
        return {"authorization": f"Bearer {self.token}", **(more or {})}


async def program_of(browser: Browser, person: Principal) -> Program:
    """Make a token for a person and return its program."""
    return Program(browser, await create_token(person, await get_person_by_email(person.email), "test"))
