"""A browser for tests: keeps cookies, sends each form with the page's own token, and can come back as somebody else."""

import re
from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack
from types import TracebackType

import httpx
from litestar import Litestar

from portal.core.scope import Principal
from portal.people.middleware import cookie_name
from portal.people.sessions import open_session

_TOKEN = re.compile(r'name="csrf-token" content="([0-9a-f]+)"')


class Browser:
    """One browser at one desk; the application runs in the test's own event loop, as its database does."""

    def __init__(self, app: Litestar) -> None:
        self.app = app
        transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)  # type: ignore[arg-type]
        self.client = httpx.AsyncClient(transport=transport, base_url="http://surety.example", timeout=60)
        self._open = AsyncExitStack()

    async def __aenter__(self) -> "Browser":
        await self._open.enter_async_context(self.app.lifespan())
        await self._open.enter_async_context(self.client)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._open.__aexit__(kind, error, trace)

    async def become(self, principal: Principal) -> "Browser":
        """Sign in as somebody, without the form."""
        token = await open_session(principal, "test")
        self.client.cookies.set(cookie_name(False), token)
        return self

    async def leave(self) -> "Browser":
        """Be nobody again."""
        self.client.cookies.clear()
        return self

    async def get(self, url: str, **headers: str) -> httpx.Response:
        """Open a page; redirects are not followed."""
        return await self.client.get(url, headers=headers, follow_redirects=False)

    async def submit(
        self,
        url: str,
        form: Mapping[str, str | Sequence[str]] | None = None,
        *,
        files: object = None,
        page: str = "/help",
    ) -> httpx.Response:
        """Send a form with the token of `page`; redirects are not followed."""
        token = await self.token(page)
        return await self.client.post(
            url,
            data=form or {},
            files=files,  # type: ignore[arg-type]
            headers={"x-csrftoken": token, "sec-fetch-site": "same-origin"},
            follow_redirects=False,
        )

    async def token(self, page: str = "/help") -> str:
        """Return the form token a page shows to this session."""
        shown = await self.client.get(page)
        found = _TOKEN.search(shown.text)
        assert found, f"{page} shows no form token"
        return found.group(1)
