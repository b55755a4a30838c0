"""More time, the link again, and calling it off: for one vendor and for all, each vendor told once."""

from datetime import timedelta

import pytest

from portal.assessments.inviting import accept_invitation
from portal.assessments.states import AssessmentState
from portal.assessments.tables import Assessment
from portal.campaigns.changing import (
    cancel_campaign,
    cancel_one,
    extend_campaign,
    extend_one,
    resend_one,
    resend_to_unopened,
    try_again,
)
from portal.campaigns.starting import draft_for, send_campaign
from portal.campaigns.working_off import work_off
from portal.core.clock import today
from portal.core.errors import Conflict, InvalidForm, NotAllowed, NotFound
from portal.core.settings import Settings
from tests.cast import Cast
from tests.portal.assessments.sending import COMPANY, mailed_code
from tests.portal.campaigns.many import a_plan, add_vendors, assessment_of, mails_to, place_of, sent_campaign

pytestmark = pytest.mark.anyio


async def test_more_time_for_all_leaves_a_later_date_alone(database: Settings, cast: Cast) -> None:
    """Everybody who still answers gets the new date and a mail; who has a later one already, or submitted, gets neither."""
    vendors = await add_vendors(3)
    campaign = await sent_campaign(database, cast, vendors)
    later, day = today() + timedelta(days=90), today() + timedelta(days=45)
    own = await place_of(campaign, vendors[0])
    await extend_one(database, COMPANY, cast.reviewer, campaign.id, own.id, later)
    done = await assessment_of(campaign, vendors[1])
    await Assessment.update({Assessment.state: AssessmentState.submitted.value}).where(Assessment.id == done.id)

    assert 2 == await extend_campaign(cast.reviewer, campaign.id, day)
    await work_off(database, campaign.id)
    await work_off(database, campaign.id)

    dates = [(await assessment_of(campaign, vendor)).due for vendor in vendors]
    assert [later, campaign.due, day] == dates
    assert [2, 1, 2] == [len(await mails_to(f"c@vendor-000{number}.example")) for number in (1, 2, 3)]
    assert "you have until" in (await mails_to("c@vendor-0003.example"))[-1].body


async def test_an_earlier_date_is_no_extension(database: Settings, cast: Cast) -> None:
    """The day must be later than the campaign's, so that nobody's time is cut short behind their back."""
    campaign = await sent_campaign(database, cast, [cast.helio.vendor.id])
    assert campaign.due is not None

    with pytest.raises(InvalidForm):
        await extend_campaign(cast.reviewer, campaign.id, campaign.due)


async def test_a_new_link_goes_to_who_did_not_open_theirs(database: Settings, cast: Cast) -> None:
    """Whoever came in already gets no second mail; the old link of the others no longer works."""
    vendors = await add_vendors(2)
    campaign = await sent_campaign(database, cast, vendors)
    codes = [(await mails_to(f"c@vendor-000{n}.example"))[0].body.partition("#")[2].split()[0] for n in (1, 2)]
    await accept_invitation(codes[0], "phone")

    assert 1 == await resend_to_unopened(cast.reviewer, campaign.id)
    await work_off(database, campaign.id)

    assert [1, 2] == [len(await mails_to(f"c@vendor-000{number}.example")) for number in (1, 2)]
    with pytest.raises(NotFound):
        await accept_invitation(codes[1], "phone")
    _, opened = await accept_invitation(await mailed_code(), "phone")
    assert (await assessment_of(campaign, vendors[1])).id == opened


async def test_calling_off_tells_why_and_spares_what_was_submitted(database: Settings, cast: Cast) -> None:
    """Who still answers is told the reason; a submitted one stays, and who was not written to yet never is."""
    vendors = await add_vendors(3)
    campaign = await draft_for(cast.reviewer, a_plan(), vendors, "Every vendor")
    await send_campaign(cast.reviewer, campaign.id)
    last = await place_of(campaign, vendors[2])
    await type(last).update({"wanted": "hold"}).where(type(last).id == last.id)
    await work_off(database, campaign.id)
    await type(last).update({"wanted": "send"}).where(type(last).id == last.id)
    done = await assessment_of(campaign, vendors[0])
    await Assessment.update({Assessment.state: AssessmentState.submitted.value}).where(Assessment.id == done.id)

    assert 1 == await cancel_campaign(cast.reviewer, campaign.id, "We changed our mind.")
    await work_off(database, campaign.id)

    assert ["submitted", "cancelled"] == [(await assessment_of(campaign, v)).state for v in vendors[:2]]
    assert "The reason: We changed our mind." in (await mails_to("c@vendor-0002.example"))[-1].body
    assert 1 == len(await mails_to("c@vendor-0001.example"))
    assert [] == await mails_to("c@vendor-0003.example")
    with pytest.raises(Conflict):
        await cancel_campaign(cast.reviewer, campaign.id, "Again.")


async def test_one_vendor_is_called_off_alone(database: Settings, cast: Cast) -> None:
    """The reason is kept with the vendor's mail; the others go on; a second time is a conflict."""
    vendors = await add_vendors(2)
    campaign = await sent_campaign(database, cast, vendors)
    place = await place_of(campaign, vendors[0])

    await cancel_one(database, COMPANY, cast.reviewer, campaign.id, place.id, "You left us.")

    assert ["cancelled", "sent"] == [(await assessment_of(campaign, vendor)).state for vendor in vendors]
    assert "The reason: You left us." in (await mails_to("c@vendor-0001.example"))[-1].body
    with pytest.raises(Conflict):
        await cancel_one(database, COMPANY, cast.reviewer, campaign.id, place.id, "Again.")
    with pytest.raises(Conflict):
        await resend_one(database, COMPANY, cast.reviewer, campaign.id, place.id)


async def test_only_who_may_send_may_change(database: Settings, cast: Cast) -> None:
    """An auditor looks and changes nothing; a contact does not even learn that there is a campaign."""
    campaign = await sent_campaign(database, cast, [cast.helio.vendor.id])
    place = await place_of(campaign, cast.helio.vendor.id)

    for who in (cast.auditor, cast.procurement, cast.helio.who):
        with pytest.raises(NotAllowed):
            await cancel_campaign(who, campaign.id, "No.")
        with pytest.raises(NotAllowed):
            await try_again(who, campaign.id, place.id)
