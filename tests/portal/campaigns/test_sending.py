"""A campaign reaches every vendor exactly once, however often its worker dies on the way."""

from uuid import UUID

import pytest
from litestar import Litestar

from portal.assessments.tables import Assessment, Invitation
from portal.campaigns import working_off
from portal.campaigns.candidates import candidates
from portal.campaigns.changing import try_again, try_all_again
from portal.campaigns.choosing import Filter, Status
from portal.campaigns.starting import WORK, draft_campaign, draft_for, leave_out, send_campaign
from portal.campaigns.states import Wanted
from portal.campaigns.tables import Campaign, CampaignVendor
from portal.campaigns.working_off import Round, give_up, work_off
from portal.core.clock import now
from portal.core.errors import Conflict, InvalidForm
from portal.core.settings import Settings
from portal.core.tables import AuditEntry, Job, OutboxMessage
from portal.risk.levels import Tier
from portal.vendors.tables import Contact, Vendor
from portal.worker import Worker
from questionnaires.tables import Response
from tests.cast import Cast
from tests.portal.campaigns.many import a_plan, add_vendors, place_of, sent_campaign

pytestmark = pytest.mark.anyio


class Killed(BaseException):
    """The process is gone: nothing catches this."""


async def reached(campaign: Campaign) -> list[UUID]:
    """Return the vendors that were sent something in a campaign, one entry an assessment."""
    rows = await Assessment.select(Assessment.vendor).where(Assessment.campaign == campaign.id)
    return sorted((row["vendor"] for row in rows), key=str)


async def test_nothing_is_sent_before_somebody_says_so(database: Settings, cast: Cast) -> None:
    """A campaign is drafted from a filter; the worker does nothing with it, and nobody gets a mail."""
    campaign = await draft_campaign(cast.reviewer, a_plan(), Filter(tiers=(Tier.HIGH,)))

    assert 0 == await work_off(database, campaign.id)
    assert 2 == await CampaignVendor.count().where(CampaignVendor.campaign == campaign.id)
    assert 0 == await OutboxMessage.count()


async def test_every_vendor_gets_one_questionnaire_and_one_mail(database: Settings, cast: Cast) -> None:
    """Forty vendors are sent the frozen version with the campaign's date, each on record; a second pass does nothing."""
    vendors = await add_vendors(40)

    campaign = await sent_campaign(database, cast, vendors)
    again = await work_off(database, campaign.id)

    assert sorted(vendors, key=str) == await reached(campaign)
    assert 0 == again
    assert 40 == await OutboxMessage.count() == await Invitation.count()
    rows = await Assessment.objects().where(Assessment.campaign == campaign.id)
    kept = await Campaign.objects().where(Campaign.id == campaign.id).first()
    assert kept is not None
    assert {(kept.version, campaign.due, cast.reviewer.name)} == {
        (r.questionnaire, r.due, r.sent_by_name) for r in rows
    }
    assert 40 == await AuditEntry.count().where(AuditEntry.action == "assessment.sent")


async def test_killed_in_the_middle_nobody_gets_two_and_nobody_is_forgotten(
    database: Settings, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The process dies at every third vendor, after its mail was written: whoever goes on sends to the rest only."""
    vendors = await add_vendors(12)
    campaign = await draft_for(cast.reviewer, a_plan(), vendors, "Every vendor")
    await send_campaign(cast.reviewer, campaign.id)
    plain, seen = Round._send, list[UUID]()

    async def dying(self: Round, place: CampaignVendor) -> None:
        await plain(self, place)
        seen.append(place.vendor)
        if len(seen) % 3 == 0:
            raise Killed

    monkeypatch.setattr(Round, "_send", dying)
    deaths = 0
    while True:
        try:
            await work_off(database, campaign.id)
            break
        except Killed:
            deaths += 1

    assert 5 == deaths
    assert sorted(vendors, key=str) == await reached(campaign)
    assert 12 == await OutboxMessage.count() == await Invitation.count() == await Response.count()


async def test_one_failing_vendor_keeps_nobody_else_waiting(
    database: Settings, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An unexpected error is raised at the end, when the others have theirs; the next try sends to the one left."""
    vendors = await add_vendors(4)
    campaign = await draft_for(cast.reviewer, a_plan(), vendors, "Every vendor")
    await send_campaign(cast.reviewer, campaign.id)
    plain = Round._send

    async def failing(self: Round, place: CampaignVendor) -> None:
        if place.vendor == vendors[0]:
            raise RuntimeError("the disk is full")
        await plain(self, place)

    monkeypatch.setattr(Round, "_send", failing)
    with pytest.raises(RuntimeError):
        await work_off(database, campaign.id)
    monkeypatch.undo()

    assert sorted(vendors[1:], key=str) == await reached(campaign)
    assert 1 == await work_off(database, campaign.id)
    assert sorted(vendors, key=str) == await reached(campaign)


async def test_a_vendor_that_never_works_is_given_up_alone(
    app: Litestar, database: Settings, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However often its job fails, the others get theirs; in the end it stands there alone with a sentence."""
    monkeypatch.setattr(working_off, "BATCH", 2)
    vendors = await add_vendors(6)
    campaign = await draft_for(cast.reviewer, a_plan(), vendors, "Every vendor")
    await send_campaign(cast.reviewer, campaign.id)
    plain = Round._send

    async def failing(self: Round, place: CampaignVendor) -> None:
        if place.vendor == vendors[0]:
            raise RuntimeError("never")
        await plain(self, place)

    monkeypatch.setattr(Round, "_send", failing)
    for _ in range(8):
        await Job.update({Job.not_before: now()}).where(Job.state == "waiting")
        await Worker(database, app.state.engines).work_off()

    assert sorted(vendors[1:], key=str) == await reached(campaign)
    stuck = [one for one in vendors if (await place_of(campaign, one)).problem]
    assert vendors[:1] == stuck


async def test_a_vendor_without_contact_is_told_apart_and_can_be_tried_again(database: Settings, cast: Cast) -> None:
    """It is said in a sentence why nothing was sent; once there is a contact, trying again sends."""
    [vendor] = await add_vendors(1, contacts=False)
    campaign = await sent_campaign(database, cast, [vendor])
    place = await place_of(campaign, vendor)
    assert "This vendor has no contact: add one at the vendor, then try again." == place.problem

    await Contact.insert(Contact(vendor=vendor, name="New", email="new@vendor.example", title=""))
    await try_again(cast.reviewer, campaign.id, place.id)
    await work_off(database, campaign.id)

    assert [vendor] == await reached(campaign)
    assert "" == (await place_of(campaign, vendor)).problem


async def test_a_job_takes_a_part_and_leaves_the_rest_to_the_next(
    app: Litestar, database: Settings, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Twelve vendors at five a job are three jobs, so that other work comes between; what was given up can be tried again."""
    monkeypatch.setattr(working_off, "BATCH", 5)
    vendors = await add_vendors(12)
    campaign = await draft_for(cast.reviewer, a_plan(), vendors, "Every vendor")
    await send_campaign(cast.reviewer, campaign.id)
    await give_up(campaign.id)
    assert 12 == await try_all_again(cast.reviewer, campaign.id)

    await Worker(database, app.state.engines).work_off()

    assert sorted(vendors, key=str) == await reached(campaign)
    assert 3 == await Job.count().where(Job.kind == WORK)


async def test_whoever_was_asked_last_is_asked_again(database: Settings, cast: Cast) -> None:
    """With several contacts the one of the newest assessment is written to, while that one is active."""
    second = Contact(vendor=cast.helio.vendor.id, name="Second", email="second@helio.example", title="")
    await Contact.insert(second)
    first = await sent_campaign(database, cast, [cast.helio.vendor.id])
    await Assessment.update({Assessment.contact: second.id}).where(Assessment.campaign == first.id)

    again = await sent_campaign(database, cast, [cast.helio.vendor.id])

    rows = await Assessment.select(Assessment.contact).where(Assessment.campaign == again.id)
    assert [second.id] == [row["contact"] for row in rows]


async def test_who_is_left_out_gets_nothing_and_afterwards_it_is_too_late(database: Settings, cast: Cast) -> None:
    """A vendor can be taken out until the campaign is sent; a campaign is sent once."""
    helio, corvid = cast.helio.vendor.id, cast.corvid.vendor.id
    campaign = await draft_for(cast.reviewer, a_plan(), [helio, corvid], "Every vendor")
    await leave_out(cast.reviewer, campaign.id, (await place_of(campaign, helio)).id)

    assert 1 == await send_campaign(cast.reviewer, campaign.id)
    await work_off(database, campaign.id)

    assert [corvid] == await reached(campaign)
    with pytest.raises(Conflict):
        await send_campaign(cast.reviewer, campaign.id)
    with pytest.raises(Conflict):
        await leave_out(cast.reviewer, campaign.id, (await place_of(campaign, corvid)).id)


async def test_the_filter_asks_what_stands_about_a_vendor(database: Settings, cast: Cast) -> None:
    """Tier, service, data, state, last assessment and an open questionnaire decide; archived vendors never count."""
    await add_vendors(3)
    await Vendor.update({Vendor.archived: True}).where(Vendor.slug == "vendor-0003")
    await sent_campaign(database, cast, [cast.helio.vendor.id])

    async def found(**asked: object) -> list[str]:
        try:
            campaign = await draft_campaign(cast.reviewer, a_plan(), Filter(**asked))  # type: ignore[arg-type]
        except InvalidForm:
            return []
        rows = await CampaignVendor.select(CampaignVendor.vendor.name).where(
            (CampaignVendor.campaign == campaign.id) & (CampaignVendor.wanted == Wanted.chosen.value)
        )
        return sorted(row["vendor.name"] for row in rows)

    assert ["Corvid Analytics", "Vendor 0001", "Vendor 0002"] == await found()
    assert ["Corvid Analytics", "Helio Payments", "Vendor 0001", "Vendor 0002"] == await found(again=True)
    assert ["Vendor 0001", "Vendor 0002"] == await found(tiers=(Tier.MEDIUM,))
    assert ["Corvid Analytics"] == await found(service="main")
    assert ["Helio Payments"] == await found(again=True, status=Status.something_open)
    assert ["Vendor 0002"] == await found(name="vendor 0002", status=Status.never)
    assert [] == await found(status=Status.rated)
    assert 4 == len(await candidates())
