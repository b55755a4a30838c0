"""The answer of the gate as a program gets it: one shape for the command, the API and the signed statement."""

from datetime import date, datetime
from uuid import UUID

import msgspec

from portal.procurement.facts import GateAnswer, RatingFacts, ServiceFacts


class PartnerOut(msgspec.Struct, frozen=True):
    """The vendor."""

    slug: str
    name: str


class ServiceOut(msgspec.Struct, frozen=True):
    """The service, and the kinds of data it touches."""

    id: UUID
    name: str
    data: list[str]


class RatingOut(msgspec.Struct, frozen=True):
    """The published rating that the answer stands on, with the hash of its frozen record."""

    id: UUID
    number: int
    grade: str
    residual: str
    method: str
    approved_by: str
    approved_on: date
    valid_until: date
    record_hash: str


class ReasonOut(msgspec.Struct, frozen=True):
    """One rule, and how it came out."""

    rule: str
    passed: bool
    text: str


class ConditionOut(msgspec.Struct, frozen=True):
    """One open condition; without a due day it is to be met before signing."""

    title: str
    why: str
    owner: str
    due: date | None


class CheckOut(msgspec.Struct, frozen=True):
    """May we sign? `decision` is allowed, allowed_with_conditions, blocked or expired."""

    decision: str
    headline: str
    reasons: list[ReasonOut]
    conditions: list[ConditionOut]
    valid_until: date | None
    vendor: PartnerOut
    service: ServiceOut | None
    tier: str | None
    rating: RatingOut | None
    at: datetime


def plain(answer: GateAnswer) -> CheckOut:
    """Return the answer in plain values."""
    decision, service = answer.decision, answer.service
    tier = service.tier if service else answer.partner.tier
    return CheckOut(
        decision=decision.decision.value,
        headline=decision.headline,
        reasons=[ReasonOut(one.rule.value, one.passed, one.text) for one in decision.reasons],
        conditions=[ConditionOut(one.title, one.why, one.owner.value, one.due) for one in decision.conditions],
        valid_until=decision.valid_until,
        vendor=PartnerOut(answer.partner.slug, answer.partner.name),
        service=_service(service) if service else None,
        tier=tier.value if tier else None,
        rating=_rating(answer.rating) if answer.rating else None,
        at=answer.at,
    )


def _service(service: ServiceFacts) -> ServiceOut:
    return ServiceOut(service.id, service.name, [kind.value for kind in service.data])


def _rating(rating: RatingFacts) -> RatingOut:
    return RatingOut(
        id=rating.id,
        number=rating.number,
        grade=rating.grade.value,
        residual=rating.residual.value,
        method=rating.method,
        approved_by=rating.approved_by,
        approved_on=rating.approved_at.date(),
        valid_until=rating.valid_until,
        record_hash=rating.record_hash,
    )
