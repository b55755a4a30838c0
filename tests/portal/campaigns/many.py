"""What the tests of campaigns share: many vendors at once, a campaign to them, and what a worker does with it."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from portal.assessments.tables import Assessment
from portal.campaigns.starting import Plan, draft_for, send_campaign
from portal.campaigns.tables import Campaign, CampaignVendor
from portal.campaigns.working_off import work_off
from portal.core.clock import today
from portal.core.scope import Principal, Role
from portal.core.settings import Settings
from portal.core.tables import OutboxMessage
from portal.loads.filling import add_vendors
from portal.vendors.tables import Contact
from tests.cast import Cast

__all__ = ["a_plan", "add_vendors", "assessment_of", "contact_of", "mails_to", "place_of", "sent_campaign"]


def a_plan(days: int = 30, **more: object) -> Plan:
    """Return a plan that is due in so many days, with reminders before and after."""
    given: dict[str, object] = {"remind_before": (7, 1), "remind_after": (1, 7), "escalate_after": 7, **more}
    return Plan("Yearly check", "lite", today() + timedelta(days=days), **given)  # type: ignore[arg-type]


async def sent_campaign(settings: Settings, cast: Cast, vendors: Sequence[UUID], plan: Plan | None = None) -> Campaign:
    """Make a campaign for these vendors, send it, and work it off."""
    campaign = await draft_for(cast.reviewer, plan or a_plan(), vendors, "Every vendor")
    await send_campaign(cast.reviewer, campaign.id)
    await work_off(settings, campaign.id)
    return campaign


async def place_of(campaign: Campaign, vendor: UUID) -> CampaignVendor:
    """Return a vendor's place."""
    mine = (CampaignVendor.campaign == campaign.id) & (CampaignVendor.vendor == vendor)
    place = await CampaignVendor.objects().where(mine).first()
    assert place is not None
    return place


async def assessment_of(campaign: Campaign, vendor: UUID) -> Assessment:
    """Return what a vendor was sent."""
    mine = (Assessment.campaign == campaign.id) & (Assessment.vendor == vendor)
    row = await Assessment.objects().where(mine).first()
    assert row is not None
    return row


async def contact_of(vendor: UUID) -> Principal:
    """Return a vendor's contact as whoever is signed in."""
    row = await Contact.objects().where(Contact.vendor == vendor).first()
    assert row is not None
    return Principal("contact", str(row.id), row.name, row.email, Role.contact, vendor)


async def mails_to(recipient: str) -> list[OutboxMessage]:
    """Return what was written to an address, the oldest first."""
    rows: list[OutboxMessage] = (
        await OutboxMessage.objects().where(OutboxMessage.recipient == recipient).order_by(OutboxMessage.created_at)
    )
    return rows
