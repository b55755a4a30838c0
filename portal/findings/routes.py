"""Pages of findings: the list, one finding, and what becomes of it."""

from uuid import UUID

from litestar import Response, get, post
from litestar.response import Redirect
from litestar.types import ControllerRouterHandler

from portal.core.errors import InvalidForm, NotFound
from portal.core.forms import parse
from portal.core.pages import go, render
from portal.core.reading import entered
from portal.core.scope import Can, PortalRequest, Principal, allows, principal_of
from portal.drafts.access import id_in
from portal.findings import settling
from portal.findings.finding_page import finding_page
from portal.findings.forms import AcceptForm, FindingForm, NoteForm
from portal.findings.queries import Asked, drafted_finding_page, findings_about, findings_page, new_finding_page
from portal.findings.raising import raise_finding, raise_free_finding
from portal.findings.tables import Finding
from portal.review.access import review_for
from portal.vendors.access import vendor_by_id_for, vendor_for

READ, REVIEW = [allows(Can.read_evidence)], [allows(Can.review)]
_ONE, _NEW = "findings/finding.html", "findings/new.html"


@get("/findings", guards=READ, include_in_schema=False)
async def findings(request: PortalRequest) -> Response[str]:
    """List findings."""
    given = request.query_params
    asked = Asked(
        given.get("state", ""), given.get("severity", ""), given.get("overdue") == "1", given.get("vendor", "")
    )
    return render(request, "findings/findings.html", await findings_page(principal_of(request), asked))


@get("/findings/about", guards=READ, include_in_schema=False)
async def about(request: PortalRequest, assessment: UUID, ref: str) -> Response[str]:
    """Give the findings on one question, for the workbench."""
    await review_for(principal_of(request), assessment)
    return render(request, "findings/_about.html", await findings_about(assessment, ref))


@get("/findings/new", guards=REVIEW, include_in_schema=False)
async def new(request: PortalRequest, vendor: str = "", draft: str = "") -> Response[str]:
    """Show the form that raises a finding, filled in from the person's own draft where one is named."""
    who, drafted = principal_of(request), id_in(draft)
    page = await drafted_finding_page(who, drafted) if drafted else await new_finding_page(vendor)
    return render(request, _NEW, page)


@post("/findings", guards=REVIEW, include_in_schema=False)
async def raise_it(request: PortalRequest) -> Response[str] | Redirect:
    """Raise a finding."""
    who, given = principal_of(request), await entered(request)
    try:
        form = parse(FindingForm, given)
        finding = await _raise(who, form)
    except InvalidForm as error:
        typed = {name: values[-1] for name, values in given.items()}
        return render(request, _NEW, await new_finding_page(await _slug(who, typed), error.errors, typed), 422)
    back = f"/reviews/{form.assessment}?ref={form.ref}" if form.assessment else f"/findings/{finding.id}"
    return go(back, f"Finding F-{finding.number} is raised.")


@get("/findings/{finding_id:uuid}", guards=READ, include_in_schema=False)
async def finding(request: PortalRequest, finding_id: UUID) -> Response[str]:
    """Show one finding."""
    return render(request, _ONE, await finding_page(principal_of(request), finding_id))


@post("/findings/{finding_id:uuid}/remediate", guards=REVIEW, include_in_schema=False)
async def remediate(request: PortalRequest, finding_id: UUID) -> Response[str] | Redirect:
    """Close a remediated finding."""
    given = await entered(request)
    try:
        await settling.remediate_finding(principal_of(request), finding_id, parse(NoteForm, given).note)
    except InvalidForm as error:
        return await _again(request, finding_id, given, error)
    return go(f"/findings/{finding_id}", "The finding is remediated.")


@post("/findings/{finding_id:uuid}/reopen", guards=REVIEW, include_in_schema=False)
async def reopen(request: PortalRequest, finding_id: UUID) -> Response[str] | Redirect:
    """Open a finding again."""
    given = await entered(request)
    try:
        await settling.reopen_finding(principal_of(request), finding_id, parse(NoteForm, given).note)
    except InvalidForm as error:
        return await _again(request, finding_id, given, error)
    return go(f"/findings/{finding_id}", "The finding is open again.")


@post("/findings/{finding_id:uuid}/accept", guards=[allows(Can.accept_risk)], include_in_schema=False)
async def accept(request: PortalRequest, finding_id: UUID) -> Response[str] | Redirect:
    """Accept a finding's risk."""
    given = await entered(request)
    try:
        form = parse(AcceptForm, given)
        await settling.accept_risk(principal_of(request), finding_id, form.reason, form.until)
    except InvalidForm as error:
        return await _again(request, finding_id, given, error)
    return go(f"/findings/{finding_id}", "The risk is accepted until the day you gave.")


async def _raise(who: Principal, form: FindingForm) -> Finding:
    if form.assessment is not None:
        return await raise_finding(who, form.assessment, form.ref, form.shortcoming, form.draft)
    vendor = await vendor_for(who, form.vendor)
    return await raise_free_finding(who, vendor.id, form.service, form.shortcoming)


async def _slug(who: Principal, typed: dict[str, str]) -> str:
    if not typed.get("assessment"):
        return typed.get("vendor", "")
    try:
        assessment_id = UUID(typed["assessment"])
    except ValueError:
        raise NotFound() from None
    assessment = await review_for(who, assessment_id)
    return (await vendor_by_id_for(who, assessment.vendor)).slug


async def _again(
    request: PortalRequest, finding_id: UUID, given: dict[str, list[str]], error: InvalidForm
) -> Response[str]:
    typed = {name: values[-1] for name, values in given.items()}
    page = await finding_page(principal_of(request), finding_id, error.errors, typed)
    return render(request, _ONE, page, 422)


ROUTES: list[ControllerRouterHandler] = [findings, about, new, raise_it, finding, remediate, reopen, accept]
