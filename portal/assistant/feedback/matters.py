"""The verdicts shown in an answer, each of which can be judged by itself; and what was said of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from portal.assistant.feedback.judgements import Judgement
from portal.assistant.records.telling import Block, Line, told_from_json
from portal.assistant.tables import Feedback, Turn
from portal.core.scope import Principal

MOST = 60


@dataclass(frozen=True, slots=True)
class Said:
    """What the person said of an answer, or of the verdict it is about."""

    about: str
    judgement: Judgement
    note: str


def matters_of(turn: Turn) -> tuple[str, ...]:
    """Return the names of the verdicts shown in an answer: the question's reference, and the vendor where there are several."""
    told = told_from_json(turn.records)
    named = (
        [_name(block, line) for block in told.blocks if _VERDICT in block.columns for line in block.lines]
        if told
        else []
    )
    return tuple(dict.fromkeys(named))[:MOST]


_VERDICT, _VENDOR = "Verdict", "Vendor"


def _name(block: Block, line: Line) -> str:
    vendor = line.cells[block.columns.index(_VENDOR)] if _VENDOR in block.columns else ""
    return f"{line.label} {vendor}".strip()[:80]


async def said_of(who: Principal, turns: Sequence[UUID]) -> dict[UUID, tuple[Said, ...]]:
    """Return what a person said of some answers, of each the whole answer first."""
    if not turns:
        return {}
    mine = (Feedback.person == UUID(who.id)) & Feedback.turn.is_in(list(turns))
    found: dict[UUID, tuple[Said, ...]] = {}
    for row in await Feedback.objects().where(mine).order_by(Feedback.about):
        found[row.turn] = (*found.get(row.turn, ()), Said(row.about, Judgement(row.judgement), row.note))
    return found
