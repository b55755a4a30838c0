"""Working out what a vendor's evidence says of each of its answers; safe to repeat and to be stopped at any point."""

from collections.abc import Collection
from datetime import timedelta
from uuid import UUID

from knowledge.sureness import is_calibrated
from knowledge.tables import DocumentState
from knowledge.verdicts import learnt_in
from knowledge.verification import Claim, Verdict, verify
from portal.assessments.states import AssessmentState
from portal.assessments.tables import Assessment
from portal.core.clock import now, today
from portal.core.database import transaction
from portal.engines import Engines
from portal.evidence.current import basis_of, current_scope
from portal.learnt.standing import learnt_digest, taught
from portal.review.answers import answers_of, documents_of
from portal.review.quotes import parts_to_json, quotes_to_json, refuted_to_json
from portal.review.searched import searched_to_json
from portal.review.tables import AnswerVerdict

VERDICTS, OF_VENDOR, LEARNT = "review.verdicts", "review.vendor", "review.learnt"
ALIVE = [
    AssessmentState.in_progress.value,
    AssessmentState.submitted.value,
    AssessmentState.in_review.value,
    AssessmentState.returned.value,
]


async def work_out_verdicts(assessment_id: UUID, engines: Engines, only: Collection[str] | None = None) -> int:
    """Check every answer that asserts something against the vendor's evidence; returns how many verdicts changed.

    With `only`, the answers to these questions.

    Each verdict is stored by itself, so a stop in between loses only the one in hand. What was worked out before stays.
    Where the evidence, or what was learnt, changes meanwhile it begins again: nothing is stored that rests on what is no
    longer so.
    """
    assessment = await Assessment.objects().where(Assessment.id == assessment_id).first()
    if assessment is None or not await _has_something_to_say(assessment):
        return 0
    changed, whole = 0, False
    while not whole:
        stored, whole = await _worked_out(assessment, engines, only)
        changed += stored
    return changed


async def _worked_out(assessment: Assessment, engines: Engines, only: Collection[str] | None) -> tuple[int, bool]:
    """Check the answers once, all or some; returns how many verdicts changed, and whether nothing else did meanwhile."""
    answers, basis = await answers_of(assessment), await _basis(assessment)
    scope, tools = await current_scope([assessment.vendor]), await taught(engines.tools)
    changed = 0
    for one in answers.answered:
        if one.claim and (only is None or one.ref in only):
            claim = answers.claim_of(one)
            verdict = await verify(claim, scope, tools, today(), engines.language)
            async with transaction():
                if await _basis(assessment) != basis:
                    return changed, False
                changed += await store_verdict(assessment.id, one.ref, one.revision, claim, verdict)
    return changed, await _basis(assessment) == basis


async def _basis(assessment: Assessment) -> tuple[object, ...]:
    """Return what the verdicts on an assessment's answers follow from, to be compared: the evidence, and what was learnt."""
    return await learnt_digest(), *await basis_of(assessment.vendor)


async def work_out_vendor(vendor_id: UUID, engines: Engines) -> bool:
    """Work out the verdicts of a vendor's assessments that are not over, once none of its documents is being read.

    The last document to be read asks for this again, so nothing is missed by waiting for it; returns whether it was done.
    """
    unread = (DocumentState.RECEIVED.value, DocumentState.READING.value)
    if any(document.state in unread for document in await documents_of(vendor_id)):
        return False
    alive = (Assessment.vendor == vendor_id) & Assessment.state.is_in(ALIVE)
    for row in await Assessment.select(Assessment.id).where(alive).order_by(Assessment.created_at):
        await work_out_verdicts(row["id"], engines)
    return True


async def vendor_of(assessment_id: UUID) -> UUID | None:
    """Return whose answers an assessment holds; None when it is gone."""
    row = await Assessment.select(Assessment.vendor).where(Assessment.id == assessment_id).first()
    return UUID(str(row["vendor"])) if row else None


async def store_verdict(assessment_id: UUID, ref: str, revision: int, claim: Claim, verdict: Verdict) -> bool:
    """Keep a verdict, unless the newest one on this revision of the answer says the same; returns whether it was kept.

    Where the last look came to the same, what it searched is kept beside what the first one did.
    """
    row = AnswerVerdict(
        assessment=assessment_id,
        ref=ref,
        answer_revision=revision,
        claim=claim.text,
        state=verdict.state.value,
        reason=verdict.reason,
        confidence=None if verdict.confidence is None else round(verdict.confidence * 100),
        sure=None if verdict.confidence is None else round(verdict.confidence * 10_000),
        quotes=quotes_to_json(verdict.quotes),
        refuted=refuted_to_json(verdict.refuted),
        parts=parts_to_json(verdict.parts),
        searched=searched_to_json(verdict.searched),
        method=verdict.method,
        worked_out_at=now(),
    )
    async with transaction():
        newest = await _newest(assessment_id, ref)
        if newest is not None and _says_the_same(newest, row):
            if row.searched != (newest.searched_last or newest.searched):
                mine = AnswerVerdict.id == newest.id
                await AnswerVerdict.update({AnswerVerdict.searched_last: row.searched}).where(mine)
            return False
        if newest is not None and newest.worked_out_at >= row.worked_out_at:
            row.worked_out_at = newest.worked_out_at + timedelta(microseconds=1)
        await row.save()
    return True


async def _has_something_to_say(assessment: Assessment) -> bool:
    """Whether there is evidence to look at, or an older verdict that may have to be taken back."""
    if any(document.state == DocumentState.READY.value for document in await documents_of(assessment.vendor)):
        return True
    return await AnswerVerdict.exists().where(AnswerVerdict.assessment == assessment.id)


async def _newest(assessment_id: UUID, ref: str) -> AnswerVerdict | None:
    mine = (AnswerVerdict.assessment == assessment_id) & (AnswerVerdict.ref == ref)
    return await AnswerVerdict.objects().where(mine).order_by(AnswerVerdict.worked_out_at, ascending=False).first()


def _says_the_same(one: AnswerVerdict, other: AnswerVerdict) -> bool:
    said = ("answer_revision", "claim", "state", "reason", "confidence", "quotes", "refuted", "parts")
    same = all(getattr(one, name) == getattr(other, name) for name in said)
    return same and all(of(one.method) == of(other.method) for of in (learnt_in, is_calibrated))
