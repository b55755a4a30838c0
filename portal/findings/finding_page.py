"""What the page of one finding shows: the quotes it stands on, its risk acceptances and its history."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

import msgspec

from knowledge.citations import Quote
from portal.assessments.tables import Assessment
from portal.core.clock import today
from portal.core.scope import Can, Principal
from portal.core.tables import AuditEntry
from portal.findings.access import finding_for
from portal.findings.listing import FindingLine, lines_of
from portal.findings.standing import acceptances_of
from portal.findings.tables import Finding, RiskAcceptance
from portal.review.quotes import quotes_from_json, short_name, viewer_url
from portal.vendors.tables import Vendor

_ACTIONS = {
    "finding.raised": ("Raised", "bad"),
    "finding.remediated": ("Remediated", "ok"),
    "finding.reopened": ("Opened again", "warn"),
    "finding.risk_accepted": ("Risk accepted", "warn"),
}


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


def _why_not(who: Principal, raised_it: bool) -> str:
    if not who.can(Can.accept_risk):
        return "Accepting a risk is for an approver."
    return "You raised this finding, so another approver has to decide." if raised_it else ""


def _shown(quote: Quote) -> QuoteShown:
    return QuoteShown(quote.text, f"{short_name(quote.document)} {quote.place}", viewer_url(quote))


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
