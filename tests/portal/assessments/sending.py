"""What the tests of assessments share: a sent questionnaire, the code from its mail, and an answered form."""

import re
from collections.abc import AsyncIterator
from uuid import UUID

from portal.assessments.answering import save_answer
from portal.assessments.attaching import attach_documents
from portal.assessments.sending import Sending, send_assessment
from portal.assessments.tables import Assessment
from portal.core.settings import Settings
from portal.core.tables import OutboxMessage
from portal.evidence.receiving import receive
from questionnaires.answering import answers_of
from questionnaires.branching import missing
from questionnaires.model import Question, QuestionKind
from questionnaires.storing import get_questionnaire
from questionnaires.values import Given
from tests.cast import Cast
from tests.client import Browser

COMPANY = "Aldgate Bank"
_CODE = re.compile(r"/invitation#(\S+)")


async def sent(settings: Settings, cast: Cast, questionnaire: str = "lite") -> Assessment:
    """Send Helio a questionnaire."""
    wanted = Sending(cast.helio.vendor.id, questionnaire, cast.helio.service.id, contact=cast.helio.contact.id)
    return await send_assessment(settings, COMPANY, cast.reviewer, wanted)


async def mailed_code() -> str:
    """Return the code of the newest invitation in the outbox."""
    message = await OutboxMessage.objects().order_by(OutboxMessage.created_at, ascending=False).first()
    assert message is not None
    found = _CODE.search(message.body)
    assert found, message.body
    return found.group(1)


def an_answer(question: Question) -> str:
    """Return some answer that fits the question."""
    match question.kind:
        case QuestionKind.YES_NO:
            return "yes"
        case QuestionKind.SINGLE | QuestionKind.MULTIPLE:
            return question.choices[0].value
        case QuestionKind.NUMBER:
            return str(int(question.minimum or 1))
        case QuestionKind.DATE:
            return "2026-10-01"
    return "As our handbook says."


async def filled(settings: Settings, cast: Cast, questionnaire: str = "lite") -> Assessment:
    """Send Helio a questionnaire and answer everything that applies."""
    assessment = await sent(settings, cast, questionnaire)
    asked = await get_questionnaire(assessment.questionnaire)
    given: dict[str, Given] = {}
    while lacking := missing(asked, given):
        for question in lacking:
            if question.kind is QuestionKind.FILE:
                content = _pieces(b"%PDF-1.4 " + question.ref.encode())
                row = await receive(cast.helio.who, cast.helio.vendor.id, f"{question.ref}.pdf", content, settings)
                await attach_documents(cast.helio.who, assessment.id, question.ref, [row.id])
            else:
                await save_answer(cast.helio.who, assessment.id, question.ref, {"answer": [an_answer(question)]}, 0)
        given = await answers_of(assessment.response)
    return assessment


async def _pieces(content: bytes) -> AsyncIterator[bytes]:
    yield content


async def question_of(assessment: Assessment, kind: QuestionKind, *, applies: bool = True) -> Question:
    """Return the first question of a kind, as a rule one that is always asked."""
    questionnaire = await get_questionnaire(assessment.questionnaire)
    return next(q for q in questionnaire.questions if q.kind is kind and (q.applies_when is None or not applies))


async def answer(
    browser: Browser, assessment_id: UUID, ref: str, value: str | list[str], revision: int = 0, **more: str
) -> int:
    """Send one answer as a browser with scripts off does; returns the status."""
    form: dict[str, str | list[str]] = {"answer": value, "revision": str(revision), **more}
    return (await browser.submit(f"/answer/{assessment_id}/questions/{ref}", form)).status_code
