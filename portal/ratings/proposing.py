"""Proposing a draft to a second person, taking it back, and sending it back with a note."""

from dataclasses import replace
from uuid import UUID

from piccolo.columns import Column

from portal.assessments.tables import Assessment
from portal.core import audit
from portal.core.clock import now, today
from portal.core.database import transaction
from portal.core.errors import Conflict, InvalidForm
from portal.core.scope import Can, Principal
from portal.ratings.access import rating_for
from portal.ratings.editing import change
from portal.ratings.gathering import Gathered, gather
from portal.ratings.states import RatingState
from portal.ratings.tables import RatingRecord
from portal.risk.rating import rate, rating_from_json, rating_inputs_from_json
from portal.risk.wording import counted

OUTDATED = (
    "Answers, verdicts, findings or evidence have changed since this rating was drafted; it has to be drafted again."
)


async def propose_rating(who: Principal, rating_id: UUID, revision: int | None = None) -> None:
    """Hand a draft to a second person. Raises Conflict when it is not what the answers and evidence give today."""
    who.require(Can.draft_rating)
    row = await rating_for(who, rating_id)
    await still_true(row)
    async with transaction():
        proposed: dict[Column | str, object] = {
            RatingRecord.state: RatingState.proposed.value,
            RatingRecord.proposed_at: now(),
            RatingRecord.refused_note: "",
        }
        await change(row.id, RatingState.draft, revision, proposed)
        await audit.record(who, "rating.proposed", row, {"number": row.number, "grade": row.grade}, vendor=row.vendor)


async def withdraw_rating(who: Principal, rating_id: UUID, revision: int | None = None) -> None:
    """Take a proposed rating back to go on with it as a draft."""
    who.require(Can.draft_rating)
    row = await rating_for(who, rating_id)
    async with transaction():
        await change(row.id, RatingState.proposed, revision, {RatingRecord.state: RatingState.draft.value})
        await audit.record(who, "rating.withdrawn", row, {"number": row.number}, vendor=row.vendor)


async def refuse_rating(who: Principal, rating_id: UUID, note: str, revision: int | None = None) -> None:
    """Send a proposed rating back to its drafter. Raises InvalidForm without a note."""
    who.require(Can.approve_rating)
    row = await rating_for(who, rating_id)
    if not note.strip():
        raise InvalidForm({"note": "Note: please say what has to change."})
    async with transaction():
        back: dict[Column | str, object] = {
            RatingRecord.state: RatingState.draft.value,
            RatingRecord.refused_note: note.strip(),
        }
        await change(row.id, RatingState.proposed, revision, back)
        detail: dict[str, object] = {"number": row.number, "note": note.strip()}
        await audit.record(who, "rating.refused", row, detail, vendor=row.vendor)


async def still_true(row: RatingRecord) -> Gathered:
    """Return what the rating stands on today; raises Conflict when that is not what it was worked out from."""
    gathered = await gathered_for(row)
    if is_outdated(row, gathered):
        raise Conflict(OUTDATED)
    return gathered


def why_not_settled(gathered: Gathered) -> str:
    """Return the sentence that keeps a rating from being signed while the vendor is to be asked again, or an empty one."""
    if not gathered.review.asked_again:
        return ""
    asked = counted(gathered.review.asked_again, "question is", "questions are")
    return (
        f"{asked} to be asked again: return the questionnaire to the vendor, or take that back, before this is signed."
    )


async def gathered_for(row: RatingRecord) -> Gathered:
    """Gather what a rating's assessment gives today; ages in answers are counted as on the day of the draft."""
    assessment = await Assessment.objects().get(Assessment.id == row.assessment)
    assert assessment is not None
    return await gather(assessment, rating_inputs_from_json(row.inputs).today)


def is_outdated(row: RatingRecord, gathered: Gathered) -> bool:
    """Say whether the inputs, or the points they come to today, are not those of the rating."""
    if gathered.inputs != rating_inputs_from_json(row.inputs):
        return True
    return rate(replace(gathered.inputs, today=today())).points != rating_from_json(row.result).points
