"""Ranking by words prefers passages that hold more and rarer of the words asked for."""

from uuid import uuid4

from knowledge.lexical import word_index
from knowledge.words import query_terms

ONE, OTHER = uuid4(), uuid4()
TEXTS = [
    "Backups are kept for 35 days.",
    "Customer data is encrypted with AES-256; data in backups too.",
    "Data is data.",
    "The office opens at nine.",
]
INDEX = word_index([10, 20, 30, 40], [ONE, ONE, OTHER, OTHER], TEXTS)


def test_the_rarer_word_weighs_more() -> None:
    """A passage with the rare word comes before one that repeats the common word."""
    hits = INDEX.search(query_terms("encrypted data"), 10)

    assert [20, 30] == [hit.passage_id for hit in hits]


def test_passages_that_share_no_word_are_left_out() -> None:
    """No word in common, no hit."""
    assert [] == INDEX.search(query_terms("penguins"), 10)


def test_documents_narrow_the_search() -> None:
    """Only passages of the documents given are returned."""
    assert [30] == [hit.passage_id for hit in INDEX.search(query_terms("data"), 10, frozenset({OTHER}))]


def test_the_limit_cuts_after_the_best() -> None:
    """Fewer places go to the better passages."""
    assert [20] == [hit.passage_id for hit in INDEX.search(query_terms("encrypted data"), 1)]


def test_nothing_to_search_is_no_error() -> None:
    """An index of no passages answers with nothing."""
    assert [] == word_index([], [], []).search(query_terms("data"), 5)
