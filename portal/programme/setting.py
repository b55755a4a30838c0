"""Setting the standard: adding, changing, dropping and ordering requirements."""

from collections.abc import Sequence
from uuid import UUID

import msgspec
from piccolo.columns import Column

from portal.core import audit
from portal.core.clock import now
from portal.core.database import transaction
from portal.core.errors import Conflict, InvalidForm, NotFound
from portal.core.scope import Can, Principal
from portal.programme.mapping import known_questions
from portal.programme.tables import Requirement


async def set_requirement(
    by: Principal, ref: str, title: str, text: str, questions: Sequence[str] = (), *, requirement_id: UUID | None = None
) -> Requirement:
    """Add a requirement, or change the one with this id; `questions` are references of our own sets. Raises InvalidForm."""
    by.require(Can.edit_standard)
    unknown = sorted(set(questions) - known_questions().keys())
    if unknown:
        raise InvalidForm({"questions": f"Questions: there is no question {unknown[0]}."})
    ref, title, text = ref.strip().upper(), title.strip(), text.strip()
    refs = msgspec.json.encode(sorted(set(questions))).decode()
    async with transaction():
        await _refuse_double(ref, requirement_id)
        if requirement_id is None:
            row = await _add(ref, title, text, refs)
        else:
            row = await _change(requirement_id, {"ref": ref, "title": title, "text": text, "question_refs": refs})
        action = "requirement.changed" if requirement_id else "requirement.added"
        await audit.record(by, action, row, {"ref": row.ref, "title": row.title, "questions": len(set(questions))})
    return row


async def drop_requirement(by: Principal, requirement_id: UUID) -> None:
    """Stop requiring something; the row stays, so that what was required when can still be told."""
    await _switch(by, requirement_id, active=False)


async def take_up_requirement(by: Principal, requirement_id: UUID) -> None:
    """Require something again that was dropped."""
    await _switch(by, requirement_id, active=True)


async def get_requirement(requirement_id: UUID) -> Requirement:
    """Return the requirement; raises NotFound."""
    row = await Requirement.objects().where(Requirement.id == requirement_id).first()
    if row is None:
        raise NotFound()
    return row


async def _switch(by: Principal, requirement_id: UUID, *, active: bool) -> None:
    by.require(Can.edit_standard)
    async with transaction():
        row = await get_requirement(requirement_id)
        if row.active == active:
            raise Conflict("Somebody has done that already.")
        await Requirement.update({Requirement.active: active}).where(Requirement.id == row.id)
        action = "requirement.taken_up" if active else "requirement.dropped"
        await audit.record(by, action, row, {"ref": row.ref, "title": row.title})


async def _add(ref: str, title: str, text: str, refs: str) -> Requirement:
    last = await Requirement.objects().order_by(Requirement.position, ascending=False).first()
    position = last.position + 1 if last else 1
    row = Requirement(
        ref=ref, title=title, text=text, question_refs=refs, position=position, active=True, created_at=now()
    )
    await row.save()
    return row


async def _change(requirement_id: UUID, values: dict[Column | str, object]) -> Requirement:
    await get_requirement(requirement_id)
    await Requirement.update(values).where(Requirement.id == requirement_id)
    return await get_requirement(requirement_id)


async def _refuse_double(ref: str, except_id: UUID | None) -> None:
    row = await Requirement.objects().where(Requirement.ref == ref).first()
    if row is not None and row.id != except_id:
        raise InvalidForm({"ref": f"Reference: {ref} is taken by “{row.title}”."})
