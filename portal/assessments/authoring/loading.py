"""Read a draft with everything in it, in a handful of queries however long it is."""

from portal.assessments.authoring.assembling import Whole, assemble
from portal.assessments.authoring.tables import DraftQuestion, DraftSection, QuestionnaireDraft
from portal.assessments.our_sets import find_ours
from questionnaires.tables import StoredQuestionnaire


async def load_whole(draft: QuestionnaireDraft) -> Whole:
    """Return the draft put together."""
    sections = await (
        DraftSection.objects()
        .where(DraftSection.draft == draft.id)
        .order_by(DraftSection.position)
        .order_by(DraftSection.id)
    )
    questions = await (
        DraftQuestion.objects()
        .where(DraftQuestion.draft == draft.id)
        .order_by(DraftQuestion.position)
        .order_by(DraftQuestion.id)
    )
    return assemble(draft, sections, questions, await is_taken(draft))


async def is_taken(draft: QuestionnaireDraft) -> bool:
    """Say whether another questionnaire has the draft's key; that of which it is a new version is no other."""
    if await find_ours(draft.key) is not None:
        return True
    if draft.key == draft.origin_key:
        return False
    return await StoredQuestionnaire.exists().where(StoredQuestionnaire.key == draft.key)
