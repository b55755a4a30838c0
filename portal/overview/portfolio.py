"""Every vendor with what stands about it, read in a fixed number of queries however many vendors there are."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import msgspec

from portal.assessments.states import AssessmentState
from portal.assessments.tables import Assessment
from portal.core.clock import today
from portal.evidence.expiry import DatedDocument, dated_documents, still_leading
from portal.findings.tables import Finding
from portal.overview.evidence_counts import contradictions
from portal.ratings.states import RatingState
from portal.ratings.tables import Condition, RatingRecord
from portal.risk.levels import DataClass, FindingState, Grade, Level, Tier
from portal.vendors.profiles import level_of, tier_of
from portal.vendors.tables import Service, Vendor

SOON = 60
"""How many days before its end a document or rating is said to expire."""


class _DataOnly(msgspec.Struct):
    """The one member of a profile that the register filters by; reading whole profiles would be most of its time."""

    data: tuple[DataClass, ...]


_PROFILE = msgspec.json.Decoder(_DataOnly)


@dataclass(frozen=True, slots=True)
class Work:
    """An assessment that is not cancelled."""

    id: UUID
    title: str
    state: AssessmentState
    due: date | None
    created_at: datetime
    submitted_at: datetime | None
    response: UUID
    questionnaire: UUID

    @property
    def with_vendor(self) -> bool:
        """Whether the vendor is to answer now."""
        return self.state.answerable

    @property
    def to_review(self) -> bool:
        """Whether it waits for a reviewer."""
        return self.state in (AssessmentState.submitted, AssessmentState.in_review)

    @property
    def overdue(self) -> bool:
        """Whether the vendor is past the date."""
        return self.with_vendor and self.due is not None and self.due < today()


@dataclass(frozen=True, slots=True)
class Rated:
    """The rating in force."""

    id: UUID
    grade: Grade
    residual: Level
    valid_until: date | None
    conditions: int

    @property
    def days_left(self) -> int | None:
        """Days until it ends; negative once it has."""
        return None if self.valid_until is None else (self.valid_until - today()).days

    @property
    def valid(self) -> bool:
        """Whether it still holds today."""
        return self.days_left is None or self.days_left >= 0


@dataclass(frozen=True, slots=True)
class Proposed:
    """A rating that waits for approval, or one that came back to its drafter."""

    id: UUID
    drafted_by: str
    drafted_by_name: str
    returned: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """One vendor with everything that the register says of it."""

    vendor: Vendor
    services: tuple[str, ...]
    data: frozenset[DataClass]
    tier: Tier | None
    works: tuple[Work, ...]
    rated: Rated | None
    proposed: tuple[Proposed, ...]
    findings: int
    findings_overdue: int
    contradicted: int
    documents: tuple[DatedDocument, ...]
    expired: frozenset[UUID]

    @property
    def work(self) -> Work | None:
        """The newest assessment."""
        return self.works[0] if self.works else None

    @property
    def what(self) -> str:
        """What the vendor does for us, in one line."""
        return str(self.vendor.summary) or ", ".join(self.services)

    @property
    def expiring(self) -> tuple[DatedDocument, ...]:
        """Documents that have ended or end soon, unless a newer one of the kind holds longer."""
        return tuple(document for document in self.documents if (document.until - today()).days <= SOON)


async def portfolio() -> list[Standing]:
    """Return every vendor, the archived ones too, by name."""
    vendors = await Vendor.objects().order_by(Vendor.name)
    services, works, ratings = await _services(), await _works(), await _ratings()
    findings, overdue = await _findings()
    contradicted, documents = await contradictions(), await dated_documents()
    leading, expired = _by_vendor(still_leading(documents)), _expired(documents)
    return [
        Standing(
            vendor=vendor,
            services=tuple(name for name, _ in services.get(vendor.id, ())),
            data=frozenset(kind for _, data in services.get(vendor.id, ()) for kind in data),
            tier=tier_of(vendor.tier),
            works=tuple(mine := works.get(vendor.id, [])),
            rated=ratings[0].get(vendor.id),
            proposed=tuple(ratings[1].get(vendor.id, [])),
            findings=findings[vendor.id],
            findings_overdue=overdue[vendor.id],
            contradicted=contradicted.get(mine[0].id, 0) if mine else 0,
            documents=tuple(leading.get(vendor.id, [])),
            expired=expired.get(vendor.id, frozenset()),
        )
        for vendor in vendors
    ]


async def _services() -> dict[UUID, list[tuple[str, tuple[DataClass, ...]]]]:
    columns = (Service.vendor, Service.name, Service.profile)
    found: dict[UUID, list[tuple[str, tuple[DataClass, ...]]]] = {}
    for row in await Service.select(*columns).where(Service.active.eq(True)).order_by(Service.name):
        data = _PROFILE.decode(row["profile"]).data
        found.setdefault(row["vendor"], []).append((row["name"], data))
    return found


async def _works() -> dict[UUID, list[Work]]:
    columns = (
        Assessment.id, Assessment.vendor, Assessment.title, Assessment.state, Assessment.due, Assessment.created_at,
        Assessment.submitted_at, Assessment.response, Assessment.questionnaire,
    )  # fmt: skip
    shown = Assessment.state.not_in([AssessmentState.cancelled.value, AssessmentState.draft.value])
    found: dict[UUID, list[Work]] = {}
    for row in await Assessment.select(*columns).where(shown).order_by(Assessment.created_at, ascending=False):
        vendor, state = row.pop("vendor"), AssessmentState(row.pop("state"))
        found.setdefault(vendor, []).append(Work(state=state, **row))
    return found


async def _ratings() -> tuple[dict[UUID, Rated], dict[UUID, list[Proposed]]]:
    unmet = Counter(row["rating"] for row in await Condition.select(Condition.rating).where(Condition.met_at.is_null()))
    columns = (
        RatingRecord.id, RatingRecord.vendor, RatingRecord.state, RatingRecord.grade, RatingRecord.residual,
        RatingRecord.valid_until, RatingRecord.drafted_by, RatingRecord.drafted_by_name, RatingRecord.refused_note,
    )  # fmt: skip
    wanted = RatingRecord.state.is_in(
        [RatingState.draft.value, RatingState.proposed.value, RatingState.published.value]
    )
    rated: dict[UUID, Rated] = {}
    proposed: dict[UUID, list[Proposed]] = {}
    for row in await RatingRecord.select(*columns).where(wanted).order_by(RatingRecord.approved_at):
        state = RatingState(row["state"])
        if state is RatingState.published:
            rated[row["vendor"]] = _worse(rated.get(row["vendor"]), _rated(row, unmet[row["id"]]))
        elif state is RatingState.proposed or row["refused_note"]:
            one = Proposed(row["id"], row["drafted_by"], row["drafted_by_name"], state is RatingState.draft)
            proposed.setdefault(row["vendor"], []).append(one)
    return rated, proposed


def _rated(row: dict[str, object], conditions: int) -> Rated:
    residual = level_of(str(row["residual"])) or Level.CRITICAL
    until = row["valid_until"]
    assert until is None or isinstance(until, date)
    return Rated(UUID(str(row["id"])), Grade(str(row["grade"])), residual, until, conditions)


def _worse(one: Rated | None, other: Rated) -> Rated:
    """Of the ratings of several services, the register shows the one with most risk left."""
    if one is None:
        return other
    return max(one, other, key=lambda rated: (rated.residual.rank, rated.grade.rank))


async def _findings() -> tuple[Counter[UUID], Counter[UUID]]:
    rows = await Finding.select(Finding.vendor, Finding.due).where(Finding.state == FindingState.OPEN.value)
    late = Counter(row["vendor"] for row in rows if row["due"] is not None and row["due"] < today())
    return Counter(row["vendor"] for row in rows), late


def _by_vendor(documents: list[DatedDocument]) -> dict[UUID, list[DatedDocument]]:
    found: dict[UUID, list[DatedDocument]] = {}
    for document in sorted(documents, key=lambda document: document.until):
        found.setdefault(document.vendor, []).append(document)
    return found


def _expired(documents: list[DatedDocument]) -> dict[UUID, frozenset[UUID]]:
    found: dict[UUID, set[UUID]] = {}
    for document in documents:
        if document.until < today():
            found.setdefault(document.vendor, set()).add(document.document)
    return {vendor: frozenset(ended) for vendor, ended in found.items()}
