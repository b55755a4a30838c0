"""Pages of ratings: the list, one rating, and what a drafter and an approver do with it."""

from uuid import UUID

from litestar import MediaType, Response, get, post
from litestar.response import Redirect
from litestar.types import ControllerRouterHandler

from portal.core.errors import InvalidForm, NotFound
from portal.core.forms import parse
from portal.core.pages import go, render
from portal.core.reading import entered
from portal.core.scope import Can, PortalRequest, allows, principal_of
from portal.drafts.access import id_in
from portal.ratings import approving, conditions, drafting, editing, proposing
from portal.ratings.access import rating_for
from portal.ratings.forms import DraftForm, NarrativeForm, RefuseForm, SeenForm, conditions_in
from portal.ratings.queries import ratings_page
from portal.ratings.rating_page import rating_page
from portal.ratings.replaying import replay

READ, DRAFT = [allows(Can.read_evidence)], [allows(Can.draft_rating)]
APPROVE = [allows(Can.approve_rating)]
_ONE = "ratings/rating.html"


@get("/ratings", guards=READ, include_in_schema=False)
async def ratings(request: PortalRequest, vendor: str = "") -> Response[str]:
    """List ratings."""
    page = await ratings_page(request.query_params.get("state", ""), vendor)
    return render(request, "ratings/ratings.html", page)


@post("/ratings", guards=DRAFT, include_in_schema=False)
async def draft(request: PortalRequest) -> Redirect:
    """Draft the rating of an assessment, or draft it again."""
    form = parse(DraftForm, await entered(request))
    row = await drafting.draft_rating(principal_of(request), form.assessment)
    return go(f"/ratings/{row.id}", "The rating is worked out from what stands today.")


@get("/ratings/{rating_id:uuid}", guards=READ, include_in_schema=False)
async def rating(request: PortalRequest, rating_id: UUID, draft: str = "") -> Response[str]:
    """Show one rating, with a draft of its text where the person has one to take."""
    page = await rating_page(principal_of(request), rating_id, draft=id_in(draft))
    return render(request, _ONE, page)


@get("/ratings/{rating_id:uuid}/replay", guards=READ, include_in_schema=False)
async def replayed(request: PortalRequest, rating_id: UUID) -> Response[str]:
    """Work a published rating out again, and show whether every byte is the same."""
    who = principal_of(request)
    await rating_for(who, rating_id)
    return render(request, _ONE, await rating_page(who, rating_id, await replay(rating_id)))


@get("/ratings/{rating_id:uuid}/record", guards=READ, include_in_schema=False)
async def record(request: PortalRequest, rating_id: UUID) -> Response[bytes]:
    """Give the record of a published rating, byte by byte as it was signed."""
    row = await rating_for(principal_of(request), rating_id)
    if not row.record:
        raise NotFound()
    name = f'attachment; filename="rating-{row.number}.json"'
    return Response(row.record.encode(), media_type=MediaType.JSON, headers={"content-disposition": name})


@post("/ratings/{rating_id:uuid}/narrative", guards=DRAFT, include_in_schema=False)
async def edit_narrative(request: PortalRequest, rating_id: UUID) -> Response[str] | Redirect:
    """Change a draft's text."""
    who, given = principal_of(request), await entered(request)
    form = parse(NarrativeForm, given)
    try:
        await editing.edit_narrative(who, rating_id, form.narrative, form.revision, form.draft)
    except InvalidForm as error:
        return await _again(request, rating_id, given, error)
    return go(f"/ratings/{rating_id}#text", "The text is saved.")


@post("/ratings/{rating_id:uuid}/conditions", guards=DRAFT, include_in_schema=False)
async def edit_conditions(request: PortalRequest, rating_id: UUID) -> Response[str] | Redirect:
    """Change a draft's conditions."""
    who, given = principal_of(request), await entered(request)
    form = parse(SeenForm, given)
    try:
        await editing.edit_conditions(who, rating_id, conditions_in(given), form.revision)
    except InvalidForm as error:
        return await _again(request, rating_id, given, error)
    return go(f"/ratings/{rating_id}#conditions", "The conditions are saved.")


@post("/ratings/{rating_id:uuid}/propose", guards=DRAFT, include_in_schema=False)
async def propose(request: PortalRequest, rating_id: UUID) -> Redirect:
    """Hand a draft to a second person."""
    form = parse(SeenForm, await entered(request))
    await proposing.propose_rating(principal_of(request), rating_id, form.revision)
    return go(f"/ratings/{rating_id}", "The rating waits for another person to approve it.")


@post("/ratings/{rating_id:uuid}/withdraw", guards=DRAFT, include_in_schema=False)
async def withdraw(request: PortalRequest, rating_id: UUID) -> Redirect:
    """Take a proposed rating back."""
    form = parse(SeenForm, await entered(request))
    await proposing.withdraw_rating(principal_of(request), rating_id, form.revision)
    return go(f"/ratings/{rating_id}", "The rating is a draft again.")


@post("/ratings/{rating_id:uuid}/refuse", guards=APPROVE, include_in_schema=False)
async def refuse(request: PortalRequest, rating_id: UUID) -> Response[str] | Redirect:
    """Send a proposed rating back with a note."""
    who, given = principal_of(request), await entered(request)
    form = parse(RefuseForm, given)
    try:
        await proposing.refuse_rating(who, rating_id, form.note, form.revision)
    except InvalidForm as error:
        return await _again(request, rating_id, given, error)
    return go(f"/ratings/{rating_id}", "The rating is back with its drafter.")


@post("/ratings/{rating_id:uuid}/approve", guards=APPROVE, include_in_schema=False)
async def approve(request: PortalRequest, rating_id: UUID) -> Redirect:
    """Publish a proposed rating."""
    form = parse(SeenForm, await entered(request))
    await approving.approve_rating(principal_of(request), rating_id, form.revision)
    return go(f"/ratings/{rating_id}", "The rating is published. Its record is kept as it was signed.")


@post(
    "/ratings/{rating_id:uuid}/conditions/{condition_id:uuid}/met", guards=[allows(Can.review)], include_in_schema=False
)
async def meet(request: PortalRequest, rating_id: UUID, condition_id: UUID) -> Redirect:
    """Note that a condition is met."""
    await conditions.meet_condition(principal_of(request), rating_id, condition_id)
    return go(f"/ratings/{rating_id}#conditions", "The condition is met.")


async def _again(
    request: PortalRequest, rating_id: UUID, given: dict[str, list[str]], error: InvalidForm
) -> Response[str]:
    typed = {name: values[-1] for name, values in given.items()}
    page = await rating_page(principal_of(request), rating_id, None, error.errors, typed)
    return render(request, _ONE, page, 422)


ROUTES: list[ControllerRouterHandler] = [
    ratings, draft, rating, replayed, record, edit_narrative, edit_conditions, propose, withdraw, refuse, approve, meet,
]  # fmt: skip
