"""Telling a vendor's contacts that the company wrote: the first message after a quiet day soon, what follows once a day.

A contact is told as long as the newest link it was given to the questionnaire has not been withdrawn. What it is told of is
noted in the transaction that writes the mail, so that running the job again says nothing twice.
"""

from collections.abc import Sequence
from uuid import UUID

from portal.assessments.inviting import invite, withdraw_unused
from portal.assessments.tables import Assessment, Invitation
from portal.assessments.talk.gathering import Waiting, news_of, note_told, told_lately, told_of, unanswered, writers
from portal.assessments.talk.letters import vendor_letter
from portal.assessments.talk.tables import Message
from portal.core import audit
from portal.core.clock import now
from portal.core.company import load_company
from portal.core.database import TakenAlready, transaction
from portal.core.scope import SYSTEM
from portal.core.settings import Settings
from portal.vendors.tables import Contact


async def tell_vendor(settings: Settings, assessment_id: UUID) -> int:
    """Tell the contacts of an assessment who heard nothing for a day; returns how many got a mail."""
    row = await Assessment.select(Assessment.vendor).where(Assessment.id == assessment_id).first()
    if row is None:
        return 0
    readers = await _readers(await _of_vendor(row["vendor"]))
    due = [contact for contact in readers if not await told_lately(str(contact))]
    return await _tell_all(settings, due, row["vendor"])


async def tell_vendors(settings: Settings) -> int:
    """Tell every contact of all it was not told of: the one mail of the day; returns how many got one."""
    count = 0
    for vendor in {one.vendor for one in await unanswered(ours=True)}:
        count += await _tell_all(settings, await _readers(await _of_vendor(vendor)), vendor)
    return count


async def _tell_all(settings: Settings, contacts: Sequence[UUID], vendor: UUID) -> int:
    company, count = (await load_company(settings)).name, 0
    for contact in contacts:
        try:
            count += await _tell(settings, company, contact, vendor)
        except TakenAlready:  # another worker was first
            continue
    return count


async def _tell(settings: Settings, company: str, contact_id: UUID, vendor: UUID) -> int:
    """Write one contact's one mail: what is new, the note that it is told, and a fresh link, in one transaction."""
    async with transaction():
        mine = (Contact.id == contact_id) & (Contact.vendor == vendor) & Contact.active.eq(True)
        contact = await Contact.objects().where(mine).first()
        fresh = await _untold(contact_id, vendor)
        if contact is None or not fresh:
            return 0
        await note_told(str(contact.id), fresh, now())
        await _mail(settings, company, contact, fresh)
        detail: dict[str, object] = {"to": contact.email, "messages": len(fresh)}
        await audit.record(SYSTEM, "messages.told", f"contact:{contact.id}", detail, vendor=vendor)
    return 1


async def _untold(contact_id: UUID, vendor: UUID) -> list[Waiting]:
    """Return what a contact is to be told: of questionnaires it reads, by a link that was not withdrawn, and not told yet."""
    waiting = await _of_vendor(vendor)
    wrote = await writers({one.place for one in waiting}, ours=False)
    told = await told_of([str(contact_id)], waiting)
    reading = [
        one
        for one in waiting
        if (str(contact_id), one.message) not in told
        and (one.contact == contact_id or str(contact_id) in wrote.get(one.place, ()))
    ]
    living = await _living(contact_id, {one.assessment for one in reading})
    return [one for one in reading if one.assessment in living]


async def _of_vendor(vendor: UUID) -> list[Waiting]:
    return await unanswered(True, Message.assessment.vendor == vendor)


async def _readers(waiting: Sequence[Waiting]) -> list[UUID]:
    """Return whom messages are for: the contact who was asked, and whoever wrote in the same thread."""
    wrote = await writers({one.place for one in waiting}, ours=False)
    found = [one.contact for one in waiting]
    found += [UUID(author) for one in waiting for author in wrote.get(one.place, ())]
    return list(dict.fromkeys(found))


async def _living(contact_id: UUID, assessments: set[UUID]) -> set[UUID]:
    """Return those of the assessments to which the contact's newest link has not been withdrawn."""
    if not assessments:
        return set()
    mine = (Invitation.contact == contact_id) & Invitation.assessment.is_in(list(assessments))
    columns = (Invitation.assessment, Invitation.revoked_at)
    rows = await Invitation.select(*columns).where(mine).order_by(Invitation.created_at)
    newest = {row["assessment"]: row["revoked_at"] for row in rows}
    return {assessment for assessment, revoked_at in newest.items() if revoked_at is None}


async def _mail(settings: Settings, company: str, contact: Contact, fresh: Sequence[Waiting]) -> None:
    news = await news_of(fresh, "")
    about = await Assessment.objects().where(Assessment.id == fresh[-1].assessment).first()
    assert about is not None, "it was read in this transaction"

    def letter(link: str) -> tuple[str, str]:
        return vendor_letter(company, contact.name, news, link)

    await withdraw_unused(about.id, contact.id)
    await invite(settings, company, about, contact, SYSTEM, letter)
