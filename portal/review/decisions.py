"""The reviewers' decisions that stand: the newest on each answer, as long as it is about what is shown today."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from portal.core.dates import date_long
from portal.review.tables import AnswerVerdict, Decision
from portal.review.verdicts import Place, StandingVerdict, as_of
from portal.risk.levels import VerdictState

AT_ONCE = "Agreed with several at once."


class DecisionKind(StrEnum):
    """What a reviewer can say of a verdict."""

    agreed = "agreed"
    overruled = "overruled"

    @property
    def label(self) -> str:
        """The word shown to people."""
        return self.value.capitalize()


@dataclass(frozen=True, slots=True)
class StandingDecision:
    """A decision that still counts; `state` is the verdict it puts in force, None where no verdict was there."""

    kind: DecisionKind
    state: VerdictState | None
    reason: str
    by: str
    at: datetime
    by_id: str = ""


async def decision_rows(assessments: list[UUID]) -> list[Decision]:
    """Return every decision ever made on some assessments, oldest first."""
    if not assessments:
        return []
    theirs = Decision.assessment.is_in(assessments)
    return await Decision.objects().where(theirs).order_by(Decision.decided_at)


def standing_decisions(
    rows: list[Decision],
    revisions: Mapping[str, int],
    verdicts: Mapping[str, StandingVerdict],
    history: list[AnswerVerdict],
) -> dict[str, StandingDecision]:
    """Choose the newest decision on each answer; it counts while the answer is the same and the verdict says the same.

    A verdict that changed its state or the quote it leads with is another matter, and asks for a new decision, unless it has
    come round to what was decided.
    """
    by_id = {row.id: row for row in history}
    newest = {row.ref: row for row in rows if revisions.get(row.ref) == row.answer_revision}
    return {ref: _read(row) for ref, row in newest.items() if _still_about(row, verdicts.get(ref), by_id)}


def changed_since(
    rows: list[Decision], revisions: Mapping[str, int], standing: Mapping[str, StandingDecision]
) -> dict[str, str]:
    """Say of each answer that was decided on, and is open again, what changed since."""
    newest = {row.ref: row for row in rows}
    return {
        ref: f"{_what(row, revisions.get(ref, 0))} since {row.decided_by_name} decided on {date_long(row.decided_at)}."
        for ref, row in newest.items()
        if ref not in standing
    }


def _what(row: Decision, revision: int) -> str:
    return "The answer changed" if row.answer_revision != revision else "The verdict changed"


def _still_about(row: Decision, verdict: StandingVerdict | None, history: Mapping[UUID, AnswerVerdict]) -> bool:
    if verdict is None:
        return not row.verdict
    decided = history.get(row.verdict)
    if decided is None:
        return False
    before = as_of(decided, frozenset()).place
    return before == verdict.place or _came_round(row, before, verdict.place)


def _came_round(row: Decision, before: Place, now: Place) -> bool:
    """Whether the machine says of the same words, or of none, what the reviewer had overruled it with."""
    same_words = now[1] in (None, before[1])
    return row.kind == DecisionKind.overruled.value and row.state == now[0].value and same_words


def _read(row: Decision) -> StandingDecision:
    state = VerdictState(row.state) if row.state else None
    return StandingDecision(
        DecisionKind(row.kind), state, row.reason, row.decided_by_name, row.decided_at, row.decided_by
    )
