"""Pages about versions: what changed since an older one, and what a reviewer says of which replaces which."""

from dataclasses import dataclass, field
from uuid import UUID

from litestar import Response, get, post
from litestar.response import Redirect
from litestar.types import ControllerRouterHandler

from portal.core.errors import InvalidForm
from portal.core.forms import parse
from portal.core.pages import go, render
from portal.core.reading import entered
from portal.core.scope import Can, PortalRequest, allows, principal_of
from portal.evidence.access import evidence_for
from portal.evidence.changes import changes_page
from portal.evidence.current import SuccessionState
from portal.evidence.succeeding import decide_succession, replace_document


@dataclass(frozen=True, slots=True)
class DecideForm:
    """Whether one document takes the other's place."""

    same: bool = field(default=False)
    reason: str = field(default="", metadata={"label": "Reason", "limit": 1000})


@dataclass(frozen=True, slots=True)
class ReplaceForm:
    """Which document is replaced, and why."""

    older: UUID = field(metadata={"label": "Which document"})
    reason: str = field(default="", metadata={"label": "Reason", "limit": 1000})


@get("/documents/{evidence_id:uuid}/changes", guards=[allows(Can.read_evidence)], include_in_schema=False)
async def what_changed(
    request: PortalRequest, evidence_id: UUID, since: UUID | None = None, kind: str = "", start: int = 0
) -> Response[str]:
    """Show what changed since an older version."""
    who = principal_of(request)
    page = await changes_page(who, await evidence_for(who, evidence_id), since, kind, start)
    return render(request, "evidence/changes.html", page)


@post("/documents/{evidence_id:uuid}/versions", guards=[allows(Can.review)], include_in_schema=False)
async def replace(request: PortalRequest, evidence_id: UUID) -> Redirect:
    """Say that this document takes the place of another."""
    try:
        form = parse(ReplaceForm, await entered(request))
    except InvalidForm as error:
        return go(f"/documents/{evidence_id}", next(iter(error.errors.values())))
    await replace_document(principal_of(request), evidence_id, form.older, form.reason)
    return go(f"/documents/{evidence_id}", "Noted. The older document supports no answers any more.")


@post("/documents/{evidence_id:uuid}/versions/{version_id:uuid}", guards=[allows(Can.review)], include_in_schema=False)
async def decide(request: PortalRequest, evidence_id: UUID, version_id: UUID) -> Redirect:
    """Say whether a document is the newer version of another."""
    who = principal_of(request)
    await evidence_for(who, evidence_id)
    try:
        form = parse(DecideForm, await entered(request))
        pair = await decide_succession(who, evidence_id, version_id, form.same, form.reason)
    except InvalidForm as error:
        return go(f"/documents/{evidence_id}", next(iter(error.errors.values())))
    standing = pair.state == SuccessionState.standing.value
    said = "The older document supports no answers any more." if standing else "Both documents count, each for itself."
    return go(f"/documents/{evidence_id}", f"Noted. {said}")


ROUTES: list[ControllerRouterHandler] = [what_changed, replace, decide]
