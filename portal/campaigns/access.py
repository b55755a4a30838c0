"""Who may see a campaign and a vendor's place in it: staff who read evidence see all of them."""

from uuid import UUID

from portal.campaigns.tables import Campaign, CampaignVendor
from portal.core.errors import NotFound
from portal.core.scope import Can, Principal


async def campaign_for(who: Principal, campaign_id: UUID) -> Campaign:
    """Return the campaign; raises NotFound when it does not exist or is not this person's to see."""
    campaign = await Campaign.objects().where(Campaign.id == campaign_id).first()
    if campaign is None or not who.can(Can.read_evidence):
        raise NotFound()
    return campaign


async def place_for(who: Principal, campaign_id: UUID, place_id: UUID) -> tuple[Campaign, CampaignVendor]:
    """Return the campaign with one vendor's place in it; raises NotFound for a place of another campaign."""
    campaign = await campaign_for(who, campaign_id)
    mine = (CampaignVendor.id == place_id) & (CampaignVendor.campaign == campaign.id)
    place = await CampaignVendor.objects().where(mine).first()
    if place is None:
        raise NotFound()
    return campaign, place
