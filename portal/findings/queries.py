"""What the pages that list findings show, and the form that raises one."""

from dataclasses import dataclass, field, replace
from datetime import date
from urllib.parse import urlencode
from uuid import UUID

from piccolo.columns.combination import Where, WhereRaw

from portal.core.clock import today
from portal.core.errors import NotFound
from portal.core.scope import Can, Principal
from portal.drafts.access import draft_for
from portal.drafts.kinds import DraftKind
from portal.drafts.showing import DraftShown, shown
from portal.findings.listing import FindingLine, lines_of
from portal.findings.standing import is_overdue
from portal.findings.tables import Finding
from portal.risk.levels import FindingState, Severity
from portal.vendors.access import vendor_by_id_for
from portal.vendors.tables import Service, Vendor

_MOST = 200


@dataclass(frozen=True, slots=True)
class Asked:
    """What a list of findings is narrowed to."""

    state: str = ""
    severity: str = ""
    overdue: bool = False
    vendor: str = ""

    def url(self, **changes: object) -> str:
        """Return the address of the list with some of this changed."""
        given = {"state": self.state, "severity": self.severity, "overdue": self.overdue, "vendor": self.vendor}
        query = urlencode({name: "1" if value is True else value for name, value in (given | changes).items() if value})
        return f"/findings?{query}" if query else "/findings"


@dataclass(frozen=True, slots=True)
class FindingsPage:
    """The list of findings."""

    lines: list[FindingLine]
    total: int
    asked: Asked
    states: list[tuple[FindingState, int]]
    severities: list[Severity]
    overdue: int
    vendor_name: str
    may_raise: bool


@dataclass(frozen=True, slots=True)
class NewFindingPage:
    """The form that raises a finding."""

    vendor: Vendor | None
    vendors: list[tuple[str, str]]
    services: list[tuple[str, str]]
    severities: list[tuple[str, str]]
    errors: dict[str, str] = field(default_factory=dict)
    entered: dict[str, str] = field(default_factory=dict)
    draft: DraftShown | None = None


@dataclass(frozen=True, slots=True)
class FindingsAbout:
    """The findings on one question."""

    lines: list[FindingLine]


async def findings_page(who: Principal, asked: Asked) -> FindingsPage:
    """Return the list of findings, gravest first. Raises NotFound for a vendor that does not exist."""
    vendor = await _vendor(asked.vendor) if asked.vendor else None
    rows = await Finding.objects().where(_of(vendor)).order_by(Finding.number, ascending=False).limit(2000)
    day = today()
    chosen = [row for row in rows if _matches(row, asked, day)]
    chosen.sort(
        key=lambda row: (row.state != FindingState.OPEN.value, -Severity(row.severity).rank, row.due or date.max)
    )
    return FindingsPage(
        lines=await lines_of(chosen[:_MOST]),
        total=len(rows),
        asked=asked,
        states=[(state, sum(row.state == state.value for row in rows)) for state in reversed(FindingState)],
        severities=list(reversed(Severity)),
        overdue=sum(is_overdue(row, day) for row in rows),
        vendor_name=vendor.name if vendor else "",
        may_raise=who.can(Can.review),
    )


async def new_finding_page(
    slug: str, errors: dict[str, str] | None = None, entered: dict[str, str] | None = None
) -> NewFindingPage:
    """Return the form; without a vendor it first asks for one."""
    severities = [(one.value, one.label) for one in reversed(Severity)]
    if not slug:
        vendors = await Vendor.objects().where(Vendor.archived.eq(False)).order_by(Vendor.name).limit(2000)
        return NewFindingPage(None, [(v.slug, v.name) for v in vendors], [], severities)
    vendor = await _vendor(slug)
    services = await Service.objects().where(Service.vendor == vendor.id).order_by(Service.name)
    return NewFindingPage(vendor, [], [(str(s.id), s.name) for s in services], severities, errors or {}, entered or {})


async def drafted_finding_page(who: Principal, draft_id: UUID) -> NewFindingPage:
    """Return the form filled in from the person's own draft; raises NotFound for anybody else's."""
    row = await draft_for(who, draft_id)
    vendor = await vendor_by_id_for(who, row.vendor)
    if row.kind != DraftKind.finding.value:
        raise NotFound()
    entered = {"assessment": str(row.assessment), "ref": row.ref, "draft": str(row.id), "title": row.title}
    entered |= {"severity": row.severity, "description": row.text}
    return replace(await new_finding_page(vendor.slug, None, entered), draft=shown(row))


async def findings_about(assessment_id: UUID, ref: str) -> FindingsAbout:
    """Return the findings on one question of an assessment."""
    rows = await Finding.objects().where((Finding.assessment == assessment_id) & (Finding.ref == ref)).limit(50)
    return FindingsAbout(await lines_of(sorted(rows, key=lambda row: row.number)))


def _of(vendor: Vendor | None) -> Where | WhereRaw:
    return Finding.vendor == vendor.id if vendor else WhereRaw("1 = 1")


def _matches(row: Finding, asked: Asked, day: date) -> bool:
    state = asked.state not in set(FindingState) or row.state == asked.state
    severity = asked.severity not in set(Severity) or row.severity == asked.severity
    return state and severity and (not asked.overdue or is_overdue(row, day))


async def _vendor(slug: str) -> Vendor:
    vendor = await Vendor.objects().where(Vendor.slug == slug).first()
    if vendor is None:
        raise NotFound()
    return vendor
