"""Deciding on verdicts: agreeing, overruling, agreeing with many at once, and asking the vendor again."""

from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from portal.assessments.returning import start_review
from portal.assessments.tables import AskedAgain, Assessment
from portal.core import audit
from portal.core.clock import now
from portal.core.database import transaction
from portal.core.errors import Conflict, InvalidForm, NotFound
from portal.core.scope import Principal
from portal.drafts.access import draft_on
from portal.drafts.kinds import DraftKind
from portal.drafts.taking import taken
from portal.review.access import decidable_for
from portal.review.changed import with_last_year
from portal.review.decisions import AT_ONCE, DecisionKind
from portal.review.standing import Reviewed, Standing, review_of
from portal.review.tables import Decision
from portal.risk.levels import VerdictState

CHANGED = "The answer or its verdict has changed since this page was opened. Please look at it again."


@dataclass(frozen=True, slots=True)
class Seen:
    """What the reviewer had before them: the answer's revision, and the verdict on it if there was one."""

    ref: str
    revision: int
    verdict: UUID | None


async def agree(who: Principal, assessment_id: UUID, seen: Seen) -> None:
    """Agree with the verdict as it was seen. Raises Conflict when it is another one by now."""

    async def write(assessment: Assessment, one: Reviewed) -> None:
        await _write(who, assessment, one, DecisionKind.agreed, one.verdict.state if one.verdict else None, "")

    await _decide(who, assessment_id, seen, write)


async def overrule(who: Principal, assessment_id: UUID, seen: Seen, state: VerdictState | None, reason: str) -> None:
    """Put the reviewer's own verdict in force; without a verdict, say that the question does apply.

    Raises InvalidForm without a reason, Conflict when the answer or its verdict has changed.
    """
    if not reason.strip():
        raise InvalidForm({"reason": "Reason: please say why, for whoever reads the rating later."})

    async def write(assessment: Assessment, one: Reviewed) -> None:
        if one.verdict is None and not one.answered.said_not_to_apply:
            raise Conflict("There is no verdict on this answer to overrule.")
        if one.verdict is not None and state is None:
            raise InvalidForm({"state": "Verdict: please choose the one that holds."})
        if one.verdict is not None and state is one.verdict.state:
            raise InvalidForm({"state": "This is the verdict as it stands; agree with it instead."})
        await _write(who, assessment, one, DecisionKind.overruled, state if one.verdict else None, reason.strip())

    await _decide(who, assessment_id, seen, write)


async def ask_again(who: Principal, assessment_id: UUID, seen: Seen, note: str, draft_id: UUID | None = None) -> None:
    """Note what the vendor is to answer again; the vendor reads it once the questionnaire is returned.

    A note that began as the person's own draft is said to have done so.
    """
    if not note.strip():
        raise InvalidForm({"note": "Note to the vendor: please say what is to be answered or sent."})

    draft = await draft_on(who, draft_id, DraftKind.clarification, assessment_id, seen.ref)

    async def write(assessment: Assessment, one: Reviewed) -> None:
        await _settle(assessment.id, one.ref)
        row = AskedAgain(
            assessment=assessment.id, ref=one.ref, note=note.strip(), asked_by_name=who.name, asked_at=now()
        )
        await row.save()
        detail: dict[str, object] = {"ref": one.ref, "note": note.strip(), **await taken(who, draft, note.strip())}
        await audit.record(who, "question.asked_again", assessment, detail, vendor=assessment.vendor)

    await _decide(who, assessment_id, seen, write)


async def drop_question(who: Principal, assessment_id: UUID, ref: str) -> None:
    """Take back what was to be asked again, as long as it has not gone to the vendor."""
    assessment = await decidable_for(who, assessment_id)
    async with transaction():
        if not await _settle(assessment.id, ref):
            raise Conflict("This is not asked again any more.")
        await audit.record(who, "question.not_asked_again", assessment, {"ref": ref}, vendor=assessment.vendor)


async def agree_in_bulk(who: Principal, assessment_id: UUID, chosen: Collection[Seen]) -> int:
    """Agree with the chosen answers that still are as they were seen and may be agreed with at once; returns how many.

    All of them together or none; each leaves its own entry in the audit trail.
    """
    assessment = await decidable_for(who, assessment_id)
    async with transaction():
        review = await with_last_year(await review_of(assessment))
        agreed = [one for one in in_bulk_for(who, review) if seen_of(one) in chosen]
        if agreed:
            await start_review(who, assessment.id)
        for one in agreed:
            await _write(who, assessment, one, DecisionKind.agreed, VerdictState.SUPPORTED, AT_ONCE)
    return len(agreed)


def in_bulk_for(who: Principal, review: Standing) -> list[Reviewed]:
    """Return what this person may agree with at once: what is given to a colleague waits for that one."""
    return [
        one
        for one in review.reviewed
        if one.agreeable_in_bulk and (one.given_to is None or str(one.given_to.person) == who.id)
    ]


def seen_of(one: Reviewed) -> Seen:
    """Return what a page that shows this question has its forms send."""
    return Seen(one.ref, one.answered.revision, one.verdict.id if one.verdict else None)


async def _decide(
    who: Principal, assessment_id: UUID, seen: Seen, write: Callable[[Assessment, Reviewed], Awaitable[None]]
) -> None:
    assessment = await decidable_for(who, assessment_id)
    async with transaction():
        one = _as_seen(await review_of(assessment), seen)
        await write(assessment, one)
        await start_review(who, assessment.id)


def _as_seen(review: Standing, seen: Seen) -> Reviewed:
    one = review.find(seen.ref)
    if one is None:
        raise NotFound("This question does not apply any more.")
    if seen_of(one) != seen:
        raise Conflict(CHANGED)
    return one


async def _write(
    who: Principal, assessment: Assessment, one: Reviewed, kind: DecisionKind, state: VerdictState | None, reason: str
) -> None:
    newest = one.decision.at if one.decision else None
    at = now() if newest is None or newest < now() else newest + timedelta(microseconds=1)
    row = Decision(
        assessment=assessment.id,
        ref=one.ref,
        verdict=one.verdict.id if one.verdict else None,
        answer_revision=one.answered.revision,
        kind=kind.value,
        state=state.value if state else "",
        reason=reason,
        decided_by=who.id,
        decided_by_name=who.name,
        decided_at=at,
    )
    await row.save()
    detail: dict[str, object] = {"ref": one.ref, "state": row.state, "reason": reason}
    if one.verdict is not None:
        detail["verdict"] = one.verdict.state.value
    await audit.record(who, f"verdict.{kind.value}", assessment, detail, vendor=assessment.vendor)


async def _settle(assessment_id: UUID, ref: str) -> bool:
    mine = (AskedAgain.assessment == assessment_id) & (AskedAgain.ref == ref) & AskedAgain.settled_at.is_null()
    return bool(await AskedAgain.update({AskedAgain.settled_at: now()}).where(mine).returning(AskedAgain.id))
