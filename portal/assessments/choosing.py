"""Which questionnaires can be sent: our own sets, and those that were imported; and taking a new one in."""

import re
from dataclasses import dataclass

from portal.core import audit
from portal.core.clock import now
from portal.core.database import transaction
from portal.core.errors import Conflict, NotFound
from portal.core.scope import Principal
from questionnaires.authored import from_json
from questionnaires.bank import KEYS
from questionnaires.bank import questionnaire as ours
from questionnaires.model import Questionnaire
from questionnaires.storing import store_questionnaire
from questionnaires.tables import StoredQuestionnaire

RESERVED = ("new", "drafts")  # addresses beside those of questionnaires
_REF = re.compile(r"[^\s/?#%\\]{1,40}")
_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@dataclass(frozen=True, slots=True)
class Offered:
    """A questionnaire one can send; `own` tells our own sets from imported ones."""

    questionnaire: Questionnaire
    own: bool


async def offered_questionnaires() -> list[Offered]:
    """Return our own sets and the newest version of each imported questionnaire."""
    rows = await (
        StoredQuestionnaire.objects()
        .where(StoredQuestionnaire.key.not_in(list(KEYS)))
        .order_by(StoredQuestionnaire.created_at, ascending=False)
        .limit(200)
    )
    newest = {row.key: row.content for row in reversed(rows)}
    imported = [Offered(from_json(content), False) for _, content in sorted(newest.items())]
    return [Offered(ours(key), True) for key in KEYS] + imported


async def questionnaire_titles() -> dict[str, str]:
    """Return the newest title of every questionnaire, by its key, without reading what is in it."""
    columns = (StoredQuestionnaire.key, StoredQuestionnaire.title)
    rows = await StoredQuestionnaire.select(*columns).order_by(StoredQuestionnaire.created_at)
    return {row["key"]: row["title"] for row in rows} | {key: ours(key).title for key in KEYS}


async def get_offered(key: str) -> Offered:
    """Return one questionnaire by its key; raises NotFound."""
    if key in KEYS:
        return Offered(ours(key), True)
    row = await (
        StoredQuestionnaire.objects()
        .where(StoredQuestionnaire.key == key)
        .order_by(StoredQuestionnaire.created_at, ascending=False)
        .first()
    )
    if row is None:
        raise NotFound("There is no questionnaire of that name.")
    return Offered(from_json(row.content), False)


async def add_questionnaire(who: Principal, questionnaire: Questionnaire) -> StoredQuestionnaire:
    """Keep an imported questionnaire so that it can be sent; a new version of the same key replaces it in the list."""
    _check_names(questionnaire)
    async with transaction():
        stored = await store_questionnaire(questionnaire, now())
        detail: dict[str, object] = {"key": questionnaire.key, "version": questionnaire.version}
        await audit.record(who, "questionnaire.imported", stored, detail)
    return stored


def _check_names(questionnaire: Questionnaire) -> None:
    key = questionnaire.key
    if problem := key_problem(key):
        raise Conflict(problem)
    if key in KEYS and ours(key).version != questionnaire.version:
        raise Conflict(f"“{key}” is the key of one of our own questionnaires; give yours another key.")
    for question in questionnaire.questions:
        if problem := ref_problem(question.ref):
            raise Conflict(problem)


def key_problem(key: str) -> str:
    """Say why this cannot be the key of a questionnaire that people reach by its address; empty when it can."""
    if not _KEY.fullmatch(key):
        return "A questionnaire's key is made of letters, digits, dots, dashes and underscores."
    return f"“{key}” is the address of another page; give the questionnaire another key." if key in RESERVED else ""


def ref_problem(ref: str) -> str:
    """Say why this cannot be the reference of a question that people reach by its address; empty when it can."""
    if _REF.fullmatch(ref):
        return ""
    return f"Question {ref}: a reference has at most 40 characters and no slash, ? # or %."
