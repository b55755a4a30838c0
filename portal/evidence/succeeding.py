"""Versions: finding the older version of a document that has come in, and what a reviewer says of it."""

from dataclasses import dataclass
from uuid import UUID

import anyio.to_thread

from knowledge.diffing import shared
from knowledge.facts import facts_from_json
from knowledge.pages import PageState, PageText
from knowledge.tables import Document, DocumentState, Page
from knowledge.versions import Candidate, Judged, Likeness, is_newer, judged
from portal.core import audit
from portal.core.clock import now
from portal.core.database import transaction
from portal.core.errors import Conflict, InvalidForm, NotFound
from portal.core.scope import SYSTEM, Can, Principal
from portal.evidence.access import evidence_for
from portal.evidence.changed import evidence_changed
from portal.evidence.current import SuccessionState, evidence_of
from portal.evidence.tables import Evidence, Succession

VERSIONS = "evidence.versions"
_STATES = {Likeness.CERTAIN: SuccessionState.standing, Likeness.LIKELY: SuccessionState.suggested}


@dataclass(frozen=True, slots=True)
class _Held:
    row: Evidence
    candidate: Candidate


@dataclass(frozen=True, slots=True)
class _Pair:
    newer: Evidence
    older: Evidence
    judged: Judged


async def find_versions(document_id: UUID) -> None:
    """Find the version before and the version after a document that is ready, and pair them; safe to repeat.

    What people have decided stays; what was paired by itself follows the facts.
    """
    row = await Evidence.objects().where((Evidence.document == document_id) & Evidence.removed_at.is_null()).first()
    held = await _held(await evidence_of(row.vendor)) if row else []
    mine = next((one for one in held if row and one.row.id == row.id), None)
    if mine is None:
        return
    kept = await _kept(mine.row.id)
    free = [one for one in held if one is not mine and _is_open(kept, one.row.id)]
    pairs = [pair for one in free if (pair := await _judge(mine, one)) is not None]
    chosen = [*_latest([pair for pair in pairs if pair.newer.id == mine.row.id], held, older=True)]
    chosen += _latest([pair for pair in pairs if pair.older.id == mine.row.id], held, older=False)
    async with transaction():
        for found in chosen:
            await _keep(found, kept)
        for parted in [one for one in kept if _is_by_itself(one, free) and not _is_among(one, pairs)]:
            await _move(SYSTEM, parted, SuccessionState.declined, "The facts no longer say so.")


async def decide_succession(
    who: Principal, evidence_id: UUID, succession_id: UUID, same: bool, reason: str
) -> Succession:
    """Say that a document and another version replace each other, or that they do not. Raises NotFound, InvalidForm, Conflict."""
    pair = next((one for one in await _kept(evidence_id) if one.id == succession_id), None)
    if pair is None:
        raise NotFound()
    await evidence_for(who, pair.newer)
    await evidence_for(who, pair.older)
    who.require(Can.review)
    if pair.state != SuccessionState.suggested.value and not reason:
        raise InvalidForm({"reason": "Reason: please say why, because this was decided before."})
    async with transaction():
        await _move(who, pair, SuccessionState.standing if same else SuccessionState.declined, reason)
    return pair


async def replace_document(who: Principal, newer_id: UUID, older_id: UUID, reason: str) -> None:
    """Say that a document takes an older one's place where nothing was suggested. Raises NotFound, Conflict."""
    newer, older = await evidence_for(who, newer_id), await evidence_for(who, older_id)
    who.require(Can.review)
    if newer.vendor != older.vendor or newer.id == older.id:
        raise NotFound()
    async with transaction():
        kept = await _kept(newer.id)
        if any(one.newer == older.id and one.state == SuccessionState.standing.value for one in kept):
            raise Conflict("It is noted the other way round. Please undo that first.")
        pair = next((one for one in kept if one.older == older.id), None)
        if pair is not None and pair.state == SuccessionState.standing.value:
            raise Conflict("That is noted already.")
        pair = pair or await _insert(newer, older, SuccessionState.declined, "")
        await _move(who, pair, SuccessionState.standing, reason)


async def _held(rows: list[Evidence]) -> list[_Held]:
    ids = [row.document for row in rows]
    columns = (Document.id, Document.facts, Document.title, Document.state)
    ready = {
        document["id"]: document
        for document in await Document.select(*columns).where(Document.id.is_in(ids))
        if document["state"] == DocumentState.READY.value
    }
    return [
        _Held(row, Candidate(facts_from_json(ready[row.document]["facts"]), ready[row.document]["title"], row.name))
        for row in rows
        if row.document in ready
    ]


async def _kept(evidence_id: UUID) -> list[Succession]:
    rows: list[Succession] = await Succession.objects().where(
        (Succession.newer == evidence_id) | (Succession.older == evidence_id)
    )
    return rows


def _is_open(kept: list[Succession], other: UUID) -> bool:
    """Say whether no person has decided about these two."""
    return not any(other in (one.newer, one.older) and one.by_name != SYSTEM.name for one in kept)


async def _judge(mine: _Held, other: _Held) -> _Pair | None:
    """Judge two documents in the order that their facts, or else their uploads, have."""
    if mine.candidate.facts.kind is not other.candidate.facts.kind:
        return None
    first = is_newer(mine.candidate, other.candidate)
    if not first and not is_newer(other.candidate, mine.candidate):
        first = (mine.row.uploaded_at, str(mine.row.id)) >= (other.row.uploaded_at, str(other.row.id))
    newer, older = (mine, other) if first else (other, mine)
    if judged(newer.candidate, older.candidate, 1.0).likeness is Likeness.NONE:
        return None
    share = await anyio.to_thread.run_sync(
        shared, await page_texts_of(older.row.document), await page_texts_of(newer.row.document)
    )
    found = judged(newer.candidate, older.candidate, share)
    return None if found.likeness is Likeness.NONE else _Pair(newer.row, older.row, found)


async def page_texts_of(document_id: UUID) -> list[PageText]:
    """Return a document's pages as they were read."""
    rows = (
        await Page.select(Page.number, Page.label, Page.state, Page.text)
        .where(Page.document == document_id)
        .order_by(Page.number)
    )
    return [PageText(row["number"], row["label"], PageState(row["state"]), row["text"]) for row in rows]


def _latest(pairs: list[_Pair], held: list[_Held], older: bool) -> list[_Pair]:
    """Keep the surest pair, and of equals the one with the version next to this one."""
    by_id = {one.row.id: one.candidate for one in held}
    best: _Pair | None = None
    for pair in pairs:
        if best is None or _is_better(pair, best, by_id, older):
            best = pair
    return [best] if best else []


def _is_better(pair: _Pair, best: _Pair, by_id: dict[UUID, Candidate], older: bool) -> bool:
    if pair.judged.likeness is not best.judged.likeness:
        return pair.judged.likeness is Likeness.CERTAIN
    if older:
        return is_newer(by_id[pair.older.id], by_id[best.older.id])
    return is_newer(by_id[best.newer.id], by_id[pair.newer.id])


def _is_by_itself(kept: Succession, free: list[_Held]) -> bool:
    """Say whether two documents that are both there were put together by no person."""
    there = any(one.row.id in (kept.newer, kept.older) for one in free)
    return there and kept.by_name == SYSTEM.name and kept.state != SuccessionState.declined.value


def _is_among(kept: Succession, pairs: list[_Pair]) -> bool:
    return any(kept.newer == pair.newer.id and kept.older == pair.older.id for pair in pairs)


async def _keep(pair: _Pair, kept: list[Succession]) -> None:
    state = _STATES[pair.judged.likeness]
    row = next((one for one in kept if one.newer == pair.newer.id and one.older == pair.older.id), None)
    if row is None:
        row = await _insert(pair.newer, pair.older, SuccessionState.declined, pair.judged.why)
    if row.state != state.value:
        await _move(SYSTEM, row, state, "")


async def _insert(newer: Evidence, older: Evidence, state: SuccessionState, why: str) -> Succession:
    row = Succession(
        newer=newer.id, older=older.id, state=state.value, why=why, reason="", by_name=SYSTEM.name, created_at=now()
    )
    await row.save()
    return row


async def _move(who: Principal, pair: Succession, state: SuccessionState, reason: str) -> None:
    """Change a pair's state with its entry in the record, and have the vendor's verdicts worked out again if it matters."""
    before = pair.state
    moved = await (
        Succession.update(
            {
                Succession.state: state.value,
                Succession.reason: reason,
                Succession.by_name: who.name,
                Succession.at: now(),
            }
        )
        .where((Succession.id == pair.id) & (Succession.state == before))
        .returning(Succession.id)
    )
    pair.state = state.value
    if not moved:
        raise Conflict("Somebody else decided this a moment ago. Please look at it again.")
    newer = await Evidence.objects().where(Evidence.id == pair.newer).first()
    older = await Evidence.objects().where(Evidence.id == pair.older).first()
    assert newer is not None and older is not None
    detail: dict[str, object] = {"newer": newer.name, "older": older.name, "why": pair.why, "reason": reason}
    await audit.record(who, _ACTIONS[state], newer, detail, vendor=newer.vendor)
    if SuccessionState.standing.value in (before, state.value) and before != state.value:
        await evidence_changed(newer.vendor)


_ACTIONS = {
    SuccessionState.suggested: "evidence.version_suggested",
    SuccessionState.standing: "evidence.superseded",
    SuccessionState.declined: "evidence.not_superseded",
}
