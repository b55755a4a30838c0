"""The index agrees with SQL whatever happened to either, and never answers from a stale file."""

import shutil
from collections.abc import Callable
from pathlib import Path

import anyio
import pytest
from piccolo.engine.sqlite import SQLiteEngine

from knowledge.embedding import ShippedEmbedder
from knowledge.index import Changes, ChromaIndex, ExactIndex, Index, ask_to_rebuild, open_index, rebuild, synchronise
from knowledge.shelves import shelf
from knowledge.tables import Passage
from tests.knowledge.shelving import forget, reread, shelve

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("knowledge_database")]
EMBEDDER = ShippedEmbedder()
ENCRYPTION = "All customer data is encrypted at rest with AES-256."
BACKUPS = "Backups are taken every night and kept for 35 days."
LEAVERS = "Access of leavers is removed within one business day."


async def texts(index: Index, collection: str, question: str, limit: int = 10) -> list[str]:
    """Search and read the texts of the hits from SQL, best first; ids that SQL lacks come back as such."""
    hits = await index.search(collection, EMBEDDER.embed([question])[0], limit)
    rows = await Passage.select(Passage.id, Passage.text)
    by_id = {row["id"]: row["text"] for row in rows}
    return [by_id.get(hit.passage_id, "gone") for hit in hits]


def vector_folders(path: Path) -> list[Path]:
    """List where Chroma keeps vectors, apart from its own database."""
    return [entry for entry in path.iterdir() if entry.is_dir()]


def vector_files(path: Path) -> list[Path]:
    """List the files that Chroma keeps vectors in."""
    return [file for folder in vector_folders(path) for file in folder.iterdir()]


@pytest.fixture(params=["chroma", "exact"])
def index(request: pytest.FixtureRequest, tmp_path: Path) -> Index:
    """Give each kind of index in turn: both must behave alike."""
    return open_index(tmp_path / "index") if request.param == "chroma" else ExactIndex()


async def test_the_nearest_passage_comes_first(index: Index) -> None:
    """A search returns passages by cosine, best first, with the cosine as score."""
    await shelve(EMBEDDER, "acme", "policy.pdf", [ENCRYPTION, BACKUPS, LEAVERS])
    vector = EMBEDDER.embed(["When is access of departing employees revoked?"])[0]

    hits = await index.search("acme", vector, 3)

    assert [LEAVERS] == (await texts(index, "acme", "When is access of departing employees revoked?"))[:1]
    assert sorted((hit.score for hit in hits), reverse=True) == [hit.score for hit in hits]
    assert 0.4 < hits[0].score <= 1


async def test_documents_narrow_a_search(index: Index) -> None:
    """Only passages of the documents given are returned, however near others are."""
    await shelve(EMBEDDER, "acme", "a.pdf", [ENCRYPTION])
    other = await shelve(EMBEDDER, "acme", "b.pdf", [BACKUPS])
    (passage,) = await Passage.select(Passage.id).where(Passage.document == other)

    hits = await index.search("acme", EMBEDDER.embed(["encryption at rest"])[0], 10, frozenset({other}))

    assert [passage["id"]] == [hit.passage_id for hit in hits]


async def test_collections_do_not_mix(index: Index) -> None:
    """A search in one collection never returns another's passage."""
    await shelve(EMBEDDER, "acme", "a.pdf", [BACKUPS])
    await shelve(EMBEDDER, "globex", "g.pdf", [ENCRYPTION])

    assert [BACKUPS] == await texts(index, "acme", "encryption at rest")


async def test_an_unknown_collection_is_empty(index: Index) -> None:
    """Searching where nothing was ever put finds nothing and is no error."""
    assert [] == await texts(index, "nobody", "encryption")


async def test_an_added_document_is_found_after_synchronising(index: Index) -> None:
    """Whoever wrote the rows, the index takes in what it lacks and nothing twice."""
    await shelve(EMBEDDER, "acme", "a.pdf", [ENCRYPTION])
    await synchronise(index, "acme")
    await shelve(EMBEDDER, "acme", "b.pdf", [LEAVERS])

    await synchronise(index, "acme")

    assert {ENCRYPTION, LEAVERS} == set(await texts(index, "acme", "leavers"))
    assert Changes() == await synchronise(index, "acme")


async def test_a_forgotten_document_is_not_found(index: Index) -> None:
    """What SQL no longer holds leaves the index, even if nobody told it."""
    gone = await shelve(EMBEDDER, "acme", "a.pdf", [ENCRYPTION])
    await shelve(EMBEDDER, "acme", "b.pdf", [BACKUPS])
    await synchronise(index, "acme")
    await forget(gone)

    changes = await synchronise(index, "acme")

    assert changes.removed >= 1
    assert [BACKUPS] == await texts(index, "acme", "encryption")


async def test_a_document_read_again_is_searched_by_its_new_text(index: Index) -> None:
    """New passages may get the ids of old ones; their vectors still are the new ones."""
    document = await shelve(EMBEDDER, "acme", "a.pdf", [ENCRYPTION, BACKUPS])
    await synchronise(index, "acme")
    await reread(EMBEDDER, document, [LEAVERS, "The office has a fire alarm."])
    await synchronise(index, "acme")

    assert [LEAVERS] == (await texts(index, "acme", "When is access of departing employees revoked?"))[:1]


async def test_removing_takes_effect_at_once(index: Index) -> None:
    """Forgetting a document does not wait for the next synchronisation."""
    document = await shelve(EMBEDDER, "acme", "a.pdf", [ENCRYPTION])
    await synchronise(index, "acme")
    await forget(document)

    await index.remove("acme", document)

    assert [] == await texts(index, "acme", "encryption")


async def test_rebuilding_gives_the_same_answers(index: Index) -> None:
    """After throwing everything away, SQL alone brings back the same ranking."""
    await shelve(EMBEDDER, "acme", "a.pdf", [ENCRYPTION, BACKUPS])
    await shelve(EMBEDDER, "globex", "g.pdf", [LEAVERS])
    before = await texts(index, "acme", "encryption")

    changes = await rebuild(index)

    assert 3 == changes.added
    assert before == await texts(index, "acme", "encryption")


async def test_a_second_opener_searches_exactly(tmp_path: Path, knowledge_database: SQLiteEngine) -> None:
    """Two processes on one Chroma folder would go stale; the second one reads SQL instead and sees everything."""
    first = open_index(tmp_path / "index")
    second = open_index(tmp_path / "index")
    await shelve(EMBEDDER, "acme", "a.pdf", [ENCRYPTION])

    assert isinstance(first, ChromaIndex)
    assert isinstance(second, ExactIndex)
    assert [ENCRYPTION] == await texts(second, "acme", "encryption")
    assert [ENCRYPTION] == await texts(first, "acme", "encryption")


async def test_closing_lets_the_next_one_in(tmp_path: Path) -> None:
    """After closing, the folder opens again with all it held."""
    first = open_index(tmp_path / "index")
    await shelve(EMBEDDER, "acme", "a.pdf", [ENCRYPTION, BACKUPS])
    await synchronise(first, "acme")
    first.close()

    second = open_index(tmp_path / "index")

    assert isinstance(second, ChromaIndex)
    assert Changes() == await synchronise(second, "acme")
    assert [ENCRYPTION] == (await texts(second, "acme", "encryption"))[:1]


async def test_half_of_an_addition_is_completed(tmp_path: Path) -> None:
    """A kill between two batches leaves some of a document's passages; the next start finds and completes them."""
    first = ChromaIndex(tmp_path)
    await shelve(EMBEDDER, "acme", "a.pdf", [ENCRYPTION, BACKUPS, LEAVERS])
    await synchronise(first, "acme")
    (row,) = await Passage.select(Passage.id).where(Passage.text == LEAVERS)
    half = first._store._collection("acme")
    half.delete(ids=[str(row["id"])])
    half.modify(metadata={"version": "unfinished"})
    first.close()

    changes = await synchronise(ChromaIndex(tmp_path), "acme")

    assert Changes(added=3, removed=2) == changes


async def test_a_folder_that_does_not_open_is_built_again(tmp_path: Path) -> None:
    """A broken cache costs time, never an answer, nor a file that is not its own."""
    (tmp_path / "chroma.sqlite3").write_bytes(b"this is not a database" * 500)
    (tmp_path / "note.txt").write_text("kept", encoding="utf-8")
    await shelve(EMBEDDER, "acme", "a.pdf", [ENCRYPTION])

    assert [ENCRYPTION] == await texts(ChromaIndex(tmp_path), "acme", "encryption")
    assert "kept" == (tmp_path / "note.txt").read_text(encoding="utf-8")


async def test_lost_vector_files_do_not_lose_an_answer(tmp_path: Path) -> None:
    """When Chroma's own files are gone from under it, the shelf is filled again from SQL."""
    first = ChromaIndex(tmp_path)
    await shelve(EMBEDDER, "acme", "a.pdf", [ENCRYPTION, BACKUPS])
    await synchronise(first, "acme")
    first.close()
    for folder in vector_folders(tmp_path):
        shutil.rmtree(folder)

    second = ChromaIndex(tmp_path)

    assert [ENCRYPTION] == (await texts(second, "acme", "encryption"))[:1]


@pytest.mark.parametrize(
    "damage", [lambda data: data[: len(data) // 2], lambda data: bytes(len(data)), lambda data: b""]
)
async def test_damaged_vector_files_do_not_lose_an_answer(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    """Files cut short, zeroed or emptied by a full or failing disk are noticed, and filled again from SQL."""
    first = ChromaIndex(tmp_path)
    await shelve(EMBEDDER, "acme", "a.pdf", [ENCRYPTION, BACKUPS, LEAVERS] * 5)
    await synchronise(first, "acme")
    first.close()
    for file in vector_files(tmp_path):
        file.write_bytes(damage(file.read_bytes()))

    found = await texts(ChromaIndex(tmp_path), "acme", "encryption", limit=15)

    assert [ENCRYPTION] * 5 == found[:5]
    assert 15 == len(found)


async def test_more_collections_than_stay_in_memory_all_answer(tmp_path: Path) -> None:
    """Collections that were put out of memory come back with what they held, down to a single passage."""
    index = ChromaIndex(tmp_path, open_collections=2)
    for number in range(8):
        passages = [f"Company {number} keeps backups for {number + 10} days."] + [BACKUPS] * (number % 3)
        await shelve(EMBEDDER, f"vendor-{number}", "a.pdf", passages)
        await synchronise(index, f"vendor-{number}")

    for number in (*range(8), *range(8)):
        found = await texts(index, f"vendor-{number}", f"How long does company {number} keep backups?")
        assert f"Company {number} keeps backups for {number + 10} days." == found[0]


async def test_the_exact_index_forgets_the_least_used_shelf() -> None:
    """Memory stays bounded over many shelves, and answers stay the same."""
    index = ExactIndex(cache_bytes=2 * 384 * 4)
    for number in range(5):
        await shelve(EMBEDDER, f"vendor-{number}", "a.pdf", [f"Backups are kept for {number + 10} days."])

    answers = [await texts(index, f"vendor-{number}", "backups") for number in range(5)]

    assert [[f"Backups are kept for {number + 10} days."] for number in range(5)] == answers
    assert len(index._held) <= 2


async def test_an_index_that_searches_too_narrowly_is_built_again(tmp_path: Path) -> None:
    """A folder from before the search was widened gives exact answers after its next refresh."""
    first = ChromaIndex(tmp_path)
    await shelve(EMBEDDER, "acme", "a.pdf", [ENCRYPTION, BACKUPS])
    await synchronise(first, "acme")
    first._store._collection("acme").modify(configuration={"hnsw": {"ef_search": 10}})
    first.close()

    second = ChromaIndex(tmp_path)

    assert Changes(added=2, removed=0) == await synchronise(second, "acme")
    assert Changes() == await synchronise(ChromaIndex(tmp_path), "acme")


async def test_questions_are_answered_while_the_index_is_filled_again(index: Index) -> None:
    """Whoever asks while a shelf is being rebuilt gets the same answer, from SQL if need be."""
    passages = [f"Backups of system {number} are kept for {number + 10} days." for number in range(40)]
    await shelve(EMBEDDER, "acme", "a.pdf", passages)
    await synchronise(index, "acme")
    answers: list[list[str]] = []

    async def ask() -> None:
        for _ in range(12):
            await index.refresh(await shelf("acme"))
            answers.append(await texts(index, "acme", passages[7], limit=1))

    async with anyio.create_task_group() as group:
        group.start_soon(ask)
        group.start_soon(rebuild, index)
        group.start_soon(ask)

    assert [[passages[7]]] * 24 == answers


async def test_another_process_can_ask_for_the_index_to_be_filled_again(tmp_path: Path) -> None:
    """A passage that the index lost without notice is back once a rebuild was asked for."""
    index = open_index(tmp_path)
    assert isinstance(index, ChromaIndex)
    await shelve(EMBEDDER, "acme", "a.pdf", [ENCRYPTION, BACKUPS])
    await synchronise(index, "acme")
    (row,) = await Passage.select(Passage.id).where(Passage.text == ENCRYPTION)
    index._store._collection("acme").delete(ids=[str(row["id"])])
    lost = await texts(index, "acme", ENCRYPTION)

    ask_to_rebuild(tmp_path)

    assert [BACKUPS] == lost
    assert Changes(added=2, removed=0) == await synchronise(index, "acme")
    assert [ENCRYPTION] == (await texts(index, "acme", ENCRYPTION))[:1]


async def test_rebuilding_drops_what_no_shelf_has(tmp_path: Path) -> None:
    """A collection that SQL no longer knows leaves the index."""
    index = ChromaIndex(tmp_path)
    gone = await shelve(EMBEDDER, "acme", "a.pdf", [ENCRYPTION])
    await synchronise(index, "acme")
    await forget(gone)

    await rebuild(index)

    assert [] == index._store._client.list_collections()
