"""Saving one answer of a vendor's contact; nobody overwrites another silently."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from uuid import UUID

from portal.assessments.access import assessment_for
from portal.assessments.asking_again import is_editable, returned_questions
from portal.assessments.colleagues.noticing import notice_answer
from portal.assessments.colleagues.standing import asked_for
from portal.assessments.outline import find_slug
from portal.assessments.reuse.states import ReuseState
from portal.assessments.reuse.tables import Reuse
from portal.assessments.states import AssessmentState, try_move
from portal.assessments.suggestions.settling import settle_by_answer
from portal.assessments.tables import Assessment
from portal.core import audit
from portal.core.clock import now
from portal.core.database import transaction
from portal.core.errors import Conflict, NotAllowed, NotFound
from portal.core.scope import Can, Principal
from questionnaires.answering import answer_rows, record_answer, withdraw_answer
from questionnaires.errors import InvalidAnswer, UnfinishedAnswer
from questionnaires.model import Question, QuestionKind
from questionnaires.parsing import is_blank, parse_given
from questionnaires.storing import get_questionnaire
from questionnaires.values import AnswerRow, Given

Raw = Mapping[str, Sequence[str]]
Also = Callable[[AnswerRow], Awaitable[None]]


async def save_answer(
    who: Principal, assessment_id: UUID, ref: str, raw: Raw, revision: int, also: Also | None = None
) -> AnswerRow:
    """Save what the form holds over the revision its writer saw; an emptied answer is withdrawn.

    `also` is done with what was saved, in the same transaction.
    Raises InvalidAnswer, AnswerConflict (both before anything is written), Conflict when it may not be changed now.
    """
    assessment, question = await question_for(who, assessment_id, ref)
    if question.kind is QuestionKind.FILE:
        raise InvalidAnswer(ref, "This question is answered by attaching a document.")
    given = _given(question, raw)
    async with transaction():
        await require_editable(assessment, ref)
        row = await write_answer(who, assessment, question, given, revision)
        if also is not None:
            await also(row)
    return row


async def write_answer(
    who: Principal, assessment: Assessment, question: Question, given: Given | None, revision: int, by: str = ""
) -> AnswerRow:
    """Record or withdraw inside the open transaction, with its audit entry; the first answer starts the assessment.

    `by` is whom the answer is said to be by, where that is more than the name of whoever writes it.
    """
    by = by or who.name
    if given is None:
        row = await withdraw_answer(assessment.response, question.ref, revision=revision, by=by, at=now())
        await _leave_source(assessment, question.ref)
    else:
        row = await record_answer(assessment.response, question, given, revision=revision, by=by, at=now())
        await settle_by_answer(who, assessment, question.ref, given)
    if row.revision != revision:
        await try_move(assessment.id, AssessmentState.in_progress, [AssessmentState.sent])
        action = "answer.recorded" if given else "answer.withdrawn"
        detail: dict[str, object] = {"ref": question.ref, "revision": row.revision}
        await audit.record(who, action, assessment, detail, vendor=assessment.vendor)
        await notice_answer(who, assessment.id)
    return row


async def _leave_source(assessment: Assessment, ref: str) -> None:
    """Forget, with a withdrawn answer, that it was taken from an earlier one."""
    taken = (Reuse.assessment == assessment.id) & (Reuse.ref == ref) & (Reuse.state == ReuseState.taken.value)
    await Reuse.update({Reuse.state: ReuseState.left.value}).where(taken)


async def question_for(who: Principal, assessment_id: UUID, ref: str) -> tuple[Assessment, Question]:
    """Return the assessment and its question if this person may answer it; raises NotFound, or says whose it is."""
    who.require(Can.answer_part)
    assessment = await assessment_for(who, assessment_id)
    questionnaire = await get_questionnaire(assessment.questionnaire)
    question, asked = questionnaire.find_question(ref), await asked_for(who, assessment_id, questionnaire)
    if question is None or (asked and find_slug(questionnaire, ref) not in asked.places):
        raise NotFound()
    if asked and ref not in asked.refs:
        raise NotAllowed(f"You were not asked for this question: {asked.by} asked you for {asked.words}.")
    return assessment, question


async def require_editable(assessment: Assessment, ref: str) -> None:
    """Raise Conflict, inside the open transaction, when the question may not be changed now."""
    current = await Assessment.select(Assessment.state).where(Assessment.id == assessment.id).first()
    assert current is not None
    state = AssessmentState(current["state"])
    if not state.answerable:
        raise Conflict(f"This questionnaire is {state.label.lower()}: its answers can no longer be changed.")
    if state is AssessmentState.returned:
        row = (await answer_rows(assessment.response)).get(ref)
        if not is_editable(state, ref, row, await returned_questions(assessment.id, state)):
            raise Conflict("This question did not come back to you; only those marked can be changed.")


def _given(question: Question, raw: Raw) -> Given | None:
    if not is_blank(raw):
        return parse_given(question, raw)
    if any(text.strip() for text in raw.get("comment", ())):
        raise UnfinishedAnswer(question.ref, "Please give an answer too: a comment is kept together with one.")
    return None
