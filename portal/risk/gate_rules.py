"""The rules of the procurement gate, one function each: what is looked at, how it came out, in a sentence."""

from collections.abc import Callable
from datetime import date

from portal.risk.gate_inputs import ConditionStanding, GateInputs, GateReason, GateRule, RatingStanding
from portal.risk.levels import DataClass, Grade, Level, Tier
from portal.risk.validity import standing_until
from portal.risk.wording import counted, listed, long_date

LOWEST_GRADE = Grade.D
LOWEST_GRADE_TIER_1 = Grade.C
DEFAULT_MISSING = (
    "An assessment has to be answered, reviewed and rated, and a second person has to approve the rating.",
)


def never_rated(missing: tuple[str, ...]) -> GateReason:
    """Say what stands between a partner and its first rating."""
    text = " ".join(missing or DEFAULT_MISSING)
    return GateReason(GateRule.NOT_RATED, False, text, "this partner has not been rated")


def tier_rule(inputs: GateInputs, rating: RatingStanding) -> list[GateReason]:
    """Without a tier there is no telling which grade is enough."""
    if inputs.tier is not None:
        return [GateReason(GateRule.NO_TIER, True, f"Tier {inputs.tier.label}")]
    return [GateReason(GateRule.NO_TIER, False, "No service of this partner has a tier yet", "the tier is not known")]


def service_rule(inputs: GateInputs, rating: RatingStanding) -> list[GateReason]:
    """A rating speaks for the services it looked at, and no other."""
    if inputs.service is None:
        return []
    name = inputs.service.name
    if inputs.service.key in rating.services:
        return [GateReason(GateRule.SERVICE_NOT_COVERED, True, f"The rating covers {name}")]
    text = f"The rating was given for other services; {name} has to be assessed"
    return [GateReason(GateRule.SERVICE_NOT_COVERED, False, text, f"the rating does not cover {name}")]


def data_rule(inputs: GateInputs, rating: RatingStanding) -> list[GateReason]:
    """A service that now touches more than was assessed needs a new rating."""
    if inputs.service is None:
        return []
    new = tuple(kind for kind in DataClass if kind in inputs.service.data and kind not in rating.data)
    words = listed(tuple(kind.label.lower() for kind in new if kind is not DataClass.NONE))
    if not words:
        return [GateReason(GateRule.DATA_NOT_COVERED, True, "The rating covers all data that the service touches")]
    text = f"The service now touches {words}, which the rating did not look at"
    return [GateReason(GateRule.DATA_NOT_COVERED, False, text, f"the rating does not cover {words}")]


def grade_rule(inputs: GateInputs, rating: RatingStanding) -> list[GateReason]:
    """E and F are never enough, and D is not for tier 1."""
    first = inputs.tier is Tier.CRITICAL
    lowest = LOWEST_GRADE_TIER_1 if first else LOWEST_GRADE
    where = " for tier 1" if first else ""
    text = f"Grade {rating.grade.value}; the lowest that may be signed{where} is {lowest.value}"
    passed = rating.grade.rank <= lowest.rank
    return [GateReason(GateRule.GRADE_TOO_LOW, passed, text, f"grade {rating.grade.value} is not enough{where}")]


def residual_rule(inputs: GateInputs, rating: RatingStanding) -> list[GateReason]:
    """A risk still critical after all controls is not signed for."""
    text = f"Residual risk {rating.residual.label.lower()}"
    passed = rating.residual is not Level.CRITICAL
    return [GateReason(GateRule.RESIDUAL_CRITICAL, passed, text, "the residual risk is critical")]


def finding_rule(inputs: GateInputs, rating: RatingStanding) -> list[GateReason]:
    """A critical finding stands in the way until it is remediated or its risk accepted."""
    titles = inputs.open_critical
    if not titles:
        return [GateReason(GateRule.CRITICAL_FINDING, True, "No critical finding is open")]
    headline = f"{counted(len(titles), 'critical finding is', 'critical findings are')} open"
    return [GateReason(GateRule.CRITICAL_FINDING, False, f"Open: {listed(titles)}", headline)]


def overdue_rule(inputs: GateInputs, rating: RatingStanding) -> list[GateReason]:
    """A condition not met in time takes the yes back."""
    late = [(one.due, one.title) for one in open_conditions(rating) if one.due and one.due < inputs.today]
    if not late:
        return [GateReason(GateRule.CONDITION_OVERDUE, True, "No condition is overdue")]
    return [_overdue(due, title) for due, title in sorted(late)]


def expiry_rule(inputs: GateInputs, rating: RatingStanding) -> list[GateReason]:
    """A rating holds for as long as the tier allows, as the tier is today."""
    until = standing_until(rating.approved_on, rating.valid_until, inputs.tier)
    if inputs.today <= until:
        return [GateReason(GateRule.EXPIRED, True, f"The rating is valid until {long_date(until)}")]
    text = f"The rating of {long_date(rating.approved_on)} expired on {long_date(until)}"
    return [GateReason(GateRule.EXPIRED, False, text, f"the rating expired on {long_date(until)}")]


def open_conditions(rating: RatingStanding) -> tuple[ConditionStanding, ...]:
    """List the conditions not met yet, those before signing first, then by due day."""
    left = (one for one in rating.conditions if not one.met)
    return tuple(sorted(left, key=lambda one: (one.due or date.min, one.title)))


def _overdue(due: date, title: str) -> GateReason:
    text = f"{title}: was due on {long_date(due)}"
    return GateReason(GateRule.CONDITION_OVERDUE, False, text, f"a condition is overdue since {long_date(due)}")


Rule = Callable[[GateInputs, RatingStanding], list[GateReason]]
RULES: tuple[Rule, ...] = (
    tier_rule,
    service_rule,
    data_rule,
    grade_rule,
    residual_rule,
    finding_rule,
    overdue_rule,
    expiry_rule,
)
