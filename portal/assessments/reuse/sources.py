"""A vendor's earlier responses, read at once: handed in, of this vendor alone, those of the same service first."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from portal.assessments.states import AssessmentState
from portal.assessments.tables import AnswerEvidence, Assessment
from questionnaires.answering import rows_of_several
from questionnaires.model import Questionnaire
from questionnaires.reusing import Earlier, Past, earlier, past_response
from questionnaires.storing import questionnaires_of

_MOST = 6
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
    """One earlier assessment, as it is named beside an answer from it."""

    id: UUID
    title: str
    service: str
    submitted_at: datetime


@dataclass(frozen=True, slots=True)
class Sources:
    """Earlier assessments with their answers, and the documents that stood behind each, by assessment and question."""

    sources: tuple[Source, ...]
    earlier: Earlier
    documents: Mapping[tuple[UUID, str], tuple[UUID, ...]]


@dataclass(frozen=True, slots=True)
class HandedIn:
    """What a vendor handed in, the newest first: the assessments, each with its answers, and the documents behind each."""

    sources: tuple[Source, ...]
    pasts: tuple[Past, ...]
    documents: Mapping[tuple[UUID, str], tuple[UUID, ...]]


async def sources_for(assessment: Assessment, asked: Questionnaire) -> Sources | None:
    """Return what the vendor handed in before, in four queries; None when there is nothing."""
    found = await handed_in(assessment.vendor, assessment)
    return Sources(found.sources, earlier(asked, found.pasts), found.documents) if found else None


async def handed_in(vendor: UUID, now: Assessment | None = None) -> HandedIn | None:
    """Return the newest that a vendor handed in, without the one that is answered `now`, its service's own first."""
    done = (Assessment.vendor == vendor) & Assessment.state.is_in(_HANDED_IN) & Assessment.submitted_at.is_not_null()
    rows = await (
        Assessment.select(
            Assessment.id,
            Assessment.title,
            Assessment.questionnaire,
            Assessment.response,
            Assessment.service,
            Assessment.service.name.as_alias("service_name"),
            Assessment.submitted_at,
        )
        .where(done & (Assessment.id != now.id) if now else done)
        .order_by(Assessment.submitted_at, ascending=False)
        .limit(_MOST)
    )
    if not rows:
        return None
    if now is not None:
        rows.sort(key=lambda row: str(row["service"]) != str(now.service))
    questionnaires = await questionnaires_of([row["questionnaire"] for row in rows])
    answers = await rows_of_several([row["response"] for row in rows])
    pasts = [past_response(questionnaires[row["questionnaire"]], answers.get(row["response"], {})) for row in rows]
    sources = tuple(_source(row) for row in rows)
    return HandedIn(sources, tuple(pasts), await _documents([source.id for source in sources]))


def _source(row: dict[str, object]) -> Source:
    at = row["submitted_at"]
    assert isinstance(at, datetime)
    return Source(UUID(str(row["id"])), str(row["title"]), str(row["service_name"] or ""), at)


async def _documents(assessments: list[UUID]) -> dict[tuple[UUID, str], tuple[UUID, ...]]:
    links = await (
        AnswerEvidence.objects().where(AnswerEvidence.assessment.is_in(assessments)).order_by(AnswerEvidence.id)
    )
    found: dict[tuple[UUID, str], tuple[UUID, ...]] = {}
    for link in links:
        place = (link.assessment, link.ref)
        found[place] = (*found.get(place, ()), link.evidence)
    return found
