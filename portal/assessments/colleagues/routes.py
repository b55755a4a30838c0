"""Pages of colleagues: whom a contact asks for what, what a colleague was asked for, and who changed an answer when."""

from uuid import UUID

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.response import File, Redirect
from litestar.types import ControllerRouterHandler

from portal.assessments.answer_queries import load_form, mine_page
from portal.assessments.colleagues.asking import Asking, ask_colleague, remind_colleague, withdraw_colleague
from portal.assessments.colleagues.forms import ColleagueForm
from portal.assessments.colleagues.opening import attached_file
from portal.assessments.colleagues.pages import MinePage
from portal.assessments.colleagues.parts import Part
from portal.assessments.colleagues.queries import colleagues_page, history_page
from portal.core.errors import Conflict, InvalidForm, TooManyAttempts
from portal.core.forms import parse
from portal.core.pages import go, render
from portal.core.reading import entered
from portal.core.scope import Can, PortalRequest, allows, principal_of
from portal.core.settings import Settings

CONTACT, PART = [allows(Can.answer)], [allows(Can.answer_part)]
_AT = "/answer/{assessment_id:uuid}"
_ONE = _AT + "/colleagues/{colleague_id:uuid}"


@get(_AT + "/mine", guards=PART, include_in_schema=False)
async def mine(request: PortalRequest, assessment_id: UUID) -> Response[str]:
    """Show a colleague what they were asked for, and nothing else."""
    form = await load_form(principal_of(request), assessment_id, "mine")
    return render(request, "answer/mine.html", MinePage(mine_page(form)))


@get(_AT + "/colleagues", guards=CONTACT, include_in_schema=False)
async def colleagues(
    request: PortalRequest, assessment_id: UUID, settings: NamedDependency[Settings], section: str = "", ref: str = ""
) -> Response[str]:
    """Show who is asked for what, and the form; `section` and `ref` are ticked in it."""
    form = await load_form(principal_of(request), assessment_id, "colleagues")
    chosen = {f"section:{section}"} if section else {f"question:{ref}"} if ref else set[str]()
    page = await colleagues_page(form, frozenset(chosen), bool(settings.smtp_url))
    return render(request, "answer/colleagues.html", page)


@post(_AT + "/colleagues", guards=CONTACT, include_in_schema=False)
async def ask(
    request: PortalRequest, assessment_id: UUID, settings: NamedDependency[Settings]
) -> Response[str] | Redirect:
    """Ask a colleague."""
    who, given = principal_of(request), await entered(request)
    try:
        wanted = parse(ColleagueForm, given)
        asking = Asking(wanted.name, wanted.email, _part(wanted.parts), wanted.note)
        row = await ask_colleague(settings, request.app.state.company.name, who, assessment_id, asking)
    except (InvalidForm, TooManyAttempts) as error:
        errors = error.errors if isinstance(error, InvalidForm) else {"": error.sentence}
        form = await load_form(who, assessment_id, "colleagues")
        typed = {name: given.get(name, [""])[-1] for name in ("name", "email", "note")}
        chosen = frozenset(given.get("parts", []))
        page = await colleagues_page(form, chosen, bool(settings.smtp_url), errors, typed)
        return render(request, "answer/colleagues.html", page, error.status)
    return go(f"/answer/{assessment_id}/colleagues", f"Asked: a link is on its way to {row.name}.")


@post(_ONE + "/remind", guards=CONTACT, include_in_schema=False)
async def remind(
    request: PortalRequest, assessment_id: UUID, colleague_id: UUID, settings: NamedDependency[Settings]
) -> Redirect:
    """Mail a colleague a reminder with a new link."""
    who, company = principal_of(request), request.app.state.company.name
    try:
        await remind_colleague(settings, company, who, assessment_id, colleague_id)
    except (Conflict, TooManyAttempts) as error:
        return go(f"/answer/{assessment_id}/colleagues", error.sentence)
    return go(f"/answer/{assessment_id}/colleagues", "Reminded, with a new link.")


@post(_ONE + "/withdraw", guards=CONTACT, include_in_schema=False)
async def withdraw(request: PortalRequest, assessment_id: UUID, colleague_id: UUID) -> Redirect:
    """Take the request back."""
    name = await withdraw_colleague(principal_of(request), assessment_id, colleague_id)
    return go(f"/answer/{assessment_id}/colleagues", f"{name} is not asked any more; the link does not work any more.")


@post(
    "/assessments/{assessment_id:uuid}/colleagues/{colleague_id:uuid}/withdraw",
    guards=[allows(Can.assess)],
    include_in_schema=False,
)
async def end_access(request: PortalRequest, assessment_id: UUID, colleague_id: UUID) -> Redirect:
    """Let the company end a colleague's access."""
    name = await withdraw_colleague(principal_of(request), assessment_id, colleague_id)
    return go(f"/assessments/{assessment_id}", f"{name} has no access any more.")


@get(_AT + "/questions/{ref:str}/history", guards=PART, include_in_schema=False)
async def history(request: PortalRequest, assessment_id: UUID, ref: str) -> Response[str]:
    """Show who changed an answer when."""
    form = await load_form(principal_of(request), assessment_id)
    return render(request, "answer/history.html", await history_page(form, ref))


@get(_AT + "/questions/{ref:str}/documents/{evidence_id:uuid}/file", guards=PART, include_in_schema=False)
async def attached_original(
    request: PortalRequest, assessment_id: UUID, ref: str, evidence_id: UUID, settings: NamedDependency[Settings]
) -> File:
    """Give back a file behind a question that this person may read."""
    return await attached_file(principal_of(request), assessment_id, ref, evidence_id, settings)


def _part(texts: tuple[str, ...]) -> Part:
    """Read what was ticked; what the questionnaire does not have is refused where it is asked for."""
    if "whole" in texts:
        return Part(whole=True)
    sections = [text.removeprefix("section:") for text in texts if text.startswith("section:")]
    refs = [text.removeprefix("question:") for text in texts if text.startswith("question:")]
    return Part(False, tuple(dict.fromkeys(sections)), tuple(dict.fromkeys(refs)))


ROUTES: list[ControllerRouterHandler] = [
    mine, colleagues, ask, remind, withdraw, end_access, history, attached_original,
]  # fmt: skip
