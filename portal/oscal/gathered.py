"""What an export in OSCAL is written from."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from knowledge.citations import Quote
from portal.assessments.tables import Assessment
from portal.evidence.tables import Evidence
from portal.findings.tables import Finding, RiskAcceptance
from portal.procurement.standard import StandardLine
from portal.programme.tables import Catalog, Requirement
from portal.ratings.tables import RatingRecord
from portal.review.standing import Standing
from portal.vendors.tables import Vendor


@dataclass(frozen=True, slots=True)
class Base:
    """What both kinds of export stand on; `quotes` are those that were found again just now."""

    company: str
    vendor: Vendor
    findings: list[Finding]
    acceptances: dict[UUID, list[RiskAcceptance]]
    quotes: frozenset[Quote]
    documents: dict[UUID, Evidence]
    at: datetime


@dataclass(frozen=True, slots=True)
class Assessed:
    """One assessment with its review, the standard it is held against, and its rating where one was approved."""

    base: Base
    assessment: Assessment
    service: str
    review: Standing
    lines: tuple[StandardLine, ...]
    requirements: dict[str, Requirement]
    catalogs: dict[UUID, Catalog]
    rating: RatingRecord | None = None
    by_question: dict[str, list[Requirement]] = field(default_factory=dict)
