"""Pure: from what is known of a vendor to the gate's inputs and its decisions, one a service."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from portal.procurement.facts import CoveredService, RatingFacts, ServiceAnswer, ServiceFacts
from portal.procurement.known import Known
from portal.risk.gate import GateInputs, RatingStanding, ServiceAsked, decide
from portal.risk.levels import DataClass, GateDecision, Tier

# From the strictest answer to the mildest.
STRICTNESS = (
    GateDecision.BLOCKED,
    GateDecision.EXPIRED,
    GateDecision.ALLOWED_WITH_CONDITIONS,
    GateDecision.ALLOWED,
)


def answers(vendor: UUID, tier: Tier | None, known: Known, today: date) -> tuple[ServiceAnswer, ...]:
    """Decide for each service in use; for a vendor without one, decide once without a service."""
    services = known.services.get(vendor, [])
    if not services:
        return (_answer(vendor, tier, None, known, today),)
    return tuple(_answer(vendor, service.tier, service, known, today) for service in services)


def strictest(given: Sequence[ServiceAnswer]) -> ServiceAnswer:
    """Return the strictest of some answers; of equals, the one that holds for the shortest time, then the first."""
    return min(given, key=lambda one: (STRICTNESS.index(one.decision.decision), one.decision.valid_until or date.max))


def rating_for(service: ServiceFacts | None, ratings: Sequence[RatingFacts]) -> RatingFacts | None:
    """Return the newest rating that covers the service, else the newest of any.

    A rating of another service is returned too, so that the answer says "does not cover" and not "never rated".
    """
    covering = (rating for rating in ratings if service is None or coverage(rating, service))
    return next(covering, next(iter(ratings), None))


def _answer(vendor: UUID, tier: Tier | None, service: ServiceFacts | None, known: Known, today: date) -> ServiceAnswer:
    rating = rating_for(service, known.ratings.get(vendor, []))
    asked = ServiceAsked(str(service.id), service.name, service.data) if service else None
    inputs = GateInputs(
        today=today,
        tier=tier,
        rating=_standing(rating, known, service) if rating else None,
        service=asked,
        open_critical=tuple(
            one.title
            for one in known.open_critical.get(vendor, [])
            if service is None or one.service in (None, service.id)
        ),
        missing=known.missing.get(vendor, ()),
    )
    return ServiceAnswer(service, rating, decide(inputs))


def _standing(rating: RatingFacts, known: Known, service: ServiceFacts | None) -> RatingStanding:
    covered = coverage(rating, service) if service else rating.covered
    return RatingStanding(
        grade=rating.grade,
        residual=rating.residual,
        approved_on=rating.approved_at.date(),
        valid_until=rating.valid_until,
        services=tuple(str(one.id) for one in covered),
        data=tuple(kind for kind in DataClass if any(kind in one.data for one in covered)),
        conditions=tuple(known.conditions.get(rating.id, [])),
    )


def coverage(rating: RatingFacts, service: ServiceFacts) -> tuple[CoveredService, ...]:
    """Return what the rating looked at of this service, as its frozen record lists it."""
    return tuple(one for one in rating.covered if one.id == service.id)
