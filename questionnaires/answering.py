"""Record, withdraw and submit answers in the caller's transaction; nobody overwrites another silently."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from piccolo.columns import Column

from questionnaires.branching import missing
from questionnaires.errors import AnswerConflict, NotFound, ResponseClosed, StillMissing
from questionnaires.model import Question
from questionnaires.storing import questionnaire_of
from questionnaires.tables import Answer, AnswerChange, Response, ResponseState
from questionnaires.values import AnswerRow, Given, value_from_json, value_to_json


async def record_answer(
    response_id: UUID, question: Question, given: Given, *, revision: int, by: str, at: datetime
) -> AnswerRow:
    """Write the answer over the `revision` its writer saw (0: none yet), or raise `AnswerConflict`.

    Sending the same answer again changes nothing, so a client that got no reply may repeat itself.
    """
    return await _write(response_id, AnswerRow(question.ref, given, revision, by, at))


async def withdraw_answer(response_id: UUID, ref: str, *, revision: int, by: str, at: datetime) -> AnswerRow:
    """Take the answer back, or raise `AnswerConflict`; its history stays and its revision goes on counting."""
    return await _write(response_id, AnswerRow(ref, None, revision, by, at))


async def answer_rows(response_id: UUID) -> dict[str, AnswerRow]:
    """Return every answer ever given, by reference, with its revision; withdrawn ones have no `given`."""
    rows = await Answer.select().where(Answer.response == response_id).order_by(Answer.id)
    return {row["question"]: _read(row) for row in rows}


async def rows_of_several(responses: Sequence[UUID]) -> dict[UUID, dict[str, AnswerRow]]:
    """Return what `answer_rows` does for several responses, at once."""
    rows = await Answer.select().where(Answer.response.is_in(list(responses))).order_by(Answer.id)
    found: dict[UUID, dict[str, AnswerRow]] = {}
    for row in rows:
        found.setdefault(row["response"], {})[row["question"]] = _read(row)
    return found


async def answers_of(response_id: UUID) -> dict[str, Given]:
    """Return the answers that stand, by reference."""
    rows = await answer_rows(response_id)
    return {ref: row.given for ref, row in rows.items() if row.given is not None}


async def changes_of(response_id: UUID, ref: str) -> list[AnswerRow]:
    """Return every change of one answer, oldest first."""
    mine = (AnswerChange.response == response_id) & (AnswerChange.question == ref)
    rows = await AnswerChange.select().where(mine).order_by(AnswerChange.id)
    return [_read(row) for row in rows]


async def all_changes_of(response_id: UUID) -> list[AnswerRow]:
    """Return every change of every answer, oldest first."""
    rows = await AnswerChange.select().where(AnswerChange.response == response_id).order_by(AnswerChange.id)
    return [_read(row) for row in rows]


async def submit(response_id: UUID, at: datetime) -> None:
    """Close the response, or raise `StillMissing`; what is required is decided on the questions that apply."""
    await _hold_open(response_id, at)
    lacking = missing(await questionnaire_of(response_id), await answers_of(response_id))
    if lacking:
        raise StillMissing(tuple(question.ref for question in lacking))
    closed: dict[Column | str, object] = {Response.state: ResponseState.SUBMITTED.value, Response.submitted_at: at}
    await Response.update(closed).where(Response.id == response_id)


async def reopen(response_id: UUID, at: datetime) -> None:
    """Let a submitted response take answers again."""
    opened: dict[Column | str, object] = {Response.state: ResponseState.OPEN.value, Response.changed_at: at}
    if not await Response.update(opened).where(Response.id == response_id).returning(Response.id):
        raise NotFound("These answers do not exist.")


async def _write(response_id: UUID, wanted: AnswerRow) -> AnswerRow:
    await _hold_open(response_id, wanted.answered_at)
    standing = await _find(response_id, wanted.ref)
    if _says_the_same(standing, wanted):
        return standing or wanted
    written = await _replace(response_id, wanted) if wanted.revision else await _insert(response_id, wanted)
    if written is None:
        raise AnswerConflict(wanted.ref, await _find(response_id, wanted.ref))
    await _keep_change(response_id, written)
    return written


async def _hold_open(response_id: UUID, at: datetime) -> None:
    """Mark the response as changed, which also keeps a submission from coming in between; raise when it is closed."""
    is_open = (Response.id == response_id) & (Response.state == ResponseState.OPEN.value)
    if await Response.update({Response.changed_at: at}).where(is_open).returning(Response.id):
        return
    if await Response.exists().where(Response.id == response_id):
        raise ResponseClosed
    raise NotFound("These answers do not exist.")


async def _find(response_id: UUID, ref: str) -> AnswerRow | None:
    row = await Answer.select().where((Answer.response == response_id) & (Answer.question == ref)).first()
    return _read(row) if row else None


async def _replace(response_id: UUID, wanted: AnswerRow) -> AnswerRow | None:
    written = replace(wanted, revision=wanted.revision + 1)
    seen = (Answer.response == response_id) & (Answer.question == wanted.ref) & (Answer.revision == wanted.revision)
    changed = await Answer.update(_changes(written)).where(seen).returning(Answer.id)
    return written if changed else None


async def _insert(response_id: UUID, wanted: AnswerRow) -> AnswerRow | None:
    written = replace(wanted, revision=1)
    row = Answer(response=response_id, question=wanted.ref)
    for column, value in _changes(written).items():
        setattr(row, str(column), value)
    once = Answer.insert(row).on_conflict(action="DO NOTHING", target=(Answer.response, Answer.question))
    return written if await once.returning(Answer.id) else None


async def _keep_change(response_id: UUID, written: AnswerRow) -> None:
    row = AnswerChange(response=response_id, question=written.ref)
    for column, value in _changes(written).items():
        setattr(row, str(column), value)
    await AnswerChange.insert(row)


def _says_the_same(standing: AnswerRow | None, wanted: AnswerRow) -> bool:
    return wanted.given == (standing.given if standing else None)


def _changes(row: AnswerRow) -> dict[Column | str, object]:
    given = row.given
    return {
        "value": None if given is None else value_to_json(given.value),
        "comment": given.comment if given else "",
        "reason": given.reason if given else "",
        "revision": row.revision,
        "answered_by": row.answered_by,
        "answered_at": row.answered_at,
    }


def _read(row: dict[str, object]) -> AnswerRow:
    value = row["value"]
    given = None
    if value is not None:
        given = Given(value_from_json(str(value)), str(row["comment"]), str(row["reason"]))
    at = row["answered_at"]
    assert isinstance(at, datetime)
    return AnswerRow(str(row["question"]), given, int(str(row["revision"])), str(row["answered_by"]), at)
