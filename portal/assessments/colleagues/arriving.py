"""A colleague comes in by the mailed link, once a link, or asks for a fresh one."""

from uuid import UUID

from portal.assessments.colleagues.letters import fresh_letter
from portal.assessments.colleagues.mailing import mail_link
from portal.assessments.colleagues.parts import part_from_json
from portal.assessments.colleagues.tables import Colleague
from portal.assessments.inviting import NO_LONGER, OPEN, accept_invitation, hold_vendor
from portal.assessments.tables import Assessment
from portal.core import audit
from portal.core.clock import now
from portal.core.database import transaction
from portal.core.errors import NotFound
from portal.core.scope import SYSTEM, Principal, Role
from portal.core.settings import Settings
from portal.people.sessions import open_session, secret_hash
from portal.vendors.tables import Vendor
from questionnaires.storing import get_questionnaire


async def enter(code: str, device: str) -> tuple[str, UUID]:
    """Exchange the code of a contact or a colleague for a session on this device; raises NotFound."""
    if await Colleague.exists().where(Colleague.code_hash == secret_hash(code)):
        return await accept_colleague(code, device)
    return await accept_invitation(code, device)


async def accept_colleague(code: str, device: str) -> tuple[str, UUID]:
    """Exchange a colleague's code for a session; of any number of tries exactly one gets it. Raises NotFound."""
    async with transaction():
        good = Colleague.code_used_at.is_null() & Colleague.withdrawn_at.is_null() & (Colleague.code_expires_at > now())
        taken = await (
            Colleague.update({Colleague.code_used_at: now()})
            .where((Colleague.code_hash == secret_hash(code)) & good)
            .returning(Colleague.id)
        )
        row = await Colleague.objects().where(Colleague.id == taken[0]["id"]).first() if taken else None
        if row is None:
            raise NotFound(NO_LONGER)
        assessment = await _open_assessment(row)
        if not row.opened_at:
            await Colleague.update({Colleague.opened_at: now()}).where(Colleague.id == row.id)
        who = principal_of_colleague(row, assessment.vendor)
        token = await open_session(who, device)
        await audit.record(who, "colleague.came_in", row, {"device": device}, vendor=assessment.vendor)
    return token, assessment.id


async def send_fresh_links(settings: Settings, company: str, email: str) -> None:
    """Mail a colleague a new link to each questionnaire they are asked to help with, at most five."""
    async with transaction():
        asked = (Colleague.email == email.strip().lower()) & Colleague.withdrawn_at.is_null()
        for row in await Colleague.objects().where(asked).order_by(Colleague.asked_at, ascending=False).limit(5):
            assessment = await Assessment.objects().where(Assessment.id == row.assessment).first()
            vendor = await Vendor.objects().where(Vendor.id == assessment.vendor).first() if assessment else None
            if assessment is None or vendor is None or vendor.archived or assessment.state not in OPEN:
                continue
            await _mail_fresh(settings, company, row, assessment, vendor.name)


def principal_of_colleague(row: Colleague, vendor: UUID) -> Principal:
    """Return the principal a colleague's row stands for."""
    return Principal(
        kind="colleague", id=str(row.id), name=row.name, email=row.email, role=Role.colleague, vendor=vendor
    )


async def _mail_fresh(settings: Settings, company: str, row: Colleague, assessment: Assessment, vendor: str) -> None:
    words = part_from_json(row.part).words(await get_questionnaire(assessment.questionnaire))
    await mail_link(settings, row, lambda link: fresh_letter(company, vendor, assessment, row, words, link))
    await audit.record(SYSTEM, "colleague.link_sent", row, {"email": row.email}, vendor=assessment.vendor)


async def _open_assessment(row: Colleague) -> Assessment:
    assessment = await Assessment.objects().where(Assessment.id == row.assessment).first()
    if assessment is None or assessment.state not in OPEN:
        raise NotFound(NO_LONGER)
    await hold_vendor(assessment.vendor)
    if not await Vendor.exists().where((Vendor.id == assessment.vendor) & Vendor.archived.eq(False)):
        raise NotFound(NO_LONGER)
    return assessment
