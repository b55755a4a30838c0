"""Pages that start a questionnaire, show its outline, and publish it."""

from urllib.parse import quote
from uuid import UUID

from litestar import Response, get, post
from litestar.response import Redirect
from litestar.types import ControllerRouterHandler

from portal.assessments.authoring import arranging, editing, publishing, starting
from portal.assessments.authoring.forms import ArrangeForm, OutlineForm, SectionForm, StartForm
from portal.assessments.authoring.pages import VsaqPage
from portal.assessments.authoring.queries import outline_page, publish_page, section_page, start_page, version_page
from portal.assessments.choosing import get_offered
from portal.core.errors import Conflict, InvalidForm
from portal.core.forms import parse
from portal.core.pages import go, render
from portal.core.reading import entered
from portal.core.scope import Can, PortalRequest, allows, principal_of
from questionnaires.formats import native, vsaq

_WRITE = [allows(Can.assess)]
_START, _OUTLINE = "authoring/start.html", "authoring/outline.html"
_SECTION, _PUBLISH = "authoring/section.html", "authoring/publish.html"
_BASE = "/questionnaires/drafts/{written_id:uuid}"


@get("/questionnaires/new", guards=_WRITE, include_in_schema=False)
async def new(request: PortalRequest, source: str = "") -> Response[str]:
    """Ask for a title, and from what to start."""
    return render(request, _START, await start_page(source))


@post("/questionnaires/new", guards=_WRITE, include_in_schema=False)
async def start(request: PortalRequest) -> Response[str] | Redirect:
    """Start a questionnaire."""
    given = await entered(request)
    try:
        form = parse(StartForm, given)
    except InvalidForm as error:
        return render(request, _START, await start_page("", error.errors, _last(given)), 422)
    draft = await starting.start_draft(principal_of(request), form.title, form.source)
    return go(f"/questionnaires/drafts/{draft.id}", "Started. Everything you enter from here on is kept.")


@post("/questionnaires/{key:str}/next", guards=_WRITE, include_in_schema=False)
async def start_version(request: PortalRequest, key: str) -> Redirect:
    """Go on with the next version of a questionnaire."""
    draft = await starting.start_version(principal_of(request), key)
    return go(f"/questionnaires/drafts/{draft.id}")


@get("/questionnaires/{key:str}/versions/{version:str}", guards=[allows(Can.read_evidence)], include_in_schema=False)
async def version(request: PortalRequest, key: str, version: str) -> Response[str]:
    """Show what a version changed."""
    return render(request, "authoring/version.html", await version_page(key, version))


@get("/questionnaires/{key:str}/file", guards=[allows(Can.read_evidence)], include_in_schema=False)
async def as_file(request: PortalRequest, key: str) -> Response[bytes]:
    """Give a questionnaire as a file in our own format, which can be taken in again."""
    data = native.write((await get_offered(key)).questionnaire).encode()
    attached = {"content-disposition": f"attachment; filename*=UTF-8''{quote(key)}.yaml"}
    return Response(data, media_type="application/octet-stream", headers=attached)


@get("/questionnaires/{key:str}/vsaq", guards=[allows(Can.read_evidence)], include_in_schema=False)
async def to_vsaq(request: PortalRequest, key: str) -> Response[str]:
    """Say what of a questionnaire VSAQ has no place for, before it is given out in that form."""
    found = (await get_offered(key)).questionnaire
    return render(request, "authoring/vsaq.html", VsaqPage(key, found.title, vsaq.write(found).warnings))


@get("/questionnaires/{key:str}/vsaq/file", guards=[allows(Can.read_evidence)], include_in_schema=False)
async def vsaq_file(request: PortalRequest, key: str) -> Response[bytes]:
    """Give a questionnaire as a VSAQ file."""
    data = vsaq.write((await get_offered(key)).questionnaire).text.encode()
    name = quote(key.removeprefix("vsaq-"))
    attached = {"content-disposition": f"attachment; filename*=UTF-8''{name}.json"}
    return Response(data, media_type="application/octet-stream", headers=attached)


@get(_BASE, guards=_WRITE, include_in_schema=False)
async def outline(request: PortalRequest, written_id: UUID) -> Response[str]:
    """Show a draft as a whole."""
    return render(request, _OUTLINE, await outline_page(principal_of(request), written_id))


@post(_BASE, guards=_WRITE, include_in_schema=False)
async def save_outline(request: PortalRequest, written_id: UUID) -> Response[str] | Redirect:
    """Save title, introduction and key."""
    who, given = principal_of(request), await entered(request)
    try:
        form = parse(OutlineForm, given)
        change = editing.OutlineChange(form.title, form.summary, form.key)
        await editing.save_outline(who, written_id, change, _revision(given))
    except InvalidForm as error:
        return render(request, _OUTLINE, await outline_page(who, written_id, error.errors, _last(given)), 422)
    except editing.ChangedMeanwhile as error:
        page = await outline_page(who, written_id, {"title": _clashed(error)}, _last(given))
        return render(request, _OUTLINE, page, 409)
    return go(f"/questionnaires/drafts/{written_id}", "Saved.")


@post(f"{_BASE}/sections", guards=_WRITE, include_in_schema=False)
async def add_section(request: PortalRequest, written_id: UUID) -> Response[str] | Redirect:
    """Add a section."""
    who, given = principal_of(request), await entered(request)
    try:
        form = parse(SectionForm, given)
    except InvalidForm as error:
        errors = {f"new-{name}": sentence for name, sentence in error.errors.items()}
        typed = {f"new-{name}": value for name, value in _last(given).items()}
        return render(request, _OUTLINE, await outline_page(who, written_id, errors, typed), 422)
    row = await editing.add_section(who, written_id, form.title, form.area)
    return go(f"/questionnaires/drafts/{written_id}#section-{row.id}", "The section is added; now give it questions.")


@get(f"{_BASE}/sections/{{section_id:uuid}}", guards=_WRITE, include_in_schema=False)
async def section(request: PortalRequest, written_id: UUID, section_id: UUID) -> Response[str]:
    """Show the form of a section."""
    return render(request, _SECTION, await section_page(principal_of(request), written_id, section_id))


@post(f"{_BASE}/sections/{{section_id:uuid}}", guards=_WRITE, include_in_schema=False)
async def save_section(request: PortalRequest, written_id: UUID, section_id: UUID) -> Response[str] | Redirect:
    """Save a section."""
    who, given = principal_of(request), await entered(request)
    revision = _revision(given)
    try:
        form = parse(SectionForm, given)
        change = editing.SectionChange(form.title, form.area, form.summary)
        await editing.save_section(who, written_id, section_id, change, revision)
    except InvalidForm as error:
        page = await section_page(who, written_id, section_id, error.errors, _last(given), revision)
        return render(request, _SECTION, page, 422)
    except editing.ChangedMeanwhile as error:
        page = await section_page(who, written_id, section_id, {"title": _clashed(error)}, _last(given))
        return render(request, _SECTION, page, 409)
    return go(f"/questionnaires/drafts/{written_id}#section-{section_id}", "Saved.")


@post(f"{_BASE}/sections/{{section_id:uuid}}/arrange", guards=_WRITE, include_in_schema=False)
async def arrange_section(request: PortalRequest, written_id: UUID, section_id: UUID) -> Redirect:
    """Move or remove a section."""
    form = parse(ArrangeForm, await entered(request))
    await arranging.arrange_section(principal_of(request), written_id, section_id, form.how)
    if form.how is arranging.Arrange.remove:
        return go(
            f"/questionnaires/drafts/{written_id}", "The section is removed; its questions can be put back below."
        )
    return go(f"/questionnaires/drafts/{written_id}#section-{section_id}")


@get(f"{_BASE}/publish", guards=_WRITE, include_in_schema=False)
async def check(request: PortalRequest, written_id: UUID) -> Response[str]:
    """Show what is still wrong, or what would change."""
    return render(request, _PUBLISH, await publish_page(principal_of(request), written_id))


@post(f"{_BASE}/publish", guards=_WRITE, include_in_schema=False)
async def publish(request: PortalRequest, written_id: UUID) -> Response[str] | Redirect:
    """Publish the draft as a version."""
    who, given = principal_of(request), await entered(request)
    try:
        found = await publishing.publish_draft(who, written_id, given.get("seen", [""])[-1])
    except Conflict as error:
        return render(request, _PUBLISH, await publish_page(who, written_id, error.sentence), 409)
    return go(f"/questionnaires/{found.key}", "Published. It can be sent now, and this version never changes.")


@post(f"{_BASE}/discard", guards=_WRITE, include_in_schema=False)
async def discard(request: PortalRequest, written_id: UUID) -> Redirect:
    """Throw the draft away."""
    await publishing.discard_draft(principal_of(request), written_id)
    return go("/questionnaires", "The draft is thrown away. You can take it back from the end of the list of drafts.")


@post(f"{_BASE}/take-back", guards=_WRITE, include_in_schema=False)
async def take_back(request: PortalRequest, written_id: UUID) -> Redirect:
    """Open a draft again that was thrown away."""
    await publishing.take_back_draft(principal_of(request), written_id)
    return go(f"/questionnaires/drafts/{written_id}", "The draft is open again.")


def _last(given: dict[str, list[str]]) -> dict[str, str]:
    return {name: values[-1] for name, values in given.items()}


def _revision(given: dict[str, list[str]]) -> int:
    text = given.get("revision", ["0"])[-1]
    return int(text) if text.isdigit() and len(text) < 9 else 0


def _clashed(error: editing.ChangedMeanwhile) -> str:
    return f"{error.by} changed this while you were writing. What you typed stands here; save again to keep it instead."


ROUTES: list[ControllerRouterHandler] = [
    new, start, start_version, version, as_file, to_vsaq, vsaq_file,
    outline, save_outline, add_section, section, save_section, arrange_section, check, publish, discard, take_back,
]  # fmt: skip
