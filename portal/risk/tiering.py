"""What a service touches, reaches and holds up gives its inherent risk and tier, each point with its reason.

Likelihood is a sum: every way in adds points, and the sum is read off a scale. Impact is the worst single harm, because
two moderate harms do not make a severe one.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from portal.risk.levels import AccessKind, Criticality, DataClass, Level, Records, Replaceability, Tier
from portal.risk.matrix import MAX_IMPACT, cell

ACCESS_POINTS = {
    AccessKind.NONE: 0,
    AccessKind.DATA_ONLY: 1,
    AccessKind.NETWORK: 2,
    AccessKind.PRODUCTION: 3,
    AccessKind.PRIVILEGED: 4,
}
RECORD_POINTS = {
    Records.NONE: 0,
    Records.HUNDREDS: 0,
    Records.THOUSANDS: 1,
    Records.HUNDRED_THOUSANDS: 1,
    Records.MILLIONS: 2,
}
INTERNET_POINTS = 2
SUB_PROCESSOR_POINTS = 1
# Likelihood from the sum of points: the first row whose floor is reached.
LIKELIHOOD_SCALE = ((6, 5), (5, 4), (3, 3), (2, 2), (0, 1))

DATA_IMPACT = {
    DataClass.NONE: 1,
    DataClass.INTERNAL: 2,
    DataClass.PERSONAL: 2,
    DataClass.SPECIAL: 3,
    DataClass.PAYMENT: 3,
    DataClass.CREDENTIALS: 4,
}
# From this band of records on, the harm of a data class is one step worse.
MANY_RECORDS = {
    DataClass.PERSONAL: Records.HUNDRED_THOUSANDS,
    DataClass.SPECIAL: Records.THOUSANDS,
    DataClass.PAYMENT: Records.HUNDRED_THOUSANDS,
}
ACCESS_IMPACT = {
    AccessKind.NONE: 1,
    AccessKind.DATA_ONLY: 1,
    AccessKind.NETWORK: 2,
    AccessKind.PRODUCTION: 3,
    AccessKind.PRIVILEGED: 4,
}
CRITICALITY_IMPACT = {Criticality.MONTHS: 1, Criticality.WEEKS: 2, Criticality.DAYS: 3, Criticality.HOURS: 4}

TIER_BY_LEVEL = {Level.CRITICAL: Tier.CRITICAL, Level.HIGH: Tier.HIGH, Level.MEDIUM: Tier.MEDIUM, Level.LOW: Tier.LOW}
# A service that could do severe harm is never below this tier, however unlikely that is.
SEVERE_HARM_FLOOR = Tier.HIGH


@dataclass(frozen=True, slots=True)
class ServiceProfile:
    """What is known of a service before any of its vendor's controls are looked at."""

    data: tuple[DataClass, ...]
    records: Records
    access: AccessKind
    criticality: Criticality
    internet_facing: bool
    sub_processors: bool
    replaceability: Replaceability


@dataclass(frozen=True, slots=True)
class TierReason:
    """One statement about a service, and the points it adds to its factor: likelihood, impact or tier."""

    text: str
    factor: str
    points: int


@dataclass(frozen=True, slots=True)
class Tiering:
    """A service's tier and inherent risk; the reasons add up to `likelihood_points` and to `impact`."""

    tier: Tier
    likelihood: int
    impact: int
    inherent: Level
    likelihood_points: int
    reasons: tuple[TierReason, ...]


def tiering(profile: ServiceProfile) -> Tiering:
    """Work out likelihood, impact, inherent risk and tier of a service."""
    likely = likelihood_reasons(profile)
    harmful = impact_reasons(profile)
    points = sum(reason.points for reason in likely)
    likelihood = next(level for floor, level in LIKELIHOOD_SCALE if points >= floor)
    impact = sum(reason.points for reason in harmful)
    inherent = cell(likelihood, impact)
    tier, why = tier_of(inherent, impact)
    return Tiering(tier, likelihood, impact, inherent, points, (*likely, *harmful, why))


def likelihood_reasons(profile: ServiceProfile) -> tuple[TierReason, ...]:
    """List each way in, with the points it adds."""
    stated = (
        (f"Access: {profile.access.label.lower()}", ACCESS_POINTS[profile.access]),
        ("Reachable from the internet", INTERNET_POINTS if profile.internet_facing else 0),
        ("Passes work on to other companies", SUB_PROCESSOR_POINTS if profile.sub_processors else 0),
        (f"Records held: {profile.records.label.lower()}", RECORD_POINTS[profile.records]),
    )
    return tuple(TierReason(text, "likelihood", points) for text, points in stated if points)


def impact_reasons(profile: ServiceProfile) -> tuple[TierReason, ...]:
    """List each harm that raises the impact, with the steps it adds; the first step is for any service."""
    reasons = [TierReason("Any service can do minor harm", "impact", 1)]
    reached = 1
    for text, impact in _harms(profile):
        if impact > reached:
            reasons.append(TierReason(text, "impact", impact - reached))
            reached = impact
    return tuple(reasons)


def tier_of(inherent: Level, impact: int) -> tuple[Tier, TierReason]:
    """Read the tier off the inherent risk, and lift it where severe harm is possible."""
    tier = TIER_BY_LEVEL[inherent]
    if impact == MAX_IMPACT and tier.number > SEVERE_HARM_FLOOR.number:
        text = f"Severe harm is possible, so the tier is at least {SEVERE_HARM_FLOOR.number}"
        return SEVERE_HARM_FLOOR, TierReason(text, "tier", 0)
    return tier, TierReason(f"Inherent risk {inherent.label.lower()} means tier {tier.number}", "tier", 0)


def most_critical(tierings: Iterable[Tiering]) -> Tiering | None:
    """Return the tiering that decides a vendor's tier: its most critical service's; None without services."""
    return min(tierings, key=lambda one: (one.tier.number, -one.impact, -one.likelihood), default=None)


def _harms(profile: ServiceProfile) -> tuple[tuple[str, int], ...]:
    data = tuple(
        (f"Data: {kind.label}", _data_impact(kind, profile.records)) for kind in DataClass if kind in profile.data
    )
    access = (f"Misuse of access: {profile.access.label.lower()}", ACCESS_IMPACT[profile.access])
    return (*data, access, _standstill(profile))


def _data_impact(kind: DataClass, records: Records) -> int:
    many = MANY_RECORDS.get(kind)
    worse = many is not None and records.rank >= many.rank
    return DATA_IMPACT[kind] + (1 if worse else 0)


def _standstill(profile: ServiceProfile) -> tuple[str, int]:
    impact = CRITICALITY_IMPACT[profile.criticality]
    text = f"We can do without it for: {profile.criticality.label.lower()}"
    if profile.replaceability is Replaceability.HARD and 1 < impact < MAX_IMPACT:
        return f"{text}, and it is hard to replace", impact + 1
    return text, impact
