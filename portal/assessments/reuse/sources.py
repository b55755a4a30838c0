"""A vendor's other responses, read at once: of this vendor alone, what was handed in before what is still open."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from piccolo.columns import Column
from piccolo.custom_types import Combinable

from portal.assessments.states import AssessmentState
from portal.assessments.tables import AnswerEvidence, Assessment
from questionnaires.answering import rows_of_several
from questionnaires.model import Questionnaire
from questionnaires.reusing import Earlier, Past, earlier, past_response
from questionnaires.storing import questionnaires_of

_MOST, _MOST_OPEN, _LOOKED_AT = 6, 4, 40
_OPEN = [AssessmentState.in_progress.value]  # a first answer makes it that; what is only sent has none
_HANDED_IN = [
    state.value
    for state in (
        AssessmentState.submitted,
        AssessmentState.in_review,
        AssessmentState.returned,
        AssessmentState.completed,
    )
]


@dataclass(frozen=True, slots=True)
class Source:
    """One other assessment, as it is named beside an answer from it; what is still open was not handed in yet."""

    id: UUID
    title: str
    service: str
    submitted_at: datetime | None

    @property
    def handed_in(self) -> bool:
        """Whether the vendor has vouched for its answers."""
        return self.submitted_at is not None


@dataclass(frozen=True, slots=True)
class Sources:
    """Earlier assessments with their answers, and the documents that stood behind each, by assessment and question."""

    sources: tuple[Source, ...]
    earlier: Earlier
    documents: Mapping[tuple[UUID, str], tuple[UUID, ...]]


@dataclass(frozen=True, slots=True)
class Answered:
    """What a vendor answered, the most wanted first: the assessments, each with its answers, and the documents behind."""

    sources: tuple[Source, ...]
    pasts: tuple[Past, ...]
    documents: Mapping[tuple[UUID, str], tuple[UUID, ...]]


async def sources_for(assessment: Assessment, asked: Questionnaire) -> Sources | None:
    """Return what the vendor handed in before, then what it answers elsewhere now, in four queries; None without any."""
    others = (Assessment.vendor == assessment.vendor) & (Assessment.id != assessment.id)
    rows = await _rows(others & (_is_done() | Assessment.state.is_in(_OPEN)), Assessment.sent_at, _LOOKED_AT)
    done = [row for row in rows if row["state"] in _HANDED_IN]
    done.sort(key=lambda row: row["submitted_at"], reverse=True)
    chosen = [done[:_MOST], [row for row in rows if row["state"] in _OPEN][:_MOST_OPEN]]
    for some in chosen:
        some.sort(key=lambda row: str(row["service"]) != str(assessment.service))
    found = await _answered([*chosen[0], *chosen[1]])
    return Sources(found.sources, earlier(asked, found.pasts), found.documents) if found else None


async def handed_in(vendor: UUID) -> Answered | None:
    """Return the newest that a vendor handed in."""
    return await _answered(await _rows((Assessment.vendor == vendor) & _is_done(), Assessment.submitted_at, _MOST))


def _is_done() -> Combinable:
    return Assessment.state.is_in(_HANDED_IN) & Assessment.submitted_at.is_not_null()


async def _rows(wanted: Combinable, newest: Column, most: int) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = await (
        Assessment.select(
            Assessment.id,
            Assessment.title,
            Assessment.questionnaire,
            Assessment.response,
            Assessment.service,
            Assessment.service.name.as_alias("service_name"),
            Assessment.submitted_at,
            Assessment.state,
        )
        .where(wanted)
        .order_by(newest, ascending=False)
        .limit(most)
    )
    return rows


async def _answered(rows: Sequence[Mapping[str, Any]]) -> Answered | None:
    if not rows:
        return None
    questionnaires = await questionnaires_of([row["questionnaire"] for row in rows])
    answers = await rows_of_several([row["response"] for row in rows])
    pasts = [past_response(questionnaires[row["questionnaire"]], answers.get(row["response"], {})) for row in rows]
    sources = tuple(_source(row) for row in rows)
    return Answered(sources, tuple(pasts), await _documents([source.id for source in sources]))


def _source(row: Mapping[str, Any]) -> Source:
    return Source(UUID(str(row["id"])), str(row["title"]), str(row["service_name"] or ""), row["submitted_at"])


async def _documents(assessments: list[UUID]) -> dict[tuple[UUID, str], tuple[UUID, ...]]:
    links = await (
        AnswerEvidence.objects().where(AnswerEvidence.assessment.is_in(assessments)).order_by(AnswerEvidence.id)
    )
    found: dict[tuple[UUID, str], tuple[UUID, ...]] = {}
    for link in links:
        place = (link.assessment, link.ref)
        found[place] = (*found.get(place, ()), link.evidence)
    return found
