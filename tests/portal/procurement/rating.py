"""Ratings as an approver leaves them: real rows, with inputs and result worked out by the method."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import msgspec

from portal.assessments.tables import Assessment
from portal.core.clock import now, today
from portal.ratings.tables import Condition, RatingRecord
from portal.risk.levels import AnswerState, Grade, Owner, ReviewDecision, VerdictState
from portal.risk.rating import (
    METHOD_VERSION,
    AreaInput,
    EvidenceStats,
    QuestionInput,
    RatingInputs,
    rate,
    rating_inputs_to_json,
    rating_to_json,
)
from portal.risk.tiering import tiering
from portal.risk.validity import valid_until
from portal.vendors.profiles import profile_from_json
from portal.vendors.tables import Service
from tests.cast import VendorSide

SHOWN = QuestionInput(
    "AC-01", "Do you review access?", 1, AnswerState.ANSWERED, 100, VerdictState.SUPPORTED, ReviewDecision.AGREED
)
QUESTIONS = (
    SHOWN,
    replace(SHOWN, ref="AC-02", verdict=VerdictState.CONTRADICTED),
    replace(SHOWN, ref="AC-03", verdict=None, decision=None),
    replace(SHOWN, ref="AC-04", state=AnswerState.NOT_APPLICABLE, answer_score=None, verdict=None, decision=None),
)


async def publish(
    side: VendorSide,
    *,
    service: Service | None = None,
    grade: Grade = Grade.B,
    residual: str = "medium",
    approved_on: date | None = None,
    data: tuple[str, ...] = ("personal",),
    number: int = 1,
    state: str = "published",
) -> RatingRecord:
    """Publish a rating of a vendor with the one service it then had, or of the service named."""
    covered = service or side.service
    covers = [{"id": str(covered.id), "name": covered.name, "data": data}]
    approved_on = approved_on or today()
    worked_out = tiering(profile_from_json(side.service.profile))
    inputs = RatingInputs(
        METHOD_VERSION,
        approved_on,
        worked_out,
        (AreaInput("access", "Access", QUESTIONS),),
        evidence=EvidenceStats(1, 0, 0),
    )
    row = RatingRecord(
        number=number,
        vendor=side.vendor.id,
        service=service.id if service else None,
        assessment=(await completed_assessment(side)).id,
        state=state,
        inputs=rating_inputs_to_json(inputs),
        result=rating_to_json(rate(inputs)),
        narrative="",
        method_version=METHOD_VERSION,
        grade=grade.value,
        residual=residual,
        drafted_by="",
        drafted_by_name="Rosa Lindqvist",
        approved_by="",
        approved_by_name="Miriam Okafor",
        approved_at=datetime.combine(approved_on, time(23, 59, 59), UTC),
        refused_note="",
        valid_until=valid_until(approved_on, worked_out.tier),
        record=msgspec.json.encode({"covers": covers}).decode(),
        record_hash="ab" * 32,
    )
    await row.save()
    return row


async def completed_assessment(side: VendorSide, state: str = "completed") -> Assessment:
    """Keep an assessment of the vendor's service."""
    row = Assessment(
        vendor=side.vendor.id,
        service=side.service.id,
        contact=side.contact.id,
        questionnaire=side.vendor.id,
        response=side.vendor.id,
        title="Core due diligence",
        state=state,
        due=today() + timedelta(days=9),
        created_at=now(),
    )
    await row.save()
    return row


async def demand(rating: RatingRecord, title: str, due: date | None, *, met: bool = False) -> Condition:
    """Put a condition to a rating."""
    row = Condition(
        rating=rating.id,
        title=title,
        why="Two of 25 leavers lost access late.",
        owner=Owner.VENDOR.value,
        due=due,
        met_at=now() if met else None,
        met_by_name="Rosa Lindqvist" if met else "",
    )
    await row.save()
    return row
