"""Which of several answers and ratings counts."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

from portal.procurement.facts import CoveredService, RatingFacts, ServiceAnswer, ServiceFacts
from portal.procurement.known import Known
from portal.procurement.standing import answers, rating_for, strictest
from portal.risk.gate import Decision
from portal.risk.levels import DataClass, GateDecision, Grade, Level, Tier

TODAY = date(2026, 11, 21)
CARDS = ServiceFacts(uuid4(), "Cards", "", Tier.MEDIUM, Level.MEDIUM, 3, 2, (DataClass.PAYMENT,))
POST = ServiceFacts(uuid4(), "Post", "", Tier.MEDIUM, Level.MEDIUM, 3, 2, (DataClass.PERSONAL,))


def rating(number: int, *services: ServiceFacts) -> RatingFacts:
    """Make a published rating of some services, newer for a higher number."""
    at = datetime(2026, 11, number, tzinfo=UTC)
    covered = tuple(CoveredService(one.id, one.data) for one in services)
    until = at.date() + timedelta(days=365)
    return RatingFacts(uuid4(), number, Grade.B, Level.LOW, "2026-1", "Miriam Okafor", at, until, "", covered)


def said(decision: GateDecision, until: date | None = None) -> ServiceAnswer:
    """Make an answer."""
    return ServiceAnswer(None, None, Decision(decision, "", (), (), until))


def test_the_strictest_answer_counts() -> None:
    """No comes before expired, expired before conditions, conditions before yes, and of two yeses the shorter one."""
    blocked, expired = said(GateDecision.BLOCKED), said(GateDecision.EXPIRED)
    conditions = said(GateDecision.ALLOWED_WITH_CONDITIONS, TODAY)
    short, long = said(GateDecision.ALLOWED, TODAY), said(GateDecision.ALLOWED, TODAY + timedelta(days=1))

    assert blocked is strictest([long, expired, blocked, conditions])
    assert expired is strictest([conditions, expired])
    assert conditions is strictest([short, conditions])
    assert short is strictest([long, short])


def test_the_newest_rating_that_covers_the_service_counts() -> None:
    """A newer rating of something else speaks only where nothing covers the service."""
    newest, own = rating(9, POST), rating(3, CARDS)

    assert own is rating_for(CARDS, [newest, own])
    assert newest is rating_for(CARDS, [newest])
    assert rating_for(CARDS, []) is None


def test_each_service_is_held_against_its_own_data() -> None:
    """What the rating saw of one service does not cover another's data."""
    narrow = RatingFacts(
        uuid4(), 1, Grade.B, Level.LOW, "2026-1", "Miriam Okafor", datetime(2026, 11, 1, tzinfo=UTC), date(2027, 11, 1), "",
        (CoveredService(CARDS.id, (DataClass.INTERNAL,)), CoveredService(POST.id, (DataClass.PERSONAL, DataClass.PAYMENT))),
    )  # fmt: skip
    vendor = uuid4()
    known = Known({vendor: [CARDS, POST]}, {vendor: [narrow]}, {}, {}, {})

    cards, post = answers(vendor, Tier.MEDIUM, known, TODAY)

    assert "No: the rating does not cover payment data" == cards.decision.headline
    assert GateDecision.ALLOWED is post.decision.decision
