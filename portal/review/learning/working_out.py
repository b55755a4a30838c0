"""Checks the answers again whose heads changed, but for those that somebody decided on: a decision stays as it was made."""

from uuid import UUID

from knowledge.stances.learnt import Learnt
from knowledge.stances.statements import made
from knowledge.verdicts import learnt_in
from portal.assessments.tables import Assessment
from portal.engines import Engines
from portal.learnt.standing import learnt_now
from portal.review.standing import Reviewed, review_of
from portal.review.working_out import work_out_verdicts


async def work_out_learnt(assessment_id: UUID, engines: Engines) -> int:
    """Check again what other heads judge now than judged it last; returns how many verdicts changed."""
    assessment = await Assessment.objects().where(Assessment.id == assessment_id).first()
    if assessment is None:
        return 0
    learnt = await learnt_now() or Learnt()
    review = await review_of(assessment)
    wanted = {one.ref for one in review.reviewed if one.decision is None and _is_judged_otherwise(one, learnt)}
    return await work_out_verdicts(assessment_id, engines, wanted) if wanted else 0


def _is_judged_otherwise(one: Reviewed, learnt: Learnt) -> bool:
    if one.verdict is None:
        return False
    claim = made(one.verdict.claim)
    return claim is not None and learnt_in(one.verdict.method) != learnt.mark(claim.statement.ref)
