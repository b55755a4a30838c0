"""Invitations: a code by mail, used once, extended, sent again or revoked; and a fresh one for whoever lost theirs."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from uuid import UUID

from portal.assessments.access import assessment_for
from portal.assessments.letters import invitation_letter
from portal.assessments.link_life import later_end, link_end
from portal.assessments.states import AssessmentState
from portal.assessments.tables import Assessment, Invitation
from portal.core import audit
from portal.core.clock import now
from portal.core.database import is_postgres, run_sql, transaction
from portal.core.errors import Conflict, NotFound
from portal.core.limits import count_attempt
from portal.core.mail import drop_mail, write_mail
from portal.core.scope import SYSTEM, Can, Principal, Role
from portal.core.settings import Settings
from portal.people.sessions import end_sessions_of, new_secret, open_session, secret_hash
from portal.vendors.tables import Contact, Vendor

# Writes subject and body around a link.
Letter = Callable[[str], tuple[str, str]]
OPEN = [state.value for state in AssessmentState if not state.over and state is not AssessmentState.draft]
NO_LONGER = "This code is no longer valid: it was used already, has expired or was withdrawn."


async def invite(
    settings: Settings,
    company: str,
    assessment: Assessment,
    contact: Contact,
    by: Principal,
    letter: Letter | None = None,
) -> str:
    """Make an invitation and mail its link, inside the open transaction; returns the code, of which a hash is kept.

    `letter` writes subject and body around the link; without it the contact is invited to answer.
    """
    code, until = new_secret(), link_end(assessment.due, now())
    invitation = Invitation(
        assessment=assessment.id,
        contact=contact.id,
        email=contact.email,
        code_hash=secret_hash(code),
        created_at=now(),
        expires_at=until,
    )
    await invitation.save()
    link = f"{settings.public_url}/invitation#{code}"
    subject, body = letter(link) if letter else invitation_letter(company, assessment, contact, link, until)
    await write_mail(settings, contact.email, subject, body, invitation.id)
    await audit.record(by, "invitation.sent", invitation, {"email": contact.email}, vendor=contact.vendor)
    return code


async def accept_invitation(code: str, device: str) -> tuple[str, UUID]:
    """Exchange a code for a session on this device; returns the cookie's value and the assessment. Raises NotFound.

    One conditional update uses the code up, so of any number of tries exactly one gets a session.
    """
    async with transaction():
        unused = Invitation.used_at.is_null() & Invitation.revoked_at.is_null() & (Invitation.expires_at > now())
        taken = await (
            Invitation.update({Invitation.used_at: now()})
            .where((Invitation.code_hash == secret_hash(code)) & unused)
            .returning(Invitation.id, Invitation.assessment, Invitation.contact, Invitation.email)
        )
        if not taken:
            raise NotFound(NO_LONGER)
        contact = await _reachable(taken[0]["contact"], taken[0]["email"], taken[0]["assessment"])
        first = (Assessment.id == taken[0]["assessment"]) & Assessment.opened_at.is_null()
        await Assessment.update({Assessment.opened_at: now()}).where(first)
        who = principal_of_contact(contact)
        token = await open_session(who, device)
        await audit.record(
            who, "invitation.used", f"invitation:{taken[0]['id']}", {"device": device}, vendor=contact.vendor
        )
    return token, taken[0]["assessment"]


async def send_fresh_code(settings: Settings, company: str, email: str, address: str) -> None:
    """Mail a new code to the contact's own address, if there is one with something to answer; never says whether."""
    email = email.strip().lower()
    await count_attempt(f"fresh-code:{address}", 20, timedelta(hours=1))
    await count_attempt(f"fresh-code:{email[:80]}", 3, timedelta(hours=1))
    async with transaction():
        for contact in await Contact.objects().where((Contact.email == email) & Contact.active.eq(True)).limit(5):
            latest = (Assessment.vendor == contact.vendor) & Assessment.state.is_in(OPEN)
            assessment = await Assessment.objects().where(latest).order_by(Assessment.sent_at, ascending=False).first()
            if assessment is not None and await _in_use(contact.vendor):
                await invite(settings, company, assessment, contact, SYSTEM)


async def resend_invitation(
    settings: Settings, company: str, who: Principal, assessment_id: UUID, letter: Letter | None = None
) -> None:
    """Mail the contact a new link, with `letter` around it if given; links not used before stop working."""
    who.require(Can.assess)
    assessment = await assessment_for(who, assessment_id)
    if assessment.state not in OPEN:
        raise Conflict("This questionnaire is not open, so nobody is invited to it.")
    async with transaction():
        contact = await _contact(assessment.contact)
        await withdraw_unused(assessment.id)
        await invite(settings, company, assessment, contact, who, letter)


async def withdraw_unused(assessment_id: UUID, contact_id: UUID | None = None) -> None:
    """Withdraw an assessment's links that nobody has used, or one contact's, inside the open transaction."""
    unused = (Invitation.assessment == assessment_id) & Invitation.used_at.is_null() & Invitation.revoked_at.is_null()
    if contact_id is not None:
        unused = unused & (Invitation.contact == contact_id)
    rows = await Invitation.update({Invitation.revoked_at: now()}).where(unused).returning(Invitation.id)
    await drop_mail([row["id"] for row in rows])


async def still_invited(contact_id: UUID, assessments: set[UUID]) -> set[UUID]:
    """Return those of the assessments to which a contact's newest link has not been withdrawn."""
    if not assessments:
        return set()
    mine = (Invitation.contact == contact_id) & Invitation.assessment.is_in(list(assessments))
    columns = (Invitation.assessment, Invitation.revoked_at)
    rows = await Invitation.select(*columns).where(mine).order_by(Invitation.created_at)
    newest = {row["assessment"]: row["revoked_at"] for row in rows}
    return {assessment for assessment, revoked_at in newest.items() if revoked_at is None}


async def follow_due(assessment_id: UUID, due: date | None) -> datetime:
    """Let the links that still work live as long as a new due date asks, inside the open transaction; none dies sooner."""
    until = link_end(due, now())
    unused = (Invitation.assessment == assessment_id) & Invitation.used_at.is_null() & Invitation.revoked_at.is_null()
    living = unused & (Invitation.expires_at > now()) & (Invitation.expires_at < until)
    await Invitation.update({Invitation.expires_at: until}).where(living)
    return until


async def extend_invitation(who: Principal, assessment_id: UUID, invitation_id: UUID) -> datetime:
    """Let an unused link live for another fortnight; returns until when. Raises Conflict."""
    who.require(Can.assess)
    assessment = await assessment_for(who, assessment_id)
    async with transaction():
        living = Invitation.used_at.is_null() & Invitation.revoked_at.is_null()
        this = (Invitation.id == invitation_id) & (Invitation.assessment == assessment.id)
        row = await Invitation.select(Invitation.expires_at).where(this).first()
        until = later_end(row["expires_at"] if row else now(), now())
        await _change(assessment, invitation_id, Invitation.expires_at, until, living)
        detail: dict[str, object] = {"until": until.date().isoformat()}
        await audit.record(who, "invitation.extended", f"invitation:{invitation_id}", detail, vendor=assessment.vendor)
    return until


async def revoke_invitation(who: Principal, assessment_id: UUID, invitation_id: UUID) -> None:
    """Withdraw a link; whoever came in by it is signed out on every device."""
    who.require(Can.assess)
    assessment = await assessment_for(who, assessment_id)
    async with transaction():
        contact = await _change(
            assessment, invitation_id, Invitation.revoked_at, now(), Invitation.revoked_at.is_null()
        )
        await end_sessions_of(contact)
        await drop_mail([invitation_id])
        await audit.record(who, "invitation.revoked", f"invitation:{invitation_id}", vendor=assessment.vendor)


def principal_of_contact(contact: Contact) -> Principal:
    """Return the principal a contact's row stands for."""
    return Principal(
        kind="contact",
        id=str(contact.id),
        name=contact.name,
        email=contact.email,
        role=Role.contact,
        vendor=contact.vendor,
    )


async def _change(assessment: Assessment, invitation_id: UUID, column: object, value: object, only: object) -> UUID:
    this = (Invitation.id == invitation_id) & (Invitation.assessment == assessment.id)
    rows = await Invitation.update({column: value}).where(this & only).returning(Invitation.contact)  # type: ignore[dict-item,operator]
    if not rows:
        raise Conflict("This link was used, withdrawn or never made; nothing has changed.")
    contact: UUID = rows[0]["contact"]
    return contact


async def _reachable(contact_id: UUID, email: str, assessment_id: UUID) -> Contact:
    await _hold(contact_id)
    contact = await _contact(contact_id)
    is_open = (Assessment.id == assessment_id) & (Assessment.state != AssessmentState.cancelled.value)
    if not contact.active or contact.email != email or not await Assessment.exists().where(is_open):
        raise NotFound(NO_LONGER)
    if not await _in_use(contact.vendor):
        raise NotFound(NO_LONGER)
    return contact


async def _hold(contact_id: UUID) -> None:
    """Let nobody retire the contact or archive the vendor in between, who would miss the session about to be opened."""
    if is_postgres():
        [contact] = await run_sql("SELECT vendor FROM contact WHERE id = {} FOR SHARE", contact_id)
        await hold_vendor(contact["vendor"])


async def hold_vendor(vendor_id: UUID) -> None:
    """Let nobody archive the vendor before the transaction ends, who would miss the session about to be opened."""
    if is_postgres():
        await run_sql("SELECT id FROM vendor WHERE id = {} FOR SHARE", vendor_id)


async def _in_use(vendor_id: UUID) -> bool:
    return await Vendor.exists().where((Vendor.id == vendor_id) & Vendor.archived.eq(False))


async def _contact(contact_id: UUID) -> Contact:
    contact = await Contact.objects().where(Contact.id == contact_id).first()
    if contact is None:
        raise NotFound()
    return contact
