"""A browser without a network: one request after the other, straight to the application, as somebody who is signed in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from litestar import Litestar
from litestar.types import Message

from portal.core.errors import PortalError
from portal.core.scope import Principal
from portal.people.middleware import cookie_name
from portal.people.sessions import open_session

_TOKEN = re.compile(r'name="csrf-token" content="([0-9a-f]+)"')


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back."""

    status: int
    text: str


class Caller:
    """One signed-in browser."""

    def __init__(self, app: Litestar, cookie: str) -> None:
        self._app = app
        self._cookie = cookie
        self._token = ""

    @classmethod
    async def of(cls, app: Litestar, who: Principal) -> "Caller":
        """Sign somebody in, and read the token of their forms off a page."""
        caller = cls(app, f"{cookie_name(app.state.settings.secure)}={await open_session(who, 'measuring')}")
        found = _TOKEN.search((await caller.get("/help")).text)
        assert found is not None, "every page holds the token of its forms"
        caller._token = found.group(1)
        return caller

    async def get(self, url: str) -> Reply:
        """Open a page."""
        return await self._call("GET", url, b"", {})

    async def post(self, url: str, form: Mapping[str, str]) -> Reply:
        """Send a form as a page with scripts does, so that a part of the page comes back."""
        more = {"content-type": "application/x-www-form-urlencoded", "hx-request": "true", "x-csrftoken": self._token}
        return await self._call("POST", url, urlencode(form).encode(), more)

    async def _call(self, method: str, url: str, body: bytes, more: Mapping[str, str]) -> Reply:
        parts = urlsplit(url)
        headers = {"host": "surety.example", "cookie": self._cookie, "sec-fetch-site": "same-origin", **more}
        scope = {
            "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method, "scheme": "http",
            "path": parts.path, "raw_path": parts.path.encode(), "query_string": parts.query.encode(), "root_path": "",
            "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
            "client": ("127.0.0.1", 1), "server": ("surety.example", 80),
        }  # fmt: skip
        sent: list[Message] = []

        async def receive() -> dict[str, object]:
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message: Message) -> None:
            sent.append(message)

        await self._app(scope, receive, send)  # type: ignore[arg-type]
        reply = _reply(sent)
        if reply.status >= 400:
            raise PortalError(f"{method} {url} was answered with {reply.status}.")
        return reply


def _reply(sent: list[Message]) -> Reply:
    status, pieces = 0, list[bytes]()
    for message in sent:
        if message["type"] == "http.response.start":
            status = message["status"]
        elif message["type"] == "http.response.body":
            pieces.append(message["body"])
    return Reply(status, b"".join(pieces).decode(errors="replace"))
