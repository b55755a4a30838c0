"""Once a day: contacts are reminded of what they have not submitted, each in one mail, and each step is taken once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from portal.assessments.inviting import invite, withdraw_unused
from portal.assessments.tables import Assessment
from portal.campaigns.letters import Asked, reminder_letter
from portal.campaigns.pages import days_of
from portal.campaigns.states import WITH_VENDOR, CampaignState, StepKind
from portal.campaigns.steps import step_due
from portal.campaigns.tables import CampaignReminder, CampaignVendor
from portal.core import audit
from portal.core.clock import now, today
from portal.core.company import load_company
from portal.core.database import TakenAlready, transaction
from portal.core.queue import enqueue_daily
from portal.core.scope import SYSTEM
from portal.core.settings import Settings
from portal.vendors.tables import Contact

CLOCK = "campaigns.clock"


@dataclass(frozen=True, slots=True)
class Awaited:
    """One questionnaire of a campaign that a vendor has not submitted."""

    place: UUID
    assessment: UUID
    contact: UUID
    vendor: UUID
    vendor_name: str
    slug: str
    owner: UUID | None
    title: str
    due: date
    sent: date
    before: tuple[int, ...]
    after: tuple[int, ...]
    escalate_after: int | None
    campaign_owner: str

    @property
    def step(self) -> int | None:
        """The reminder that is due today."""
        return step_due(self.due, today(), self.sent, self.before, self.after)


async def start_day() -> None:
    """Put today's look at the dates of campaigns among the jobs."""
    await enqueue_daily(CLOCK)


async def remind(settings: Settings) -> int:
    """Remind every contact of what is due today; returns how many got a mail. Safe to run twice and beside another."""
    company = (await load_company(settings)).name
    taken, count = await steps_taken(StepKind.remind), 0
    for contact, asked in _by_contact(await awaited(), taken).items():
        try:
            count += await _remind(settings, company, contact, asked)
        except TakenAlready:  # another worker was first
            continue
    return count


async def awaited() -> list[Awaited]:
    """Return what vendors in use have not submitted of campaigns under way, the most urgent first."""
    place, campaign, assessment = CampaignVendor, CampaignVendor.campaign, CampaignVendor.assessment
    columns = (
        place.id, place.vendor, place.vendor.name, place.vendor.slug, place.vendor.owner, assessment, assessment.contact,
        assessment.title, assessment.due, assessment.sent_at, campaign.remind_before, campaign.remind_after,
        campaign.escalate_after, campaign.owner,
    )  # fmt: skip
    still = assessment.state.is_in([state.value for state in WITH_VENDOR]) & assessment.due.is_not_null()
    running = (campaign.state == CampaignState.sent.value) & place.vendor.archived.is_in([False])
    rows = await place.select(*columns).where(still & running).order_by(assessment.due, place.id)
    return [
        Awaited(
            row["id"], row["assessment"], row["assessment.contact"], row["vendor"], row["vendor.name"],
            row["vendor.slug"], row["vendor.owner"], row["assessment.title"], row["assessment.due"],
            row["assessment.sent_at"].date(), tuple(days_of(row["campaign.remind_before"])),
            tuple(days_of(row["campaign.remind_after"])), row["campaign.escalate_after"], row["campaign.owner"],
        )
        for row in rows
    ]  # fmt: skip


async def steps_taken(kind: StepKind) -> set[tuple[UUID, date, int]]:
    """Return the steps of a kind that were taken, by place and due date."""
    columns = (CampaignReminder.place, CampaignReminder.due, CampaignReminder.step)
    rows = await CampaignReminder.select(*columns).where(CampaignReminder.kind == kind.value)
    return {(row["place"], row["due"], row["step"]) for row in rows}


async def take_step(one: Awaited, kind: StepKind, step: int, told: str) -> None:
    """Note a step inside the open transaction; the second of two who take it fails with TakenAlready."""
    await CampaignReminder.insert(
        CampaignReminder(place=one.place, due=one.due, kind=kind.value, step=step, told=told, sent_at=now())
    )


def _by_contact(rows: Sequence[Awaited], taken: set[tuple[UUID, date, int]]) -> dict[UUID, list[Awaited]]:
    found: dict[UUID, list[Awaited]] = {}
    for one in rows:
        if one.step is not None and (one.place, one.due, one.step) not in taken:
            found.setdefault(one.contact, []).append(one)
    return found


async def _remind(settings: Settings, company: str, contact_id: UUID, asked: Sequence[Awaited]) -> int:
    """Take every step due for one contact: their rows, their one mail and its entries, in one transaction."""
    async with transaction():
        contact = await Contact.objects().where((Contact.id == contact_id) & Contact.active.eq(True)).first()
        still = await _still(asked)
        if contact is None or not still:
            return 0
        for one in still:
            step = one.step
            assert step is not None, "only what has a step is gathered"
            await take_step(one, StepKind.remind, step, contact.email)
            detail: dict[str, object] = {"due": one.due.isoformat(), "step": step, "told": contact.email}
            await audit.record(SYSTEM, "campaign.reminded", f"assessment:{one.assessment}", detail, vendor=one.vendor)
        await _mail(settings, company, contact, still)
    return 1


async def _mail(settings: Settings, company: str, contact: Contact, asked: Sequence[Awaited]) -> None:
    first = await Assessment.objects().where(Assessment.id == asked[0].assessment).first()
    assert first is not None, "it was read in this transaction"

    def letter(link: str) -> tuple[str, str]:
        return reminder_letter(company, contact.name, [Asked(one.title, one.due) for one in asked], link)

    await withdraw_unused(first.id)
    await invite(settings, company, first, contact, SYSTEM, letter)


async def _still(asked: Sequence[Awaited]) -> list[Awaited]:
    """Leave out what was submitted, called off, put off or reminded of since it was gathered."""
    mine = Assessment.id.is_in([one.assessment for one in asked])
    states = [state.value for state in WITH_VENDOR]
    rows = await Assessment.select(Assessment.id, Assessment.due).where(mine & Assessment.state.is_in(states))
    due = {row["id"]: row["due"] for row in rows}
    taken = CampaignReminder.place.is_in([one.place for one in asked]) & (
        CampaignReminder.kind == StepKind.remind.value
    )
    columns = (CampaignReminder.place, CampaignReminder.due, CampaignReminder.step)
    done = {(row["place"], row["due"], row["step"]) for row in await CampaignReminder.select(*columns).where(taken)}
    return [one for one in asked if due.get(one.assessment) == one.due and (one.place, one.due, one.step) not in done]
