"""Editing a draft: its text and its conditions; nobody overwrites another's change unseen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from piccolo.columns import Column

from portal.core import audit
from portal.core.clock import now
from portal.core.database import transaction
from portal.core.errors import Conflict, InvalidForm, NotFound
from portal.core.scope import Can, Principal
from portal.drafts.access import draft_on
from portal.drafts.kinds import DraftKind
from portal.drafts.taking import taken
from portal.ratings.access import rating_for
from portal.ratings.states import RatingState
from portal.ratings.tables import Condition, RatingRecord
from portal.risk.levels import Owner

MOST_CONDITIONS = 60
CHANGED = "This rating has changed since the page was opened, or is no draft any more. Please look at it again."


@dataclass(frozen=True, slots=True)
class Edited:
    """A condition as the reviewer wants it; without `id` a new one."""

    id: UUID | None
    title: str
    owner: Owner
    due: date | None


async def edit_narrative(
    who: Principal, rating_id: UUID, text: str, revision: int | None = None, draft_id: UUID | None = None
) -> None:
    """Change a draft's text. Raises InvalidForm when it is empty, Conflict when the draft is another one by now.

    A text that began as the person's own draft brings that draft's citations with it.
    """
    who.require(Can.draft_rating)
    row = await rating_for(who, rating_id)
    if not text.strip():
        raise InvalidForm({"narrative": "Text: please say in words what the rating stands on."})
    draft = await draft_on(who, draft_id, DraftKind.narrative, row.assessment, "")
    cited: dict[Column | str, object] = {RatingRecord.citations: draft.citations} if draft else {}
    async with transaction():
        await change(row.id, RatingState.draft, revision, {RatingRecord.narrative: text.strip(), **cited, **_by(who)})
        detail: dict[str, object] = {"number": row.number, **await taken(who, draft, text.strip())}
        await audit.record(who, "rating.text_edited", row, detail, vendor=row.vendor)


async def edit_conditions(
    who: Principal, rating_id: UUID, wanted: Sequence[Edited], revision: int | None = None
) -> None:
    """Put a draft's conditions as the reviewer wants them; those left out are dropped. Raises NotFound, Conflict."""
    who.require(Can.draft_rating)
    row = await rating_for(who, rating_id)
    if len(wanted) > MOST_CONDITIONS:
        raise InvalidForm({"": f"A rating has at most {MOST_CONDITIONS} conditions."})
    async with transaction():
        await change(row.id, RatingState.draft, revision, _by(who))
        known = {one.id: one for one in await Condition.objects().where(Condition.rating == row.id)}
        if any(one.id is not None and one.id not in known for one in wanted):
            raise NotFound()
        await _drop([one for one in known if one not in {edited.id for edited in wanted}])
        for edited in wanted:
            await _put(row.id, edited)
        detail: dict[str, object] = {"conditions": [f"{one.title} ({one.owner.value}, {one.due})" for one in wanted]}
        await audit.record(who, "rating.conditions_edited", row, detail, vendor=row.vendor)


async def change(
    rating_id: UUID, state: RatingState, revision: int | None, changes: dict[Column | str, object]
) -> None:
    """Change a rating that is still as it was seen, by one conditional update; raises Conflict otherwise.

    Without a revision it is changed as it stands.
    """
    seen = (RatingRecord.id == rating_id) & (RatingRecord.state == state.value)
    if revision is not None:
        seen = seen & (RatingRecord.revision == revision)
    changed = {**changes, RatingRecord.revision: RatingRecord.revision + 1}
    if not await RatingRecord.update(changed).where(seen).returning(RatingRecord.id):
        raise Conflict(CHANGED)


def _by(who: Principal) -> dict[Column | str, object]:
    return {RatingRecord.edited_by: who.id, RatingRecord.edited_by_name: who.name, RatingRecord.edited_at: now()}


async def _drop(conditions: list[UUID]) -> None:
    if conditions:
        await Condition.delete().where(Condition.id.is_in(conditions))


async def _put(rating_id: UUID, edited: Edited) -> None:
    columns: dict[Column | str, object] = {
        Condition.title: edited.title, Condition.owner: edited.owner.value, Condition.due: edited.due
    }  # fmt: skip
    if edited.id is not None:
        await Condition.update(columns).where((Condition.id == edited.id) & (Condition.rating == rating_id))
        return
    why = "Added by the reviewer"
    row = Condition(
        rating=rating_id, title=edited.title, why=why, owner=edited.owner.value, due=edited.due, met_by_name=""
    )
    await row.save()
