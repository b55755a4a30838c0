"""Add, move, copy, remove and put back the questions and sections of a draft."""

import re
from collections.abc import Sequence
from enum import StrEnum
from uuid import UUID, uuid4

import msgspec
from piccolo.columns import Column

from portal.assessments.authoring.access import hold_open, question_of, section_of
from portal.assessments.authoring.assembling import Part, Piece, Whole
from portal.assessments.authoring.loading import load_whole
from portal.assessments.authoring.tables import DraftQuestion, DraftSection
from portal.assessments.authoring.typed import Typed, read_typed, write_typed
from portal.core import audit
from portal.core.clock import now
from portal.core.database import transaction
from portal.core.errors import Conflict
from portal.core.scope import Principal

_NUMBERED = re.compile(r"(.*?)(\d+)")


class Arrange(StrEnum):
    """What can be done with a question or section as a whole."""

    up = "up"
    down = "down"
    copy = "copy"
    remove = "remove"
    restore = "restore"

    @property
    def label(self) -> str:
        """The past of it, as the audit trail words it."""
        return {"copy": "copied", "remove": "removed", "restore": "restored"}.get(self.value, "moved")


async def add_question(who: Principal, draft_id: UUID, section_id: UUID, after: UUID | None = None) -> DraftQuestion:
    """Add an empty question at the end of the section, or behind another one of it, with the next free reference."""
    async with transaction():
        draft = await hold_open(who, draft_id)
        section = await section_of(draft.id, section_id)
        whole = await load_whole(draft)
        part = next(part for part in whole.parts if part.id == section.id)
        typed = Typed(ref=next_ref(whole, part))
        row = await _insert(who, part, typed, _place(part, after))
        await audit.record(who, "questionnaire_draft.question_added", draft, {"question": typed.ref})
    return row


async def arrange_question(who: Principal, draft_id: UUID, question_id: UUID, how: Arrange) -> UUID:
    """Do it with a question, and return the id of the question to look at then: a copy's own."""
    async with transaction():
        draft = await hold_open(who, draft_id)
        row = await question_of(draft.id, question_id)
        whole = await load_whole(draft)
        if how is Arrange.restore:
            await _restore(who, row)
        elif row.removed_at:
            raise Conflict("This question was removed meanwhile.")
        elif how is Arrange.remove:
            gone: dict[Column | str, object] = {"removed_at": now(), "revision": row.revision + 1}
            await DraftQuestion.update(gone).where(DraftQuestion.id == row.id)
        elif how is Arrange.copy:
            row = await _copy(who, whole, row)
        else:
            await _move(whole, row, how)
        ref = read_typed(row.content).ref
        await audit.record(who, f"questionnaire_draft.question_{how.label}", draft, {"question": ref})
    return UUID(str(row.id))


async def arrange_section(who: Principal, draft_id: UUID, section_id: UUID, how: Arrange) -> None:
    """Move a section, or remove it with its questions, which can be put back one by one."""
    async with transaction():
        draft = await hold_open(who, draft_id)
        row = await section_of(draft.id, section_id)
        if how is Arrange.remove:
            await _remove_section(row)
        elif how in (Arrange.up, Arrange.down):
            live = (DraftSection.draft == draft.id) & DraftSection.removed_at.is_null()
            rows = await DraftSection.objects().where(live).order_by(DraftSection.position).order_by(DraftSection.id)
            ids = [one.id for one in rows]
            await _renumber(DraftSection, _shifted(ids, row.id, how), {one.id: one.position for one in rows})
        else:
            raise Conflict("A section can be moved and removed; put its questions back one by one.")
        await audit.record(who, f"questionnaire_draft.section_{how.label}", draft, {"section": row.title})


def next_ref(whole: Whole, part: Part) -> str:
    """Propose a reference: one more than the last in the section, else letters of its title and 01."""
    taken = set(whole.refs.values())
    last = next((piece.typed.ref for piece in reversed(part.pieces) if _NUMBERED.fullmatch(piece.typed.ref)), "")
    words = re.findall(r"[A-Za-z]+", part.row.title) or ["Q"]
    letters = "".join(word[0] for word in words[:3]) if len(words) > 1 else words[0][:2]
    found = _NUMBERED.fullmatch(last or f"{letters.upper()}-00")
    assert found is not None
    width, start = len(found[2]), int(found[2]) + 1
    names = (f"{found[1]}{number:0{width}}" for number in range(start, start + len(taken) + 1))
    return next(name for name in names if name not in taken)


def _place(part: Part, after: UUID | None) -> int:
    """Return the place behind a question of the section, or its end."""
    ids = [piece.id for piece in part.pieces]
    return ids.index(after) + 1 if after in ids else len(ids)


async def _insert(who: Principal, part: Part, typed: Typed, place: int) -> DraftQuestion:
    row = DraftQuestion(
        id=uuid4(), draft=part.row.draft, section=part.row.id, position=place, content=write_typed(typed),
        changed_by_name=who.name, changed_at=now(),
    )  # fmt: skip
    await DraftQuestion.insert(row)
    ids = [piece.id for piece in part.pieces]
    positions = {piece.id: int(piece.row.position) for piece in part.pieces} | {row.id: place}
    await _renumber(DraftQuestion, [*ids[:place], row.id, *ids[place:]], positions)
    return row


async def _copy(who: Principal, whole: Whole, row: DraftQuestion) -> DraftQuestion:
    part = _part_of(whole, row)
    typed = msgspec.structs.replace(read_typed(row.content), ref=next_ref(whole, part))
    return await _insert(who, part, typed, _place(part, UUID(str(row.id))))


async def _restore(who: Principal, row: DraftQuestion) -> None:
    back: dict[Column | str, object] = {"removed_at": None, "revision": row.revision + 1, "changed_by_name": who.name}
    await DraftQuestion.update(back).where(DraftQuestion.id == row.id)
    await DraftSection.update({DraftSection.removed_at: None}).where(DraftSection.id == row.section)


async def _remove_section(row: DraftSection) -> None:
    await DraftSection.update({DraftSection.removed_at: now()}).where(DraftSection.id == row.id)
    standing = (DraftQuestion.section == row.id) & DraftQuestion.removed_at.is_null()
    await DraftQuestion.update({DraftQuestion.removed_at: now()}).where(standing)


async def _move(whole: Whole, row: DraftQuestion, how: Arrange) -> None:
    """Move one place; over the edge of a section into the next one."""
    part = _part_of(whole, row)
    ids = [piece.id for piece in part.pieces]
    at_edge = row.id == (ids[0] if how is Arrange.up else ids[-1])
    if not at_edge:
        await _renumber(DraftQuestion, _shifted(ids, row.id, how), _positions(part.pieces))
        return
    number = whole.parts.index(part) + (-1 if how is Arrange.up else 1)
    if 0 <= number < len(whole.parts):
        await _enter(whole.parts[number], row, how)


async def _enter(part: Part, row: DraftQuestion, how: Arrange) -> None:
    ids = [piece.id for piece in part.pieces]
    order = [*ids, row.id] if how is Arrange.up else [row.id, *ids]
    await DraftQuestion.update({DraftQuestion.section: part.row.id}).where(DraftQuestion.id == row.id)
    await _renumber(DraftQuestion, order, {**_positions(part.pieces), row.id: -1})


def _positions(pieces: Sequence[Piece]) -> dict[UUID, int]:
    return {piece.id: int(piece.row.position) for piece in pieces}


def _part_of(whole: Whole, row: DraftQuestion) -> Part:
    return next(part for part in whole.parts if part.row.id == row.section)


def _shifted(ids: list[UUID], one: UUID, how: Arrange) -> list[UUID]:
    at = ids.index(one)
    to = max(0, at - 1) if how is Arrange.up else at + 1
    rest = [other for other in ids if other != one]
    return [*rest[:to], one, *rest[to:]]


async def _renumber(
    table: type[DraftQuestion] | type[DraftSection], order: Sequence[UUID], standing: dict[UUID, int]
) -> None:
    """Write the places that differ from those that stand."""
    for number, one in enumerate(order):
        if standing[one] != number:
            await table.update({table.position: number}).where(table.id == one)
