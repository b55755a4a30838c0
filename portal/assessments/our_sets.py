"""Under which keys our own question sets are offered: another one where a team's questionnaire had the key before ours came."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from questionnaires.bank import KEYS, LATER, shipped
from questionnaires.bank import questionnaire as ours
from questionnaires.model import Questionnaire
from questionnaires.tables import StoredQuestionnaire

_ASIDE = "_"  # no questionnaire of a team can have a key that begins so


async def our_keys() -> dict[str, str]:
    """Return which of our sets stands behind each key: their own keys, or others where a team has had them all along."""
    theirs = await _keys_of_theirs()
    return {_ASIDE + key if key in theirs else key: key for key in KEYS}


async def _keys_of_theirs() -> set[str]:
    rows = await StoredQuestionnaire.select(StoredQuestionnaire.key, StoredQuestionnaire.version).where(
        StoredQuestionnaire.key.is_in(list(LATER))
    )
    return {row["key"] for row in rows if not was_shipped(row["key"], row["version"])}


def was_shipped(key: str, version: str) -> bool:
    """Tell whether this is a version of a set of ours, which stands beside a team's own where it was sent."""
    return key in LATER and version in shipped(key)


async def find_ours(key: str) -> Questionnaire | None:
    """Find our set behind a key."""
    if key not in KEYS and not key.startswith(_ASIDE):
        return None
    found = (await our_keys()).get(key)
    return our_set(key, found) if found else None


def our_sets(own: Mapping[str, str]) -> list[Questionnaire]:
    """Return our sets, each under the key that it is offered by."""
    return [our_set(key, name) for key, name in own.items()]


@cache
def our_set(key: str, name: str) -> Questionnaire:
    """Return one of our sets under a key."""
    return ours(name) if key == name else replace(ours(name), key=key)
