"""Retrieval finds what answers and what speaks against, and nothing outside of the scope, whatever is asked."""

from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.embedding import ShippedEmbedder
from knowledge.forgetting import forget_document
from knowledge.index import ChromaIndex, ExactIndex, open_index, synchronise
from knowledge.lexical import indexed_words, postings
from knowledge.retrieval import Retrieval, Searched, Tools, UnreadPage, retrieve
from knowledge.scope import Scope
from knowledge.shelves import shelf, vectors_of
from knowledge.tables import Document, DocumentState, Page, PageState, Passage
from tests.knowledge.shelving import forget, reread, shelve

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("knowledge_database")]
EMBEDDER = ShippedEmbedder()
EXACT = Tools(EMBEDDER, ExactIndex())
ENCRYPTION = "All customer data is encrypted at rest with AES-256."
BACKUPS = "Backups are taken every night and kept for 35 days."
LEAVERS = "Access of leavers is removed within one business day."
LATE = "Exception noted: for 3 of 25 leavers sampled, access was not removed within one business day."
RECOVERY = "The recovery time objective of the platform is four hours."
MULTIFACTOR = "Staff sign in with a password and a hardware token as second factor."
POLICY = [ENCRYPTION, BACKUPS, LEAVERS, RECOVERY, MULTIFACTOR]
ACME = Scope(("acme",))


@pytest.fixture(params=["chroma", "exact"])
def tools(request: pytest.FixtureRequest, tmp_path: Path) -> Tools:
    """Give tools over each kind of index in turn."""
    return Tools(EMBEDDER, open_index(tmp_path / "index") if request.param == "chroma" else ExactIndex())


def found(retrieval: Retrieval) -> list[str]:
    """List the texts found, best first."""
    return [each.text for each in retrieval.found]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Is customer data encrypted when stored?", ENCRYPTION),
        ("How long do you keep backups?", BACKUPS),
        ("How fast is access of terminated employees revoked?", LEAVERS),
        ("What is your RTO?", RECOVERY),
        ("Do you enforce MFA for employees?", MULTIFACTOR),
    ],
)
async def test_the_answering_passage_comes_first(tools: Tools, question: str, answer: str) -> None:
    """Plain questions, paraphrases and the field's abbreviations lead to the sentence that answers."""
    await shelve(EMBEDDER, "acme", "policy.pdf", POLICY)

    retrieval = await retrieve(question, ACME, tools)

    assert answer == found(retrieval)[0]


async def test_a_finding_says_where_it_stands(tools: Tools) -> None:
    """Every passage carries its document, page and span; the text can be cut out of the page with them."""
    document = await shelve(EMBEDDER, "acme", "policy.pdf", POLICY, header="Acme security policy 2025")

    best = (await retrieve("How long do you keep backups?", ACME, tools)).found[0]

    assert (document, "policy.pdf", 2, 0, len(BACKUPS)) == (
        best.document_id,
        best.document,
        best.page,
        best.start,
        best.end,
    )
    assert "Acme security policy 2025" == best.header


async def test_the_header_helps_to_find_but_is_no_text(tools: Tools) -> None:
    """A word that only the heading holds finds the passage, and the passage's text stays the page's own."""
    await shelve(EMBEDDER, "acme", "a.pdf", [BACKUPS], header="Zanzibar hosting platform")
    await shelve(EMBEDDER, "acme", "b.pdf", ["Snapshots are kept for 7 days."], header="Oslo hosting platform")

    retrieval = await retrieve("How long are backups kept in Zanzibar?", ACME, tools)

    assert BACKUPS == found(retrieval)[0]
    assert not any("Zanzibar" in text for text in found(retrieval))


async def test_a_counter_question_brings_what_speaks_against(tools: Tools) -> None:
    """Among many passages that repeat the claim, the exception still gets a place."""
    repeats = [f"{LEAVERS} This is checked by team {number}." for number in range(20)]
    await shelve(EMBEDDER, "acme", "policy.pdf", repeats)
    await shelve(EMBEDDER, "acme", "report.pdf", [LATE, "The auditor noted no exceptions for backups."])

    plain = await retrieve(LEAVERS, ACME, tools, limit=6)
    both = await retrieve(LEAVERS, ACME, tools, limit=6, counter=True)

    assert 6 == len(plain.found) == len(both.found)
    assert LATE in found(both)


async def test_nothing_is_read_without_a_scope(tools: Tools) -> None:
    """No shelves, or an empty set of documents, means nothing: not everything."""
    await shelve(EMBEDDER, "acme", "policy.pdf", POLICY)

    assert Retrieval((), Searched(0, 0)) == await retrieve("backups", Scope(()), tools)
    assert Retrieval((), Searched(0, 0)) == await retrieve("backups", Scope(("acme",), frozenset()), tools)
    assert Retrieval((), Searched(0, 0)) == await retrieve("backups", Scope(("acme",), frozenset({uuid4()})), tools)


async def test_documents_that_are_not_ready_are_not_searched(tools: Tools) -> None:
    """A document that is being read again, or could not be read, gives no passage and is named instead."""
    await shelve(EMBEDDER, "acme", "policy.pdf", [BACKUPS])
    await shelve(EMBEDDER, "acme", "draft.pdf", [ENCRYPTION], state=DocumentState.READING)
    await shelve(EMBEDDER, "acme", "scan.pdf", [], state=DocumentState.UNREADABLE)

    retrieval = await retrieve("encryption at rest", ACME, tools)

    assert [BACKUPS] == found(retrieval)
    assert Searched(1, 1, (), ("draft.pdf", "scan.pdf")) == retrieval.searched


async def test_unread_pages_are_listed(tools: Tools) -> None:
    """Whoever reads an answer learns which pages could not be read, for their silence proves nothing."""
    states = [PageState.TEXT, PageState.PARTIAL, PageState.SCANNED]
    await shelve(EMBEDDER, "acme", "report.pdf", [BACKUPS, LEAVERS], page_states=states)

    searched = (await retrieve("leavers", ACME, tools)).searched

    partial, scanned = UnreadPage("report.pdf", 2, PageState.PARTIAL), UnreadPage("report.pdf", 3, PageState.SCANNED)
    assert Searched(1, 2, (partial, scanned)) == searched


async def test_documents_that_come_go_and_change_are_seen_at_once(tools: Tools) -> None:
    """No call to the index is needed between SQL and the next question."""
    first = await shelve(EMBEDDER, "acme", "a.pdf", [ENCRYPTION])
    assert [ENCRYPTION] == found(await retrieve("encryption", ACME, tools))

    await shelve(EMBEDDER, "acme", "b.pdf", [BACKUPS])
    assert {ENCRYPTION, BACKUPS} == set(found(await retrieve("encryption", ACME, tools)))

    await reread(EMBEDDER, first, [LEAVERS])
    assert {LEAVERS, BACKUPS} == set(found(await retrieve("encryption", ACME, tools)))

    await forget(first)
    assert [BACKUPS] == found(await retrieve("encryption", ACME, tools))


async def test_windows_that_repeat_each_other_are_folded(tools: Tools) -> None:
    """Of two windows over nearly the same stretch of a page one is returned."""
    document = await shelve(EMBEDDER, "acme", "a.pdf", [BACKUPS])
    await shelve(EMBEDDER, "acme", "b.pdf", [f"{BACKUPS} {ENCRYPTION}"])
    (row,) = await Passage.select().where(Passage.document == document)
    await Passage.insert(Passage(**{key: value for key, value in row.items() if key != "id"} | {"start": 3}))
    await Document.update({Document.passage_count: 2}).where(Document.id == document)

    retrieval = await retrieve("backups", ACME, tools)

    assert ["a.pdf", "b.pdf"] == sorted(each.document for each in retrieval.found)
    assert () == retrieval.found[0].also


async def test_the_same_text_in_two_versions_is_one_result_that_names_both(tools: Tools) -> None:
    """The newest document is shown; the older one, and another page of the same, are listed as other places."""
    await shelve(EMBEDDER, "acme", "2024.pdf", [BACKUPS, ENCRYPTION])
    await shelve(EMBEDDER, "acme", "2025.pdf", [BACKUPS.replace(" every", "\nevery"), LEAVERS, BACKUPS])

    retrieval = await retrieve("How long are backups kept?", ACME, tools)

    first = retrieval.found[0]
    assert {("2024.pdf", 1), ("2025.pdf", 1), ("2025.pdf", 3)} == {
        (each.document, each.page) for each in (first, *first.also)
    }
    assert "2025.pdf" == first.document
    assert 1 == sum("35 days" in each.text for each in retrieval.found)


async def test_the_same_text_of_two_vendors_is_two_results(tools: Tools) -> None:
    """What one vendor says proves nothing of another, though the words are the same."""
    await shelve(EMBEDDER, "acme", "a.pdf", [BACKUPS])
    await shelve(EMBEDDER, "globex", "b.pdf", [BACKUPS])

    retrieval = await retrieve("backups", Scope(("acme", "globex")), tools)

    assert ["acme", "globex"] == sorted(each.collection for each in retrieval.found)


async def test_the_sentence_that_answers_is_marked(tools: Tools) -> None:
    """A window of several sentences says which of them answers, by its place on the page."""
    page = f"{LEAVERS} {RECOVERY} {BACKUPS}"
    await shelve(EMBEDDER, "acme", "a.pdf", [page, ENCRYPTION])

    best = (await retrieve("What is the recovery time objective?", ACME, tools)).found[0]

    assert RECOVERY == page[best.unit_start : best.unit_end]


async def test_a_portfolio_question_reaches_every_vendor(tools: Tools) -> None:
    """Over more shelves than are ranked one by one, each vendor that answers has a place and none takes all."""
    for number in range(12):
        await shelve(EMBEDDER, f"vendor-{number}", "policy.pdf", [BACKUPS, ENCRYPTION, *[LEAVERS] * 5])
    await shelve(EMBEDDER, "vendor-x", "report.pdf", [LATE, "The penetration test was done by Blue Lagoon Ltd."])
    scope = Scope((*(f"vendor-{number}" for number in range(12)), "vendor-x"))

    leavers = await retrieve("Which vendors remove access of leavers?", scope, tools, limit=36)
    lagoon = await retrieve("Who works with Blue Lagoon?", scope, tools)

    assert set(scope.collections) == {each.collection for each in leavers.found}
    assert "vendor-x" == lagoon.found[0].collection
    assert 13 == lagoon.searched.documents


async def test_a_portfolio_question_without_a_known_word_is_ranked_by_meaning(tools: Tools) -> None:
    """A question that shares no word with any passage still gets the nearest ones."""
    for number in range(10):
        await shelve(EMBEDDER, f"vendor-{number}", "policy.pdf", [LEAVERS if number == 7 else BACKUPS])

    retrieval = await retrieve("firing workers", Scope(tuple(f"vendor-{number}" for number in range(10))), tools)

    assert "vendor-7" == retrieval.found[0].collection


async def test_an_empty_question_finds_nothing(tools: Tools) -> None:
    """Blank text is no question; the scope is still described."""
    await shelve(EMBEDDER, "acme", "policy.pdf", POLICY)

    assert Retrieval((), Searched(1, 5)) == await retrieve("  \n", ACME, tools)


HOSTILE = "' \" % _ {} ; -- OR 1=1 $in \x00 * 日本 collection document"
PLAIN = "backup secret vendor acme globex not except encryption tested"
WORDS = st.sampled_from([*HOSTILE.split(), *PLAIN.split()])
QUESTIONS = st.lists(WORDS, min_size=1, max_size=8).map(" ".join) | st.text(max_size=60)


async def test_no_question_leaves_its_scope(tools: Tools) -> None:
    """Whatever is asked, in whatever scope, every passage returned belongs to a shelf and a document of that scope."""
    shelves = [f"vendor-{number}" for number in range(11)]
    documents = {}
    for vendor in shelves:
        for name in ("one.pdf", "two.pdf"):
            texts = [f"The secret of {vendor} in {name}: backups, encryption, exceptions, not tested."]
            documents[await shelve(EMBEDDER, vendor, name, texts)] = vendor
    scopes = st.builds(
        Scope,
        st.lists(st.sampled_from(shelves), unique=True).map(tuple),
        st.none() | st.frozensets(st.sampled_from(sorted(documents)), max_size=6),
    )
    asked: list[tuple[str, Scope, bool]] = []

    @settings(max_examples=60, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(QUESTIONS, scopes, st.booleans())
    def collect(question: str, scope: Scope, counter: bool) -> None:
        asked.append((question, scope, counter))

    collect()

    for question, scope, counter in asked:
        retrieval = await retrieve(question, scope, tools, counter=counter)
        for each in retrieval.found:
            assert documents[each.document_id] == each.collection
            assert each.collection in scope.collections
            assert scope.documents is None or each.document_id in scope.documents


async def test_a_planted_row_of_another_vendor_never_comes_back(tools: Tools) -> None:
    """Whatever the lexical index says stands on a shelf, each passage's own row decides whose it is."""
    await shelve(EMBEDDER, "acme", "a.pdf", [ENCRYPTION])
    foreign = await shelve(EMBEDDER, "globex", "g.pdf", [BACKUPS])
    await Passage.update({Passage.words: indexed_words("acme", "", BACKUPS)}).where(Passage.document == foreign)
    planted = await postings({"backup"}, ["acme"], 1)

    retrieval = await retrieve(BACKUPS, ACME, tools, counter=True)

    assert 1 == sum(len(ids) for ids in planted.holders.values())
    assert [ENCRYPTION] == found(retrieval)


async def test_a_planted_vector_of_another_vendor_never_comes_back(tmp_path: Path) -> None:
    """A foreign passage that got into a shelf's vectors is nearest to the question, and is left out."""
    index = open_index(tmp_path / "index")
    assert isinstance(index, ChromaIndex)
    await shelve(EMBEDDER, "acme", "a.pdf", [ENCRYPTION])
    foreign = await shelve(EMBEDDER, "globex", "g.pdf", [BACKUPS])
    await synchronise(index, "acme")
    shelved = (await shelf("globex")).documents[0]
    index._store.add("acme", shelved, await vectors_of("globex", [foreign]))
    (nearest,) = await index.search("acme", EMBEDDER.embed([BACKUPS])[0], 1)
    (row,) = await Passage.select(Passage.id).where(Passage.document == foreign)

    retrieval = await retrieve(BACKUPS, ACME, Tools(EMBEDDER, index))

    assert row["id"] == nearest.passage_id
    assert [ENCRYPTION] == found(retrieval)


async def test_forgetting_a_document_leaves_no_text_vector_or_word(tools: Tools) -> None:
    """Deleted evidence is gone from the pages, the passages, the vectors and the words."""
    gone = await shelve(EMBEDDER, "acme", "a.pdf", [BACKUPS, LEAVERS])
    await shelve(EMBEDDER, "acme", "b.pdf", [ENCRYPTION])
    await retrieve("backups", ACME, tools)

    await forget_document(gone, tools.index)

    (left,) = await Passage.select(Passage.id)
    hits = await tools.index.search("acme", EMBEDDER.embed([BACKUPS])[0], 10)
    assert [left["id"]] == [hit.passage_id for hit in hits]
    assert {} == (await postings({"backup", "leaver", "access"}, ["acme"], 3)).holders
    assert [ENCRYPTION] == found(await retrieve("backups", ACME, tools))
    assert [] == await Page.select().where(Page.document == gone)


async def test_looking_closely_prefers_the_sentence_that_means_it() -> None:
    """Where words are no help, the meaning of the sentences decides which is marked."""
    page = f"{RECOVERY} {LEAVERS}"
    await shelve(EMBEDDER, "acme", "a.pdf", [page])

    best = (await retrieve("How fast is someone who quits locked out?", ACME, EXACT, close=True)).found[0]

    assert LEAVERS == page[best.unit_start : best.unit_end]
