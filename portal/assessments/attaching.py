"""Evidence behind a question: documents are put there and taken away; a question for a document is answered by them."""

from collections.abc import Iterable
from uuid import UUID

from portal.assessments.answering import question_for, require_editable, write_answer
from portal.assessments.tables import AnswerEvidence, Assessment
from portal.core import audit
from portal.core.clock import now
from portal.core.database import transaction
from portal.core.errors import Conflict, NotFound
from portal.core.scope import Principal
from portal.evidence.tables import Evidence
from questionnaires.answering import answer_rows
from questionnaires.model import Question, QuestionKind
from questionnaires.parsing import MOST_DOCUMENTS
from questionnaires.values import Given


async def attach_documents(who: Principal, assessment_id: UUID, ref: str, evidence: Iterable[UUID]) -> None:
    """Put documents of the contact's own vendor behind a question, beside those that are there."""
    assessment, question = await question_for(who, assessment_id, ref)
    async with transaction():
        await require_editable(assessment, ref)
        await put_behind(who, assessment, question, evidence)


async def put_behind(who: Principal, assessment: Assessment, question: Question, evidence: Iterable[UUID]) -> None:
    """Put documents behind a question beside those that are there, inside the open transaction."""
    standing = await _attached(assessment, question.ref)
    await _set(who, assessment, question, standing, [*standing, *evidence])


async def choose_documents(who: Principal, assessment_id: UUID, ref: str, evidence: Iterable[UUID]) -> None:
    """Make exactly these documents of the contact's own vendor stand behind a question."""
    assessment, question = await question_for(who, assessment_id, ref)
    async with transaction():
        await require_editable(assessment, ref)
        await _set(who, assessment, question, await _attached(assessment, ref), list(evidence))


async def detach_document(who: Principal, assessment_id: UUID, ref: str, evidence: UUID) -> None:
    """Take a document away from a question; it stays in the library."""
    assessment, question = await question_for(who, assessment_id, ref)
    async with transaction():
        await require_editable(assessment, ref)
        standing = await _attached(assessment, ref)
        await _set(who, assessment, question, standing, [one for one in standing if one != evidence])


async def _set(
    who: Principal, assessment: Assessment, question: Question, standing: list[UUID], wanted: list[UUID]
) -> None:
    wanted = list(dict.fromkeys(wanted))
    added, gone = [one for one in wanted if one not in standing], [one for one in standing if one not in wanted]
    if not added and not gone:
        return
    if len(wanted) > MOST_DOCUMENTS:
        raise Conflict(f"At most {MOST_DOCUMENTS} documents stand behind one question.")
    await _require_own(who, added)
    here = (AnswerEvidence.assessment == assessment.id) & (AnswerEvidence.ref == question.ref)
    if gone:
        await AnswerEvidence.delete().where(here & AnswerEvidence.evidence.is_in(gone))
    for one in added:
        row = AnswerEvidence(
            assessment=assessment.id, ref=question.ref, evidence=one, added_by=who.name, added_at=now()
        )
        key = (AnswerEvidence.assessment, AnswerEvidence.ref, AnswerEvidence.evidence)
        await AnswerEvidence.insert(row).on_conflict(action="DO NOTHING", target=key)
    detail: dict[str, object] = {"ref": question.ref, "added": _texts(added), "removed": _texts(gone)}
    await audit.record(who, "answer.evidence_changed", assessment, detail, vendor=assessment.vendor)
    if question.kind is QuestionKind.FILE:
        await _answer(who, assessment, question, wanted)


async def _answer(who: Principal, assessment: Assessment, question: Question, wanted: list[UUID]) -> None:
    row = (await answer_rows(assessment.response)).get(question.ref)
    given = Given(tuple(_texts(wanted))) if wanted else None
    await write_answer(who, assessment, question, given, row.revision if row else 0)


async def _require_own(who: Principal, evidence: list[UUID]) -> None:
    if not evidence:
        return
    own = (Evidence.vendor == who.vendor) & Evidence.removed_at.is_null() & Evidence.id.is_in(evidence)
    if await Evidence.count().where(own) != len(evidence):
        raise NotFound()


async def _attached(assessment: Assessment, ref: str) -> list[UUID]:
    rows = await (
        AnswerEvidence.select(AnswerEvidence.evidence)
        .where((AnswerEvidence.assessment == assessment.id) & (AnswerEvidence.ref == ref))
        .order_by(AnswerEvidence.id)
    )
    return [row["evidence"] for row in rows]


def _texts(ids: list[UUID]) -> list[str]:
    return [str(one) for one in ids]
