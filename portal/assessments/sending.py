"""Sending a questionnaire to a vendor's contact, changing its due date, and cancelling it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from portal.assessments.access import assessment_for
from portal.assessments.choosing import get_offered
from portal.assessments.colleagues import mailing
from portal.assessments.inviting import follow_due, invite, withdraw_unused
from portal.assessments.states import AssessmentState, try_move
from portal.assessments.tables import Assessment
from portal.core import audit
from portal.core.clock import now, today
from portal.core.database import transaction
from portal.core.errors import Conflict, InvalidForm, NotFound
from portal.core.forms import email_problem
from portal.core.queue import enqueue
from portal.core.scope import Can, Principal
from portal.core.settings import Settings
from portal.evidence.changed import SUGGESTIONS
from portal.vendors.tables import Contact, Service, Vendor
from questionnaires.storing import open_response, store_questionnaire
from questionnaires.tables import StoredQuestionnaire


@dataclass(frozen=True, slots=True)
class Sending:
    """What is sent to whom; either `contact` or the e-mail (and name) of a new one."""

    vendor: UUID
    questionnaire: str
    service: UUID | None = None
    due: date | None = None
    contact: UUID | None = None
    new_name: str = ""
    new_email: str = ""
    message: str = ""


async def send_assessment(settings: Settings, company: str, who: Principal, sending: Sending) -> Assessment:
    """Freeze the questionnaire's version, open a response to it and mail the contact a link. Raises InvalidForm.

    Service and contact are looked up within the vendor, so that an id of another vendor is never mixed in.
    """
    who.require(Can.assess)
    _check_due(sending.due)
    questionnaire = (await get_offered(sending.questionnaire)).questionnaire
    async with transaction():
        stored = await store_questionnaire(questionnaire, now())
        return await send_version(settings, company, who, sending, stored)


async def send_version(
    settings: Settings,
    company: str,
    who: Principal,
    sending: Sending,
    stored: StoredQuestionnaire,
    campaign: UUID | None = None,
) -> Assessment:
    """Send a version that is stored, inside the open transaction; `campaign` is the one it is part of."""
    vendor = await _vendor(sending.vendor)
    service = await _service(vendor, sending.service)
    contact = await _contact(who, vendor, sending)
    response = await open_response(stored.id, now())
    assessment = Assessment(
        vendor=vendor.id,
        service=service,
        contact=contact.id,
        questionnaire=stored.id,
        response=response.id,
        title=stored.title[:200],
        state=AssessmentState.sent.value,
        due=sending.due,
        message=sending.message,
        sent_by=who.id,
        sent_by_name=who.name,
        sent_at=now(),
        campaign=campaign,
        attested_name="",
        attested_title="",
        receipt="",
        returned_note="",
        created_at=now(),
    )
    await assessment.save()
    detail: dict[str, object] = {"questionnaire": stored.key, "title": stored.title, "version": stored.version}
    await audit.record(who, "assessment.sent", assessment, detail, vendor=vendor.id)
    await invite(settings, company, assessment, contact, who)
    await enqueue(SUGGESTIONS, str(vendor.id))
    return assessment


async def change_due(who: Principal, assessment_id: UUID, due: date | None) -> None:
    """Set another due date while the assessment is open; links that still work live as long as it asks."""
    who.require(Can.assess)
    assessment = await assessment_for(who, assessment_id)
    if AssessmentState(assessment.state).over:
        raise Conflict("This questionnaire is completed or cancelled and stays as it is.")
    _check_due(due)
    async with transaction():
        await Assessment.update({Assessment.due: due}).where(Assessment.id == assessment.id)
        until = await follow_due(assessment.id, due)
        await mailing.follow_due(assessment.id, due)
        detail: dict[str, object] = {"due": due.isoformat() if due else "", "links_until": until.date().isoformat()}
        await audit.record(who, "assessment.due_changed", assessment, detail, vendor=assessment.vendor)


async def cancel_assessment(
    who: Principal, assessment_id: UUID, reason: str = "", since: Iterable[AssessmentState] = tuple(AssessmentState)
) -> None:
    """Cancel the assessment if it stands in one of `since`; its links stop working, its answers are kept. Raises Conflict."""
    who.require(Can.assess)
    assessment = await assessment_for(who, assessment_id)
    async with transaction():
        if not await try_move(assessment.id, AssessmentState.cancelled, since):
            raise Conflict("This questionnaire is completed or cancelled and stays as it is.")
        await withdraw_unused(assessment.id)
        detail: dict[str, object] = {"reason": reason} if reason else {}
        await audit.record(who, "assessment.cancelled", assessment, detail, vendor=assessment.vendor)


def _check_due(due: date | None) -> None:
    if due is not None and due < today():
        raise InvalidForm({"due": "Due date: please choose today or a later day."})


async def _vendor(vendor_id: UUID) -> Vendor:
    vendor = await Vendor.objects().where((Vendor.id == vendor_id) & Vendor.archived.eq(False)).first()
    if vendor is None:
        raise NotFound("This vendor does not exist or is archived.")
    return vendor


async def _service(vendor: Vendor, service_id: UUID | None) -> UUID | None:
    if service_id is not None and not await Service.exists().where(
        (Service.id == service_id) & (Service.vendor == vendor.id)
    ):
        raise InvalidForm({"service": "Service: please choose one of this vendor's services."})
    return service_id


async def _contact(who: Principal, vendor: Vendor, sending: Sending) -> Contact:
    if sending.new_email:
        return await _new_contact(who, vendor, sending.new_name, sending.new_email)
    if sending.contact is None:
        raise InvalidForm({"contact": "Contact: please choose whom to write to, or enter a new contact."})
    mine = (Contact.id == sending.contact) & (Contact.vendor == vendor.id) & Contact.active.eq(True)
    contact = await Contact.objects().where(mine).first()
    if contact is None:
        raise InvalidForm({"contact": "Contact: please choose one of this vendor's contacts."})
    return contact


async def _new_contact(who: Principal, vendor: Vendor, name: str, email: str) -> Contact:
    email = email.strip().lower()
    if problem := email_problem(email):
        raise InvalidForm({"new_email": problem})
    known = await Contact.objects().where((Contact.vendor == vendor.id) & (Contact.email == email)).first()
    if known is not None:
        if not known.active:
            raise InvalidForm(
                {"new_email": f"{email} is a contact that was switched off; switch it on at the vendor first."}
            )
        return known
    words = " ".join(name.split()) or email.partition("@")[0].replace(".", " ").title()
    contact = Contact(vendor=vendor.id, name=words[:200], email=email, title="", created_at=now())
    await contact.save()
    await audit.record(who, "contact.added", contact, {"email": email}, vendor=vendor.id)
    return contact
