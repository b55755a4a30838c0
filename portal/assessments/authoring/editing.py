"""Change the title, a section or a question of a draft; nobody overwrites another silently."""

from dataclasses import dataclass
from uuid import UUID, uuid4

import msgspec
from piccolo.columns import Column

from portal.assessments.authoring.access import hold_open, question_of, section_of
from portal.assessments.authoring.lines import usual_line
from portal.assessments.authoring.naming import free, slug
from portal.assessments.authoring.pressing import pressed
from portal.assessments.authoring.reading import Entered, newly_asked, read_question
from portal.assessments.authoring.tables import DraftQuestion, DraftSection, QuestionnaireDraft
from portal.assessments.authoring.typed import Typed, read_typed, write_typed
from portal.core import audit
from portal.core.clock import now
from portal.core.database import transaction
from portal.core.errors import Conflict
from portal.core.scope import Principal
from questionnaires.kinds import ControlArea, QuestionKind


class ChangedMeanwhile(Conflict):
    """Somebody else changed the same thing first; `by` and `revision` say who, and what one would write over."""

    def __init__(self, by: str, revision: int) -> None:
        super().__init__(f"{by} changed this while you were writing.")
        self.by = by
        self.revision = revision


@dataclass(frozen=True, slots=True)
class OutlineChange:
    """What the head of a draft says."""

    title: str
    summary: str
    key: str


@dataclass(frozen=True, slots=True)
class SectionChange:
    """What a section says of itself."""

    title: str
    area: ControlArea
    summary: str


async def save_outline(who: Principal, draft_id: UUID, change: OutlineChange, revision: int) -> None:
    """Save title, introduction and key over the revision their writer saw; the next version of a questionnaire keeps its key."""
    async with transaction():
        draft = await hold_open(who, draft_id)
        key = draft.key if draft.key == draft.origin_key else change.key
        wanted = OutlineChange(change.title, change.summary, key)
        if wanted == OutlineChange(draft.title, draft.summary, draft.key):
            return
        if draft.revision != revision:
            raise ChangedMeanwhile(draft.changed_by_name, draft.revision)
        columns: dict[Column | str, object] = {
            "title": wanted.title, "summary": wanted.summary, "key": key, "revision": revision + 1,
        }  # fmt: skip
        await QuestionnaireDraft.update(columns).where(QuestionnaireDraft.id == draft.id)
        await audit.record(who, "questionnaire_draft.changed", draft, {"title": wanted.title, "key": key})


async def add_section(who: Principal, draft_id: UUID, title: str, area: ControlArea) -> DraftSection:
    """Add an empty section at the end."""
    async with transaction():
        draft = await hold_open(who, draft_id)
        rows = await DraftSection.select(DraftSection.key, DraftSection.position).where(DraftSection.draft == draft.id)
        section = DraftSection(
            id=uuid4(), draft=draft.id, position=max((row["position"] for row in rows), default=-1) + 1,
            key=free(slug(title), {row["key"] for row in rows}), title=title, area=area.value, summary="", tips="[]",
            changed_by_name=who.name, changed_at=now(),
        )  # fmt: skip
        await DraftSection.insert(section)
        await audit.record(who, "questionnaire_draft.section_added", draft, {"section": title})
    return section


async def save_section(who: Principal, draft_id: UUID, section_id: UUID, change: SectionChange, revision: int) -> None:
    """Save what a section says over the revision its writer saw."""
    async with transaction():
        draft = await hold_open(who, draft_id)
        row = await section_of(draft.id, section_id)
        if change == SectionChange(row.title, ControlArea(row.area), row.summary):
            return
        if row.revision != revision:
            raise ChangedMeanwhile(row.changed_by_name, row.revision)
        columns: dict[Column | str, object] = {
            "title": change.title, "area": change.area.value, "summary": change.summary, "revision": revision + 1,
            "changed_by_name": who.name, "changed_at": now(),
        }  # fmt: skip
        await DraftSection.update(columns).where(DraftSection.id == row.id)
        await audit.record(who, "questionnaire_draft.section_changed", draft, {"section": change.title})


async def save_question(
    who: Principal, draft_id: UUID, question_id: UUID, given: Entered, revision: int, button: str = ""
) -> Typed:
    """Save what the form holds over the revision its writer saw, after doing what a `button` inside it says.

    Sending the same again changes nothing. Raises ChangedMeanwhile with nothing written.
    """
    async with transaction():
        draft = await hold_open(who, draft_id)
        row = await question_of(draft.id, question_id)
        if row.removed_at:
            raise Conflict("This question was removed meanwhile; put it back on the outline to go on with it.")
        standing = read_typed(row.content)
        typed = await usually_compared(draft.id, read_question(given, standing), newly_asked(given))
        wanted = pressed(typed, button)
        if wanted == standing:
            return standing
        if row.revision != revision:
            raise ChangedMeanwhile(row.changed_by_name, row.revision)
        await write_question(who, row, wanted)
        await audit.record(who, "questionnaire_draft.question_changed", draft, {"question": wanted.ref})
    return wanted


async def usually_compared(draft_id: UUID, typed: Typed, places: set[int]) -> Typed:
    """Look at the answer of a question that was just chosen for a condition in the way that fits its kind."""
    if not places:
        return typed
    rows = await DraftQuestion.select(DraftQuestion.id, DraftQuestion.content).where(DraftQuestion.draft == draft_id)
    kinds = {str(row["id"]): QuestionKind(read_typed(row["content"]).kind) for row in rows}
    lines = tuple(
        usual_line(line, kinds[line.question]) if number in places and line.question in kinds else line
        for number, line in enumerate(typed.when)
    )
    return msgspec.structs.replace(typed, when=lines)


async def write_question(who: Principal, row: DraftQuestion, wanted: Typed) -> None:
    """Write a question inside the open transaction."""
    columns: dict[Column | str, object] = {
        "content": write_typed(wanted), "revision": row.revision + 1, "changed_by_name": who.name, "changed_at": now(),
    }  # fmt: skip
    await DraftQuestion.update(columns).where(DraftQuestion.id == row.id)
