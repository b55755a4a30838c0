"""Pages on which a document's facts are reviewed: all of them, the form for one, and what becomes of it."""

from dataclasses import dataclass, field
from uuid import UUID

from litestar import Response, get, post
from litestar.response import Redirect
from litestar.types import ControllerRouterHandler

from knowledge.facts import EvidenceKind
from portal.core.errors import InvalidForm
from portal.core.forms import Entered, parse
from portal.core.pages import go, render
from portal.core.reading import entered
from portal.core.scope import Can, PortalRequest, allows, principal_of
from portal.evidence import correcting
from portal.evidence.access import evidence_for
from portal.evidence.correcting import Stated
from portal.evidence.fact_pages import addable, edit_page, facts_page, new_page

READ, REVIEW = [allows(Can.read_evidence)], [allows(Can.review)]
_ALL, _ONE = "evidence/facts.html", "evidence/fact.html"


@dataclass(frozen=True, slots=True)
class StatedForm:
    """A fact as it is written, and the one in whose place it comes."""

    fact: str = field(default="", metadata={"limit": 40})
    key: str = field(default="", metadata={"limit": 40})
    value: str = field(default="", metadata={"label": "Value"})
    page: int | None = field(default=None, metadata={"label": "Page"})
    quote: str = field(default="", metadata={"label": "Words on the page", "limit": 4000})
    reason: str = field(default="", metadata={"label": "Reason", "limit": 1000})
    back: str = field(default="", metadata={"limit": 40})


@dataclass(frozen=True, slots=True)
class KindForm:
    """What kind a document is."""

    kind: EvidenceKind = field(metadata={"label": "Kind"})
    reason: str = field(default="", metadata={"label": "Reason", "limit": 1000})


@get("/documents/{evidence_id:uuid}/facts", guards=READ, include_in_schema=False)
async def facts(request: PortalRequest, evidence_id: UUID) -> Response[str]:
    """Show all facts of a document and what was said of them."""
    return render(request, _ALL, await facts_page(await evidence_for(principal_of(request), evidence_id)))


@get("/documents/{evidence_id:uuid}/facts/edit", guards=REVIEW, include_in_schema=False)
async def edit(request: PortalRequest, evidence_id: UUID, fact: str) -> Response[str]:
    """Show the form that corrects a fact."""
    return render(request, _ONE, await edit_page(await evidence_for(principal_of(request), evidence_id), fact))


@post("/documents/{evidence_id:uuid}/facts/edit", guards=REVIEW, include_in_schema=False)
async def correct(request: PortalRequest, evidence_id: UUID) -> Response[str] | Redirect:
    """Correct a fact."""
    who, given = principal_of(request), await entered(request)
    wanted = given.get("fact", [""])[-1]
    try:
        await correcting.correct_fact(who, evidence_id, wanted, _stated(given))
    except InvalidForm as error:
        row = await evidence_for(who, evidence_id)
        return render(request, _ONE, await edit_page(row, wanted, error.errors, _typed(given)), 422)
    return go(f"/documents/{evidence_id}/facts", "Corrected. The vendor's verdicts are worked out again.")


@get("/documents/{evidence_id:uuid}/facts/new", guards=REVIEW, include_in_schema=False)
async def new(request: PortalRequest, evidence_id: UUID, key: str = "") -> Response[str]:
    """Show the form that adds a fact."""
    return render(request, _ONE, await new_page(await evidence_for(principal_of(request), evidence_id), key))


@post("/documents/{evidence_id:uuid}/facts/new", guards=REVIEW, include_in_schema=False)
async def add(request: PortalRequest, evidence_id: UUID) -> Response[str] | Redirect:
    """Add a fact."""
    who, given = principal_of(request), await entered(request)
    key = addable(given.get("key", [""])[-1])
    try:
        await correcting.add_fact(who, evidence_id, key, _stated(given))
    except InvalidForm as error:
        row = await evidence_for(who, evidence_id)
        return render(request, _ONE, await new_page(row, key.value, error.errors, _typed(given)), 422)
    return go(f"/documents/{evidence_id}/facts", "Added. The vendor's verdicts are worked out again.")


@post("/documents/{evidence_id:uuid}/facts/confirm", guards=REVIEW, include_in_schema=False)
async def confirm(request: PortalRequest, evidence_id: UUID) -> Redirect:
    """Confirm a fact."""
    form = parse(StatedForm, await entered(request))
    await correcting.confirm_fact(principal_of(request), evidence_id, form.fact)
    return go(f"/documents/{evidence_id}{'' if form.back == 'viewer' else '/facts'}", "Confirmed.")


@post("/documents/{evidence_id:uuid}/facts/remove", guards=REVIEW, include_in_schema=False)
async def remove(request: PortalRequest, evidence_id: UUID) -> Redirect:
    """Take a wrong fact away."""
    form = parse(StatedForm, await entered(request))
    await correcting.remove_fact(principal_of(request), evidence_id, form.fact, form.reason)
    return go(f"/documents/{evidence_id}/facts", "Removed. The vendor's verdicts are worked out again.")


@post("/documents/{evidence_id:uuid}/facts/kind", guards=REVIEW, include_in_schema=False)
async def kind(request: PortalRequest, evidence_id: UUID) -> Response[str] | Redirect:
    """Say what kind the document is."""
    who, given = principal_of(request), await entered(request)
    try:
        form = parse(KindForm, given)
    except InvalidForm as error:
        row = await evidence_for(who, evidence_id)
        return render(request, _ALL, await facts_page(row, error.errors, _typed(given)), 422)
    await correcting.set_kind(who, evidence_id, form.kind, form.reason)
    return go(f"/documents/{evidence_id}/facts", f"This is noted as: {form.kind.label}.")


@post("/documents/{evidence_id:uuid}/facts/{review:int}/withdraw", guards=REVIEW, include_in_schema=False)
async def withdraw(request: PortalRequest, evidence_id: UUID, review: int) -> Redirect:
    """Take back what was said of a fact."""
    await correcting.withdraw_review(principal_of(request), evidence_id, review)
    return go(f"/documents/{evidence_id}/facts", "Taken back. What was there before counts again.")


def _stated(given: Entered) -> Stated:
    form = parse(StatedForm, given)
    parts = {name.removeprefix("part-"): values[-1] for name, values in given.items() if name.startswith("part-")}
    return Stated(form.value, form.page or 0, form.quote, parts, form.reason)


def _typed(given: Entered) -> dict[str, str]:
    return {name: values[-1] for name, values in given.items()}


ROUTES: list[ControllerRouterHandler] = [facts, edit, correct, new, add, confirm, remove, kind, withdraw]
