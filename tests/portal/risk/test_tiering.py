"""Tiers follow from what a service touches, each point with its reason."""

from dataclasses import replace
from itertools import product

import pytest

from portal.risk.levels import AccessKind, Criticality, DataClass, Level, Records, Replaceability, Tier
from portal.risk.tiering import ServiceProfile, most_critical, tiering

QUIET = ServiceProfile(
    data=(DataClass.NONE,),
    records=Records.NONE,
    access=AccessKind.NONE,
    criticality=Criticality.MONTHS,
    internet_facing=False,
    sub_processors=False,
    replaceability=Replaceability.EASY,
)
CARDS = ServiceProfile(
    data=(DataClass.PERSONAL, DataClass.PAYMENT),
    records=Records.MILLIONS,
    access=AccessKind.DATA_ONLY,
    criticality=Criticality.HOURS,
    internet_facing=True,
    sub_processors=True,
    replaceability=Replaceability.HARD,
)
PAYROLL = replace(CARDS, data=(DataClass.PERSONAL,), records=Records.THOUSANDS, criticality=Criticality.WEEKS)


@pytest.mark.parametrize(
    ("profile", "likelihood", "impact", "inherent", "tier"),
    [
        (QUIET, 1, 1, Level.LOW, Tier.LOW),
        (CARDS, 5, 4, Level.CRITICAL, Tier.CRITICAL),
        (PAYROLL, 4, 3, Level.HIGH, Tier.HIGH),
        (replace(QUIET, access=AccessKind.PRIVILEGED), 3, 4, Level.HIGH, Tier.HIGH),
        (replace(QUIET, criticality=Criticality.HOURS), 1, 4, Level.MEDIUM, Tier.HIGH),
        (replace(QUIET, data=(DataClass.SPECIAL,), records=Records.THOUSANDS), 1, 4, Level.MEDIUM, Tier.HIGH),
        (replace(QUIET, data=(DataClass.INTERNAL,), access=AccessKind.DATA_ONLY), 1, 2, Level.LOW, Tier.LOW),
        (replace(QUIET, data=(DataClass.PERSONAL,), internet_facing=True), 2, 2, Level.LOW, Tier.LOW),
    ],
)
def test_examples(profile: ServiceProfile, likelihood: int, impact: int, inherent: Level, tier: Tier) -> None:
    """Known services land where the rules say."""
    result = tiering(profile)

    assert (likelihood, impact, inherent, tier) == (result.likelihood, result.impact, result.inherent, result.tier)


def test_reasons_add_up() -> None:
    """The reasons' points are the likelihood points and the impact, to the point."""
    for access, records, criticality in product(AccessKind, Records, Criticality):
        result = tiering(replace(CARDS, access=access, records=records, criticality=criticality))
        points = {"likelihood": 0, "impact": 0, "tier": 0}
        for reason in result.reasons:
            points[reason.factor] += reason.points

        assert {"likelihood": result.likelihood_points, "impact": result.impact, "tier": 0} == points


def test_more_exposure_never_lowers_the_tier() -> None:
    """Deeper access, more records or less time to do without never make a service less critical."""
    for access, records, criticality in product(AccessKind, Records, Criticality):
        here = replace(QUIET, data=(DataClass.PERSONAL,), access=access, records=records, criticality=criticality)
        for worse in _worse(here):
            before, after = tiering(here), tiering(worse)

            assert after.tier.number <= before.tier.number
            assert after.inherent.rank >= before.inherent.rank


def test_the_floor_is_explained() -> None:
    """A tier lifted because severe harm is possible says so."""
    result = tiering(replace(QUIET, criticality=Criticality.HOURS))

    assert "Severe harm is possible, so the tier is at least 2" == result.reasons[-1].text


def test_the_vendor_has_its_most_critical_services_tier() -> None:
    """Of several services the most critical decides, and without services nothing does."""
    assert tiering(CARDS) == most_critical([tiering(QUIET), tiering(CARDS), tiering(PAYROLL)])
    assert most_critical([]) is None


def test_hard_to_replace_counts_as_a_step() -> None:
    """A service that is hard to replace does one step more harm, unless we can do without it for months."""
    weeks = replace(QUIET, criticality=Criticality.WEEKS)

    assert 3 == tiering(replace(weeks, replaceability=Replaceability.HARD)).impact
    assert 1 == tiering(replace(QUIET, replaceability=Replaceability.HARD)).impact


def _worse(profile: ServiceProfile) -> list[ServiceProfile]:
    steps = [
        replace(profile, internet_facing=True),
        replace(profile, sub_processors=True),
        replace(profile, replaceability=Replaceability.HARD),
        *(replace(profile, data=(*profile.data, kind)) for kind in DataClass),
    ]
    steps += [replace(profile, access=kind) for kind in AccessKind if kind.rank > profile.access.rank]
    steps += [replace(profile, records=band) for band in Records if band.rank > profile.records.rank]
    return steps + [replace(profile, criticality=one) for one in Criticality if one.rank > profile.criticality.rank]
