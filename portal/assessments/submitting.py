"""Submitting: the state moves once, what is required is checked on the questions that apply, and a receipt is kept."""

import hashlib
from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from portal.assessments.access import assessment_for
from portal.assessments.receipt_files.keeping import keep_receipt
from portal.assessments.receipts import (
    Receipt,
    canonical_answers,
    receipt_documents,
    receipt_number,
    write_receipt,
)
from portal.assessments.states import AssessmentState, move
from portal.assessments.tables import AskedAgain, Assessment
from portal.core import audit
from portal.core.clock import now
from portal.core.database import transaction
from portal.core.queue import enqueue
from portal.core.scope import Can, Principal
from questionnaires.answering import answer_rows, submit
from questionnaires.branching import applicable_questions
from questionnaires.model import Questionnaire
from questionnaires.storing import get_questionnaire
from questionnaires.values import AnswerRow

VERDICTS = "review.verdicts"
TELL = "assessments.tell_sender"


async def submit_assessment(who: Principal, assessment_id: UUID, name: str, title: str, company: str = "") -> Receipt:
    """Submit with an attestation. Raises StillMissing with nothing changed, and Conflict for all but one of any racers.

    `company` is the name the receipt gives to whoever asked.
    """
    who.require(Can.answer)
    assessment = await assessment_for(who, assessment_id)
    async with transaction():
        at = now()
        await move(
            assessment.id,
            AssessmentState.submitted,
            {Assessment.submitted_at: at, Assessment.attested_name: name, Assessment.attested_title: title},
        )
        await submit(assessment.response, at)
        asked, rows = await get_questionnaire(assessment.questionnaire), await answer_rows(assessment.response)
        receipt = await _receipt(who, assessment, at, name, title, asked, rows)
        await keep_receipt(receipt, assessment, company, asked, rows)
        await Assessment.update({Assessment.receipt: write_receipt(receipt)}).where(Assessment.id == assessment.id)
        unsettled = (AskedAgain.assessment == assessment.id) & AskedAgain.settled_at.is_null()
        await AskedAgain.update({AskedAgain.settled_at: at}).where(unsettled & AskedAgain.returned_at.is_not_null())
        detail: dict[str, object] = {"receipt": receipt.number, "answers": receipt.answers_sha256}
        await audit.record(who, "assessment.submitted", assessment, detail, vendor=assessment.vendor)
        await enqueue(VERDICTS, str(assessment.id))
        await enqueue(TELL, str(assessment.id))
    return receipt


async def _receipt(
    who: Principal,
    assessment: Assessment,
    at: datetime,
    name: str,
    title: str,
    asked: Questionnaire,
    rows: Mapping[str, AnswerRow],
) -> Receipt:
    answers = {ref: row.given for ref, row in rows.items() if row.given is not None}
    canonical = canonical_answers(asked, answers)
    return Receipt(
        receipt_number(assessment.id, at),
        at,
        asked.title,
        asked.version,
        sum(question.ref in answers for question in applicable_questions(asked, answers)),
        hashlib.sha256(canonical.encode()).hexdigest(),
        await receipt_documents(assessment.vendor),
        name,
        title,
        f"{who.name} <{who.email}>",
    )
