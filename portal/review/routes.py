"""Pages of review: the list, the workbench, and what a reviewer does there."""

from uuid import UUID

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.response import Redirect
from litestar.types import ControllerRouterHandler

from portal.assessments.returning import return_assessment
from portal.assessments.talk.writing import write_to_vendor
from portal.core.dates import plural
from portal.core.errors import InvalidForm
from portal.core.forms import parse
from portal.core.pages import go, render
from portal.core.reading import entered
from portal.core.scope import Can, PortalRequest, allows, principal_of
from portal.core.settings import Settings
from portal.drafts.access import id_in
from portal.review import deciding
from portal.review.access import decidable_for, review_for
from portal.review.addresses import View, address
from portal.review.bulk import bulk_page
from portal.review.checking import check_again
from portal.review.completing import complete_review
from portal.review.conflict_list import conflicts_page
from portal.review.forms import AskForm, BulkForm, GiveForm, MessageForm, NoteForm, OverruleForm, SeenForm
from portal.review.giving import give_question
from portal.review.listing import reviews_page
from portal.review.workbench import next_open, workbench_page
from portal.review.yearly import yearly_page

READ, REVIEW = [allows(Can.read_evidence)], [allows(Can.review)]
_BENCH = "review/workbench.html"


@get("/reviews", guards=READ, include_in_schema=False)
async def reviews(request: PortalRequest) -> Response[str]:
    """List what waits for a review."""
    return render(request, "review/reviews.html", await reviews_page(request.query_params.get("state", "")))


@get("/reviews/{assessment_id:uuid}", guards=READ, include_in_schema=False)
async def workbench(request: PortalRequest, assessment_id: UUID, settings: NamedDependency[Settings]) -> Response[str]:
    """Show the workbench at one question."""
    page = await workbench_page(settings, principal_of(request), assessment_id, _view(request))
    return render(request, _BENCH, page)


@get("/reviews/{assessment_id:uuid}/changes", guards=READ, include_in_schema=False)
async def changes(request: PortalRequest, assessment_id: UUID, show: str = "", page: int = 1) -> Response[str]:
    """Show this time's answers beside last time's."""
    shown = await yearly_page(principal_of(request), assessment_id, show, min(page, 1_000_000))
    return render(request, "review/changes.html", shown)


@post("/reviews/{assessment_id:uuid}/agree", guards=REVIEW, include_in_schema=False)
async def agree(request: PortalRequest, assessment_id: UUID) -> Redirect:
    """Agree with the verdict, and go to the next question."""
    who, form = principal_of(request), parse(SeenForm, await entered(request))
    await deciding.agree(who, assessment_id, form.seen)
    return go(await _onwards(request, assessment_id, form))


@post("/reviews/{assessment_id:uuid}/overrule", guards=REVIEW, include_in_schema=False)
async def overrule(request: PortalRequest, assessment_id: UUID) -> Response[str] | Redirect:
    """Put another verdict in force, and go to the next question."""
    who, given = principal_of(request), await entered(request)
    form = parse(SeenForm, given)
    try:
        instead = parse(OverruleForm, given)
        await deciding.overrule(who, assessment_id, form.seen, instead.state, instead.reason)
    except InvalidForm as error:
        return await _again(request, assessment_id, form, "overrule", given, error)
    return go(await _onwards(request, assessment_id, form))


@post("/reviews/{assessment_id:uuid}/ask", guards=REVIEW, include_in_schema=False)
async def ask(request: PortalRequest, assessment_id: UUID) -> Response[str] | Redirect:
    """Note what the vendor is to answer again, and go to the next question."""
    who, given = principal_of(request), await entered(request)
    form = parse(SeenForm, given)
    try:
        note = parse(AskForm, given)
        await deciding.ask_again(who, assessment_id, form.seen, note.note, note.draft)
    except InvalidForm as error:
        return await _again(request, assessment_id, form, "ask", given, error)
    return go(
        await _onwards(request, assessment_id, form), "Noted. The vendor reads it when you return the questionnaire."
    )


@post("/reviews/{assessment_id:uuid}/message", guards=REVIEW, include_in_schema=False)
async def message(request: PortalRequest, assessment_id: UUID) -> Redirect:
    """Write to the vendor at a question; what cannot be sent is said and kept nowhere."""
    who, form = principal_of(request), parse(MessageForm, await entered(request))
    await review_for(who, assessment_id)
    try:
        await write_to_vendor(who, assessment_id, form.ref, form.text)
    except InvalidForm as error:
        return go(address(assessment_id, form.ref, form.filter), " ".join(error.errors.values()))
    return go(address(assessment_id, form.ref, form.filter), "Sent: the vendor is told by mail.")


@post("/reviews/{assessment_id:uuid}/drop", guards=REVIEW, include_in_schema=False)
async def drop(request: PortalRequest, assessment_id: UUID) -> Redirect:
    """Take back what was to be asked again."""
    form = parse(SeenForm, await entered(request))
    await deciding.drop_question(principal_of(request), assessment_id, form.ref)
    return go(address(assessment_id, form.ref, form.filter))


@get("/reviews/{assessment_id:uuid}/bulk", guards=REVIEW, include_in_schema=False)
async def bulk_list(request: PortalRequest, assessment_id: UUID) -> Response[str]:
    """Show what may be agreed with at once, each with the words it stands on."""
    return render(request, "review/bulk.html", await bulk_page(principal_of(request), assessment_id))


@post("/reviews/{assessment_id:uuid}/bulk", guards=REVIEW, include_in_schema=False)
async def bulk(request: PortalRequest, assessment_id: UUID) -> Redirect:
    """Agree with the answers that stayed ticked."""
    chosen = parse(BulkForm, await entered(request)).seen
    count = await deciding.agree_in_bulk(principal_of(request), assessment_id, chosen)
    said = f"Agreed with {plural(count, 'supported answer')}."
    if count < len(chosen):
        said += f" {plural(len(chosen) - count, 'answer')} changed meanwhile and stayed open."
    return go(f"/reviews/{assessment_id}", said if chosen else "Nothing was ticked, so nothing was agreed with.")


@get("/reviews/{assessment_id:uuid}/conflicts", guards=READ, include_in_schema=False)
async def conflict_list(request: PortalRequest, assessment_id: UUID) -> Response[str]:
    """Show everything that differs, both sides of it."""
    return render(request, "review/conflicts.html", await conflicts_page(principal_of(request), assessment_id))


@post("/reviews/{assessment_id:uuid}/give", guards=REVIEW, include_in_schema=False)
async def give(request: PortalRequest, assessment_id: UUID) -> Redirect:
    """Give a question, or its section, to a colleague to look at."""
    form = parse(GiveForm, await entered(request))
    count = await give_question(principal_of(request), assessment_id, form.ref, form.person, form.section)
    said = f"{plural(count, 'question')} changed hands." if count else "Nothing changed hands."
    return go(address(assessment_id, form.ref, form.filter), said)


@post("/reviews/{assessment_id:uuid}/check", guards=REVIEW, include_in_schema=False)
async def check(request: PortalRequest, assessment_id: UUID) -> Redirect:
    """Have every answer checked against the evidence again."""
    await check_again(principal_of(request), assessment_id)
    return go(f"/reviews/{assessment_id}", "The answers are being checked against the evidence again.")


@post("/reviews/{assessment_id:uuid}/return", guards=REVIEW, include_in_schema=False)
async def return_to_vendor(
    request: PortalRequest, assessment_id: UUID, settings: NamedDependency[Settings]
) -> Redirect:
    """Send the questions asked again back to the vendor."""
    who, note = principal_of(request), parse(NoteForm, await entered(request)).note
    await decidable_for(who, assessment_id)
    count = await return_assessment(settings, request.app.state.company.name, who, assessment_id, note)
    return go(f"/reviews/{assessment_id}", f"Returned: the vendor is asked {plural(count, 'question')} again.")


@post("/reviews/{assessment_id:uuid}/complete", guards=REVIEW, include_in_schema=False)
async def complete(request: PortalRequest, assessment_id: UUID) -> Redirect:
    """Close the review for good."""
    await complete_review(principal_of(request), assessment_id)
    return go(f"/reviews/{assessment_id}", "The review is completed.")


async def _onwards(request: PortalRequest, assessment_id: UUID, form: SeenForm) -> str:
    who = principal_of(request)
    assessment = await decidable_for(who, assessment_id)
    return address(assessment_id, await next_open(assessment, form.ref, form.filter, who.id), form.filter)


async def _again(
    request: PortalRequest,
    assessment_id: UUID,
    form: SeenForm,
    panel: str,
    given: dict[str, list[str]],
    error: InvalidForm,
) -> Response[str]:
    view = View(form.ref, form.filter, 1, panel, draft=id_in(given.get("draft", [""])[-1]))
    typed = {name: values[-1] for name, values in given.items()}
    settings: Settings = request.app.state.settings
    page = await workbench_page(settings, principal_of(request), assessment_id, view, error.errors, typed)
    return render(request, _BENCH, page, 422)


def _view(request: PortalRequest) -> View:
    asked = request.query_params
    hit = asked.get("hit", "1")
    return View(
        asked.get("ref", ""),
        asked.get("filter", ""),
        int(hit) if hit.isdigit() and len(hit) < 4 else 1,
        asked.get("do", ""),
        asked.get("view") == "text",
        id_in(asked.get("draft", "")),
    )


ROUTES: list[ControllerRouterHandler] = [
    reviews, workbench, changes, agree, overrule, ask, message, drop, bulk_list, bulk, conflict_list, give, check,
    return_to_vendor, complete,
]  # fmt: skip
