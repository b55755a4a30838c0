"""One mail a day to whoever answers for vendors and campaigns: who needs a word from them, and what came in."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from portal.assessments.tables import Assessment
from portal.campaigns.letters import CampaignNews, Late, digest_letter
from portal.campaigns.pages import Counts
from portal.campaigns.queries import count
from portal.campaigns.reminding import Awaited, awaited, steps_taken, take_step
from portal.campaigns.states import CampaignState, StepKind
from portal.campaigns.steps import is_escalated
from portal.campaigns.tables import Campaign, CampaignDigest
from portal.core import audit
from portal.core.clock import now, today
from portal.core.database import TakenAlready, transaction
from portal.core.mail import write_mail
from portal.core.scope import SYSTEM, Role
from portal.core.settings import Settings
from portal.people.tables import Person
from portal.vendors.tables import Contact, Vendor


async def tell_owners(settings: Settings) -> int:
    """Write to each owner what there is to say today, if anything; returns how many got a mail. Once a day and person."""
    people = {str(one.id): one for one in await Person.objects().where(Person.active.eq(True))}
    late, campaigns = await _late(people), await _campaigns()
    counts, sent = await count([one.id for one in campaigns]), 0
    for person_id, person in people.items():
        own = [one for one in campaigns if one.owner == person_id]
        if own or late.get(person_id):
            try:
                sent += await _tell(settings, person, late.get(person_id, []), own, counts)
            except TakenAlready:  # another worker was first
                continue
    return sent


async def _tell(
    settings: Settings, person: Person, late: Sequence[Awaited], own: Sequence[Campaign], counts: dict[UUID, Counts]
) -> int:
    async with transaction():
        told = CampaignDigest.person == str(person.id)
        last = await CampaignDigest.objects().where(told).order_by(CampaignDigest.day, ascending=False).first()
        if last is not None and last.day >= today():
            return 0
        news = await _news(settings, own, counts, last.sent_at if last else _midnight(today() - timedelta(days=1)))
        if not late and not any(one.submitted for one in news):
            return 0
        await CampaignDigest.insert(CampaignDigest(person=str(person.id), day=today(), sent_at=now()))
        for one in late:
            assert one.escalate_after is not None, "only what is escalated is gathered"
            await take_step(one, StepKind.escalate, -one.escalate_after, person.email)
            detail: dict[str, object] = {"due": one.due.isoformat(), "told": person.name}
            await audit.record(SYSTEM, "campaign.escalated", f"assessment:{one.assessment}", detail, vendor=one.vendor)
        subject, body = digest_letter(person.name, await _lines(settings, late), news)
        await write_mail(settings, person.email, subject, body)
    return 1


async def _late(people: dict[str, Person]) -> dict[str, list[Awaited]]:
    """Return by person what they are to be told of: the vendor's owner, else whoever sent it, else an administrator."""
    anybody = next((key for key, one in people.items() if one.role == Role.administrator.value), "")
    taken, found = await steps_taken(StepKind.escalate), defaultdict[str, list[Awaited]](list)
    for one in await awaited():
        if is_escalated(one.due, today(), one.escalate_after) and not _is_told(one, taken):
            named = (str(one.owner or ""), one.campaign_owner)
            found[next((each for each in named if each in people), anybody)].append(one)
    return found


def _is_told(one: Awaited, taken: set[tuple[UUID, date, int]]) -> bool:
    return (one.place, one.due, -(one.escalate_after or 0)) in taken


async def _campaigns() -> list[Campaign]:
    rows: list[Campaign] = (
        await Campaign.objects().where(Campaign.state == CampaignState.sent.value).order_by(Campaign.sent_at)
    )
    return rows


async def _news(
    settings: Settings, own: Sequence[Campaign], counts: dict[UUID, Counts], since: datetime
) -> list[CampaignNews]:
    submitted = defaultdict[UUID, list[str]](list)
    if own:
        mine = Assessment.campaign.is_in([one.id for one in own]) & (Assessment.submitted_at > since)
        rows = await Assessment.select(Assessment.campaign, Assessment.vendor).where(mine)
        names = {row["id"]: row["name"] for row in await Vendor.select(Vendor.id, Vendor.name)} if rows else {}
        for row in rows:
            submitted[row["campaign"]].append(names[row["vendor"]])
    return [
        CampaignNews(
            one.title, f"{settings.public_url}/campaigns/{one.id}", sorted(submitted[one.id]), here.returned, here.late,
            here.total,
        )
        for one in own
        if submitted[one.id]
        for here in [counts.get(one.id, Counts())]
    ]  # fmt: skip


async def _lines(settings: Settings, late: Sequence[Awaited]) -> list[Late]:
    if not late:
        return []
    wanted = Contact.id.is_in([one.contact for one in late])
    rows = await Contact.select(Contact.id, Contact.name, Contact.email).where(wanted)
    names = {row["id"]: f"{row['name']}, {row['email']}" for row in rows}
    return [
        Late(
            one.vendor_name,
            one.title,
            one.due,
            names.get(one.contact, "nobody"),
            f"{settings.public_url}/vendors/{one.slug}",
        )
        for one in late
    ]


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
