"""Keep questionnaires and responses in the database, inside the caller's transaction."""

from collections.abc import Iterable
from datetime import UTC, datetime
from functools import lru_cache
from uuid import UUID

from questionnaires.authored import from_json
from questionnaires.errors import NotFound
from questionnaires.model import Questionnaire
from questionnaires.tables import Response, ResponseState, StoredQuestionnaire
from questionnaires.validating import validate


async def store_questionnaire(questionnaire: Questionnaire, at: datetime | None = None) -> StoredQuestionnaire:
    """Keep this version of the questionnaire; storing it again returns the row that is there."""
    validate(questionnaire)
    version = questionnaire.version
    row = StoredQuestionnaire(
        key=questionnaire.key,
        version=version,
        title=questionnaire.title,
        content=questionnaire.to_json(),
        created_at=at or datetime.now(UTC),
    )
    unique = (StoredQuestionnaire.key, StoredQuestionnaire.version)
    await StoredQuestionnaire.insert(row).on_conflict(action="DO NOTHING", target=unique)
    found = await find_stored(questionnaire.key, version)
    assert found is not None
    return found


async def find_stored(key: str, version: str) -> StoredQuestionnaire | None:
    """Find one version of a questionnaire."""
    this = (StoredQuestionnaire.key == key) & (StoredQuestionnaire.version == version)
    return await StoredQuestionnaire.objects().where(this).first()


async def get_questionnaire(stored_id: UUID) -> Questionnaire:
    """Load a stored questionnaire by its id."""
    row = (
        await StoredQuestionnaire.select(StoredQuestionnaire.content).where(StoredQuestionnaire.id == stored_id).first()
    )
    if row is None:
        raise NotFound("This questionnaire does not exist.")
    return _parsed(row["content"])


async def questionnaires_of(stored_ids: Iterable[UUID]) -> dict[UUID, Questionnaire]:
    """Load several stored questionnaires at once, by their ids."""
    wanted = StoredQuestionnaire.id.is_in(list(set(stored_ids)))
    rows = await StoredQuestionnaire.select(StoredQuestionnaire.id, StoredQuestionnaire.content).where(wanted)
    return {row["id"]: _parsed(row["content"]) for row in rows}


async def questionnaire_of(response_id: UUID) -> Questionnaire:
    """Load the version of the questionnaire that the response answers."""
    row = await Response.select(Response.questionnaire.content).where(Response.id == response_id).first()
    if row is None:
        raise NotFound("These answers do not exist.")
    return _parsed(row["questionnaire.content"])


async def open_response(stored_id: UUID, at: datetime | None = None) -> Response:
    """Start an empty response to a stored questionnaire."""
    now = at or datetime.now(UTC)
    response = Response(questionnaire=stored_id, state=ResponseState.OPEN.value, created_at=now, changed_at=now)
    await response.save()
    return response


async def get_response(response_id: UUID) -> Response:
    """Load a response by its id."""
    response = await Response.objects().where(Response.id == response_id).first()
    if response is None:
        raise NotFound("These answers do not exist.")
    return response


@lru_cache(maxsize=64)
def _parsed(content: str) -> Questionnaire:
    return from_json(content)
