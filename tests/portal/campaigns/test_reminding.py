"""Reminders: the right day, one mail a contact, each step once; and the owner's one mail a day."""

from datetime import date, datetime, timedelta

import pytest

from portal.assessments.states import AssessmentState
from portal.assessments.tables import Assessment
from portal.assessments.telling import tell_sender
from portal.campaigns.changing import cancel_campaign, extend_campaign
from portal.campaigns.digest import tell_owners
from portal.campaigns.reminding import CLOCK, remind, start_day
from portal.campaigns.steps import is_escalated, step_due
from portal.campaigns.tables import CampaignReminder
from portal.campaigns.working_off import work_off
from portal.core.clock import freeze, now, today
from portal.core.settings import Settings
from portal.core.tables import AuditEntry, Job
from portal.people.tables import Person
from portal.vendors.tables import Vendor
from tests.cast import Cast
from tests.portal.campaigns.many import a_plan, add_vendors, assessment_of, mails_to, sent_campaign

pytestmark = pytest.mark.anyio
DUE = date(2027, 3, 31)


@pytest.fixture(autouse=True)
def running_clock() -> None:
    """Let the clock run again after each test."""
    freeze(None)


def in_days(days: int) -> None:
    """Let so many days go by."""
    moment: datetime = now() + timedelta(days=days)
    freeze(moment)


@pytest.mark.parametrize(
    ("on", "step"),
    [
        (date(2027, 3, 23), None),
        (date(2027, 3, 24), 7),
        (date(2027, 3, 27), 7),  # missed for three days: the step is still said
        (date(2027, 3, 30), 1),
        (date(2027, 3, 31), 0),
        (date(2027, 4, 1), -1),
        (date(2027, 4, 6), -1),
        (date(2027, 4, 7), -7),
        (date(2027, 6, 1), -7),
    ],
)
def test_a_days_step_is_the_latest_that_was_reached(on: date, step: int | None) -> None:
    """Of the days before and after only the latest counts, so that a worker that was away says one thing, not three."""
    assert step == step_due(DUE, on, date(2027, 3, 1), (7, 1), (1, 7))


def test_what_the_invitation_just_said_is_not_said_again() -> None:
    """Sent five days before the date, the reminder of a week ahead is left out, and without days there is none at all."""
    assert step_due(DUE, date(2027, 3, 26), date(2027, 3, 26), (7, 1), ()) is None
    assert 1 == step_due(DUE, date(2027, 3, 30), date(2027, 3, 26), (7, 1), ())
    assert step_due(DUE, DUE, date(2027, 3, 1), (), ()) is None
    assert step_due(DUE, date(2027, 4, 9), date(2027, 3, 1), (7,), ()) == 0
    assert is_escalated(DUE, date(2027, 4, 7), 7)
    assert not is_escalated(DUE, date(2027, 4, 6), 7)


async def test_a_contact_is_reminded_once_a_step(database: Settings, cast: Cast) -> None:
    """A week before the date one mail with a fresh link goes out; looking again, and the day after, brings none."""
    [vendor] = await add_vendors(1)
    await sent_campaign(database, cast, [vendor])
    in_days(23)

    counts = [await remind(database), await remind(database)]
    in_days(1)
    counts.append(await remind(database))

    mails = await mails_to("c@vendor-0001.example")
    assert [1, 0, 0] == counts
    assert 2 == len(mails)
    assert "is due in 7 days" in mails[1].subject
    assert "/invitation#" in mails[1].body
    assert 1 == await AuditEntry.count().where(AuditEntry.action == "campaign.reminded")


async def test_two_questionnaires_are_one_mail(database: Settings, cast: Cast) -> None:
    """A contact with two of them open gets one mail that names both, the most urgent first."""
    [vendor] = await add_vendors(1)
    await sent_campaign(database, cast, [vendor])
    await sent_campaign(database, cast, [vendor], a_plan(28))
    in_days(27)

    assert 1 == await remind(database)

    newest = (await mails_to("c@vendor-0001.example"))[-1]
    assert "2 questionnaires to answer" in newest.subject
    assert 2 == await CampaignReminder.count()


async def test_who_has_submitted_is_left_in_peace(database: Settings, cast: Cast) -> None:
    """Submitted, called off, archived, or put off: no reminder of the old date."""
    vendors = await add_vendors(4)
    campaign = await sent_campaign(database, cast, vendors[:3])
    off = await sent_campaign(database, cast, vendors[3:])
    done = await assessment_of(campaign, vendors[0])
    await Assessment.update({Assessment.state: AssessmentState.submitted.value}).where(Assessment.id == done.id)
    await Vendor.update({Vendor.archived: True}).where(Vendor.id == vendors[1])
    await cancel_campaign(cast.reviewer, off.id, "We stop.")
    await work_off(database, off.id)
    assert campaign.due is not None
    await extend_campaign(cast.reviewer, campaign.id, campaign.due + timedelta(days=30))
    await work_off(database, campaign.id)
    in_days(29)

    assert 0 == await remind(database)

    in_days(24)
    assert 1 == await remind(database)


async def test_owners_get_one_mail_a_day(database: Settings, cast: Cast) -> None:
    """Whoever owns a vendor is told of it when it stays silent; whoever sent the campaign hears what came in; both once."""
    vendors = await add_vendors(3)
    await Vendor.update({Vendor.owner: cast.approver.id}).where(Vendor.id == vendors[0])
    campaign = await sent_campaign(database, cast, vendors)
    in_days(37)
    done = await assessment_of(campaign, vendors[2])
    submitted = {Assessment.state: AssessmentState.submitted.value, Assessment.submitted_at: now()}
    await Assessment.update(submitted).where(Assessment.id == done.id)  # type: ignore[arg-type]

    assert 2 == await tell_owners(database)
    assert 0 == await tell_owners(database)
    in_days(1)
    assert 0 == await tell_owners(database)

    [owner], [sender] = await mails_to(cast.approver.email), await mails_to(cast.reviewer.email)
    assert "Vendor 0001:" in owner.body
    assert "Vendor 0002:" not in owner.body
    assert "Vendor 0002:" in sender.body
    assert "1 of 3 have submitted" in sender.body
    assert "Since the last mail: Vendor 0003." in sender.body


async def test_somebody_is_told_even_when_the_sender_has_left(database: Settings, cast: Cast) -> None:
    """Without an owner and without whoever sent it, an administrator hears of a silent vendor."""
    await sent_campaign(database, cast, await add_vendors(1))
    await Person.update({Person.active: False}).where(Person.email == cast.reviewer.email)
    in_days(37)

    assert 1 == await tell_owners(database)

    assert 1 == len(await mails_to(cast.administrator.email))


async def test_a_campaigns_submission_is_in_the_digest_only(database: Settings, cast: Cast) -> None:
    """A thousand vendors' submissions are not a thousand mails to whoever sent the campaign."""
    [vendor] = await add_vendors(1)
    campaign = await sent_campaign(database, cast, [vendor])
    assessment = await assessment_of(campaign, vendor)
    await Assessment.update({Assessment.receipt: "{}"}).where(Assessment.id == assessment.id)

    await tell_sender(database, assessment.id)

    assert [] == await mails_to(cast.reviewer.email)


async def test_the_day_begins_once(database: Settings) -> None:
    """However often the worker looks, there is one look at the dates a day."""
    await start_day()
    await start_day()

    assert [today().isoformat()] == [job.subject for job in await Job.objects().where(Job.kind == CLOCK)]
