"""Tables of campaigns: one questionnaire to many vendors, the reminders sent, and each person's daily digest."""

from piccolo.columns import UUID, Boolean, Date, ForeignKey, Integer, OnDelete, Serial, Text, Timestamptz, Varchar
from piccolo.table import Table

from portal.assessments.tables import Assessment
from portal.vendors.tables import Vendor


class Campaign(Table, tablename="campaign"):
    """One questionnaire for many vendors until one date; `version` is the stored one that was frozen when it was sent.

    `remind_before` and `remind_after` are days with commas between; `escalate_after` days past the date an owner is told.
    """

    id = UUID(primary_key=True)
    title = Varchar(200)
    questionnaire = Varchar(120)
    version = UUID(default=None, null=True)
    state = Varchar(10, index=True)
    due = Date(default=None, null=True)
    message = Text()
    chosen_by = Text()
    remind_before = Varchar(40)
    remind_after = Varchar(40)
    escalate_after = Integer(default=None, null=True)
    reason = Text()
    owner = Varchar(40)
    owner_name = Varchar(200)
    created_at = Timestamptz(default=None, null=True)
    sent_at = Timestamptz(default=None, null=True)


class CampaignVendor(Table, tablename="campaign_vendor"):
    """One vendor of a campaign: what the worker still has to do for it, or why it could not; one row a vendor."""

    id = UUID(primary_key=True)
    campaign = ForeignKey(Campaign, null=False, on_delete=OnDelete.restrict)
    vendor = ForeignKey(Vendor, null=False, on_delete=OnDelete.restrict)
    assessment = ForeignKey(Assessment, null=True, default=None, on_delete=OnDelete.restrict)
    wanted = Varchar(10)
    problem = Text()
    reason = Text()
    created_at = Timestamptz(default=None, null=True)


class CampaignReminder(Table, tablename="campaign_reminder"):
    """One step taken because of one due date: a reminder to the contact or a word to the owner; each is taken once.

    `step` counts days: 7 is a week before the date, 0 the day itself, -1 the day after.
    """

    id = Serial(primary_key=True)
    place = ForeignKey(CampaignVendor, null=False, on_delete=OnDelete.restrict)
    due = Date(default=None, null=True)
    kind = Varchar(10)
    step = Integer(default=0)
    told = Varchar(254)
    sent_at = Timestamptz(default=None, null=True)


class CampaignDigest(Table, tablename="campaign_digest"):
    """The one mail about campaigns that a person gets on a day."""

    id = Serial(primary_key=True)
    person = Varchar(40)
    day = Date(default=None, null=True)
    sent_at = Timestamptz(default=None, null=True)


class QuestionnaireRule(Table, tablename="questionnaire_rule"):
    """Which questionnaires vendors of a kind get, gone through by `position`. Lists are JSON; an empty one asks nothing.

    With `last` no later rule counts for whoever fits this one.
    """

    id = UUID(primary_key=True)
    position = Integer(default=0)
    name = Varchar(120)
    tiers = Text()
    data = Text()
    access = Text()
    service = Varchar(100)
    questionnaires = Text()
    last = Boolean(default=False)
    created_at = Timestamptz(default=None, null=True)


class Cadence(Table, tablename="cadence"):
    """After how many months vendors of a tier are assessed again; 0: not by themselves."""

    tier = Varchar(10, primary_key=True)
    months = Integer(default=0)
