"""Finds the values that documents in scope state near a matter, as candidates for a claim that leaves its value open."""

from collections.abc import Collection

from knowledge.retrieval import Tools, retrieve
from knowledge.scope import Scope
from knowledge.specifics import Value, ValueKind, values

PASSAGES = 12


async def values_near(matter: str, scope: Scope, tools: Tools, kinds: Collection[ValueKind]) -> list[Value]:
    """Return the values of these kinds in the passages found for a matter, the best passage's first.

    What they are worth is for the verdict on a claim that states one of them to say.
    """
    retrieval = await retrieve(matter, scope, tools, limit=PASSAGES)
    return [value for found in retrieval.found for value in values(found.text) if value.kind in kinds]
