"""Changing a campaign that is under way, for one vendor or for all: send the link again, give more time, call it off."""

from datetime import date
from uuid import UUID

from portal.assessments.inviting import resend_invitation
from portal.assessments.states import AssessmentState
from portal.campaigns.access import campaign_for, place_for
from portal.campaigns.starting import WORK, Changes, check_due
from portal.campaigns.states import WITH_VENDOR, CampaignState, Wanted
from portal.campaigns.tables import Campaign, CampaignVendor
from portal.campaigns.working_off import call_off, move_due
from portal.core import audit
from portal.core.database import transaction
from portal.core.dates import date_long
from portal.core.errors import Conflict, InvalidForm
from portal.core.queue import enqueue
from portal.core.scope import Can, Principal
from portal.core.settings import Settings

_OURS = CampaignVendor.assessment
_STILL = _OURS.state.is_in([state.value for state in WITH_VENDOR])


async def extend_campaign(who: Principal, campaign_id: UUID, due: date) -> int:
    """Give everybody who still answers until a later day; returns how many. Who has a later day already keeps it."""
    who.require(Can.assess)
    campaign = await _running(who, campaign_id)
    check_due(due)
    if campaign.due is not None and due <= campaign.due:
        raise InvalidForm({"due": f"Due date: please choose a later day than {date_long(campaign.due)}."})
    async with transaction():
        await Campaign.update({Campaign.due: due}).where(Campaign.id == campaign.id)
        count = await _want(campaign.id, Wanted.due, await _ids(campaign.id, with_vendor=True))
        detail: dict[str, object] = {"due": due.isoformat(), "before": str(campaign.due or ""), "vendors": count}
        await audit.record(who, "campaign.extended", campaign, detail)
        await enqueue(WORK, str(campaign.id))
    return count


async def resend_to_unopened(who: Principal, campaign_id: UUID) -> int:
    """Mail a new link to everybody who has not opened theirs; returns how many."""
    who.require(Can.assess)
    campaign = await _running(who, campaign_id)
    async with transaction():
        count = await _want(campaign.id, Wanted.resend, await _ids(campaign.id, with_vendor=False))
        await audit.record(who, "campaign.links_resent", campaign, {"vendors": count})
        await enqueue(WORK, str(campaign.id))
    return count


async def cancel_campaign(who: Principal, campaign_id: UUID, reason: str) -> int:
    """Call the campaign off for everybody who still answers, and tell them why; returns how many. Submitted ones stay."""
    who.require(Can.assess)
    campaign = await _running(who, campaign_id)
    async with transaction():
        mine = (Campaign.id == campaign.id) & (Campaign.state == CampaignState.sent.value)
        called_off: Changes = {Campaign.state: CampaignState.cancelled.value, Campaign.reason: reason}
        if not await Campaign.update(called_off).where(mine).returning(Campaign.id):
            raise Conflict("This campaign is called off already.")
        # First whoever is not written to yet: a worker that is at one of them just now ends before this goes on.
        unsent = (CampaignVendor.campaign == campaign.id) & (CampaignVendor.wanted == Wanted.send.value)
        await CampaignVendor.update({CampaignVendor.wanted: Wanted.nothing.value}).where(unsent)
        count = await _want(campaign.id, Wanted.cancel, await _ids(campaign.id, with_vendor=True), reason)
        await audit.record(who, "campaign.cancelled", campaign, {"reason": reason, "vendors": count})
        await enqueue(WORK, str(campaign.id))
    return count


async def resend_one(settings: Settings, company: str, who: Principal, campaign_id: UUID, place_id: UUID) -> None:
    """Mail one vendor's contact a new link."""
    who.require(Can.assess)
    _, place = await place_for(who, campaign_id, place_id)
    await resend_invitation(settings, company, who, _sent(place))


async def extend_one(
    settings: Settings, company: str, who: Principal, campaign_id: UUID, place_id: UUID, due: date
) -> None:
    """Give one vendor until another day, and tell its contact."""
    who.require(Can.assess)
    _, place = await place_for(who, campaign_id, place_id)
    _sent(place)
    check_due(due)
    async with transaction():
        await move_due(settings, company, who, place, due)


async def cancel_one(
    settings: Settings, company: str, who: Principal, campaign_id: UUID, place_id: UUID, reason: str
) -> None:
    """Call the questionnaire off for one vendor, and tell its contact why."""
    who.require(Can.assess)
    _, place = await place_for(who, campaign_id, place_id)
    _sent(place)
    async with transaction():
        await call_off(settings, company, who, place, reason)


async def try_all_again(who: Principal, campaign_id: UUID) -> int:
    """Let the worker send once more to everybody it could not send to; returns how many."""
    who.require(Can.assess)
    campaign = await _running(who, campaign_id)
    async with transaction():
        stuck = (CampaignVendor.campaign == campaign.id) & (CampaignVendor.problem != "") & _OURS.is_null()
        again: Changes = {CampaignVendor.wanted: Wanted.send.value, CampaignVendor.problem: ""}
        rows = await CampaignVendor.update(again).where(stuck).returning(CampaignVendor.id)
        await audit.record(who, "campaign.tried_again", campaign, {"vendors": len(rows)})
        await enqueue(WORK, str(campaign.id))
    return len(rows)


async def try_again(who: Principal, campaign_id: UUID, place_id: UUID) -> None:
    """Let the worker send once more to a vendor that it could not send to."""
    who.require(Can.assess)
    campaign, place = await place_for(who, campaign_id, place_id)
    async with transaction():
        stuck = (CampaignVendor.id == place.id) & (CampaignVendor.problem != "") & _OURS.is_null()
        again: Changes = {CampaignVendor.wanted: Wanted.send.value, CampaignVendor.problem: ""}
        if campaign.state != CampaignState.sent.value or not await CampaignVendor.update(again).where(stuck).returning(
            CampaignVendor.id
        ):
            raise Conflict("There is nothing to send again here.")
        await audit.record(who, "campaign.tried_again", campaign, vendor=place.vendor)
        await enqueue(WORK, str(campaign.id))


async def _running(who: Principal, campaign_id: UUID) -> Campaign:
    campaign = await campaign_for(who, campaign_id)
    if campaign.state != CampaignState.sent.value:
        raise Conflict("This campaign is not under way: it is not sent yet, or was called off.")
    return campaign


async def _ids(campaign_id: UUID, *, with_vendor: bool) -> list[UUID]:
    """Return the places of everybody who still answers, or of those who never opened their link."""
    mine = (CampaignVendor.campaign == campaign_id) & _OURS.is_not_null()
    unopened = (_OURS.state == AssessmentState.sent.value) & _OURS.opened_at.is_null()
    rows = await CampaignVendor.select(CampaignVendor.id).where(mine & (_STILL if with_vendor else unopened))
    return [row["id"] for row in rows]


async def _want(campaign_id: UUID, wanted: Wanted, ids: list[UUID], reason: str = "") -> int:
    if ids:
        changes: Changes = {CampaignVendor.wanted: wanted.value, CampaignVendor.reason: reason}
        await CampaignVendor.update(changes).where(CampaignVendor.id.is_in(ids))
    return len(ids)


def _sent(place: CampaignVendor) -> UUID:
    if place.assessment is None:
        raise Conflict("Nothing was sent to this vendor yet.")
    assessment: UUID = place.assessment
    return assessment
