"""Rows of other areas that the overview reads, put straight into their tables."""

from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from knowledge.facts import DocumentFacts, EvidenceKind, Fact, facts_to_json
from knowledge.tables import Document, DocumentState
from portal.assessments.states import AssessmentState
from portal.assessments.tables import Assessment
from portal.core.clock import now, today
from portal.evidence.tables import Evidence
from portal.findings.tables import Finding
from portal.ratings.tables import RatingRecord
from portal.review.tables import AnswerVerdict, Decision
from questionnaires.bank import questionnaire
from questionnaires.storing import open_response, store_questionnaire
from tests.cast import VendorSide


async def assessment(
    side: VendorSide, state: AssessmentState, due: date | None = None, days_ago: int = 0
) -> Assessment:
    """Put an assessment with an open response into its table."""
    stored = await store_questionnaire(questionnaire("lite"))
    response = await open_response(stored.id)
    row = Assessment(
        vendor=side.vendor.id,
        contact=side.contact.id,
        questionnaire=stored.id,
        response=response.id,
        title="Lite due diligence",
        state=state.value,
        due=due,
        submitted_at=now() - timedelta(days=days_ago) if state is AssessmentState.submitted else None,
        created_at=now() - timedelta(days=days_ago),
    )
    await row.save()
    return row


async def verdict(
    assessment: Assessment, ref: str, state: str, revision: int = 1, at: datetime | None = None, quotes: str = "[]"
) -> AnswerVerdict:
    """Put a verdict into its table."""
    row = AnswerVerdict(
        assessment=assessment.id,
        ref=ref,
        state=state,
        answer_revision=revision,
        quotes=quotes,
        searched="{}",
        worked_out_at=at or now(),
    )
    await row.save()
    return row


async def overruling(verdict: AnswerVerdict, state: str) -> None:
    """Put a reviewer's overruling of a verdict into its table."""
    row = Decision(
        assessment=verdict.assessment,
        ref=verdict.ref,
        verdict=verdict.id,
        answer_revision=verdict.answer_revision,
        kind="overruled",
        state=state,
        decided_at=now(),
    )
    await row.save()


async def document(side: VendorSide, kind: EvidenceKind, until: date, name: str) -> UUID:
    """Put a read document with an end into its tables and return the knowledge engine's id of it."""
    if kind is EvidenceKind.SOC_REPORT:
        facts = DocumentFacts(kind, period_end=_stated(until - timedelta(days=365)))
    else:
        facts = DocumentFacts(kind, expires=_stated(until))
    row = Document(
        collection=f"vendor-{side.vendor.id}",
        sha256=uuid4().hex,
        name=name,
        state=DocumentState.READY.value,
        facts=facts_to_json(facts),
        created_at=now(),
        updated_at=now(),
    )
    await row.save()
    evidence = Evidence(vendor=side.vendor.id, document=row.id, name=name, sha256=row.sha256, uploaded_at=now())
    await evidence.save()
    return UUID(str(row.id))


async def finding(side: VendorSide, due: date, number: int = 1) -> None:
    """Put an open finding into its table."""
    row = Finding(
        number=number, vendor=side.vendor.id, title="Leavers keep access", severity="high", state="open", due=due
    )
    await row.save()


async def rating(
    side: VendorSide, assessment: Assessment, state: str, drafted_by: str = "x", days: int = 200, number: int = 1
) -> None:
    """Put a rating into its table."""
    row = RatingRecord(
        number=number,
        vendor=side.vendor.id,
        assessment=assessment.id,
        state=state,
        grade="B",
        residual="medium",
        drafted_by=drafted_by,
        drafted_by_name="Rosa Lindqvist",
        drafted_at=now(),
        valid_until=today() + timedelta(days=days),
    )
    await row.save()


def _stated(day: date) -> Fact:
    return Fact(day.isoformat(), day.isoformat(), 1)
