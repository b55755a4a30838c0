"""A column is one of many values, whatever their type and number, alike on every database."""

from collections.abc import Collection
from uuid import UUID, uuid4

import pytest

from knowledge.among import among, not_among
from knowledge.embedding import ShippedEmbedder
from knowledge.tables import Document, Passage
from tests.knowledge.shelving import shelve

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
ODD = 'it\'s "odd", {} \\ % $1 naïve'


async def named(collections: Collection[str]) -> set[str]:
    """List the documents on these shelves."""
    rows = await Document.select(Document.name).where(among(Document.collection, collections))
    return {row["name"] for row in rows}


async def test_text_is_compared_whole_and_as_it_is() -> None:
    """Signs that mean something to a database, or a longer text that begins alike, find nothing else."""
    await shelve(ShippedEmbedder(), ODD, "odd.pdf", [])
    await shelve(ShippedEmbedder(), "x" * 64, "long.pdf", [])

    assert {"odd.pdf"} == await named([ODD, "x" * 65])


async def test_numbers_and_keys_are_found_among_thousands() -> None:
    """More values than one statement may have parameters."""
    document = await shelve(ShippedEmbedder(), "acme", "a.pdf", ["One.", "Two."])
    others: list[UUID] = [uuid4() for _ in range(40_000)]

    of_document = await Passage.count().where(among(Passage.document, [*others, document]))
    of_numbers = await Passage.count().where(among(Passage.page, range(2, 40_000)))

    assert (2, 1) == (of_document, of_numbers)


async def test_none_of_no_values_is_everything() -> None:
    """No values are no rows, and all rows are none of them."""
    await shelve(ShippedEmbedder(), "acme", "a.pdf", [])

    left = await Document.select(Document.name).where(not_among(Document.collection, []))

    assert (set(), 1) == (await named([]), len(left))
