"""Which questionnaires can be sent: our own sets, and those that were imported; and taking a new one in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from portal.assessments.our_sets import find_ours, our_keys, our_sets, was_shipped
from portal.core import audit
from portal.core.clock import now
from portal.core.database import transaction
from portal.core.errors import Conflict, NotFound
from portal.core.scope import Principal
from questionnaires.authored import from_json
from questionnaires.bank import LATER, shipped
from questionnaires.model import Questionnaire
from questionnaires.storing import store_questionnaire
from questionnaires.tables import StoredQuestionnaire

RESERVED = ("new", "drafts", "sheets")  # addresses beside those of questionnaires
_REF = re.compile(r"[^\s/?#%\\]{1,40}")
_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@dataclass(frozen=True, slots=True)
class Offered:
    """A questionnaire one can send; `own` tells our own sets from imported ones."""

    questionnaire: Questionnaire
    own: bool


async def offered_questionnaires() -> list[Offered]:
    """Return our own sets and the newest version of each other questionnaire, by its key."""
    own = await our_keys()
    columns = (StoredQuestionnaire.id, StoredQuestionnaire.key, StoredQuestionnaire.version)
    versions = await StoredQuestionnaire.select(*columns).order_by(StoredQuestionnaire.created_at)
    contents = await _contents({row["key"]: row["id"] for row in versions if _is_theirs(row, own)})
    return [Offered(one, True) for one in our_sets(own)] + [Offered(from_json(content), False) for content in contents]


def _is_theirs(row: Mapping[str, str], own: Mapping[str, str]) -> bool:
    return row["key"] not in own and not was_shipped(row["key"], row["version"])


async def _contents(newest: dict[str, UUID]) -> list[str]:
    """Return what is in these versions, in the order of their keys."""
    if not newest:
        return []
    chosen = StoredQuestionnaire.id.is_in(list(newest.values()))
    rows = await StoredQuestionnaire.select(StoredQuestionnaire.id, StoredQuestionnaire.content).where(chosen)
    contents = {row["id"]: row["content"] for row in rows}
    return [contents[newest[key]] for key in sorted(newest)]


async def questionnaire_titles() -> dict[str, str]:
    """Return the newest title of every questionnaire, by its key, without reading what is in it."""
    own = await our_keys()
    columns = (StoredQuestionnaire.key, StoredQuestionnaire.version, StoredQuestionnaire.title)
    rows = await StoredQuestionnaire.select(*columns).order_by(StoredQuestionnaire.created_at)
    theirs = {row["key"]: row["title"] for row in rows if _is_theirs(row, own)}
    return theirs | {one.key: one.title for one in our_sets(own)}


async def get_offered(key: str) -> Offered:
    """Return one questionnaire by its key; raises NotFound."""
    own = await find_ours(key)
    if own is not None:
        return Offered(own, True)
    newest = await versions_of(key, 1)
    if not newest:
        raise NotFound("There is no questionnaire of that name.")
    return Offered(from_json(newest[0].content), False)


async def versions_of(key: str, most: int = 200) -> list[StoredQuestionnaire]:
    """Return the stored versions of a questionnaire, newest first; those of a set of ours are not a team's own."""
    rows = StoredQuestionnaire.objects().where(StoredQuestionnaire.key == key)
    if key in LATER and await find_ours(key) is None:
        rows = rows.where(StoredQuestionnaire.version.not_in(sorted(shipped(key))))
    return await rows.order_by(StoredQuestionnaire.created_at, ascending=False).limit(most)


async def add_questionnaire(who: Principal, questionnaire: Questionnaire) -> StoredQuestionnaire:
    """Keep an imported questionnaire so that it can be sent; a new version of the same key replaces it in the list."""
    await _check_names(questionnaire)
    async with transaction():
        stored = await store_questionnaire(questionnaire, now())
        detail: dict[str, object] = {"key": questionnaire.key, "version": questionnaire.version}
        await audit.record(who, "questionnaire.imported", stored, detail)
    return stored


async def _check_names(questionnaire: Questionnaire) -> None:
    key = questionnaire.key
    own = await find_ours(key)
    if own is None and (problem := key_problem(key)):
        raise Conflict(problem)
    if own is not None and own.version != questionnaire.version:
        raise Conflict(f"“{key}” is the key of one of our own questionnaires; give yours another key.")
    for question in questionnaire.questions:
        if problem := ref_problem(question.ref):
            raise Conflict(problem)


def key_problem(key: str) -> str:
    """Say why this cannot be the key of a questionnaire that people reach by its address; empty when it can."""
    if not _KEY.fullmatch(key):
        return (
            "A questionnaire's key is made of letters, digits, dots, dashes and underscores, a letter or digit first."
        )
    return f"“{key}” is the address of another page; give the questionnaire another key." if key in RESERVED else ""


def ref_problem(ref: str) -> str:
    """Say why this cannot be the reference of a question that people reach by its address; empty when it can."""
    if _REF.fullmatch(ref):
        return ""
    return f"Question {ref}: a reference has at most 40 characters and no slash, ? # or %."
