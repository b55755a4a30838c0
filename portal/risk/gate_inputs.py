"""What the procurement gate looks at and how each of its rules comes out."""

from dataclasses import dataclass
from datetime import date

from portal.risk.levels import DataClass, Grade, Labelled, Level, Owner, Tier


class GateRule(Labelled):
    """The rules, in the order in which a headline names them."""

    NOT_RATED = "not_rated", "Rated"
    NO_TIER = "no_tier", "Tier known"
    SERVICE_NOT_COVERED = "service_not_covered", "Service covered"
    DATA_NOT_COVERED = "data_not_covered", "Data covered"
    GRADE_TOO_LOW = "grade_too_low", "Grade"
    RESIDUAL_CRITICAL = "residual_critical", "Residual risk"
    CRITICAL_FINDING = "critical_finding", "Critical findings"
    CONDITION_OVERDUE = "condition_overdue", "Conditions on time"
    EXPIRED = "expired", "Rating valid"


@dataclass(frozen=True, slots=True)
class ConditionStanding:
    """A condition of the rating and whether it is met; without a due day it is to be met before signing."""

    title: str
    why: str
    owner: Owner
    due: date | None
    met: bool


@dataclass(frozen=True, slots=True)
class RatingStanding:
    """What a published rating says; services are named by key, and `valid_until` is the last day it holds."""

    grade: Grade
    residual: Level
    approved_on: date
    valid_until: date
    services: tuple[str, ...]
    data: tuple[DataClass, ...]
    conditions: tuple[ConditionStanding, ...]


@dataclass(frozen=True, slots=True)
class ServiceAsked:
    """The service that is to be bought, and the data it will touch."""

    key: str
    name: str
    data: tuple[DataClass, ...]


@dataclass(frozen=True, slots=True)
class GateInputs:
    """All that the gate looks at.

    Without a service the question is about what the rating covers. `missing` says what stands between a partner never
    rated and a rating. `open_critical` holds the titles of critical findings neither remediated nor accepted.
    """

    today: date
    tier: Tier | None
    rating: RatingStanding | None
    service: ServiceAsked | None = None
    open_critical: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GateReason:
    """One rule, how it came out, and whether it stands in the way."""

    rule: GateRule
    passed: bool
    text: str
    headline: str = ""
