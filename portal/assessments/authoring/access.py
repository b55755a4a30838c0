"""Who may write questionnaires: everybody who may send them, on every draft; the rows of one draft stay together."""

from uuid import UUID

from portal.assessments.authoring.tables import DraftQuestion, DraftSection, DraftState, QuestionnaireDraft
from portal.core.clock import now
from portal.core.errors import Conflict, NotFound
from portal.core.scope import Can, Principal


async def written_for(who: Principal, draft_id: UUID) -> QuestionnaireDraft:
    """Return the draft; raises NotFound."""
    who.require(Can.assess)
    draft = await QuestionnaireDraft.objects().where(QuestionnaireDraft.id == draft_id).first()
    if draft is None:
        raise NotFound()
    return draft


async def hold_open(who: Principal, draft_id: UUID) -> QuestionnaireDraft:
    """Mark the draft as changed inside the open transaction, which keeps all other changes out until it ends.

    Raises NotFound, and Conflict when the draft is no longer open.
    """
    await written_for(who, draft_id)
    still = (QuestionnaireDraft.id == draft_id) & (QuestionnaireDraft.state == DraftState.open.value)
    held = await (
        QuestionnaireDraft.update({QuestionnaireDraft.changed_at: now(), QuestionnaireDraft.changed_by_name: who.name})
        .where(still)
        .returning(QuestionnaireDraft.id)
    )
    draft = await QuestionnaireDraft.objects().where(QuestionnaireDraft.id == draft_id).first()
    assert draft is not None
    if not held:
        raise Conflict(f"This draft is {DraftState(draft.state).label.lower()} and can no longer be changed.")
    return draft


async def section_of(draft_id: UUID, section_id: UUID) -> DraftSection:
    """Return a section of this draft that was not removed; raises NotFound."""
    mine = (DraftSection.id == section_id) & (DraftSection.draft == draft_id) & DraftSection.removed_at.is_null()
    section = await DraftSection.objects().where(mine).first()
    if section is None:
        raise NotFound("This section is not in the draft; somebody may have removed it.")
    return section


async def question_of(draft_id: UUID, question_id: UUID) -> DraftQuestion:
    """Return a question of this draft, a removed one too; raises NotFound."""
    mine = (DraftQuestion.id == question_id) & (DraftQuestion.draft == draft_id)
    question = await DraftQuestion.objects().where(mine).first()
    if question is None:
        raise NotFound()
    return question
