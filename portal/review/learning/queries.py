"""Reads every decision on a verdict, with what the machine had said and shown."""

from collections.abc import Sequence
from uuid import UUID

from knowledge.sureness import is_calibrated
from knowledge.verdicts import VerdictState, learnt_in
from portal.assessments.tables import Assessment
from portal.review.decisions import AT_ONCE
from portal.review.learning.teaching import Ruling
from portal.review.quotes import quotes_from_json
from portal.review.tables import AnswerVerdict, Decision
from portal.review.verdicts import sure_of

_BATCH = 500


async def rulings() -> list[Ruling]:
    """Return the decisions on verdicts, the oldest first; where somebody decided twice on one verdict, the later."""
    decided = await Decision.objects().where(Decision.verdict.is_not_null()).order_by(Decision.decided_at)
    newest: dict[UUID, Decision] = {}
    for row in decided:
        newest.pop(row.verdict, None)
        newest[row.verdict] = row
    verdicts = await _verdicts(list(newest))
    vendors = {row["id"]: row["vendor"] for row in await Assessment.select(Assessment.id, Assessment.vendor)}
    return [_ruling(row, verdicts[one], vendors) for one, row in newest.items() if one in verdicts]


async def _verdicts(ids: Sequence[UUID]) -> dict[UUID, AnswerVerdict]:
    found: dict[UUID, AnswerVerdict] = {}
    for start in range(0, len(ids), _BATCH):
        some = AnswerVerdict.id.is_in(list(ids[start : start + _BATCH]))
        found |= {row.id: row for row in await AnswerVerdict.objects().where(some)}
    return found


def _ruling(row: Decision, verdict: AnswerVerdict, vendors: dict[UUID, UUID]) -> Ruling:
    known = verdict.confidence is not None and is_calibrated(verdict.method)
    return Ruling(
        assessment=row.assessment,
        vendor=vendors[row.assessment],
        ref=row.ref,
        claim=verdict.claim,
        said=VerdictState(verdict.state),
        holds=VerdictState(row.state or verdict.state),
        quotes=tuple(quote.text for quote in quotes_from_json(verdict.quotes)),
        person=row.decided_by,
        at_once=row.reason == AT_ONCE,
        sure=sure_of(verdict) if known else None,
        mark=learnt_in(verdict.method),
    )
