"""Pages: one strict Jinja environment, and `render`, which gives a template its typed page object and nothing else."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from litestar import Response
from litestar.enums import MediaType
from litestar.response import Redirect
from markupsafe import Markup

from portal.core import dates
from portal.core.csrf import form_token
from portal.core.icons import icon
from portal.core.scope import Can, PortalRequest, Principal

HERE = Path(__file__).resolve().parent.parent
STATIC = HERE / "static"
MESSAGE = "said"


@dataclass(frozen=True, slots=True)
class NavItem:
    """One entry of the top bar."""

    label: str
    url: str
    active: bool


_NAV: tuple[tuple[str, str, Can], ...] = (
    ("Overview", "/", Can.read_evidence),
    ("Vendors", "/vendors", Can.read_evidence),
    ("Questionnaires", "/questionnaires", Can.read_evidence),
    ("Campaigns", "/campaigns", Can.read_evidence),
    ("Reviews", "/reviews", Can.read_evidence),
    ("Findings", "/findings", Can.read_evidence),
    ("Ratings", "/ratings", Can.read_evidence),
    ("Assistant", "/assistant", Can.read_evidence),
    ("Partners", "/partners", Can.check),
    ("Checks", "/checks", Can.check),
)


def navigation(principal: Principal | None, path: str) -> list[NavItem]:
    """Return the top bar's entries for this person, the one of `path` marked."""
    if principal is None or principal.role.outside:
        return []
    return [
        NavItem(label, url, path == url or (url != "/" and path.startswith(url)))
        for label, url, can in _NAV
        if principal.can(can)
    ]


@lru_cache(maxsize=256)
def _asset(path: str) -> str:
    file = STATIC / path
    version = hashlib.sha256(file.read_bytes()).hexdigest()[:10] if file.is_file() else "missing"
    return f"/static/{path}?v={version}"


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Return the one template environment: strict, escaping, with the filters every page may use."""
    env = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    filters: dict[str, Callable[..., object]] = {
        "date_long": dates.date_long,
        "date_time": dates.date_time,
        "ago": dates.ago,
        "due": dates.due,
        "size_words": dates.size_words,
        "plural": dates.plural,
    }
    env.filters.update(filters)
    env.globals.update(asset=_asset, icon=icon)
    return env


def render(request: PortalRequest, template: str, page: object, status: int = 200) -> Response[str]:
    """Render a full page or a fragment with its page object."""
    return Response(html(request, template, page), media_type=MediaType.HTML, status_code=status)


def html(request: PortalRequest, template: str, page: object) -> str:
    """Return the rendered text of a template, with what the shell around every page needs."""
    token = form_token(request)
    return (
        environment()
        .get_template(template)
        .render(
            page=page,
            viewer=request.scope.get("user"),
            nav=navigation(request.scope.get("user"), request.url.path),
            csrf_token=token,
            csrf_input=Markup('<input type="hidden" name="_csrf_token" value="{}">').format(token),
            flash=_flash(request),
            company=request.app.state.company.name,
        )
    )


def go(url: str, said: str = "") -> Redirect:
    """Redirect after a change (303); `said` is shown once on the next page."""
    response = Redirect(url, status_code=303)
    if said:
        response.set_cookie(key=MESSAGE, value=said.encode().hex(), max_age=30, httponly=True, samesite="strict")
    return response


def is_fragment(request: PortalRequest) -> bool:
    """Whether htmx asks, so that a fragment is answered instead of a page."""
    return request.headers.get("hx-request") == "true"


def _flash(request: PortalRequest) -> list[str]:
    raw = request.cookies.get(f"__Host-{MESSAGE}" if request.app.state.settings.secure else MESSAGE, "")
    if not raw or is_fragment(request):
        return []
    request.scope["state"]["said_shown"] = True
    try:
        return [bytes.fromhex(raw).decode()[:300]]
    except (ValueError, UnicodeDecodeError):
        return []
