"""Publish a draft as a version that never changes, or throw a draft away and take it back."""

from uuid import UUID

from piccolo.columns import Column

from portal.assessments.authoring.access import hold_open, written_for
from portal.assessments.authoring.loading import load_whole
from portal.assessments.authoring.tables import DraftState, QuestionnaireDraft
from portal.assessments.choosing import versions_of
from portal.assessments.our_sets import find_ours
from portal.core import audit
from portal.core.clock import now
from portal.core.database import transaction
from portal.core.errors import Conflict
from portal.core.scope import Can, Principal
from questionnaires.authored import from_json
from questionnaires.model import Questionnaire
from questionnaires.storing import find_stored, store_questionnaire


async def publish_draft(who: Principal, draft_id: UUID, seen: str) -> Questionnaire:
    """Store what the draft says as a version, if it is still the one whose hash its publisher has `seen`. Raises Conflict."""
    async with transaction():
        draft = await hold_open(who, draft_id)
        whole = await load_whole(draft)
        if whole.count:
            raise Conflict("This questionnaire cannot be asked yet; mend what is named first.")
        found = whole.questionnaire
        if found.version != seen:
            raise Conflict("The draft was changed since you looked at it. Look at what changes, then publish again.")
        if await find_stored(found.key, found.version) is not None:
            raise Conflict("This is word for word a version that was published before; there is nothing to publish.")
        stored = await store_questionnaire(found, now())
        columns: dict[Column | str, object] = {
            "state": DraftState.published.value, "published_version": found.version,
        }  # fmt: skip
        await QuestionnaireDraft.update(columns).where(QuestionnaireDraft.id == draft.id)
        detail: dict[str, object] = {"key": found.key, "version": found.version, "questions": len(found.questions)}
        await audit.record(who, "questionnaire.published", stored, detail)
    return found


async def discard_draft(who: Principal, draft_id: UUID) -> None:
    """Throw an open draft away; it is kept and can be taken back."""
    async with transaction():
        draft = await hold_open(who, draft_id)
        await _turn(draft, DraftState.discarded)
        await audit.record(who, "questionnaire_draft.discarded", draft, {"title": draft.title})


async def take_back_draft(who: Principal, draft_id: UUID) -> None:
    """Open a draft again that was thrown away."""
    who.require(Can.assess)
    async with transaction():
        draft = await written_for(who, draft_id)
        gone = (QuestionnaireDraft.id == draft.id) & (QuestionnaireDraft.state == DraftState.discarded.value)
        opened: dict[Column | str, object] = {QuestionnaireDraft.state: DraftState.open.value}
        if not await QuestionnaireDraft.update(opened).where(gone).returning(QuestionnaireDraft.id):
            raise Conflict("This draft was not thrown away.")
        await audit.record(who, "questionnaire_draft.taken_back", draft, {"title": draft.title})


async def _turn(draft: QuestionnaireDraft, state: DraftState) -> None:
    await QuestionnaireDraft.update({QuestionnaireDraft.state: state.value}).where(QuestionnaireDraft.id == draft.id)


async def base_of(draft: QuestionnaireDraft) -> Questionnaire | None:
    """Return what the draft is compared with: the newest version of the same key, else what it was copied from."""
    if draft.key == draft.origin_key:
        newest = await versions_of(draft.key)
        return from_json(newest[0].content) if newest else None
    own = await find_ours(draft.origin_key)
    if own is not None and own.version == draft.origin_version:
        return own
    row = await find_stored(draft.origin_key, draft.origin_version) if draft.origin_key else None
    return from_json(row.content) if row else None
