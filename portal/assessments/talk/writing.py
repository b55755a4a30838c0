"""Writing a message at a question; the other side is told of it by mail a little later, or with the day's other messages."""

from datetime import timedelta
from uuid import UUID

from portal.assessments.access import assessment_for
from portal.assessments.answering import question_for
from portal.assessments.states import AssessmentState
from portal.assessments.tables import Assessment
from portal.assessments.talk.tables import Message
from portal.assessments.talk.threads import may_talk
from portal.core import audit
from portal.core.clock import now
from portal.core.database import transaction
from portal.core.errors import Conflict, InvalidForm, NotFound
from portal.core.limits import count_attempt
from portal.core.queue import enqueue
from portal.core.scope import Can, Principal
from questionnaires.storing import get_questionnaire

TELL_VENDOR, TELL_STAFF = "talk.tell_vendor", "talk.tell_staff"
LONGEST = 4_000
GRACE = timedelta(minutes=10)  # what is written in one go is told in one mail
_MOST_AN_HOUR = 60


async def write_to_company(who: Principal, assessment_id: UUID, ref: str, text: str) -> None:
    """Write as a contact. Raises InvalidForm, NotFound, TooManyAttempts, and Conflict once it is over."""
    assessment, _ = await question_for(who, assessment_id, ref)
    await count_attempt(f"message:{who.id}", _MOST_AN_HOUR, timedelta(hours=1))
    await _write(who, assessment, ref, text, ours=False)


async def write_to_vendor(who: Principal, assessment_id: UUID, ref: str, text: str) -> None:
    """Write as a reviewer. Raises InvalidForm, NotFound, and Conflict once it is over."""
    who.require(Can.review)
    assessment = await assessment_for(who, assessment_id)
    if (await get_questionnaire(assessment.questionnaire)).find_question(ref) is None:
        raise NotFound("This questionnaire has no such question.")
    await _write(who, assessment, ref, text, ours=True)


async def _write(who: Principal, assessment: Assessment, ref: str, text: str, *, ours: bool) -> None:
    text = _checked(text)
    async with transaction():
        row = await Assessment.select(Assessment.state).where(Assessment.id == assessment.id).first()
        assert row is not None
        state = AssessmentState(row["state"])
        if not may_talk(state):
            raise Conflict(f"This questionnaire is {state.label.lower()}: nothing more is written about it.")
        message = Message(
            assessment=assessment.id,
            ref=ref,
            ours=ours,
            author=who.id,
            author_name=who.name,
            text=text,
            written_at=now(),
        )
        await message.save()
        await audit.record(who, "message.written", assessment, {"ref": ref}, vendor=assessment.vendor)
        await enqueue(TELL_VENDOR if ours else TELL_STAFF, str(assessment.id), GRACE)


def _checked(text: str) -> str:
    text = text.replace("\r\n", "\n").strip()
    if not text:
        raise InvalidForm({"text": "Message: please write something first."})
    if len(text) > LONGEST:
        raise InvalidForm({"text": f"Message: please shorten this to {LONGEST} characters (it has {len(text)})."})
    return text
