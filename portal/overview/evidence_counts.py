"""Which verdict is in force for each answer of many assessments at once: the newest verdict, or a reviewer's overruling of it."""

from collections.abc import Sequence
from uuid import UUID

from knowledge.citations import Quote
from portal.core.database import run_sql
from portal.review.quotes import quotes_from_json
from portal.review.tables import AnswerVerdict
from portal.risk.levels import VerdictState

# An overruling counts while the answer is the same and the newest verdict says what the overruled one said.
_IN_FORCE = """
WITH chosen AS (__CHOSEN__),
v AS (
  SELECT a.assessment, a.ref, a.id, a.state, a.answer_revision, row_number() OVER (
    PARTITION BY a.assessment, a.ref ORDER BY a.answer_revision DESC, a.worked_out_at DESC) AS place
  FROM answer_verdict a JOIN chosen c ON c.assessment = a.assessment AND c.ref = a.ref),
d AS (
  SELECT a.assessment, a.ref, a.verdict, a.kind, a.state, a.answer_revision, row_number() OVER (
    PARTITION BY a.assessment, a.ref ORDER BY a.decided_at DESC) AS place
  FROM decision a JOIN chosen c ON c.assessment = a.assessment AND c.ref = a.ref)
SELECT v.assessment AS assessment, v.id AS verdict,
  CASE WHEN d.kind = 'overruled' AND o.state = v.state THEN d.state ELSE v.state END AS state,
  CASE WHEN d.kind = 'overruled' AND o.state = v.state THEN 1 ELSE 0 END AS overruled
FROM v
LEFT JOIN d ON d.assessment = v.assessment AND d.ref = v.ref AND d.place = 1 AND d.answer_revision = v.answer_revision
LEFT JOIN answer_verdict o ON o.id = d.verdict
WHERE v.place = 1
"""
_CONTRADICTED = (
    "SELECT assessment, ref FROM answer_verdict WHERE state = 'contradicted' "
    "UNION SELECT assessment, ref FROM decision WHERE state = 'contradicted'"
)
_FAVOURABLE = (VerdictState.SUPPORTED.value, VerdictState.SUPPORTED_WITH_EXCEPTION.value)

Counts = dict[str, int]


async def contradictions() -> dict[UUID, int]:
    """Return how many answers are contradicted, by assessment, over all assessments that have any."""
    rows = await run_sql(_IN_FORCE.replace("__CHOSEN__", _CONTRADICTED))
    found: dict[UUID, int] = {}
    for row in rows:
        if row["state"] == VerdictState.CONTRADICTED.value:
            assessment = UUID(str(row["assessment"]))
            found[assessment] = found.get(assessment, 0) + 1
    return found


async def evidence_counts(assessments: Sequence[UUID], expired: frozenset[UUID]) -> dict[UUID, Counts]:
    """Return how many answers have which verdict, by assessment; `expired` are documents that support nothing any more."""
    if not assessments:
        return {}
    chosen = "SELECT DISTINCT assessment, ref FROM answer_verdict WHERE assessment IN (__IDS__)"
    sql = _IN_FORCE.replace("__CHOSEN__", chosen).replace("__IDS__", ", ".join("{}" for _ in assessments))
    rows = await run_sql(sql, *assessments)
    favourable = [UUID(str(row["verdict"])) for row in rows if row["state"] in _FAVOURABLE and not row["overruled"]]
    lapsed = await _lapsed(favourable, expired)
    counts: dict[UUID, Counts] = {}
    for row in rows:
        state = VerdictState.STALE.value if UUID(str(row["verdict"])) in lapsed else row["state"]
        one = counts.setdefault(UUID(str(row["assessment"])), {})
        one[state] = one.get(state, 0) + 1
    return counts


async def _lapsed(verdicts: list[UUID], expired: frozenset[UUID]) -> frozenset[UUID]:
    """Return the verdicts whose first quote stands in an expired document."""
    if not verdicts or not expired:
        return frozenset()
    found: set[UUID] = set()
    for start in range(0, len(verdicts), 500):
        some = AnswerVerdict.id.is_in(verdicts[start : start + 500])
        rows = await AnswerVerdict.select(AnswerVerdict.id, AnswerVerdict.quotes).where(some)
        found |= {row["id"] for row in rows if _leads_with(quotes_from_json(row["quotes"]), expired)}
    return frozenset(found)


def _leads_with(quotes: Sequence[Quote], expired: frozenset[UUID]) -> bool:
    return bool(quotes) and quotes[0].document_id in expired
