"""The staff's pages: questionnaires, sending one, and an assessment's state, links and answers."""

from uuid import UUID

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.response import Redirect
from litestar.types import ControllerRouterHandler

from portal.assessments import inviting, sending
from portal.assessments.forms import DueForm, SendForm
from portal.assessments.queries import assessment_page, new_page, questionnaire_page, questionnaires_page
from portal.core.dates import date_long
from portal.core.errors import InvalidForm, NotFound
from portal.core.forms import parse
from portal.core.pages import go, render
from portal.core.reading import entered
from portal.core.scope import Can, PortalRequest, allows, principal_of
from portal.core.settings import Settings

_NEW, _ONE = "assessments/new.html", "assessments/assessment.html"


@get("/questionnaires", guards=[allows(Can.read_evidence)], include_in_schema=False)
async def questionnaires(request: PortalRequest) -> Response[str]:
    """List what can be sent."""
    return render(request, "assessments/questionnaires.html", await questionnaires_page())


@get("/questionnaires/{key:str}", guards=[allows(Can.read_evidence)], include_in_schema=False)
async def questionnaire(request: PortalRequest, key: str) -> Response[str]:
    """Show every question of one questionnaire."""
    return render(request, "assessments/questionnaire.html", await questionnaire_page(key))


@get("/assessments/new", guards=[allows(Can.assess)], include_in_schema=False)
async def new(
    request: PortalRequest, settings: NamedDependency[Settings], vendor: str = "", questionnaire: str = ""
) -> Response[str]:
    """Show the form that sends a questionnaire."""
    chosen = {"questionnaire": questionnaire}
    return render(request, _NEW, await new_page(vendor, bool(settings.smtp_url), entered=chosen))


@post("/assessments/new", guards=[allows(Can.assess)], include_in_schema=False)
async def send(
    request: PortalRequest, settings: NamedDependency[Settings], vendor: str = ""
) -> Response[str] | Redirect:
    """Send a questionnaire."""
    given = await entered(request)
    blank = await new_page(vendor, bool(settings.smtp_url))
    if blank.vendor is None:
        raise NotFound()
    try:
        form = parse(SendForm, given)
        wanted = sending.Sending(
            blank.vendor.id,
            form.questionnaire,
            form.service,
            form.due,
            form.contact,
            form.new_name,
            form.new_email,
            form.message,
        )
        assessment = await sending.send_assessment(settings, _company(request), principal_of(request), wanted)
    except InvalidForm as error:
        typed = {name: values[-1] for name, values in given.items()}
        return render(request, _NEW, await new_page(vendor, bool(settings.smtp_url), error.errors, typed), 422)
    return go(f"/assessments/{assessment.id}", _sent(settings))


@get("/assessments/{assessment_id:uuid}", guards=[allows(Can.read_evidence)], include_in_schema=False)
async def assessment(request: PortalRequest, assessment_id: UUID, settings: NamedDependency[Settings]) -> Response[str]:
    """Show one assessment."""
    return render(request, _ONE, await assessment_page(principal_of(request), assessment_id, bool(settings.smtp_url)))


@post("/assessments/{assessment_id:uuid}/resend", guards=[allows(Can.assess)], include_in_schema=False)
async def resend(request: PortalRequest, assessment_id: UUID, settings: NamedDependency[Settings]) -> Redirect:
    """Mail a new link."""
    await inviting.resend_invitation(settings, _company(request), principal_of(request), assessment_id)
    return go(f"/assessments/{assessment_id}", _sent(settings))


@post("/assessments/{assessment_id:uuid}/due", guards=[allows(Can.assess)], include_in_schema=False)
async def due(request: PortalRequest, assessment_id: UUID) -> Redirect:
    """Change the due date."""
    form = parse(DueForm, await entered(request))
    await sending.change_due(principal_of(request), assessment_id, form.due)
    return go(f"/assessments/{assessment_id}", "The due date is changed.")


@post("/assessments/{assessment_id:uuid}/cancel", guards=[allows(Can.assess)], include_in_schema=False)
async def cancel(request: PortalRequest, assessment_id: UUID) -> Redirect:
    """Cancel the assessment."""
    await sending.cancel_assessment(principal_of(request), assessment_id)
    return go(f"/assessments/{assessment_id}", "The questionnaire is cancelled. Its answers are kept.")


@post(
    "/assessments/{assessment_id:uuid}/invitations/{invitation_id:uuid}/extend",
    guards=[allows(Can.assess)],
    include_in_schema=False,
)
async def extend(request: PortalRequest, assessment_id: UUID, invitation_id: UUID) -> Redirect:
    """Let a link live longer."""
    until = await inviting.extend_invitation(principal_of(request), assessment_id, invitation_id)
    return go(f"/assessments/{assessment_id}", f"The link works until {date_long(until)}.")


@post(
    "/assessments/{assessment_id:uuid}/invitations/{invitation_id:uuid}/revoke",
    guards=[allows(Can.assess)],
    include_in_schema=False,
)
async def revoke(request: PortalRequest, assessment_id: UUID, invitation_id: UUID) -> Redirect:
    """Withdraw a link."""
    await inviting.revoke_invitation(principal_of(request), assessment_id, invitation_id)
    return go(f"/assessments/{assessment_id}", "The link is withdrawn, and its devices are signed out.")


def _company(request: PortalRequest) -> str:
    name: str = request.app.state.company.name
    return name


def _sent(settings: Settings) -> str:
    if settings.smtp_url:
        return "Sent: the link is on its way."
    return "Ready: no mail server is configured, so the message with the link waits in the outbox for you to pass on."


ROUTES: list[ControllerRouterHandler] = [
    questionnaires, questionnaire, new, send, assessment, resend, due, cancel, extend, revoke,
]  # fmt: skip
