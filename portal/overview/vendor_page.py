"""Everything that stands about one vendor, on one page."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from portal.assessments.progress import Progress, Questioned, progress
from portal.assessments.states import AssessmentState
from portal.assessments.tables import Assessment
from portal.assistant.drafting.queries import newest_summary
from portal.campaigns.proposing import Wish, wishes_for
from portal.core.clock import today
from portal.core.scope import Can, Principal
from portal.drafts.tables import Draft
from portal.evidence.queries import EvidenceLine, evidence_lines
from portal.findings.standing import number_words
from portal.findings.tables import Finding
from portal.overview.activity import Event, recent_events
from portal.overview.evidence_counts import Counts, evidence_counts
from portal.people.tables import Person
from portal.ratings.states import RatingState
from portal.ratings.tables import RatingRecord
from portal.risk.levels import FindingState, Grade, Level, Severity, Tier
from portal.vendors.profiles import level_of, profile_from_json, tier_of
from portal.vendors.queries import TierView, tier_view
from portal.vendors.tables import Contact, Service, Vendor

_MOST = 50


@dataclass(frozen=True, slots=True)
class ServiceLine:
    """A service with its tier and why."""

    id: UUID
    name: str
    summary: str
    active: bool
    tier: Tier | None
    why: TierView


@dataclass(frozen=True, slots=True)
class AssessmentLine:
    """An assessment and how far it is."""

    id: UUID
    title: str
    state: AssessmentState
    service: str
    due: date | None
    overdue: bool
    counts: Counts
    progress: Progress | None


@dataclass(frozen=True, slots=True)
class FindingLine:
    """A finding that is not settled."""

    id: UUID
    number: str
    title: str
    severity: Severity
    due: date | None
    overdue: bool


@dataclass(frozen=True, slots=True)
class RatingLine:
    """A rating, in force or on its way."""

    id: UUID
    number: int
    state: RatingState
    service: str
    grade: Grade | None
    residual: Level | None
    valid_until: date | None
    expired: bool


@dataclass(frozen=True, slots=True)
class VendorPage:
    """A vendor with all that hangs on it."""

    vendor: Vendor
    owner: str
    tier: Tier | None
    inherent: Level | None
    services: list[ServiceLine]
    contacts: list[Contact]
    assessments: list[AssessmentLine]
    wishes: list[Wish]
    documents: list[EvidenceLine]
    findings: list[FindingLine]
    ratings: list[RatingLine]
    summary: Draft | None
    events: list[Event]
    tabs: list[tuple[str, str, bool, int | None]]
    may_edit: bool
    may_send: bool
    may_check: bool

    @property
    def rating(self) -> RatingLine | None:
        """The newest rating in force."""
        return next((one for one in self.ratings if one.state is RatingState.published), None)


async def vendor_page(who: Principal, vendor: Vendor) -> VendorPage:
    """Return everything about a vendor that its page shows."""
    rows = await Service.objects().where(Service.vendor == vendor.id).order_by(Service.name)
    names = {row.id: row.name for row in rows}
    services = [_service(row) for row in sorted(rows, key=lambda row: (not row.active, row.tier, row.name))]
    contacts = await Contact.objects().where(Contact.vendor == vendor.id).order_by(Contact.name)
    documents = await evidence_lines(vendor.id)
    findings = await _findings(vendor)
    ratings = await _ratings(vendor, names)
    assessments = await _assessments(vendor, names, documents)
    owner = await Person.select(Person.name).where(Person.id == vendor.owner).first() if vendor.owner else None
    return VendorPage(
        vendor=vendor,
        owner=owner["name"] if owner else "",
        tier=tier_of(vendor.tier),
        inherent=level_of(vendor.inherent),
        services=services,
        contacts=sorted(contacts, key=lambda contact: not contact.active),
        assessments=assessments,
        wishes=await wishes_for(vendor),
        documents=documents,
        findings=findings,
        ratings=ratings,
        summary=await newest_summary(vendor.id),
        events=await recent_events(vendor.id, 8),
        tabs=_tabs(vendor, len(services), len(contacts), len(documents), len(assessments), len(findings), len(ratings)),
        may_edit=who.can(Can.edit_vendors),
        may_send=who.can(Can.assess) and not vendor.archived,
        may_check=who.can(Can.check),
    )


def _service(row: Service) -> ServiceLine:
    return ServiceLine(
        row.id, row.name, row.summary, row.active, tier_of(row.tier), tier_view(profile_from_json(row.profile))
    )


async def _assessments(
    vendor: Vendor, services: dict[UUID, str], documents: list[EvidenceLine]
) -> list[AssessmentLine]:
    rows = await (
        Assessment.objects()
        .where(Assessment.vendor == vendor.id)
        .order_by(Assessment.created_at, ascending=False)
        .limit(_MOST)
    )
    stale = frozenset(document.document for document in documents if document.stale)
    verdicts = await evidence_counts([row.id for row in rows], stale)
    asked = [Questioned(row.id, row.response, row.questionnaire) for row in rows if row.id not in verdicts]
    far = await progress(asked)
    return [_assessment(row, services, verdicts.get(row.id, {}), far.get(row.id)) for row in rows]


def _assessment(row: Assessment, services: dict[UUID, str], counts: Counts, far: Progress | None) -> AssessmentLine:
    state = AssessmentState(row.state)
    late = state.answerable and row.due is not None and row.due < today()
    return AssessmentLine(row.id, row.title, state, services.get(row.service, ""), row.due, late, counts, far)


async def _findings(vendor: Vendor) -> list[FindingLine]:
    rows = await (
        Finding.objects()
        .where((Finding.vendor == vendor.id) & (Finding.state == FindingState.OPEN.value))
        .order_by(Finding.due)
        .limit(_MOST)
    )
    return [
        FindingLine(
            row.id,
            number_words(row),
            row.title,
            Severity(row.severity),
            row.due,
            row.due is not None and row.due < today(),
        )
        for row in rows
    ]


async def _ratings(vendor: Vendor, services: dict[UUID, str]) -> list[RatingLine]:
    rows = await (
        RatingRecord.objects()
        .where(RatingRecord.vendor == vendor.id)
        .order_by(RatingRecord.drafted_at, ascending=False)
        .limit(_MOST)
    )
    return [
        RatingLine(
            row.id,
            row.number,
            RatingState(row.state),
            services.get(row.service, ""),
            Grade(row.grade) if row.grade else None,
            level_of(row.residual),
            row.valid_until,
            row.valid_until is not None and row.valid_until < today(),
        )
        for row in rows
    ]


def _tabs(vendor: Vendor, *counts: int) -> list[tuple[str, str, bool, int | None]]:
    base = f"/vendors/{vendor.slug}"
    services, contacts, documents, assessments, findings, ratings = counts
    return [
        ("Overview", base, True, None),
        ("Assessments", f"{base}#assessments", False, assessments),
        ("Findings", f"{base}#findings", False, findings),
        ("Services", f"{base}#services", False, services),
        ("Contacts", f"{base}#contacts", False, contacts),
        ("Documents", f"{base}/documents", False, documents),
        ("Ratings", f"{base}#ratings", False, ratings),
        ("Assistant", f"{base}/assistant", False, None),
    ]
