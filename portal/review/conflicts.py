"""The conflicts that stand in a review: those worked out last, as long as the answers in them are the same."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from portal.review.sides import ConflictKind, Side, sides_from_json
from portal.review.tables import Conflict


@dataclass(frozen=True, slots=True)
class StandingConflict:
    """Two statements that differ, shown with both sides, the stronger and newer source first."""

    kind: ConflictKind
    why: str
    sides: tuple[Side, ...]
    refs: frozenset[str]


async def conflicts_of(assessment_id: UUID, revisions: Mapping[str, int]) -> list[StandingConflict]:
    """Return the conflicts of an assessment whose answers have not changed since, in one query."""
    rows = await Conflict.objects().where(Conflict.assessment == assessment_id).order_by(Conflict.ref, Conflict.id)
    read = [(row, sides_from_json(row.sides)) for row in rows]
    return [
        StandingConflict(ConflictKind(row.kind), row.why, sides, frozenset({row.ref, *_own(assessment_id, sides)}))
        for row, sides in read
        if all(_is_current(assessment_id, side, revisions) for side in sides)
    ]


def _own(assessment_id: UUID, sides: tuple[Side, ...]) -> set[str]:
    return {side.ref for side in sides if side.assessment == assessment_id}


def _is_current(assessment_id: UUID, side: Side, revisions: Mapping[str, int]) -> bool:
    return side.assessment != assessment_id or revisions.get(side.ref) == side.revision
