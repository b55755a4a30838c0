"""Telling the person who sent a questionnaire that it came back."""

from uuid import UUID

from portal.assessments.letters import submitted_letter
from portal.assessments.receipts import read_receipt
from portal.assessments.tables import Assessment
from portal.core.database import transaction
from portal.core.mail import write_mail
from portal.core.settings import Settings
from portal.core.tables import OutboxMessage
from portal.people.tables import Person
from portal.vendors.tables import Vendor


async def tell_sender(settings: Settings, assessment_id: UUID) -> None:
    """Mail the sender once for each submission; the receipt's number in the subject tells one from the next.

    What came in of a campaign stands in the daily mail about it instead.
    """
    assessment = await Assessment.objects().where(Assessment.id == assessment_id).first()
    if assessment is None or not assessment.receipt or assessment.campaign:
        return
    person = await _sender(assessment)
    vendor = await Vendor.objects().where(Vendor.id == assessment.vendor).first()
    if person is None or vendor is None:
        return
    link = f"{settings.public_url}/reviews/{assessment.id}"
    subject, body = submitted_letter(person.name, vendor.name, read_receipt(assessment.receipt), link)
    async with transaction():
        told = (OutboxMessage.recipient == person.email) & (OutboxMessage.subject == subject)
        if not await OutboxMessage.exists().where(told):
            await write_mail(settings, person.email, subject, body)


async def _sender(assessment: Assessment) -> Person | None:
    try:
        sender = UUID(assessment.sent_by)
    except ValueError:  # sent by the system itself
        return None
    return await Person.objects().where((Person.id == sender) & Person.active.eq(True)).first()
