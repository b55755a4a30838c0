"""Starting a campaign: the vendors are chosen and looked at first, and nothing is sent before somebody says so."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from piccolo.columns import Column

from portal.assessments.choosing import get_offered
from portal.campaigns.access import campaign_for, place_for
from portal.campaigns.candidates import candidates
from portal.campaigns.choosing import Filter, matching
from portal.campaigns.states import CampaignState, Wanted
from portal.campaigns.tables import Campaign, CampaignVendor
from portal.core import audit
from portal.core.clock import now, today
from portal.core.database import transaction
from portal.core.errors import Conflict, InvalidForm, NotFound
from portal.core.queue import enqueue
from portal.core.scope import Can, Principal
from questionnaires.storing import store_questionnaire

WORK = "campaigns.work"
Changes = dict[Column | str, object]
_BATCH = 200


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be sent, until when, and how those who do not answer are reminded; days count from the due date."""

    title: str
    questionnaire: str
    due: date | None = None
    message: str = ""
    remind_before: tuple[int, ...] = ()
    remind_after: tuple[int, ...] = ()
    escalate_after: int | None = None


async def draft_campaign(who: Principal, plan: Plan, wanted: Filter) -> Campaign:
    """Choose the vendors that the filter asks for; nothing is sent yet. Raises InvalidForm when there is none."""
    await _known(plan.questionnaire)
    chosen = matching(await candidates(), wanted, plan.questionnaire)
    return await draft_for(who, plan, [one.id for one in chosen], wanted.words)


async def draft_for(who: Principal, plan: Plan, vendors: Sequence[UUID], chosen_by: str) -> Campaign:
    """Make a campaign for these vendors, which waits to be sent; `chosen_by` says how they were found."""
    who.require(Can.assess)
    check_due(plan.due)
    if not vendors:
        raise InvalidForm({"": "No vendor fits: ask for less above, or let those in who have it open already."})
    campaign = Campaign(
        title=plan.title,
        questionnaire=plan.questionnaire,
        state=CampaignState.draft.value,
        due=plan.due,
        message=plan.message,
        chosen_by=chosen_by,
        remind_before=_days(plan.remind_before),
        remind_after=_days(plan.remind_after),
        escalate_after=plan.escalate_after,
        reason="",
        owner=who.id,
        owner_name=who.name,
        created_at=now(),
    )
    async with transaction():
        await campaign.save()
        for start in range(0, len(vendors), _BATCH):
            await CampaignVendor.insert(*(_place(campaign, one) for one in vendors[start : start + _BATCH]))
        detail: dict[str, object] = {"title": plan.title, "vendors": len(vendors), "chosen": chosen_by}
        await audit.record(who, "campaign.drafted", campaign, detail)
    return campaign


async def leave_out(who: Principal, campaign_id: UUID, place_id: UUID) -> None:
    """Take a vendor out of a campaign that is not sent yet. Raises Conflict afterwards."""
    who.require(Can.assess)
    campaign, place = await place_for(who, campaign_id, place_id)
    async with transaction():
        mine = (CampaignVendor.id == place.id) & (CampaignVendor.wanted == Wanted.chosen.value)
        if not await CampaignVendor.delete().where(mine).returning(CampaignVendor.id):
            raise Conflict("This campaign has been sent: cancel it for this vendor instead.")
        await audit.record(who, "campaign.vendor_left_out", campaign, vendor=place.vendor)


async def send_campaign(who: Principal, campaign_id: UUID) -> int:
    """Freeze the questionnaire's version and let the worker send it to every vendor chosen; returns to how many."""
    who.require(Can.assess)
    campaign = await campaign_for(who, campaign_id)
    if campaign.due is not None and campaign.due < today():
        raise Conflict("The due date has passed. Choose the vendors again with a later one.")
    questionnaire = (await get_offered(campaign.questionnaire)).questionnaire
    async with transaction():
        stored = await store_questionnaire(questionnaire, now())
        sent: Changes = {
            "state": CampaignState.sent.value, "version": stored.id, "sent_at": now(), "owner": who.id, "owner_name": who.name,
        }  # fmt: skip
        await _leave_draft(campaign.id, sent)
        mine = (CampaignVendor.campaign == campaign.id) & (CampaignVendor.wanted == Wanted.chosen.value)
        rows = (
            await CampaignVendor.update({CampaignVendor.wanted: Wanted.send.value})
            .where(mine)
            .returning(CampaignVendor.id)
        )
        if not rows:
            raise Conflict("No vendor is left in this campaign.")
        detail: dict[str, object] = {"vendors": len(rows), "version": stored.version, "due": str(campaign.due or "")}
        await audit.record(who, "campaign.sent", campaign, detail)
        await enqueue(WORK, str(campaign.id))
    return len(rows)


async def discard_campaign(who: Principal, campaign_id: UUID) -> None:
    """Throw a campaign away that was never sent."""
    who.require(Can.assess)
    campaign = await campaign_for(who, campaign_id)
    async with transaction():
        await _leave_draft(campaign.id, {"state": CampaignState.cancelled.value, "reason": "Never sent."})
        await CampaignVendor.update({CampaignVendor.wanted: Wanted.nothing.value}).where(
            CampaignVendor.campaign == campaign.id
        )
        await audit.record(who, "campaign.discarded", campaign)


def check_due(due: date | None) -> None:
    """Raise InvalidForm for a day that is over."""
    if due is not None and due < today():
        raise InvalidForm({"due": "Due date: please choose today or a later day."})


async def _leave_draft(campaign_id: UUID, changes: Changes) -> None:
    mine = (Campaign.id == campaign_id) & (Campaign.state == CampaignState.draft.value)
    if not await Campaign.update(changes).where(mine).returning(Campaign.id):
        raise Conflict("This campaign has been sent or thrown away already.")


async def _known(questionnaire: str) -> None:
    try:
        await get_offered(questionnaire)
    except NotFound as error:
        raise InvalidForm({"questionnaire": "Questionnaire: please choose one of the list."}) from error


def _place(campaign: Campaign, vendor: UUID) -> CampaignVendor:
    return CampaignVendor(
        campaign=campaign.id, vendor=vendor, wanted=Wanted.chosen.value, problem="", reason="", created_at=now()
    )


def _days(days: Sequence[int]) -> str:
    return ",".join(str(day) for day in sorted(set(days)))
