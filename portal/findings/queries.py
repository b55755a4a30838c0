"""What the pages about findings show."""

from dataclasses import dataclass, field
from datetime import date, datetime
from urllib.parse import urlencode
from uuid import UUID

import msgspec
from piccolo.columns.combination import Where, WhereRaw

from knowledge.citations import Quote
from portal.assessments.tables import Assessment
from portal.core.clock import today
from portal.core.errors import NotFound
from portal.core.scope import Can, Principal
from portal.core.tables import AuditEntry
from portal.findings.access import finding_for
from portal.findings.standing import acceptances_of, is_overdue, number_words
from portal.findings.tables import Finding, RiskAcceptance
from portal.review.quotes import quotes_from_json, short_name, viewer_url
from portal.risk.levels import FindingState, Severity
from portal.vendors.tables import Service, Vendor

_MOST = 200
_ACTIONS = {
    "finding.raised": ("Raised", "bad"),
    "finding.remediated": ("Remediated", "ok"),
    "finding.reopened": ("Opened again", "warn"),
    "finding.risk_accepted": ("Risk accepted", "warn"),
}


@dataclass(frozen=True, slots=True)
class FindingLine:
    """One finding in a list; `until` is the last day of its newest risk acceptance."""

    id: UUID
    number: str
    title: str
    vendor: str
    service: str
    severity: Severity
    state: FindingState
    due: date | None
    overdue: bool
    until: date | None
    lapsed: bool

    @property
    def tone(self) -> str:
        """The colour of its state."""
        if self.overdue or self.lapsed:
            return "bad"
        return {FindingState.OPEN: "warn", FindingState.REMEDIATED: "ok"}.get(self.state, "info")


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


@dataclass(frozen=True, slots=True)
class FindingEvent:
    """One thing that happened to a finding."""

    at: datetime
    title: str
    text: str
    who: str
    tone: str


@dataclass(frozen=True, slots=True)
class QuoteShown:
    """One quote a finding stands on."""

    text: str
    label: str
    url: str


@dataclass(frozen=True, slots=True)
class FindingPage:
    """One finding."""

    finding: Finding
    line: FindingLine
    slug: str
    assessment_title: str
    quotes: list[QuoteShown]
    acceptances: list[RiskAcceptance]
    events: list[FindingEvent]
    may_review: bool
    may_accept: bool
    why_not_accept: str
    today: date
    errors: dict[str, str] = field(default_factory=dict)
    entered: dict[str, str] = field(default_factory=dict)


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


async def finding_page(
    who: Principal, finding_id: UUID, errors: dict[str, str] | None = None, entered: dict[str, str] | None = None
) -> FindingPage:
    """Return one finding with its history; raises NotFound."""
    finding = await finding_for(who, finding_id)
    vendor = await Vendor.objects().get(Vendor.id == finding.vendor)
    assert vendor is not None
    assessment = await Assessment.objects().get(Assessment.id == finding.assessment) if finding.assessment else None
    raised_it = finding.raised_by == who.id
    return FindingPage(
        finding=finding,
        line=(await lines_of([finding]))[0],
        slug=vendor.slug,
        assessment_title=assessment.title if assessment else "",
        quotes=[_shown(quote) for quote in quotes_from_json(finding.quotes)],
        acceptances=(await acceptances_of([finding.id])).get(finding.id, []),
        events=await _events(finding),
        may_review=who.can(Can.review),
        may_accept=who.can(Can.accept_risk) and not raised_it,
        why_not_accept=_why_not(who, raised_it),
        today=today(),
        errors=errors or {},
        entered=entered or {},
    )


async def findings_about(assessment_id: UUID, ref: str) -> FindingsAbout:
    """Return the findings on one question of an assessment."""
    rows = await Finding.objects().where((Finding.assessment == assessment_id) & (Finding.ref == ref)).limit(50)
    return FindingsAbout(await lines_of(sorted(rows, key=lambda row: row.number)))


async def lines_of(rows: list[Finding]) -> list[FindingLine]:
    """Return findings as lists show them, in three queries."""
    if not rows:
        return []
    vendors = await Vendor.select(Vendor.id, Vendor.name).where(Vendor.id.is_in(list({row.vendor for row in rows})))
    services = await Service.select(Service.id, Service.name).where(
        Service.vendor.is_in(list({row.vendor for row in rows}))
    )
    names = {row["id"]: row["name"] for row in [*vendors, *services]}
    accepted = await acceptances_of([row.id for row in rows])
    return [_line(row, names, accepted.get(row.id, [])) for row in rows]


def _line(row: Finding, names: dict[UUID, str], acceptances: list[RiskAcceptance]) -> FindingLine:
    state, day = FindingState(row.state), today()
    until = acceptances[-1].until if acceptances and state is FindingState.ACCEPTED else None
    return FindingLine(
        id=row.id,
        number=number_words(row),
        title=row.title,
        vendor=names.get(row.vendor, ""),
        service=names.get(row.service, ""),
        severity=Severity(row.severity),
        state=state,
        due=row.due,
        overdue=is_overdue(row, day),
        until=until,
        lapsed=until is not None and until < day,
    )


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


def _why_not(who: Principal, raised_it: bool) -> str:
    if not who.can(Can.accept_risk):
        return "Accepting a risk is for an approver."
    return "You raised this finding, so another approver has to decide." if raised_it else ""


def _shown(quote: Quote) -> QuoteShown:
    return QuoteShown(quote.text, f"{short_name(quote.document)} p. {quote.page}", viewer_url(quote))


async def _events(finding: Finding) -> list[FindingEvent]:
    rows = await (
        AuditEntry.objects()
        .where((AuditEntry.subject_kind == "finding") & (AuditEntry.subject_id == str(finding.id)))
        .order_by(AuditEntry.id, ascending=False)
        .limit(50)
    )
    return [_event(row) for row in rows]


def _event(row: AuditEntry) -> FindingEvent:
    title, tone = _ACTIONS.get(row.action, (row.action, "mute"))
    detail: dict[str, object] = msgspec.json.decode(row.detail)
    text = str(detail.get("note") or detail.get("reason") or "")
    if "until" in detail:
        title = f"{title} until {detail['until']}"
    return FindingEvent(row.at, title, text, row.actor_name, tone)
