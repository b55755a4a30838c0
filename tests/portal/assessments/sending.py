"""What the tests of assessments share: a sent questionnaire, the code from its mail, and an answered form."""

import re
from uuid import UUID

from portal.assessments.sending import Sending, send_assessment
from portal.assessments.tables import Assessment
from portal.core.settings import Settings
from portal.core.tables import OutboxMessage
from questionnaires.model import Question, QuestionKind
from questionnaires.storing import get_questionnaire
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


async def question_of(assessment: Assessment, kind: QuestionKind) -> Question:
    """Return the first question of a kind that is always asked."""
    questionnaire = await get_questionnaire(assessment.questionnaire)
    return next(q for q in questionnaire.questions if q.kind is kind and q.applies_when is None)


async def answer(
    browser: Browser, assessment_id: UUID, ref: str, value: str | list[str], revision: int = 0, **more: str
) -> int:
    """Send one answer as a browser with scripts off does; returns the status."""
    form: dict[str, str | list[str]] = {"answer": value, "revision": str(revision), **more}
    return (await browser.submit(f"/answer/{assessment_id}/questions/{ref}", form)).status_code
