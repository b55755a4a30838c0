"""Rules and months: who gets what and why, who is due, and that every change of them is on record."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from portal.assessments.states import AssessmentState
from portal.assessments.tables import Assessment
from portal.campaigns.choice import DEFAULT_RULES, Rule, choices, next_due
from portal.campaigns.choosing import Candidate
from portal.campaigns.proposing import draft_proposed, due_now, proposals
from portal.campaigns.rule_pages import rules_page, whom
from portal.campaigns.ruling import add_rule, change_rule, drop_rule, months, move_rule, rules, set_months
from portal.campaigns.starting import Plan
from portal.campaigns.tables import CampaignVendor
from portal.core.clock import now, today
from portal.core.errors import Conflict, InvalidForm, NotAllowed, NotFound
from portal.core.settings import Settings
from portal.core.tables import AuditEntry
from portal.risk.levels import AccessKind, DataClass, Tier
from tests.cast import Cast
from tests.client import Browser
from tests.portal.campaigns.many import a_plan, add_vendors, assessment_of, sent_campaign

pytestmark = pytest.mark.anyio


def a_vendor(tier: Tier | None = Tier.LOW, **more: object) -> Candidate:
    """Return a vendor as rules see it."""
    given: dict[str, object] = {
        "id": uuid4(), "name": "Helio", "tier": tier, "services": (), "data": frozenset(), "reachable": True,
        "assessed": None, "open_keys": frozenset(), "rated": False, **more,
    }  # fmt: skip
    return Candidate(**given)  # type: ignore[arg-type]


def got(order: list[Rule], vendor: Candidate) -> list[tuple[str, str]]:
    """Return what a vendor gets with the reason."""
    return [(choice.key, choice.because) for choice in choices(order, vendor)]


def test_a_low_risk_vendor_gets_the_short_set() -> None:
    """By the rules that come with the program: the core set for the two highest tiers, the short one for everybody else."""
    order = list(DEFAULT_RULES)

    assert [("core", "its tier is high")] == got(order, a_vendor(Tier.HIGH))
    assert [("lite", "the rule is for every vendor")] == got(order, a_vendor(Tier.LOW))
    assert [("lite", "the rule is for every vendor")] == got(order, a_vendor(None))


def test_rules_add_up_in_order_until_one_is_the_last() -> None:
    """Each rule that fits adds its sets, the first that names one explains it, and after a last one nothing counts."""
    order = [
        Rule(uuid4(), "Payment", data=(DataClass.PAYMENT,), questionnaires=("pci", "core")),
        Rule(uuid4(), "Top", (Tier.CRITICAL,), questionnaires=("core", "continuity"), last=True),
        Rule(uuid4(), "Hosts", service="hosting", access=(AccessKind.PRODUCTION,), questionnaires=("host",)),
        Rule(uuid4(), "All", questionnaires=("lite",)),
    ]
    host = {"services": ("Cloud Hosting",), "access": frozenset({AccessKind.PRODUCTION})}
    payment = frozenset({DataClass.PAYMENT})

    top = got(order, a_vendor(Tier.CRITICAL, data=payment, **host))
    assert ["pci", "core", "continuity"] == [key for key, _ in top]
    assert "it touches payment data" == top[1][1]
    assert ["host", "lite"] == [key for key, _ in got(order, a_vendor(Tier.LOW, **host))]
    assert (
        "it has access: access to production systems and it gives the service “Cloud Hosting”"
        == got(order, a_vendor(Tier.LOW, **host))[0][1]
    )
    assert ["lite"] == [key for key, _ in got(order, a_vendor(Tier.LOW, services=("Cloud Hosting",)))]


def test_months_are_counted_from_the_last_answer() -> None:
    """A year later on the same day, or the month's last; who never answered is due at once."""
    on = date(2026, 11, 26)

    assert date(2027, 3, 31) == next_due(date(2026, 3, 31), 12, on)
    assert date(2025, 2, 28) == next_due(date(2024, 2, 29), 12, on)
    assert date(2026, 4, 30) == next_due(date(2025, 10, 31), 6, on)
    assert on == next_due(None, 12, on)


def test_who_is_due_is_proposed_and_who_is_busy_is_not() -> None:
    """Within a month or overdue, the longest first; what is in hand, not yet due, or without months is left out."""
    on, order = date(2026, 11, 26), [Rule(uuid4(), "All", questionnaires=("lite",))]
    every = {Tier.CRITICAL: 12, Tier.HIGH: 12, Tier.MEDIUM: 24, Tier.LOW: 0}
    vendors = [
        a_vendor(Tier.HIGH, name="never"),
        a_vendor(Tier.HIGH, name="soon", answered={"lite": date(2025, 12, 20)}),
        a_vendor(Tier.HIGH, name="late", answered={"lite": date(2025, 1, 2)}),
        a_vendor(Tier.MEDIUM, name="not yet", answered={"lite": date(2025, 1, 2)}),
        a_vendor(Tier.HIGH, name="busy", answered={"lite": date(2025, 1, 2)}, busy_keys=frozenset({"lite"})),
        a_vendor(Tier.LOW, name="no months"),
        a_vendor(None, name="no tier"),
    ]

    assert ["late", "never", "soon"] == [one.vendor.name for one in proposals(vendors, order, every, on)]


async def test_a_change_keeps_all_rules_and_stands_on_record(database: Settings, cast: Cast) -> None:
    """Adding, changing, moving and dropping: the order is kept, each leaves an entry, and the last rule stays."""
    assert list(DEFAULT_RULES) == await rules()

    own = await add_rule(cast.approver, Rule(uuid4(), "Hosts", service="hosting", questionnaires=("core",)))
    await move_rule(cast.approver, own.id, True)
    await move_rule(cast.approver, own.id, True)
    await change_rule(cast.approver, Rule(own.id, "All hosts", (Tier.LOW,), questionnaires=("lite",), last=True))
    order = await rules()
    assert ["All hosts", DEFAULT_RULES[0].name, DEFAULT_RULES[1].name] == [rule.name for rule in order]
    assert (own.id, (Tier.LOW,), True) == (order[0].id, order[0].tiers, order[0].last)
    for rule in DEFAULT_RULES:
        await drop_rule(cast.approver, rule.id)
    with pytest.raises(Conflict):
        await drop_rule(cast.approver, own.id)

    actions = [row["action"] for row in await AuditEntry.select(AuditEntry.action).order_by(AuditEntry.id)]
    ours = [action.partition(".")[2] for action in actions if action.startswith("questionnaire_rule.")]
    assert ["added", "moved", "moved", "changed", "dropped", "dropped"] == ours


async def test_only_approvers_and_administrators_set_rules(database: Settings, cast: Cast) -> None:
    """A reviewer reads them; an unknown questionnaire or rule is refused in words."""
    rule = Rule(uuid4(), "Hosts", questionnaires=("core",))

    with pytest.raises(NotAllowed):
        await add_rule(cast.reviewer, rule)
    with pytest.raises(NotAllowed):
        await set_months(cast.reviewer, {Tier.LOW: 1})
    with pytest.raises(InvalidForm):
        await add_rule(cast.approver, Rule(uuid4(), "Hosts", questionnaires=("no-such-set",)))
    with pytest.raises(NotFound):
        await change_rule(cast.approver, rule)
    assert "Vendors of tier 1 or 2, touching payment data" == whom(
        Rule(uuid4(), "", (Tier.CRITICAL, Tier.HIGH), (DataClass.PAYMENT,))
    )


async def test_months_are_set_by_tier(database: Settings, cast: Cast) -> None:
    """What is set counts at once and is on record with what it was before."""
    await set_months(cast.approver, {Tier.LOW: 48, Tier.HIGH: 6})
    await set_months(cast.approver, {Tier.LOW: 0})

    assert {Tier.CRITICAL: 12, Tier.HIGH: 6, Tier.MEDIUM: 24, Tier.LOW: 0} == await months()
    entry = await AuditEntry.objects().order_by(AuditEntry.id, ascending=False).first()
    assert entry is not None
    assert '{"tier 4":"48 to 0 months"}' == entry.detail


async def test_what_is_due_becomes_a_campaign_for_each_questionnaire(database: Settings, cast: Cast) -> None:
    """Ticked vendors get what the rules choose; whoever answered lately, or has it in hand, is not on the list."""
    vendors = await add_vendors(3, tier="4")
    done = await sent_campaign(database, cast, vendors[:1], a_plan())
    await sent_campaign(database, cast, vendors[1:2], a_plan())
    closed = {Assessment.state: AssessmentState.completed.value, Assessment.submitted_at: now()}
    await Assessment.update(closed).where(Assessment.id == (await assessment_of(done, vendors[0])).id)  # type: ignore[arg-type]
    due = await due_now()
    assert [("Corvid Analytics", "core"), ("Helio Payments", "core"), ("Vendor 0003", "lite")] == [
        (one.vendor.name, one.choice.key) for one in due
    ]

    plan = Plan("", "", today() + timedelta(days=30))
    made = await draft_proposed(cast.reviewer, plan, None)
    with pytest.raises(InvalidForm):
        await draft_proposed(cast.reviewer, plan, [])

    assert ["core", "lite"] == [one.questionnaire for one in made]
    assert [2, 1] == [await CampaignVendor.count().where(CampaignVendor.campaign == one.id) for one in made]
    assert made[0].title.startswith(f"Due {today():%B %Y}: ")


async def test_the_pages_say_who_gets_what_and_why(browser: Browser, database: Settings, cast: Cast) -> None:
    """A reviewer sees the rules, what one vendor gets and why, and prepares a campaign of those who are due."""
    await browser.become(cast.reviewer)

    shown = (await browser.get("/campaigns/rules?vendor=helio-payments")).text
    listed = (await browser.get("/campaigns/due")).text
    mark = (await due_now())[0].mark
    made = await browser.submit("/campaigns/due", {"due": "2099-01-01", "marks": mark})

    assert "gets <b>Core due diligence</b> because its tier is high" in shown
    assert "/campaigns/rules/new" not in shown
    assert "because its tier is high" in listed
    assert 303 == made.status_code
    assert 422 == (await browser.submit("/campaigns/due", {"due": "2099-01-01"})).status_code
    page = await rules_page(cast.reviewer, "helio-payments")
    assert [2, 0] == [line.vendors for line in page.lines]
    vendor = (await browser.get("/vendors/helio-payments")).text
    assert "/assessments/new?vendor=helio-payments&amp;questionnaire=core" in vendor
    assert "because its tier is high; due today." in vendor
