"""Raising findings: from a question of a review, with the quotes of its verdict, or free, about a vendor."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from portal.assessments.tables import Assessment
from portal.core import audit
from portal.core.clock import now, today
from portal.core.database import transaction
from portal.core.errors import InvalidForm, NotFound
from portal.core.numbering import next_number
from portal.core.scope import Can, Principal
from portal.drafts.access import draft_on
from portal.drafts.kinds import DraftKind
from portal.drafts.tables import Draft
from portal.drafts.taking import taken
from portal.findings.tables import Finding
from portal.review.access import review_for
from portal.review.quotes import quotes_to_json
from portal.review.standing import review_of
from portal.risk.levels import FindingState, Severity
from portal.vendors.tables import Service, Vendor


@dataclass(frozen=True, slots=True)
class Shortcoming:
    """What is wrong, how bad it is, and by when it is to be remediated."""

    title: str
    severity: Severity
    due: date | None = None
    description: str = ""


@dataclass(frozen=True, slots=True)
class _Basis:
    """The question a finding is raised on, with the quotes of its verdict and the draft it began as."""

    assessment: Assessment | None = None
    ref: str = ""
    quotes: str = "[]"
    draft: Draft | None = None


async def raise_finding(
    who: Principal, assessment_id: UUID, ref: str, shortcoming: Shortcoming, draft_id: UUID | None = None
) -> Finding:
    """Raise a finding on an answer; the quotes of the verdict that stands are kept with it. Raises NotFound.

    One that began as the person's own draft is said to have done so.
    """
    who.require(Can.review)
    assessment = await review_for(who, assessment_id)
    one = (await review_of(assessment)).find(ref)
    if one is None:
        raise NotFound("This question does not apply, so no finding can stand on it.")
    basis = _Basis(
        assessment,
        ref,
        quotes_to_json(one.verdict.quotes if one.verdict else ()),
        await draft_on(who, draft_id, DraftKind.finding, assessment.id, ref),
    )
    return await _raise(who, assessment.vendor, assessment.service, shortcoming, basis)


async def raise_free_finding(
    who: Principal, vendor_id: UUID, service_id: UUID | None, shortcoming: Shortcoming
) -> Finding:
    """Raise a finding about a vendor, or one of its services, that stands on no question. Raises NotFound."""
    who.require(Can.review)
    if not await Vendor.exists().where(Vendor.id == vendor_id):
        raise NotFound()
    if service_id and not await Service.exists().where((Service.id == service_id) & (Service.vendor == vendor_id)):
        raise NotFound()
    return await _raise(who, vendor_id, service_id, shortcoming)


async def _raise(
    who: Principal,
    vendor_id: UUID,
    service_id: UUID | None,
    shortcoming: Shortcoming,
    on: _Basis | None = None,
) -> Finding:
    on = on or _Basis()
    if shortcoming.due is not None and shortcoming.due < today():
        raise InvalidForm({"due": "Due date: please choose today or a later day."})
    async with transaction():
        finding = Finding(
            number=await next_number(Finding.number),
            vendor=vendor_id,
            service=service_id,
            assessment=on.assessment.id if on.assessment else None,
            ref=on.ref,
            title=" ".join(shortcoming.title.split()),
            description=shortcoming.description.strip(),
            severity=shortcoming.severity.value,
            state=FindingState.OPEN.value,
            due=shortcoming.due,
            quotes=on.quotes,
            remediation="",
            raised_by=who.id,
            raised_by_name=who.name,
            raised_at=now(),
        )
        await finding.save()
        detail: dict[str, object] = {
            "number": finding.number, "title": finding.title, "severity": finding.severity, "ref": on.ref
        }  # fmt: skip
        detail |= await taken(who, on.draft, finding.description)
        await audit.record(who, "finding.raised", finding, detail, vendor=vendor_id)
    return finding
