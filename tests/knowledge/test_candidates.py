"""Ranking within a shelf and across many gives the same passages on every database."""

import pytest

from knowledge.embedding import ShippedEmbedder
from knowledge.exact import ExactIndex
from knowledge.retrieval import Retrieval, Tools, retrieve
from knowledge.scope import Scope
from tests.knowledge.shelving import shelve

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
EMBEDDER = ShippedEmbedder()
BACKUPS = "Backups are taken every night and kept for 35 days."
LEAVERS = "Access of leavers is removed within one business day."
ODD = "It's 100% {odd} text; 'quoted' \\ %s $1 and _under_ it."
VENDORS = tuple(f"vendor-{number}" for number in range(10))


async def asked(question: str, scope: Scope, *, counter: bool = False) -> Retrieval:
    """Retrieve with an index of this test's own."""
    return await retrieve(question, scope, Tools(EMBEDDER, ExactIndex()), counter=counter)


async def test_one_shelf() -> None:
    """A question within one vendor finds its passage, with a counter question too."""
    await shelve(EMBEDDER, "acme", "policy.pdf", [BACKUPS, LEAVERS, ODD])

    plain = await asked("How long are backups kept?", Scope(("acme",)))
    both = await asked("How long are backups kept?", Scope(("acme",)), counter=True)

    assert BACKUPS == plain.found[0].text == both.found[0].text


async def test_many_shelves() -> None:
    """Across vendors the one that answers comes first, by its words or, where no word is shared, by meaning."""
    for vendor in VENDORS:
        await shelve(EMBEDDER, vendor, "policy.pdf", [LEAVERS if vendor == "vendor-7" else BACKUPS])

    by_words = await asked("Which vendor removes leavers?", Scope(VENDORS))
    by_meaning = await asked("firing workers", Scope(VENDORS))

    assert "vendor-7" == by_words.found[0].collection == by_meaning.found[0].collection
    assert set(VENDORS) == {each.collection for each in by_words.found}


async def test_chosen_documents_on_many_shelves() -> None:
    """Documents narrow a portfolio question; the others are as if they were not there."""
    documents = {await shelve(EMBEDDER, vendor, "policy.pdf", [LEAVERS]): vendor for vendor in VENDORS}
    chosen = frozenset(sorted(documents)[:9])

    retrieval = await asked("leavers", Scope(VENDORS, chosen))

    assert chosen == {each.document_id for each in retrieval.found}
    assert 9 == retrieval.searched.documents


@pytest.mark.parametrize(
    "question", ["100% {odd} 'quoted' \\ %s $1 _under_", "{} {0} {x}", "%", "'; DROP TABLE passage; --"]
)
async def test_signs_that_mean_something_to_a_database_are_plain_text(question: str) -> None:
    """Braces, quotes, wildcards and placeholders are searched for, never carried out."""
    for vendor in VENDORS:
        await shelve(EMBEDDER, vendor, "policy.pdf", [ODD, BACKUPS])

    retrieval = await asked(question, Scope(VENDORS), counter=True)

    assert 20 == retrieval.searched.documents * 2
    assert {ODD, BACKUPS} >= {each.text for each in retrieval.found}
