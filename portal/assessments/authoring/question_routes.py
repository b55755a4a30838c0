"""The form of one question: shown, saved as it goes, moved, copied, removed and put back."""

from dataclasses import replace
from uuid import UUID

from litestar import Response, get, post
from litestar.response import Redirect
from litestar.types import ControllerRouterHandler

from portal.assessments.authoring import arranging, editing
from portal.assessments.authoring.clashing import clash_with, typed_over
from portal.assessments.authoring.forms import ArrangeForm
from portal.assessments.authoring.pressing import focus_after, to_redraw
from portal.assessments.authoring.queries import question_page
from portal.core.forms import parse
from portal.core.pages import go, is_fragment, render
from portal.core.reading import entered
from portal.core.scope import Can, PortalRequest, Principal, allows, principal_of

_WRITE = [allows(Can.assess)]
_PAGE, _SAVED, _CLASH = "authoring/question.html", "authoring/_saved.html", "authoring/_clash.html"
_BASE = "/questionnaires/drafts/{written_id:uuid}"
_ONE = f"{_BASE}/questions/{{question_id:uuid}}"


@post(f"{_BASE}/sections/{{section_id:uuid}}/questions", guards=_WRITE, include_in_schema=False)
async def add(request: PortalRequest, written_id: UUID, section_id: UUID) -> Redirect:
    """Add a question and open its form."""
    after = (await entered(request)).get("after", [""])[-1]
    behind = UUID(after) if len(after) == 36 and after.replace("-", "").isalnum() else None
    row = await arranging.add_question(principal_of(request), written_id, section_id, behind)
    return go(f"/questionnaires/drafts/{written_id}/questions/{row.id}")


@get(_ONE, guards=_WRITE, include_in_schema=False)
async def question(request: PortalRequest, written_id: UUID, question_id: UUID) -> Response[str]:
    """Show the form of a question."""
    return render(request, _PAGE, await question_page(principal_of(request), written_id, question_id))


@post(_ONE, guards=_WRITE, include_in_schema=False)
async def save(request: PortalRequest, written_id: UUID, question_id: UUID) -> Response[str] | Redirect:
    """Save a question: as fragments while it is typed, as a redirect back to it with scripts off."""
    who, given = principal_of(request), await entered(request)
    button = given.get("do", [""])[-1]
    try:
        typed = await editing.save_question(who, written_id, question_id, given, _revision(given), button)
    except editing.ChangedMeanwhile as error:
        return await _clashed(request, who, written_id, question_id, given, error)
    if not is_fragment(request):
        place = "part-answers" if button.startswith(("choice", "column")) else "part-when" if button else "main"
        return go(f"/questionnaires/drafts/{written_id}/questions/{question_id}#{place}", "" if button else "Saved.")
    page = await question_page(who, written_id, question_id)
    page = replace(page, redraw=to_redraw(typed, given, button), focus=focus_after(typed, button), fresh=False)
    return render(request, _SAVED, page)


@post(f"{_ONE}/arrange", guards=_WRITE, include_in_schema=False)
async def arrange(request: PortalRequest, written_id: UUID, question_id: UUID) -> Redirect:
    """Move, copy, remove or put back a question."""
    form = parse(ArrangeForm, await entered(request))
    shown = await arranging.arrange_question(principal_of(request), written_id, question_id, form.how)
    base = f"/questionnaires/drafts/{written_id}"
    match form.how:
        case arranging.Arrange.remove:
            return go(base, "The question is removed; you can put it back at the end of this page.")
        case arranging.Arrange.copy:
            return go(f"{base}/questions/{shown}", "This is the copy.")
        case arranging.Arrange.restore:
            return go(f"{base}#question-{shown}", "The question is back.")
    return go(f"{base}#question-{shown}")


async def _clashed(
    request: PortalRequest,
    who: Principal,
    written_id: UUID,
    question_id: UUID,
    given: dict[str, list[str]],
    error: editing.ChangedMeanwhile,
) -> Response[str]:
    """Show what the other person wrote, with what was typed still in the fields."""
    standing = await question_page(who, written_id, question_id)
    mine = typed_over(given, standing.typed)
    page = replace(
        await question_page(who, written_id, question_id, mine),
        revision=_revision(given),
        clash=clash_with(error.by, error.revision, standing.typed, mine),
    )
    return render(request, _CLASH if is_fragment(request) else _PAGE, page, 409)


def _revision(given: dict[str, list[str]]) -> int:
    """Return the revision the writer saw; `over` is sent by the button that keeps one's own words."""
    text = (given.get("over") or given.get("revision") or ["0"])[-1]
    return int(text) if text.isdigit() and len(text) < 9 else 0


ROUTES: list[ControllerRouterHandler] = [add, question, save, arrange]
