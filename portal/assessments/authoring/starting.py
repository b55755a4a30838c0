"""Start a questionnaire: from nothing, as a copy of another one, or as the next version of one's own."""

from collections.abc import Iterator
from uuid import UUID, uuid4

from portal.assessments.authoring.composing import typed_of
from portal.assessments.authoring.draft_texts import Kept, to_kept
from portal.assessments.authoring.naming import free, slug
from portal.assessments.authoring.tables import DraftQuestion, DraftSection, DraftState, QuestionnaireDraft
from portal.assessments.authoring.typed import write_typed
from portal.assessments.authoring.typed_tips import typed_tip, write_tips
from portal.assessments.choosing import RESERVED, Offered, get_offered
from portal.core import audit
from portal.core.clock import now
from portal.core.database import transaction
from portal.core.errors import Conflict
from portal.core.scope import Can, Principal
from questionnaires.bank import KEYS
from questionnaires.model import ControlArea, Questionnaire, Section
from questionnaires.tables import StoredQuestionnaire

FIRST = Section("general", "General", ControlArea.GOVERNANCE, ())


async def start_draft(who: Principal, title: str, source: str = "") -> QuestionnaireDraft:
    """Start a questionnaire of its own, empty or as a copy of the newest version of `source`."""
    who.require(Can.assess)
    offered = await get_offered(source) if source else None
    origin = offered.questionnaire if offered else Questionnaire("", "", (FIRST,))
    async with transaction():
        key = await _free_key(title)
        version = origin.version if offered else ""
        draft = await _keep(who, key, title, origin, version)
        detail: dict[str, object] = {"title": title, "copy_of": origin.key}
        await audit.record(who, "questionnaire_draft.started", draft, detail)
    return draft


async def start_version(who: Principal, key: str) -> QuestionnaireDraft:
    """Return the open draft of the questionnaire's next version, started from the newest one if there is none yet."""
    who.require(Can.assess)
    offered = await get_offered(key)
    _check_ours(offered)
    origin = offered.questionnaire
    async with transaction():
        draft = await find_next(key)
        if draft is None:
            draft = await _keep(who, key, origin.title, origin, origin.version)
            detail: dict[str, object] = {"title": origin.title, "next_version_of": key}
            await audit.record(who, "questionnaire_draft.started", draft, detail)
    return draft


async def find_next(key: str) -> QuestionnaireDraft | None:
    """Find the open draft of a questionnaire's next version."""
    mine = (QuestionnaireDraft.key == key) & (QuestionnaireDraft.origin_key == key)
    still = mine & (QuestionnaireDraft.state == DraftState.open.value)
    return await QuestionnaireDraft.objects().where(still).order_by(QuestionnaireDraft.created_at).first()


def _check_ours(offered: Offered) -> None:
    if offered.own:
        raise Conflict("This questionnaire comes with Surety and has no versions of yours; duplicate it instead.")


async def _free_key(title: str) -> str:
    stored = await StoredQuestionnaire.select(StoredQuestionnaire.key).distinct()
    drafts = await QuestionnaireDraft.select(QuestionnaireDraft.key).where(
        QuestionnaireDraft.state == DraftState.open.value
    )
    taken = {row["key"] for row in (*stored, *drafts)} | set(KEYS) | set(RESERVED)
    return free(slug(title, 80).replace("_", "-"), taken)


async def _keep(who: Principal, key: str, title: str, origin: Questionnaire, version: str) -> QuestionnaireDraft:
    draft = QuestionnaireDraft(
        id=uuid4(), key=key, title=title, summary=origin.summary, origin_key=origin.key, origin_version=version,
        language=origin.language, state=DraftState.open.value, published_version="", created_by_name=who.name, created_at=now(),
        changed_by_name=who.name, changed_at=now(),
    )  # fmt: skip
    ids = {question.ref: uuid4() for question in origin.questions}
    draft.translations = _translations(origin, ids)
    await QuestionnaireDraft.insert(draft)
    sections = [_section(who, draft, number, section, ids) for number, section in enumerate(origin.sections)]
    await DraftSection.insert(*sections)
    for row, section in zip(sections, origin.sections, strict=True):
        if questions := list(_questions(who, row, section, ids)):
            await DraftQuestion.insert(*questions)
    return draft


def _translations(origin: Questionnaire, ids: dict[str, UUID]) -> str:
    names = {ref: str(key) for ref, key in ids.items()}
    questions = {str(ids[question.ref]): typed_of(question, names) for question in origin.questions}
    return Kept(tuple(to_kept(one, questions) for one in origin.translations)).to_json()


def _section(
    who: Principal, draft: QuestionnaireDraft, number: int, section: Section, ids: dict[str, UUID]
) -> DraftSection:
    names = {ref: str(key) for ref, key in ids.items()}
    return DraftSection(
        id=uuid4(), draft=draft.id, position=number, key=section.key, title=section.title, area=section.area.value,
        summary=section.summary, tips=write_tips([typed_tip(tip, names) for tip in section.tips]),
        changed_by_name=who.name, changed_at=now(),
    )  # fmt: skip


def _questions(who: Principal, row: DraftSection, section: Section, ids: dict[str, UUID]) -> Iterator[DraftQuestion]:
    names = {ref: str(key) for ref, key in ids.items()}
    for number, question in enumerate(section.questions):
        yield DraftQuestion(
            id=ids[question.ref], draft=row.draft, section=row.id, position=number,
            content=write_typed(typed_of(question, names)), changed_by_name=who.name, changed_at=now(),
        )  # fmt: skip
