"""Security headers on every response, cookies bound to this host, and the one-time message taken away once shown."""

from litestar.datastructures import MutableScopeHeaders
from litestar.types import Message, Scope
from litestar.types.asgi_types import HTTPResponseStartEvent

from portal.core.pages import MESSAGE

PRIVATE = "private, max-age=600"
_CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'; manifest-src 'self'"
)
_ALWAYS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}


async def add_headers(message: Message, scope: Scope) -> None:
    """Add the headers to a response that is about to start; a handler's own value for one of them stays."""
    if message["type"] != "http.response.start":
        return
    headers = MutableScopeHeaders.from_message(message)
    for name, value in {**_ALWAYS, "content-security-policy": _CSP}.items():
        headers.setdefault(name, value)
    app = scope["litestar_app"]
    if not scope["path"].startswith("/static/") and headers.get("cache-control") != PRIVATE:
        headers["cache-control"] = "no-store"  # also of a stream, which would come as no-cache
    if scope.get("state", {}).get("said_shown"):
        headers.add("set-cookie", f"{MESSAGE}=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict")
    if app.state.settings.secure:
        headers.setdefault("strict-transport-security", "max-age=63072000; includeSubDomains")
        _bind_cookies(message)


def _bind_cookies(message: HTTPResponseStartEvent) -> None:
    """Make every cookie Secure and, by the prefix of its name, this host's alone: no sibling host can plant one."""
    message["headers"] = [
        (name, _bound(value)) if name == b"set-cookie" else (name, value) for name, value in message["headers"]
    ]


def _bound(cookie: bytes) -> bytes:
    named = cookie if cookie.startswith(b"__Host-") else b"__Host-" + cookie
    return named if b"; secure" in named.lower() else named + b"; Secure"
