"""How far vendors are with their answers, for many assessments at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from portal.assessments.outline import outline
from questionnaires.storing import get_questionnaire
from questionnaires.tables import Answer
from questionnaires.values import Given, value_from_json


@dataclass(frozen=True, slots=True)
class Progress:
    """Of the questions that apply, how many are answered."""

    answered: int
    total: int


@dataclass(frozen=True, slots=True)
class Questioned:
    """An assessment with the engine's ids of its response and questionnaire."""

    id: UUID
    response: UUID
    questionnaire: UUID


async def progress(works: Sequence[Questioned]) -> dict[UUID, Progress]:
    """Return how far each assessment's answers are, by assessment."""
    if not works:
        return {}
    versions = {version: await get_questionnaire(version) for version in {work.questionnaire for work in works}}
    answers: dict[UUID, dict[str, Given]] = {}
    columns = (Answer.response, Answer.question, Answer.value)
    mine = Answer.response.is_in([work.response for work in works]) & Answer.value.is_not_null()
    for row in await Answer.select(*columns).where(mine):
        answers.setdefault(row["response"], {})[row["question"]] = Given(value_from_json(row["value"]))
    found = {}
    for work in works:
        far = outline(versions[work.questionnaire], answers.get(work.response, {}))
        found[work.id] = Progress(far.answered, far.total)
    return found
