"""Problem documents (RFC 9457) for what the framework refuses before our code runs, with the field that is wrong."""

from litestar import Response
from litestar.exceptions import ValidationException

from portal.core.errors import NotSignedIn, PortalError
from portal.core.handlers import problem
from portal.core.scope import PortalRequest


class WrongType(PortalError):
    """The body is of a type that the route does not take."""

    status = 415


def invalid_request(request: PortalRequest, error: ValidationException) -> Response[bytes]:
    """Answer a body or parameter that does not fit, naming each field."""
    extra = error.extra if isinstance(error.extra, list) else []
    errors = {str(one.get("key", "body")): str(one.get("message", "")) for one in extra if isinstance(one, dict)}
    return problem(400, "This request does not fit the API's description.", errors)


def no_token(request: PortalRequest, error: NotSignedIn) -> Response[bytes]:
    """Answer a request without a token that is good."""
    answer = problem(401, "Send an API token: Authorization: Bearer surety_... (it may be unknown or revoked).")
    answer.headers["www-authenticate"] = "Bearer"
    return answer
