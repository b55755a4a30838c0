"""Telling a vendor's people that the company wrote: the first message after a quiet day soon, what follows once a day.

A contact or colleague is told as long as the newest link they were given to the questionnaire has not been withdrawn. What
they are told of is noted in the transaction that writes the mail, so that running the job again says nothing twice.
"""

from collections.abc import Sequence
from uuid import UUID

from portal.assessments.colleagues.mailing import mail_link
from portal.assessments.colleagues.tables import Colleague
from portal.assessments.inviting import invite, still_invited, withdraw_unused
from portal.assessments.tables import Assessment
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


async def _tell(settings: Settings, company: str, reader_id: UUID, vendor: UUID) -> int:
    """Write one reader's one mail: what is new, the note that it is told, and a fresh link, in one transaction."""
    async with transaction():
        fresh = await _untold(reader_id, vendor)
        if not fresh:
            return 0
        to = await _mail(settings, company, reader_id, fresh)
        if not to:
            return 0
        await note_told(str(reader_id), fresh, now())
        detail: dict[str, object] = {"to": to, "messages": len(fresh)}
        await audit.record(SYSTEM, "messages.told", f"contact:{reader_id}", detail, vendor=vendor)
    return 1


async def _untold(reader_id: UUID, vendor: UUID) -> list[Waiting]:
    """Return what somebody is to be told: of questionnaires they read, by a link that was not withdrawn, not told yet."""
    waiting = await _of_vendor(vendor)
    wrote = await writers({one.place for one in waiting}, ours=False)
    told = await told_of([str(reader_id)], waiting)
    reading = [
        one
        for one in waiting
        if (str(reader_id), one.message) not in told
        and (one.contact == reader_id or str(reader_id) in wrote.get(one.place, ()))
    ]
    living = await _living(reader_id, {one.assessment for one in reading})
    return [one for one in reading if one.assessment in living]


async def _of_vendor(vendor: UUID) -> list[Waiting]:
    return await unanswered(True, Message.assessment.vendor == vendor)


async def _readers(waiting: Sequence[Waiting]) -> list[UUID]:
    """Return whom messages are for: the contact who was asked, and whoever wrote in the same thread."""
    wrote = await writers({one.place for one in waiting}, ours=False)
    found = [one.contact for one in waiting]
    found += [UUID(author) for one in waiting for author in wrote.get(one.place, ())]
    return list(dict.fromkeys(found))


async def _living(reader_id: UUID, assessments: set[UUID]) -> set[UUID]:
    """Return those of the assessments to which somebody's newest link has not been withdrawn."""
    living = await still_invited(reader_id, assessments)
    colleague = await _colleague(reader_id)
    return living | ({colleague.assessment} & assessments if colleague else set())


async def _colleague(reader_id: UUID) -> Colleague | None:
    return await Colleague.objects().where((Colleague.id == reader_id) & Colleague.withdrawn_at.is_null()).first()


async def _mail(settings: Settings, company: str, reader_id: UUID, fresh: Sequence[Waiting]) -> str:
    """Mail what is new with a fresh link; returns the address, or nothing for a contact who was switched off."""
    news = await news_of(fresh, "")
    contact = await Contact.objects().where((Contact.id == reader_id) & Contact.active.eq(True)).first()
    colleague = await _colleague(reader_id) if contact is None else None
    if colleague is not None:
        await mail_link(settings, colleague, lambda link: vendor_letter(company, colleague.name, news, link))
        return str(colleague.email)
    if contact is None:
        return ""
    about = await Assessment.objects().where(Assessment.id == fresh[-1].assessment).first()
    assert about is not None, "it was read in this transaction"
    await withdraw_unused(about.id, contact.id)
    await invite(
        settings, company, about, contact, SYSTEM, lambda link: vendor_letter(company, contact.name, news, link)
    )
    return str(contact.email)
