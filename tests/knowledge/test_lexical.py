"""Ranking by words prefers passages that hold more and rarer of the words asked for, and is in step with the passages."""

from collections.abc import Sequence
from importlib import import_module

import pytest

from knowledge.embedding import ShippedEmbedder
from knowledge.evaluation.invented import invention
from knowledge.lexical import Postings, indexed_words, postings, rebuild_words, shelf_key
from knowledge.storing import register_document, store_digest
from knowledge.tables import Passage
from knowledge.words import query_terms
from tests.knowledge.shelving import forget, reread, shelve

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
MIGRATION = import_module("knowledge.migrations.knowledge_2026_11_25t18_11_00_000000")
EMBEDDER = ShippedEmbedder()
TEXTS = [
    "Backups are kept for 35 days.",
    "Customer data is encrypted with AES-256; data in backups too.",
    "Data is data.",
    "The office opens at nine.",
]


async def searched(question: str, limit: int = 10, collections: Sequence[str] = ("acme",)) -> list[str]:
    """Search by words alone and return the texts found, best first."""
    terms = query_terms(question)
    hits = (await postings(terms, collections, 4 * len(collections))).search(terms, limit)
    rows = await Passage.select(Passage.id, Passage.text)
    texts = {row["id"]: row["text"] for row in rows}
    return [texts.get(hit.passage_id, "gone") for hit in hits]


async def test_the_rarer_word_weighs_more() -> None:
    """A passage with the rare word comes before one that repeats the common word."""
    await shelve(EMBEDDER, "acme", "a.pdf", TEXTS)

    assert [TEXTS[1], TEXTS[2]] == await searched("encrypted data")


async def test_a_repeated_word_weighs_more_than_one_that_stands_once() -> None:
    """Of two passages with the same word the one that says it again comes first."""
    await shelve(EMBEDDER, "acme", "a.pdf", ["Access is limited.", "Access to the access list is limited."])

    assert "Access to the access list is limited." == (await searched("access"))[0]


async def test_passages_that_share_no_word_are_left_out() -> None:
    """No word in common, no hit."""
    await shelve(EMBEDDER, "acme", "a.pdf", TEXTS)

    assert [] == await searched("penguins")


async def test_the_limit_cuts_after_the_best() -> None:
    """Fewer places go to the better passages."""
    await shelve(EMBEDDER, "acme", "a.pdf", TEXTS)

    assert [TEXTS[1]] == await searched("encrypted data", limit=1)


async def test_shelves_do_not_mix() -> None:
    """A word on another shelf is not found, and does not change how rare it is here."""
    await shelve(EMBEDDER, "acme", "a.pdf", TEXTS[:1])
    await shelve(EMBEDDER, "globex", "g.pdf", TEXTS)

    found = await postings({"backup"}, ["acme"], 1)

    assert [TEXTS[0]] == await searched("backups")
    assert 1 == sum(len(ids) for ids in found.holders.values())


async def test_several_shelves_are_searched_together() -> None:
    """Words are as rare as they are on all shelves of the scope."""
    await shelve(EMBEDDER, "acme", "a.pdf", TEXTS[:1])
    await shelve(EMBEDDER, "globex", "g.pdf", TEXTS[1:])

    assert {TEXTS[0], TEXTS[1]} == set(await searched("backups", collections=("acme", "globex")))


async def test_deleting_a_passage_takes_its_words_out() -> None:
    """The index holds nothing of a passage that is gone."""
    document = await shelve(EMBEDDER, "acme", "a.pdf", TEXTS)

    await forget(document)

    assert [] == await searched("encrypted data backups office")


async def test_a_document_read_again_is_found_by_its_new_words_only() -> None:
    """New passages may get the ids of old ones; the words are the new ones'."""
    document = await shelve(EMBEDDER, "acme", "a.pdf", TEXTS[:2])

    await reread(EMBEDDER, document, TEXTS[2:])

    assert [TEXTS[3]] == await searched("office")
    assert [] == await searched("backups encrypted")


async def test_changed_words_are_found_and_the_old_ones_are_not() -> None:
    """Writing a row's words anew, as after better stemming, moves the passage in the index."""
    await shelve(EMBEDDER, "acme", "a.pdf", TEXTS[:1])

    await Passage.update({Passage.words: indexed_words("acme", "", "Penguins")}, force=True)

    assert [TEXTS[0]] == await searched("penguin")
    assert [] == await searched("backups")


@pytest.mark.parametrize(
    "word", ["o'neill", "1.2", "it’s", "naïve", "暗号化", "x" * 3000, "a~b", '"', "'", "\\", "%", "*"]
)
async def test_odd_words_are_indexed_and_found(word: str) -> None:
    """Marks inside of words, other scripts and endless words harm neither writing nor asking."""
    await shelve(EMBEDDER, "acme", "a.pdf", [f"The secret word is {word} indeed.", "Nothing here."])

    assert "Nothing here." not in await searched(f"secret {word}")
    assert 1 == len(await searched(f"secret {word}"))


async def test_a_row_says_its_shelf_and_marks_repeats() -> None:
    """What is written is the shelf's key, every stem once, and a mark for those that come again."""
    assert f"{shelf_key('acme')} polici data encrypt data~" == indexed_words("acme", "Policy", "Data: encrypted data")


async def test_nothing_to_search_is_no_error() -> None:
    """No postings, no hits."""
    assert [] == Postings(0, {}).search(query_terms("data"), 5)


async def test_the_index_can_be_filled_again_from_the_rows() -> None:
    """Whatever happened to it, the passages' rows bring the words back."""
    document = await shelve(EMBEDDER, "acme", "a.pdf", TEXTS)
    before = await searched("encrypted data backups")

    await rebuild_words()

    assert before == await searched("encrypted data backups")
    await forget(document)
    assert [] == await searched("encrypted data backups")


async def test_a_database_from_before_is_filled_by_the_migration() -> None:
    """Passages that were stored without their words get them, and are found."""
    await shelve(EMBEDDER, "acme", "a.pdf", TEXTS)
    await Passage.update({Passage.words: ""}, force=True)
    silent = await searched("encrypted data")

    await MIGRATION._fill(Passage)

    assert [] == silent
    assert [TEXTS[1], TEXTS[2]] == await searched("encrypted data")


async def test_the_index_stays_in_few_parts_however_many_documents_come() -> None:
    """Every word asked for is looked up in each part, and each document stored adds one."""
    made = invention(EMBEDDER, 8, 0)
    for number, digest in enumerate(made.documents(60, 2)):
        document = await register_document("acme", f"{number:064}", f"{number}.pdf", 1)
        await store_digest(document.id, digest)

    assert 5 >= await _parts()


async def _parts() -> int:
    """Count the parts; PostgreSQL has one, and would put new words into a list beside it unless told not to."""
    if Passage._meta.db.engine_type == "sqlite":
        (row,) = await Passage.raw("SELECT count(DISTINCT segid) AS parts FROM passage_words_idx")
    else:
        (row,) = await Passage.raw(
            "SELECT CASE WHEN 'fastupdate=off' = ANY(reloptions) THEN 1 ELSE 100 END AS parts "
            "FROM pg_class WHERE relname = 'passage_words'"
        )
    parts: int = row["parts"]
    return parts
