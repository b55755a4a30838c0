"""The evidence clock ticks once a day: vendor and owner are told before a document's validity ends, and when it has ended."""

from datetime import date, timedelta
from uuid import UUID

from portal.core import audit
from portal.core.clock import now, today
from portal.core.company import load_company
from portal.core.database import TakenAlready, transaction
from portal.core.mail import write_mail
from portal.core.queue import enqueue_daily
from portal.core.scope import SYSTEM
from portal.core.settings import Settings
from portal.evidence.changed import evidence_changed
from portal.evidence.current import is_awaited
from portal.evidence.expiry import DatedDocument, dated_documents
from portal.evidence.expiry_letters import owner_letter, vendor_letter
from portal.evidence.tables import Evidence, ExpiryReminder
from portal.people.tables import Person
from portal.vendors.tables import Contact, Vendor

CLOCK = "evidence.clock"
AFTER = -1
SEEN = -2  # it has ended too, but a newer version seems to be there: nobody is written to
_LATE = timedelta(days=30)  # what ended longer ago is no news, and nobody is written to about it


async def start_day() -> None:
    """Put today's look at the clock among the jobs, once a day, whoever asks."""
    await enqueue_daily(CLOCK)


async def tick(settings: Settings) -> int:
    """Write what is due for every current document of a vendor in use; returns how many steps were taken.

    Each step of a document is taken once, so it does not matter how often this runs or who else does. When a document
    has expired, the verdicts of its vendor are worked out again, also where nobody needs to be asked for a newer version.
    """
    due = [
        (document, step)
        for document in await dated_documents()
        if (step := step_of(document.until, settings)) is not None
    ]
    awaited = await is_awaited([document.evidence for document, _ in due])
    company, count = (await load_company(settings)).name, 0
    for document, step in due:
        if document.evidence in awaited and step != AFTER:
            continue
        try:
            count += await _take(settings, company, document, SEEN if document.evidence in awaited else step)
        except TakenAlready:  # another worker was first
            continue
    return count


def step_of(until: date, settings: Settings) -> int | None:
    """Return the step that is due for a document that holds until then: the least of the days ahead, or the day after."""
    left = until - today()
    if left.days < 0:
        return AFTER if left >= -_LATE else None
    return min((days for days in settings.reminder_days if left.days <= days), default=None)


async def _take(settings: Settings, company: str, document: DatedDocument, step: int) -> int:
    """Take one step: its row, its mails and its entry in one transaction."""
    async with transaction():
        mine = (ExpiryReminder.evidence == document.evidence) & (ExpiryReminder.step == step)
        if await ExpiryReminder.exists().where(mine & (ExpiryReminder.valid_until == document.until)):
            return 0
        row = await Evidence.objects().where(Evidence.id == document.evidence).first()
        vendor = await Vendor.objects().where((Vendor.id == document.vendor) & Vendor.archived.eq(False)).first()
        if row is None or vendor is None:
            return 0
        await ExpiryReminder.insert(
            ExpiryReminder(evidence=row.id, valid_until=document.until, step=step, sent_at=now())
        )
        told = await _tell(settings, company, document, vendor) if settings.reminder_days and step != SEEN else []
        action = "evidence.expired" if step in (AFTER, SEEN) else "evidence.expiry_reminded"
        detail: dict[str, object] = {"name": row.name, "valid_until": document.until.isoformat(), "told": told}
        await audit.record(SYSTEM, action, row, detail, vendor=vendor.id)
        if step in (AFTER, SEEN):
            await evidence_changed(vendor.id)
    return 1


async def _tell(settings: Settings, company: str, document: DatedDocument, vendor: Vendor) -> list[str]:
    """Write to the vendor's contacts and to the owner of the relationship; returns their names."""
    contacts = (
        await Contact.objects().where((Contact.vendor == vendor.id) & Contact.active.eq(True)).order_by(Contact.name)
    )
    owner = await _owner(vendor.owner)
    for contact in contacts:
        subject, body = vendor_letter(settings, company, contact.name, document)
        await write_mail(settings, contact.email, subject, body)
    names = [contact.name for contact in contacts]
    if owner is not None:
        subject, body = owner_letter(settings, owner.name, vendor, document, names)
        await write_mail(settings, owner.email, subject, body)
    return [*names, owner.name] if owner else names


async def _owner(person_id: UUID | None) -> Person | None:
    if person_id is None:
        return None
    return await Person.objects().where((Person.id == person_id) & Person.active.eq(True)).first()
