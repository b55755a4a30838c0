"""Add, change, move and remove the tips of a draft's section; nobody overwrites another silently."""

from uuid import UUID

import msgspec
from piccolo.columns import Column

from portal.assessments.authoring.access import hold_open, section_of
from portal.assessments.authoring.editing import ChangedMeanwhile, usually_compared
from portal.assessments.authoring.pressing import pressed
from portal.assessments.authoring.reading import Entered, newly_asked, read_question
from portal.assessments.authoring.tables import DraftQuestion, DraftSection, QuestionnaireDraft
from portal.assessments.authoring.typed import Typed
from portal.assessments.authoring.typed_tips import TypedTip, next_tip_ref, read_tips, write_tips
from portal.core import audit
from portal.core.clock import now
from portal.core.database import transaction
from portal.core.errors import NotFound
from portal.core.scope import Principal
from questionnaires.kinds import TipSeverity
from questionnaires.parsing import clean

LONGEST = 8_000


async def add_tip(who: Principal, draft_id: UUID, section_id: UUID) -> int:
    """Add an empty tip behind the section's last question; returns its place."""
    async with transaction():
        draft = await hold_open(who, draft_id)
        row = await section_of(draft.id, section_id)
        tips = read_tips(row.tips)
        fresh = TypedTip(ref=next_tip_ref(await _refs(draft)), after=await _last_question(row))
        await _write(who, draft, row, [*tips, fresh], "added", fresh.ref)
    return len(tips)


async def save_tip(
    who: Principal, draft_id: UUID, section_id: UUID, place: int, given: Entered, revision: int
) -> TypedTip:
    """Save what the form holds over the revision of the section that its writer saw, after doing what a button says.

    Raises NotFound, and ChangedMeanwhile with nothing written.
    """
    async with transaction():
        draft = await hold_open(who, draft_id)
        row = await section_of(draft.id, section_id)
        tips = read_tips(row.tips)
        standing = tip_at(tips, place)
        wanted = read_tip(given, standing)
        compared = await usually_compared(draft.id, Typed(when=wanted.when), newly_asked(given))
        wanted = msgspec.structs.replace(wanted, when=pressed(compared, given.get("do", [""])[-1]).when)
        if wanted == standing:
            return standing
        if row.revision != revision:
            raise ChangedMeanwhile(row.changed_by_name, row.revision)
        await _write(who, draft, row, [*tips[:place], wanted, *tips[place + 1 :]], "changed", wanted.ref)
    return wanted


async def remove_tip(who: Principal, draft_id: UUID, section_id: UUID, place: int, revision: int) -> None:
    """Remove a tip. Raises NotFound, ChangedMeanwhile."""
    async with transaction():
        draft = await hold_open(who, draft_id)
        row = await section_of(draft.id, section_id)
        tips = read_tips(row.tips)
        gone = tip_at(tips, place)
        if row.revision != revision:
            raise ChangedMeanwhile(row.changed_by_name, row.revision)
        await _write(who, draft, row, [*tips[:place], *tips[place + 1 :]], "removed", gone.ref)


def tip_at(tips: list[TypedTip], place: int) -> TypedTip:
    """Return the tip at a place; raises NotFound."""
    if not 0 <= place < len(tips):
        raise NotFound("There is no such tip in the section; somebody may have removed it.")
    return tips[place]


def read_tip(given: Entered, standing: TypedTip) -> TypedTip:
    """Read the fields of a tip's form over what stands."""
    shared = read_question(given, Typed(ref=standing.ref, text=standing.text, when=standing.when))
    texts = {name: clean(given[name][-1])[:LONGEST] for name in ("title", "severity", "ask", "after") if name in given}
    if texts.get("severity") not in {None, "", *TipSeverity}:
        texts["severity"] = ""
    return msgspec.structs.replace(standing, ref=shared.ref, text=shared.text, when=shared.when, **texts)


async def _write(
    who: Principal, draft: QuestionnaireDraft, row: DraftSection, tips: list[TypedTip], what: str, ref: str
) -> None:
    columns: dict[Column | str, object] = {
        "tips": write_tips(tips), "revision": row.revision + 1, "changed_by_name": who.name, "changed_at": now(),
    }  # fmt: skip
    await DraftSection.update(columns).where(DraftSection.id == row.id)
    await audit.record(who, f"questionnaire_draft.tip_{what}", draft, {"tip": ref, "section": row.title})


async def _refs(draft: QuestionnaireDraft) -> list[str]:
    rows = await DraftSection.select(DraftSection.tips).where(DraftSection.draft == draft.id)
    return [tip.ref for row in rows for tip in read_tips(row["tips"])]


async def _last_question(row: DraftSection) -> str:
    live = (DraftQuestion.section == row.id) & DraftQuestion.removed_at.is_null()
    last = (
        await DraftQuestion.select(DraftQuestion.id)
        .where(live)
        .order_by(DraftQuestion.position, ascending=False)
        .first()
    )
    return str(last["id"]) if last else ""
