"""Security headers on every response, and the one-time message cookie taken away once shown."""

from litestar.datastructures import MutableScopeHeaders
from litestar.types import Message, Scope

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
    if app.state.settings.secure:
        headers.setdefault("strict-transport-security", "max-age=63072000; includeSubDomains")
    if not scope["path"].startswith("/static/"):
        headers.setdefault("cache-control", "no-store")
    if scope.get("state", {}).get("said_shown"):
        headers.add("set-cookie", "said=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict")
