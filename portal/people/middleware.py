"""Who is behind a request: the session cookie of a page, or the bearer token of a program."""

from litestar.connection import ASGIConnection
from litestar.middleware import AbstractAuthenticationMiddleware, AuthenticationResult

from portal.core.scope import Principal
from portal.people.sessions import find_principal, find_token_owner


def cookie_name(secure: bool) -> str:
    """Return the session cookie's name; over https the browser itself then enforces host, path and secure."""
    return "__Host-surety" if secure else "surety"


class WhoIsAsking(AbstractAuthenticationMiddleware):
    """Sets `connection.user` to a Principal or None. A program's token counts under /api only, a cookie never there."""

    async def authenticate_request(self, connection: ASGIConnection) -> AuthenticationResult:  # type: ignore[type-arg]
        """Look up the session or token."""
        if connection.scope["path"].startswith("/api/"):
            connection.scope["state"]["bearer"] = True
            return AuthenticationResult(user=await _token_owner(connection), auth=None)
        name = cookie_name(connection.app.state.settings.secure)
        token = connection.cookies.get(name, "")
        return AuthenticationResult(user=await find_principal(token) if token else None, auth=token)


async def _token_owner(connection: ASGIConnection) -> Principal | None:  # type: ignore[type-arg]
    scheme, _, token = connection.headers.get("authorization", "").partition(" ")
    return await find_token_owner(token.strip()) if scheme.lower() == "bearer" and token else None
