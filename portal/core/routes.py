"""Pages that belong to no area: health, the user guide, the outbox and the audit log."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.enums import MediaType
from litestar.types import ControllerRouterHandler
from markdown_it import MarkdownIt
from markupsafe import Markup

from portal.core import audit
from portal.core.entries import action_words, detail_words
from portal.core.errors import NotFound
from portal.core.mail import MailState
from portal.core.metrics import exposition
from portal.core.migrating import pending_migrations
from portal.core.pages import render
from portal.core.queries import database_answers, newest_entries, newest_messages
from portal.core.scanner import scanner_status
from portal.core.scope import Can, PortalRequest, allows
from portal.core.settings import Settings
from portal.core.tables import OutboxMessage

HELP = Path(__file__).resolve().parent.parent / "help"
# The guide's pages in the order in which a newcomer reads them.
_ORDER = (
    *(
        "index",
        "vendors",
        "writing",
        "sending",
        "campaigns",
        "answering",
        "documents",
        "reviewing",
        "assistant",
        "how-ratings-work",
        "procurement",
    ),
    *("glossary", "api", "operating", "settings"),
)
# What a vendor's contact is offered; the rest is for the company's own people.
_FOR_CONTACTS = ("answering", "glossary")


@get("/healthz", include_in_schema=False, media_type=MediaType.TEXT)
async def alive() -> str:
    """Say that the process answers."""
    return "ok"


@get("/readyz", include_in_schema=False)
async def ready(settings: NamedDependency[Settings]) -> Response[dict[str, bool | str]]:
    """Say whether database, migrations and index folder are as they must be; a missing scanner only holds files back."""
    state: dict[str, bool | str] = {"database": False, "migrations": False, "index": settings.index.is_dir()}
    state["virus_scanner"] = await scanner_status(settings)
    try:
        state["database"] = await database_answers()
        state["migrations"] = await pending_migrations() == 0
    except Exception:  # whatever is wrong, the answer is "not ready"
        return Response(state, status_code=503)
    return Response(state, status_code=200 if all(state.values()) else 503)


@get("/metrics", include_in_schema=False, media_type=MediaType.TEXT)
async def metrics() -> str:
    """Give counts for Prometheus; no names, no contents."""
    return await exposition()


@dataclass(frozen=True, slots=True)
class HelpPage:
    """One page of the user guide, with the list of all."""

    title: str
    body: Markup
    pages: list[tuple[str, str]]
    current: str


@get(["/help", "/help/{name:str}"], include_in_schema=False)
async def help_page(request: PortalRequest, name: str = "") -> Response[str]:
    """Show a page of the user guide."""
    pages = {path.stem: _title(path) for path in sorted(HELP.glob("*.md"), key=lambda path: _ORDER.index(path.stem))}
    viewer = request.scope.get("user")
    contact = viewer is not None and viewer.role.outside
    name = name or ("answering" if contact else "index")
    if name not in pages:
        raise NotFound("There is no help page of that name.")
    text = (HELP / f"{name}.md").read_text(encoding="utf-8")
    # The guide is our own text: raw HTML stays off all the same.
    html = MarkdownIt("commonmark", {"html": False}).enable("table").render(text)
    body = Markup(html.replace("<pre>", '<pre tabindex="0">'))  # noqa: S704  # what scrolls can be reached by keyboard
    listed = [(each, pages[each]) for each in (_FOR_CONTACTS if contact else _ORDER)]
    return render(request, "help.html", HelpPage(pages[name], body, listed, name))


@dataclass(frozen=True, slots=True)
class OutboxPage:
    """Messages, newest first; bodies only where no mail server sends them."""

    messages: list[OutboxMessage]
    states: dict[str, str]
    sending: bool


@get("/outbox", guards=[allows(Can.assess)], include_in_schema=False)
async def outbox(request: PortalRequest, settings: NamedDependency[Settings]) -> Response[str]:
    """Show what was or would be mailed."""
    messages = await newest_messages()
    states = {state.value: state.label for state in MailState}
    return render(request, "outbox.html", OutboxPage(messages, states, bool(settings.smtp_url)))


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One entry of the audit log, as shown."""

    position: int | None
    at: datetime
    actor: str
    action: str
    subject: str
    detail: list[tuple[str, str]]
    hash: str


@dataclass(frozen=True, slots=True)
class AuditPage:
    """A page of the audit log and whether the chain holds."""

    lines: list[AuditLine]
    verification: audit.Verification
    before: int | None


@get("/audit", guards=[allows(Can.read_audit)], include_in_schema=False)
async def audit_log(request: PortalRequest, before: int | None = None) -> Response[str]:
    """Show the audit log, newest first, and verify its chain."""
    rows = await newest_entries(before)
    lines = [
        AuditLine(
            r.position,
            r.at,
            r.actor_name,
            action_words(r.action),
            f"{r.subject_kind.replace('_', ' ')} {r.subject_id[:8]}",
            detail_words(r.detail),
            r.hash[:12],
        )
        for r in rows
    ]
    page = AuditPage(lines, await audit.verify(), rows[-1].id if len(rows) == 100 else None)
    return render(request, "audit.html", page)


def _title(path: Path) -> str:
    return path.read_text(encoding="utf-8").splitlines()[0].lstrip("# ").strip()


ROUTES: list[ControllerRouterHandler] = [alive, ready, metrics, help_page, outbox, audit_log]
