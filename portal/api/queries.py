"""What the API's lists and items are read from."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from knowledge.facts import facts_from_json
from knowledge.tables import Document
from portal.api.paging import Page, RowNumber, cursor_after, key_of
from portal.api.shapes import (
    AnsweredOut,
    AssessmentOut,
    EvidenceDetailOut,
    EvidenceOut,
    FactOut,
    RatingListOut,
    SectionOut,
    VendorOut,
    VendorServiceOut,
)
from portal.assessments.queries import assessment_page
from portal.assessments.staff_pages import AnswerLine
from portal.core.errors import NotFound
from portal.core.scope import Can, Principal
from portal.evidence.access import evidence_for
from portal.evidence.fact_lines import fact_lines
from portal.evidence.queries import EvidenceLine, evidence_lines
from portal.ratings.states import RatingState
from portal.ratings.tables import RatingRecord
from portal.vendors.profiles import profile_from_json
from portal.vendors.tables import Service, Vendor

_OPEN_STATES = [RatingState.published.value, RatingState.superseded.value]


async def vendors(cursor: str, limit: int) -> Page[VendorOut]:
    """Return vendors by slug."""
    after = key_of(cursor, str)
    query = Vendor.objects().order_by(Vendor.slug).limit(limit + 1)
    rows = await (query.where(Vendor.slug > after) if after is not None else query)
    found = await vendors_out(rows[:limit])
    return Page(found, cursor_after(found[-1].slug) if len(rows) > limit else None)


async def vendors_out(rows: Sequence[Vendor]) -> list[VendorOut]:
    """Return vendors with their services in use, in two queries."""
    if not rows:
        return []
    ids = [row.id for row in rows]
    services = await Service.objects().where(Service.vendor.is_in(ids) & Service.active.eq(True)).order_by(Service.name)
    return [_vendor(row, [one for one in services if one.vendor == row.id]) for row in rows]


async def evidence(vendor: Vendor, cursor: str, limit: int) -> Page[EvidenceOut]:
    """Return a vendor's documents, newest first."""
    after = key_of(cursor, tuple[datetime, str])
    lines = sorted(await evidence_lines(vendor.id), key=_moment, reverse=True)
    left = [line for line in lines if after is None or _moment(line) < after]
    page = [_evidence(line) for line in left[:limit]]
    return Page(page, cursor_after(_moment(left[limit - 1])) if len(left) > limit else None)


async def evidence_item(who: Principal, vendor: Vendor, evidence_id: UUID) -> EvidenceDetailOut:
    """Return one of the vendor's documents with its facts; raises NotFound."""
    row = await evidence_for(who, evidence_id)
    document = await Document.objects().where(Document.id == row.document).first()
    line = next((one for one in await evidence_lines(vendor.id) if one.id == row.id), None)
    if line is None or document is None:
        raise NotFound()
    facts = fact_lines(facts_from_json(document.facts))
    kept = _evidence(line)
    return EvidenceDetailOut(
        **{name: getattr(kept, name) for name in kept.__struct_fields__},
        sha256=row.sha256,
        facts=[FactOut(fact.label, fact.value, fact.quote, fact.page) for fact in facts],
    )


async def ratings(who: Principal, vendor: Vendor, cursor: str, limit: int) -> Page[RatingListOut]:
    """Return a vendor's ratings, newest first; who may not read evidence sees only those once published."""
    before = key_of(cursor, RowNumber)
    query = RatingRecord.objects().where(RatingRecord.vendor == vendor.id)
    if not who.can(Can.read_evidence):
        query = query.where(RatingRecord.state.is_in(_OPEN_STATES))
    if before is not None:
        query = query.where(RatingRecord.number < before)
    rows = await query.order_by(RatingRecord.number, ascending=False).limit(limit + 1)
    return Page(
        [_rating(row) for row in rows[:limit]], cursor_after(rows[limit - 1].number) if len(rows) > limit else None
    )


async def assessment(who: Principal, assessment_id: UUID) -> AssessmentOut:
    """Return one assessment with its answers; raises NotFound."""
    page = await assessment_page(who, assessment_id, False)
    row = page.assessment
    return AssessmentOut(
        id=row.id,
        vendor=page.vendor.slug,
        service=page.service or None,
        title=row.title,
        state=row.state,
        due=row.due,
        sent_at=row.sent_at,
        submitted_at=row.submitted_at,
        completed_at=row.completed_at,
        sections=[
            SectionOut(
                section.title,
                [_answered(line) for line in section.lines],
            )
            for section in page.sections
        ],
    )


def _answered(line: AnswerLine) -> AnsweredOut:
    return AnsweredOut(
        ref=line.question.ref,
        question=line.question.text,
        answer=line.words,
        documents=[one.name for one in line.documents],
        answered_by=line.row.answered_by if line.row and line.words else None,
        taken_from=line.taken.words if line.taken else None,
    )


def _vendor(row: Vendor, services: Sequence[Service]) -> VendorOut:
    return VendorOut(
        slug=row.slug,
        name=row.name,
        website=row.website,
        summary=row.summary,
        tier=row.tier or None,
        inherent=row.inherent or None,
        archived=row.archived,
        created_at=row.created_at,
        services=[
            VendorServiceOut(
                one.id, one.name, one.tier or None, [kind.value for kind in profile_from_json(one.profile).data]
            )
            for one in services
        ],
    )


def _moment(line: EvidenceLine) -> tuple[datetime, str]:
    return line.uploaded_at, str(line.id)


def _evidence(line: EvidenceLine) -> EvidenceOut:
    return EvidenceOut(
        id=line.id,
        name=line.name,
        state=line.state.value,
        reason=line.reason,
        kind=line.kind,
        pages=line.pages,
        pages_read=line.pages_read,
        size=line.size,
        valid_until=line.valid_until,
        stale=line.stale,
        uploaded_by=line.uploaded_by,
        uploaded_at=line.uploaded_at,
    )


def _rating(row: RatingRecord) -> RatingListOut:
    return RatingListOut(
        id=row.id,
        number=row.number,
        state=row.state,
        service=row.service,
        grade=row.grade,
        residual=row.residual,
        method=row.method_version,
        approved_by=row.approved_by_name,
        approved_at=row.approved_at,
        valid_until=row.valid_until,
        record_hash=row.record_hash,
    )
