"""Cross-site requests: unsafe methods need the browser's word that they come from here, and the session's own token."""

import hashlib
import hmac
from urllib.parse import urlsplit

from litestar.enums import RequestEncodingType

from portal.core.errors import NotAllowed
from portal.core.scope import PortalRequest

_SAFE = {"GET", "HEAD", "OPTIONS"}
_STALE = NotAllowed("This form is no longer valid here. Please go back, reload the page and try again.")


def form_token(request: PortalRequest) -> str:
    """Return the token of this session's forms: an HMAC of the session, so that no other session can use it."""
    user = request.scope.get("user")
    session = user.session if user else "nobody"
    key: str = request.app.state.settings.secret_key
    return hmac.new(key.encode(), f"csrf:{session}".encode(), hashlib.sha256).hexdigest()


async def check_origin_and_token(request: PortalRequest) -> None:
    """Refuse a change that another site sent, or that lacks the session's token. Bearer-token calls carry no cookie and pass."""
    if request.method in _SAFE or request.scope["state"].get("bearer"):
        return
    _check_origin(request)
    if request.scope.get("user") is None:
        return
    given = request.headers.get("x-csrftoken") or await _form_field(request)
    if not hmac.compare_digest(given.encode(), form_token(request).encode()):
        raise _STALE


def _check_origin(request: PortalRequest) -> None:
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        if site not in ("same-origin", "none"):
            raise _STALE
        return
    origin = request.headers.get("origin")
    if origin and urlsplit(origin).netloc != request.headers.get("host"):
        raise _STALE


async def _form_field(request: PortalRequest) -> str:
    if request.content_type[0] not in (RequestEncodingType.URL_ENCODED, RequestEncodingType.MULTI_PART):
        return ""
    value = (await request.form()).get("_csrf_token")
    return value if isinstance(value, str) else ""
