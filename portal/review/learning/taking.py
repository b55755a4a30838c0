"""Taking what was learnt and forgetting it, one row that every process reads, and choosing the error rate; each is audited."""

import msgspec

from knowledge.stances.learnt import Learnt, base
from knowledge.verdicts import VerdictState
from portal.assessments.tables import Assessment
from portal.core import audit
from portal.core.clock import now
from portal.core.database import transaction
from portal.core.queue import enqueue
from portal.core.scope import Can, Principal
from portal.engines import Engines
from portal.learnt.standing import error_rate, keep_error_rate, learnt_digest, learnt_now
from portal.learnt.tables import Learning
from portal.review.learning.learning import learn
from portal.review.learning.telling import threshold, told
from portal.review.working_out import ALIVE, LEARNT


async def try_learning(who: Principal, engines: Engines) -> dict[str, object]:
    """Learn and say what would be taken; changes nothing. Raises NotAllowed."""
    who.require(Can.manage_people)
    return told(await learn(engines), await error_rate()) | {"taken": False}


async def take_learning(who: Principal, engines: Engines) -> dict[str, object]:
    """Learn, keep what holds, and have the answers checked again whose heads changed. Raises NotAllowed.

    What does not hold any more of what was learnt before goes with it.
    """
    who.require(Can.manage_people)
    result = await learn(engines)
    printed = told(result, await error_rate())
    await _keep(who, result.learnt, "learning.taken", printed)
    return printed | {"taken": bool(result.learnt.digest)}


async def forget_learning(who: Principal) -> dict[str, object]:
    """Go back to what ships. Raises NotAllowed."""
    who.require(Can.manage_people)
    before = await learnt_digest()
    await _keep(who, Learnt(base()), "learning.forgotten", {"digest": before})
    return {"forgotten": before}


async def choose_error_rate(who: Principal, rate: float) -> dict[str, object]:
    """Choose which share of the supports shown as certain may be wrong, from 0 to 1. Raises NotAllowed.

    Returns how sure a support has to be for that. No verdict changes: which supports may be agreed with at once is asked
    anew each time a review is opened.
    """
    who.require(Can.manage_people)
    learnt = await learnt_now()
    async with transaction():
        before = await error_rate()
        if rate != before:
            await keep_error_rate(rate)
            detail: dict[str, object] = {"wrong_of_100": round(100 * rate), "before": round(100 * before)}
            await audit.record(who, "learning.error_rate_chosen", "learning:error rate", detail)
    own = learnt.outcomes.get(VerdictState.SUPPORTED, ()) if learnt else ()
    return threshold(VerdictState.SUPPORTED, rate, own)


async def _keep(who: Principal, learnt: Learnt, action: str, printed: dict[str, object]) -> None:
    """Keep what was learnt unless it counts already; whoever else learns meanwhile comes before or after, never half."""
    async with transaction():
        if learnt.digest == await learnt_digest():
            return
        row = Learning(
            digest=learnt.digest,
            base=learnt.base,
            weights=learnt.to_bytes(),
            told=msgspec.json.encode(printed, order="sorted").decode(),
            learnt_by=who.id,
            learnt_by_name=who.name,
            learnt_at=now(),
        )
        await row.save()
        alive = Assessment.state.is_in(ALIVE)
        for each in await Assessment.select(Assessment.id).where(alive).order_by(Assessment.created_at):
            await enqueue(LEARNT, str(each["id"]))
        await audit.record(
            who, action, row, {"questions": list(learnt.refs), **_short(printed), "digest": learnt.digest}
        )


def _short(printed: dict[str, object]) -> dict[str, object]:
    """Return what the audit log says of the result: the whole stands in the row."""
    return {"decisions": printed["decisions"]} if "decisions" in printed else {"before": printed["digest"]}
