"""What the list of reviews shows."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from portal.assessments.states import AssessmentState
from portal.assessments.tables import Assessment
from portal.core.clock import today
from portal.review.decisions import DecisionKind, StandingDecision, decision_rows, standing_decisions
from portal.review.tables import AnswerVerdict, Decision
from portal.review.verdicts import StandingVerdict, stale_documents, standing, verdict_rows
from portal.vendors.profiles import tier_of
from portal.vendors.tables import Vendor
from questionnaires.model import YesNo
from questionnaires.tables import Answer
from questionnaires.values import value_to_json

_MOST = 100
_WAITING = [AssessmentState.submitted, AssessmentState.in_review, AssessmentState.returned]
_NOT_APPLICABLE = value_to_json(YesNo.NOT_APPLICABLE.value)


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One questionnaire that waits for a reviewer or, returned, for its vendor."""

    id: UUID
    title: str
    vendor: str
    service: str
    tier: int | None
    tier_label: str
    state: AssessmentState
    submitted_at: datetime | None
    counts: dict[str, int]
    answers: int
    decided: int
    to_decide: int


@dataclass(frozen=True, slots=True)
class ReviewsPage:
    """Everything under review; `state` is the filter in force, empty for all."""

    lines: list[ReviewLine]
    totals: list[tuple[AssessmentState, int]]
    state: str
    today: date


async def reviews_page(state: str) -> ReviewsPage:
    """Return the list, the longest waiting first."""
    wanted = [one for one in _WAITING if state in ("", one.value)] or _WAITING
    rows = await (
        Assessment.objects(Assessment.service)
        .where(Assessment.state.is_in([one.value for one in wanted]))
        .order_by(Assessment.submitted_at)
        .limit(_MOST)
    )
    counted = await Assessment.select(Assessment.state).where(Assessment.state.is_in([one.value for one in _WAITING]))
    totals = Counter(row["state"] for row in counted)
    return ReviewsPage(
        await _lines(rows), [(one, totals[one.value]) for one in _WAITING], state if state in _WAITING else "", today()
    )


async def _lines(rows: list[Assessment]) -> list[ReviewLine]:
    if not rows:
        return []
    vendors = await Vendor.objects().where(Vendor.id.is_in(list({row.vendor for row in rows})))
    by_id = {vendor.id: vendor for vendor in vendors}
    figures = await _figures(rows)
    return [_line(row, by_id[row.vendor], figures[row.id]) for row in rows]


@dataclass(frozen=True, slots=True)
class _Figures:
    counts: dict[str, int]
    answers: int
    decided: int
    to_decide: int


async def _figures(rows: list[Assessment]) -> dict[UUID, _Figures]:
    ids = [row.id for row in rows]
    verdicts, decisions = await verdict_rows(ids), await decision_rows(ids)
    stale = await stale_documents(verdicts, today())
    answers = await Answer.select(Answer.response, Answer.question, Answer.revision, Answer.value).where(
        Answer.response.is_in([row.response for row in rows]) & Answer.value.is_not_null()
    )
    return {
        row.id: _counted(
            [one for one in verdicts if one.assessment == row.id],
            [one for one in decisions if one.assessment == row.id],
            {one["question"]: one for one in answers if one["response"] == row.response},
            stale,
        )
        for row in rows
    }


def _counted(
    history: list[AnswerVerdict],
    decided: list[Decision],
    answers: Mapping[str, Mapping[str, object]],
    stale: frozenset[UUID],
) -> _Figures:
    revisions = {ref: int(str(answer["revision"])) for ref, answer in answers.items()}
    verdicts = standing(history, revisions, stale)
    decisions = standing_decisions(decided, revisions, verdicts, history)
    left_out = {ref for ref, answer in answers.items() if answer["value"] == _NOT_APPLICABLE}
    asked = verdicts.keys() | left_out
    states = (_in_force(verdict, decisions.get(ref)) for ref, verdict in verdicts.items())
    return _Figures(dict(Counter(states)), len(answers), len(asked & decisions.keys()), len(asked))


def _in_force(verdict: StandingVerdict, decision: StandingDecision | None) -> str:
    if decision is not None and decision.kind is DecisionKind.overruled and decision.state is not None:
        return decision.state.value
    return verdict.state.value


def _line(row: Assessment, vendor: Vendor, figures: _Figures) -> ReviewLine:
    tier = tier_of(vendor.tier)
    service = row.service
    return ReviewLine(
        id=row.id,
        title=row.title,
        vendor=vendor.name,
        service=service.name if service and service.name else "",
        tier=tier.number if tier else None,
        tier_label=tier.label.partition("· ")[2] if tier else "",
        state=AssessmentState(row.state),
        submitted_at=row.submitted_at,
        counts=figures.counts,
        answers=figures.answers,
        decided=figures.decided,
        to_decide=figures.to_decide,
    )
