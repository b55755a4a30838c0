"""Submitting: once, on what applies, with a receipt that both sides can work out again."""

import asyncio
import hashlib

import pytest

from portal.assessments.answering import save_answer
from portal.assessments.receipts import canonical_answers, read_receipt
from portal.assessments.states import AssessmentState
from portal.assessments.submitting import TELL, submit_assessment
from portal.assessments.tables import Assessment
from portal.assessments.telling import tell_sender
from portal.core.errors import Conflict
from portal.core.settings import Settings
from portal.core.tables import AuditEntry, Job, OutboxMessage
from questionnaires.answering import answers_of
from questionnaires.branching import missing
from questionnaires.conditions import Compare
from questionnaires.errors import StillMissing
from questionnaires.storing import get_questionnaire
from tests.cast import Cast
from tests.portal.assessments.sending import filled, sent

pytestmark = pytest.mark.anyio


async def test_of_racing_submissions_one_wins(database: Settings, cast: Cast) -> None:
    """Twenty submissions at once give one receipt, one job and one audit entry; the others are told."""
    assessment = await filled(database, cast)

    results = await asyncio.gather(
        *(submit_assessment(cast.helio.who, assessment.id, "Dana Ortiz", "CISO") for _ in range(20)),
        return_exceptions=True,
    )

    assert 19 == sum(isinstance(result, Conflict) for result in results)
    assert 1 == await Job.count().where(Job.kind == "review.verdicts")
    assert 1 == await AuditEntry.count().where(AuditEntry.action == "assessment.submitted")


async def test_what_is_missing_keeps_it_open(database: Settings, cast: Cast) -> None:
    """A submission that lacks answers changes nothing at all."""
    assessment = await sent(database, cast)
    questionnaire = await get_questionnaire(assessment.questionnaire)
    first = next(q for q in questionnaire.questions if q.kind == "text")
    await save_answer(cast.helio.who, assessment.id, first.ref, {"answer": ["We do."]}, 0)

    with pytest.raises(StillMissing):
        await submit_assessment(cast.helio.who, assessment.id, "Dana Ortiz", "CISO")

    row = await Assessment.objects().get(Assessment.id == assessment.id)
    assert row is not None
    assert [AssessmentState.in_progress.value, None, ""] == [row.state, row.submitted_at, row.receipt]


async def test_the_receipt_can_be_worked_out_again(database: Settings, cast: Cast) -> None:
    """The hash on the receipt is that of the canonical answers, and its documents carry theirs."""
    assessment = await filled(database, cast)

    receipt = await submit_assessment(cast.helio.who, assessment.id, "Dana Ortiz", "CISO")

    row = await Assessment.objects().get(Assessment.id == assessment.id)
    assert row is not None
    canonical = canonical_answers(await get_questionnaire(row.questionnaire), await answers_of(row.response))
    assert hashlib.sha256(canonical.encode()).hexdigest() == receipt.answers_sha256
    assert receipt == read_receipt(row.receipt)
    assert "Dana Ortiz" == row.attested_name


async def test_answers_of_questions_that_no_longer_apply_are_kept_but_not_handed_in(
    database: Settings, cast: Cast
) -> None:
    """An answer that branching hides stays in the response, is not required, and is not part of the receipt."""
    assessment = await filled(database, cast)
    questionnaire = await get_questionnaire(assessment.questionnaire)
    before = await answers_of(assessment.response)
    hidden = next(q for q in questionnaire.questions if isinstance(q.applies_when, Compare) and q.ref in before)
    assert isinstance(hidden.applies_when, Compare)
    opener = {ref: given for ref, given in before.items() if ref != hidden.applies_when.question}

    shut = canonical_answers(questionnaire, opener)

    assert f'"{hidden.ref}"' in canonical_answers(questionnaire, before)
    assert f'"{hidden.ref}"' not in shut
    assert hidden.ref in opener
    assert hidden.ref not in {question.ref for question in missing(questionnaire, opener)}


async def test_the_sender_is_told_once(database: Settings, cast: Cast) -> None:
    """Whoever sent the questionnaire gets one mail with a link to the review, however often the job runs."""
    assessment = await filled(database, cast)
    receipt = await submit_assessment(cast.helio.who, assessment.id, "Dana Ortiz", "CISO")

    for _ in range(2):
        await tell_sender(database, assessment.id)

    mails = await OutboxMessage.objects().where(OutboxMessage.recipient == cast.reviewer.email)
    assert 1 == len(mails)
    assert receipt.number in mails[0].subject
    assert f"/reviews/{assessment.id}" in mails[0].body
    assert await Job.exists().where(Job.kind == TELL)
