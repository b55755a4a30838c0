"""Errors become answers here: a page, a fragment for htmx, or a problem document for programs."""

from dataclasses import dataclass
from http import HTTPStatus

import msgspec
from litestar import Request, Response
from litestar.datastructures import State
from litestar.exceptions import HTTPException
from litestar.response import Redirect

from knowledge.errors import KnowledgeError
from portal.core.database import IMPOSSIBLE_VALUES, TakenAlready
from portal.core.errors import InvalidForm, PortalError, TooManyAttempts
from portal.core.pages import is_fragment, render
from portal.core.scope import Principal
from questionnaires.errors import QuestionnaireError

AnyRequest = Request[Principal | None, object, State]


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """What the error page shows."""

    status: int
    title: str
    sentence: str


_TITLES = {
    403: "Not for your role",
    404: "Nothing here",
    405: "That is not possible here",
    409: "Somebody was faster",
    413: "Too large",
    422: "Please look again",
    429: "Slow down for a moment",
    500: "Something went wrong on our side",
}


def portal_error(request: AnyRequest, error: PortalError) -> Response[str] | Redirect | Response[bytes]:
    """Answer one of our own errors."""
    if error.status == 401 and not _api(request):
        return _to_sign_in(request)
    response = _answer(request, error.status, error.sentence, getattr(error, "errors", None))
    if isinstance(error, TooManyAttempts):
        response.headers["retry-after"] = str(error.retry_after)
    return response


def engine_error(request: AnyRequest, error: QuestionnaireError | KnowledgeError) -> Response[str] | Response[bytes]:
    """Answer an engine's error; its sentence is ready to show."""
    return _answer(request, 422, str(error))


def http_error(request: AnyRequest, error: HTTPException) -> Response[str] | Redirect | Response[bytes]:
    """Answer the framework's errors in our words; its details stay in the log."""
    if error.status_code == 401 and not _api(request):
        return _to_sign_in(request)
    status = error.status_code
    sentence = {
        404: "There is nothing here, or it is not yours to see.",
        405: "That is not possible here.",
        413: "That is larger than we can take.",
    }.get(status, "This request could not be understood." if status < 500 else _APOLOGY)
    return _answer(request, status, sentence)


_APOLOGY = "Nothing you saved is lost. Please try again; if it happens again, tell your administrator the time."


def unexpected(request: AnyRequest, error: Exception) -> Response[str] | Response[bytes]:
    """Answer anything else without a word about its inside; the log has the rest."""
    request.logger.error("unexpected error on %s %s", request.method, request.url.path, exc_info=error)
    return _answer(request, 500, _APOLOGY)


def impossible(request: AnyRequest, error: Exception) -> Response[str] | Response[bytes]:
    """Answer a value that no row can hold, such as a number of thirty digits or a NUL in a word: it was asked wrongly."""
    request.logger.warning("impossible value on %s %s: %s", request.method, request.url.path, type(error).__name__)
    return _answer(request, 400, "This request holds a value that cannot be.")


def twice(request: AnyRequest, error: Exception) -> Response[str] | Response[bytes]:
    """Answer whoever came second with something that there may be only once; the database let one through."""
    request.logger.warning("lost a race on %s %s", request.method, request.url.path)
    return _answer(request, 409, "Somebody did the same at the same moment. Please look again.")


def problem(status: int, detail: str, errors: dict[str, str] | None = None) -> Response[bytes]:
    """Return an RFC 9457 problem document."""
    body: dict[str, object] = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
    }
    if errors:
        body["errors"] = errors
    return Response(msgspec.json.encode(body), status_code=status, media_type="application/problem+json")


def _answer(
    request: AnyRequest, status: int, sentence: str, errors: dict[str, str] | None = None
) -> Response[str] | Response[bytes]:
    if _api(request):
        return problem(status, sentence, errors)
    page = ErrorPage(status, _TITLES.get(status, "This did not work"), sentence)
    template = "_error.html" if is_fragment(request) else "error.html"
    return render(request, template, page, status)


def _to_sign_in(request: AnyRequest) -> Response[str] | Redirect:
    path = request.url.path
    door = "/invitation" if path == "/answer" or path.startswith("/answer/") else "/sign-in"
    if is_fragment(request):
        return Response("", status_code=200, headers={"hx-redirect": door})
    return Redirect(f"{door}?next={path}" if door == "/sign-in" and path != "/" else door)


def _api(request: AnyRequest) -> bool:
    return request.url.path.startswith("/api/")


HANDLERS = {
    PortalError: portal_error,
    InvalidForm: portal_error,
    QuestionnaireError: engine_error,
    KnowledgeError: engine_error,
    HTTPException: http_error,
    **dict.fromkeys(IMPOSSIBLE_VALUES, impossible),
    TakenAlready: twice,
    Exception: unexpected,
}
