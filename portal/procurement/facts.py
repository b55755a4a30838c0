"""The facts that an answer of the gate stands on, as plain values."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from portal.risk.gate import Decision
from portal.risk.levels import DataClass, Grade, Level, Tier


@dataclass(frozen=True, slots=True)
class PartnerFacts:
    """The vendor that the question is about."""

    id: UUID
    slug: str
    name: str
    summary: str
    tier: Tier | None


@dataclass(frozen=True, slots=True)
class ServiceFacts:
    """One service in use, with the data it touches today."""

    id: UUID
    name: str
    summary: str
    tier: Tier | None
    inherent: Level | None
    likelihood: int
    impact: int
    data: tuple[DataClass, ...]

    @property
    def data_words(self) -> str:
        """The data it touches, in words."""
        return ", ".join(kind.label.lower() for kind in self.data) or DataClass.NONE.label.lower()


@dataclass(frozen=True, slots=True)
class CoveredService:
    """A service as the published rating looked at it."""

    id: UUID
    data: tuple[DataClass, ...]


@dataclass(frozen=True, slots=True)
class RatingFacts:
    """A published rating; `covered` is what its frozen record says it looked at."""

    id: UUID
    number: int
    grade: Grade
    residual: Level
    method: str
    approved_by: str
    approved_at: datetime
    valid_until: date
    record_hash: str
    covered: tuple[CoveredService, ...]

    def covers(self, service: UUID) -> bool:
        """Say whether the rating looked at this service."""
        return any(one.id == service for one in self.covered)


@dataclass(frozen=True, slots=True)
class CriticalFinding:
    """A critical finding that is open; without a service it is about the whole vendor."""

    title: str
    service: UUID | None


@dataclass(frozen=True, slots=True)
class ServiceAnswer:
    """The gate's decision for one service; without a service, for a vendor that has none."""

    service: ServiceFacts | None
    rating: RatingFacts | None
    decision: Decision

    @property
    def grade(self) -> Grade | None:
        """The grade to be shown: none where the rating is about another service."""
        return grade_shown(self.rating, self.service)


@dataclass(frozen=True, slots=True)
class GateAnswer:
    """The answer to "may we sign?", and what was known at the moment it was given.

    Without a service asked for, every service in use is looked at: `services` holds each answer, and the strictest one
    is the answer.
    """

    partner: PartnerFacts
    asked_service: bool
    service: ServiceFacts | None
    rating: RatingFacts | None
    decision: Decision
    services: tuple[ServiceAnswer, ...]
    at: datetime

    @property
    def grade(self) -> Grade | None:
        """The grade to be shown: none where the rating is about another service."""
        return grade_shown(self.rating, self.service)


def grade_shown(rating: RatingFacts | None, service: ServiceFacts | None) -> Grade | None:
    """Return the rating's grade if it looked at the service."""
    if rating is None or (service is not None and not rating.covers(service.id)):
        return None
    return rating.grade
