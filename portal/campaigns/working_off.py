"""The worker's side of a campaign: what is still to be done for each vendor, one transaction a vendor.

Claiming a vendor, its assessment and its mail stand or fall together. So a worker killed half-way has done each vendor
wholly or not at all, and whoever goes on finds exactly those that are left.
"""

import logging
from collections.abc import Awaitable, Callable
from datetime import date
from uuid import UUID

from piccolo.columns import Column
from piccolo.custom_types import Combinable

from portal.assessments.inviting import resend_invitation
from portal.assessments.sending import Sending, cancel_assessment, change_due, send_version
from portal.assessments.tables import Assessment
from portal.campaigns.letters import Asked, cancelled_letter, moved_letter
from portal.campaigns.starting import WORK
from portal.campaigns.states import PENDING, WITH_VENDOR, CampaignState, Wanted
from portal.campaigns.tables import Campaign, CampaignVendor
from portal.core.company import load_company
from portal.core.database import is_postgres, run_sql, transaction
from portal.core.errors import NotFound, PortalError
from portal.core.mail import write_mail
from portal.core.queue import enqueue
from portal.core.scope import Principal, Role
from portal.core.settings import Settings
from portal.vendors.tables import Contact, Vendor
from questionnaires.tables import StoredQuestionnaire

log = logging.getLogger("surety.campaigns")
BATCH = 100
_GIVEN_UP = "This did not work, several times. Try it again, and tell your administrator if it stays so."


class Round:
    """One pass over a campaign: what every vendor's step needs, read once."""

    def __init__(self, settings: Settings, company: str, campaign: Campaign, stored: StoredQuestionnaire) -> None:
        self.settings = settings
        self.company = company
        self.campaign = campaign
        self.stored = stored
        self.who = sender_of(campaign)
        self._steps: dict[Wanted, Callable[[CampaignVendor], Awaitable[None]]] = {
            Wanted.send: self._send,
            Wanted.resend: self._resend,
            Wanted.due: self._move,
            Wanted.cancel: self._cancel,
        }

    async def take(self, place: CampaignVendor) -> bool:
        """Do what is wanted for one vendor; returns whether it was this call that did. A sentence of ours is kept with it."""
        wanted = Wanted(place.wanted)
        try:
            async with transaction():
                if not await _claim(place, wanted, ""):
                    return False
                await self._steps[wanted](place)
        except PortalError as error:
            async with transaction():
                return await _claim(place, wanted, error.sentence if wanted is Wanted.send else "")
        return True

    async def _send(self, place: CampaignVendor) -> None:
        campaign, due = self.campaign, await _due_now(self.campaign.id)
        contact = await _contact_of(place.vendor)
        sending = Sending(place.vendor, campaign.questionnaire, due=due, contact=contact.id, message=campaign.message)
        assessment = await send_version(self.settings, self.company, self.who, sending, self.stored, campaign.id)
        await CampaignVendor.update({CampaignVendor.assessment: assessment.id}).where(CampaignVendor.id == place.id)

    async def _resend(self, place: CampaignVendor) -> None:
        await resend_invitation(self.settings, self.company, self.who, place.assessment)

    async def _move(self, place: CampaignVendor) -> None:
        due = await _due_now(self.campaign.id)
        assessment, _ = await _both(place)
        if due is not None and assessment.due is not None and assessment.due < due:  # a later one of its own stays
            await move_due(self.settings, self.company, self.who, place, due)

    async def _cancel(self, place: CampaignVendor) -> None:
        await call_off(self.settings, self.company, self.who, place, place.reason)


async def move_due(settings: Settings, company: str, who: Principal, place: CampaignVendor, due: date) -> None:
    """Give one vendor another date and say so to its contact, with a fresh link, inside the open transaction."""
    assessment, contact = await _both(place)
    await change_due(who, assessment.id, due)

    def letter(link: str) -> tuple[str, str]:
        return moved_letter(company, contact.name, Asked(assessment.title, due), link)

    await resend_invitation(settings, company, who, assessment.id, letter)


async def call_off(settings: Settings, company: str, who: Principal, place: CampaignVendor, reason: str) -> None:
    """Cancel one vendor's questionnaire while it still answers, and tell its contact why, inside the open transaction."""
    assessment, contact = await _both(place)
    await cancel_assessment(who, assessment.id, reason, WITH_VENDOR)
    subject, body = cancelled_letter(company, contact.name, assessment.title, reason)
    await write_mail(settings, contact.email, subject, body)


async def work_some(settings: Settings, campaign_id: UUID) -> None:
    """Work off as many vendors as one job takes, and leave the rest to the next one, which other jobs come before.

    As long as any vendor is done the next job begins afresh; only a job that gets nowhere fails, and is given up in time.
    """
    count, failed = await _work(settings, campaign_id, BATCH)
    if failed is not None and not count:
        raise failed
    async with transaction():
        if await CampaignVendor.exists().where(_is_pending(campaign_id)):
            await enqueue(WORK, str(campaign_id))


async def work_off(settings: Settings, campaign_id: UUID) -> int:
    """Do what is wanted for every vendor of a campaign; returns for how many. Safe to run twice and beside another.

    An unexpected error keeps nobody else from their turn; it is raised at the end.
    """
    count, failed = await _work(settings, campaign_id, 0)
    if failed is not None:
        raise failed
    return count


async def _work(settings: Settings, campaign_id: UUID, most: int) -> tuple[int, Exception | None]:
    campaign = await Campaign.objects().where(Campaign.id == campaign_id).first()
    if campaign is None or campaign.state == CampaignState.draft.value or campaign.version is None:
        return 0, None
    stored = await StoredQuestionnaire.objects().where(StoredQuestionnaire.id == campaign.version).first()
    assert stored is not None, "a sent campaign names its version"
    turn = Round(settings, (await load_company(settings)).name, campaign, stored)
    count, failed = 0, None
    for place in await _pending(campaign_id, most):
        try:
            count += await turn.take(place)
        except Exception as error:
            log.exception("campaign %s: vendor %s could not be worked off", campaign_id, place.vendor)
            failed = error
    return count, failed


async def give_up(campaign_id: UUID) -> None:
    """Say of every vendor still to be sent to that it did not work, so that a person can try again."""
    async with transaction():
        mine = (CampaignVendor.campaign == campaign_id) & (CampaignVendor.wanted == Wanted.send.value)
        await CampaignVendor.update(
            {CampaignVendor.wanted: Wanted.nothing.value, CampaignVendor.problem: _GIVEN_UP}
        ).where(mine)


def sender_of(campaign: Campaign) -> Principal:
    """Return whoever sent the campaign, allowed what they were allowed then."""
    return Principal("person", campaign.owner, campaign.owner_name, "", Role.reviewer)


def _is_pending(campaign_id: UUID) -> Combinable:
    waiting = CampaignVendor.wanted.is_in([wanted.value for wanted in PENDING])
    return (CampaignVendor.campaign == campaign_id) & waiting


async def _pending(campaign_id: UUID, most: int) -> list[CampaignVendor]:
    query = CampaignVendor.objects().where(_is_pending(campaign_id)).order_by(CampaignVendor.id)
    rows: list[CampaignVendor] = await (query.limit(most) if most else query)
    return rows


async def _claim(place: CampaignVendor, wanted: Wanted, problem: str) -> bool:
    """Mark the vendor's step as done; of any number of callers exactly one succeeds."""
    mine = (CampaignVendor.id == place.id) & (CampaignVendor.wanted == wanted.value)
    done: dict[Column | str, object] = {CampaignVendor.wanted: Wanted.nothing.value, CampaignVendor.problem: problem}
    return bool(await CampaignVendor.update(done).where(mine).returning(CampaignVendor.id))


async def _due_now(campaign_id: UUID) -> date | None:
    """Return the campaign's date, and let nobody give another until this transaction ends: they would miss this vendor."""
    if is_postgres():
        await run_sql("SELECT id FROM campaign WHERE id = {} FOR SHARE", campaign_id)
    row = await Campaign.select(Campaign.due).where(Campaign.id == campaign_id).first()
    due: date | None = row["due"] if row else None
    return due


async def _contact_of(vendor_id: UUID) -> Contact:
    """Return whom to write to: whoever was asked last, else the vendor's first contact. Raises NotFound."""
    if not await Vendor.exists().where((Vendor.id == vendor_id) & Vendor.archived.eq(False)):
        raise NotFound("This vendor is archived.")
    asked = await (
        Assessment.select(Assessment.contact)
        .where(Assessment.vendor == vendor_id)
        .order_by(Assessment.created_at, ascending=False)
        .first()
    )
    usable = (Contact.vendor == vendor_id) & Contact.active.eq(True)
    contacts: list[Contact] = await Contact.objects().where(usable).order_by(Contact.created_at, Contact.name)
    if not contacts:
        raise NotFound("This vendor has no contact: add one at the vendor, then try again.")
    return next((one for one in contacts if asked and one.id == asked["contact"]), contacts[0])


async def _both(place: CampaignVendor) -> tuple[Assessment, Contact]:
    assessment = await Assessment.objects().where(Assessment.id == place.assessment).first()
    contact = await Contact.objects().where(Contact.id == assessment.contact).first() if assessment else None
    if assessment is None or contact is None:
        raise NotFound()
    return assessment, contact
