"""Procurement gets one plain answer, with every rule's outcome behind it."""

import json
from dataclasses import replace
from datetime import date

import pytest

from portal.risk.gate import (
    ConditionStanding,
    Decision,
    GateInputs,
    GateRule,
    RatingStanding,
    ServiceAsked,
    decide,
    decision_to_json,
    valid_until,
)
from portal.risk.levels import DataClass, GateDecision, Grade, Level, Owner, Tier
from portal.risk.validity import months_later

TODAY = date(2026, 11, 21)
RETEST = ConditionStanding(
    "Auditor's retest of leaver access", "2 of 25 leavers", Owner.VENDOR, date(2027, 1, 31), False
)
NOTICE = ConditionStanding("Breach notice within 24 hours", "The answer says 72", Owner.PROCUREMENT, None, False)
CARDS = ServiceAsked("cards", "Card processing API", (DataClass.PAYMENT, DataClass.PERSONAL))
RATING = RatingStanding(
    grade=Grade.B,
    residual=Level.MEDIUM,
    approved_on=date(2026, 11, 14),
    valid_until=date(2027, 11, 14),
    services=("cards",),
    data=(DataClass.PERSONAL, DataClass.PAYMENT),
    conditions=(),
)
ASKED = GateInputs(TODAY, Tier.CRITICAL, RATING, CARDS)


def asked(**rating: object) -> GateInputs:
    """Ask about the card service, its rating changed in these members."""
    return replace(ASKED, rating=replace(RATING, **rating))  # type: ignore[arg-type]


def test_yes() -> None:
    """A valid, good rating that covers the service is a yes, for as long as the rating holds."""
    decision = decide(ASKED)

    assert (GateDecision.ALLOWED, "Yes") == (decision.decision, decision.headline)
    assert date(2027, 11, 14) == decision.valid_until
    assert all(reason.passed for reason in decision.reasons)
    assert 8 == len(decision.reasons)


def test_yes_with_conditions() -> None:
    """Open conditions are counted and listed, and the yes holds until the first of them is due."""
    decision = decide(asked(conditions=(RETEST, NOTICE, replace(RETEST, title="Done", met=True))))

    assert GateDecision.ALLOWED_WITH_CONDITIONS == decision.decision
    assert "Yes, with 2 conditions" == decision.headline
    assert (NOTICE, RETEST) == decision.conditions
    assert date(2027, 1, 31) == decision.valid_until


def test_one_condition_is_singular() -> None:
    """One condition is one condition."""
    assert "Yes, with 1 condition" == decide(asked(conditions=(NOTICE,))).headline


def test_never_rated() -> None:
    """Without a rating the answer is no, and says what is missing."""
    never = replace(ASKED, rating=None)

    decision = decide(replace(never, missing=("No questionnaire was sent.",)))

    assert (GateDecision.BLOCKED, "No: this partner has not been rated") == (decision.decision, decision.headline)
    assert "No questionnaire was sent." == decision.reasons[0].text
    assert "a second person has to approve" in decide(never).reasons[0].text
    assert decision.valid_until is None


@pytest.mark.parametrize(
    ("inputs", "headline", "rule"),
    [
        (asked(services=("payroll",)), "No: the rating does not cover Card processing API", "service_not_covered"),
        (asked(data=(DataClass.PERSONAL,)), "No: the rating does not cover payment data", "data_not_covered"),
        (asked(grade=Grade.E), "No: grade E is not enough for tier 1", "grade_too_low"),
        (asked(grade=Grade.D), "No: grade D is not enough for tier 1", "grade_too_low"),
        (replace(asked(grade=Grade.F), tier=Tier.LOW), "No: grade F is not enough", "grade_too_low"),
        (asked(residual=Level.CRITICAL), "No: the residual risk is critical", "residual_critical"),
        (replace(ASKED, open_critical=("Keys in the repository",)), "No: 1 critical finding is open", None),
        (replace(ASKED, open_critical=("Keys", "Logs")), "No: 2 critical findings are open", "critical_finding"),
        (replace(ASKED, tier=None), "No: the tier is not known", "no_tier"),
        (
            asked(conditions=(replace(RETEST, due=date(2026, 11, 20)), NOTICE)),
            "No: a condition is overdue since 20 November 2026",
            "condition_overdue",
        ),
    ],
)
def test_no(inputs: GateInputs, headline: str, rule: str | None) -> None:
    """Each rule on its own can stand in the way, and the headline says which."""
    decision = decide(inputs)

    assert (GateDecision.BLOCKED, headline) == (decision.decision, decision.headline)
    assert 1 == sum(not reason.passed for reason in decision.reasons)
    assert rule in (None, decision.reasons[0].rule)
    assert () == decision.conditions


def test_expired() -> None:
    """The day after the last valid day the answer is not now."""
    last_day = decide(replace(asked(valid_until=TODAY), today=TODAY))
    decision = decide(asked(approved_on=date(2025, 11, 14), valid_until=date(2026, 11, 14)))

    assert GateDecision.ALLOWED == last_day.decision
    assert GateDecision.EXPIRED == decision.decision
    assert "Not now: the rating expired on 14 November 2026" == decision.headline


def test_a_risen_tier_shortens_the_rating() -> None:
    """A rating given for three years holds for one once the vendor is tier 1."""
    low = asked(approved_on=date(2025, 6, 1), valid_until=date(2028, 6, 1))

    assert GateDecision.ALLOWED == decide(replace(low, tier=Tier.LOW)).decision
    assert "Not now: the rating expired on 1 June 2026" == decide(low).headline


def test_blocked_weighs_more_than_expired() -> None:
    """A rating both too low and expired is a no, not a not now, and both reasons are given."""
    decision = decide(asked(grade=Grade.F, valid_until=date(2026, 11, 1)))

    assert GateDecision.BLOCKED == decision.decision
    assert [GateRule.GRADE_TOO_LOW, GateRule.EXPIRED] == [one.rule for one in decision.reasons if not one.passed]


def test_grade_d_will_do_below_tier_1() -> None:
    """Grade D is enough for tiers 2 to 4."""
    for tier in (Tier.HIGH, Tier.MEDIUM, Tier.LOW):
        assert GateDecision.ALLOWED == decide(replace(asked(grade=Grade.D), tier=tier)).decision


def test_less_data_than_rated_is_covered() -> None:
    """A service that touches less than was looked at, or nothing, is covered."""
    for data in ((DataClass.PERSONAL,), (DataClass.NONE,), ()):
        assert GateDecision.ALLOWED == decide(replace(ASKED, service=replace(CARDS, data=data))).decision


def test_without_a_service_the_coverage_is_not_asked() -> None:
    """Asked about the partner alone, the gate answers for what the rating covers."""
    decision = decide(replace(ASKED, service=None))

    assert GateDecision.ALLOWED == decision.decision
    assert GateRule.SERVICE_NOT_COVERED not in {reason.rule for reason in decision.reasons}


def test_a_condition_due_today_is_not_overdue() -> None:
    """A condition can be met until the end of its day."""
    decision = decide(asked(conditions=(replace(RETEST, due=TODAY),)))

    assert (GateDecision.ALLOWED_WITH_CONDITIONS, TODAY) == (decision.decision, decision.valid_until)


def test_the_record_is_canonical() -> None:
    """A decision is written with sorted keys, the same bytes each time."""
    decision: Decision = decide(asked(conditions=(NOTICE,)))
    record = decision_to_json(decision)

    assert record == decision_to_json(decide(asked(conditions=(NOTICE,))))
    assert list(json.loads(record)) == sorted(json.loads(record))
    assert "2027-11-14" == json.loads(record)["valid_until"]


@pytest.mark.parametrize(
    ("tier", "until"),
    [
        (Tier.CRITICAL, date(2027, 11, 14)),
        (Tier.HIGH, date(2027, 11, 14)),
        (Tier.MEDIUM, date(2028, 11, 14)),
        (Tier.LOW, date(2029, 11, 14)),
    ],
)
def test_validity_by_tier(tier: Tier, until: date) -> None:
    """Ratings hold 12, 12, 24 and 36 months."""
    assert until == valid_until(date(2026, 11, 14), tier)


def test_months_end_where_the_month_ends() -> None:
    """A day that a month does not have is its last."""
    assert date(2025, 2, 28) == months_later(date(2024, 2, 29), 12)
    assert date(2027, 1, 31) == months_later(date(2026, 12, 31), 1)
