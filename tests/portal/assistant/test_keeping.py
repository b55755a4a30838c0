"""How an answer is cut into pieces, kept and worded: the same live as read again."""

from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as some

from knowledge.answering import Citation, Done, Text
from knowledge.citations import Quote
from knowledge.pages import PageState
from knowledge.retrieval import Searched, UnreadPage
from portal.assistant.keeping import (
    Cited,
    Draft,
    Piece,
    cited_from_json,
    cited_to_json,
    pieces,
    searched_from_json,
    searched_to_json,
)
from portal.assistant.wording import searched_words

DONE = Done(True, Searched(1, 1), "extractive", "", 0, "")


def quote(text: str, page: int = 2) -> Quote:
    """Stand on some page."""
    return Quote(uuid4(), "soc 2.pdf", page, "", 0, len(text), text)


def test_words_of_the_page_are_told_from_words_about_it() -> None:
    """Where the text before a citation ends with its quote, the quote is shown as one; line breaks do not matter."""
    text = "Found in 1 document:\n\nAccess is removed within a day. "
    cited = Cited(1, len(text), "", quote("Access is removed\nwithin a day."))

    assert [Piece("Found in 1 document:", "Access is removed within a day.", (cited,))] == pieces(text, [cited])


def test_a_sentence_of_a_model_is_no_quote() -> None:
    """A sentence in other words keeps its citation behind it."""
    cited = Cited(1, 21, "", quote("Access is removed within a day."))

    assert [Piece("Removed after a day. ", "", (cited,))] == pieces("Removed after a day. ", [cited])


def test_a_piece_is_told_only_when_nothing_can_be_added_to_it() -> None:
    """The last piece waits: a citation may still come that belongs to it."""
    draft, first = Draft(), quote("One.")

    draft.take(Text("One. "))
    before = draft.fresh()
    draft.take(Citation(1, first))
    still = draft.fresh()
    draft.take(Text("Two."))
    after = draft.fresh()
    draft.take(DONE)

    assert ([], []) == (before, still)
    assert ["One."] == [piece.verbatim for piece in after]
    assert ["Two."] == [piece.lead for piece in draft.fresh()]


def test_a_sentence_that_ended_is_told_at_once() -> None:
    """Where no citation can follow, nobody waits for the next sentence to see this one."""
    draft = Draft()
    draft.take(Text("One. "))
    draft.take(Citation(1, quote("One.")))

    assert ["One."] == [piece.verbatim for piece in draft.fresh(ended=True)]
    assert [] == draft.fresh(ended=True)


@given(some.lists(some.one_of(some.text(max_size=30), some.integers(1, 3)), max_size=12))
def test_what_is_told_live_is_what_is_read_again(script: list[str | int]) -> None:
    """Whatever the order of texts and citations, the pieces told one by one are those of the kept answer."""
    draft, told = Draft(), []
    for number, item in enumerate(script):
        draft.take(Text(item) if isinstance(item, str) else Citation(number, quote("some words", item)))
        told += draft.fresh()
    draft.take(DONE)
    told += draft.fresh()

    assert pieces(draft.text, cited_from_json(cited_to_json(draft.cited))) == told


def test_the_link_of_a_citation_carries_any_quote() -> None:
    """Signs that mean something in an address are written so that the words arrive."""
    cited = Cited(1, 0, "Helio", quote("R&D: 100 % of keys = #1?"))

    assert cited.url.endswith("?page=2&quote=R%26D%3A%20100%20%25%20of%20keys%20%3D%20%231%3F")
    assert "Helio: soc 2 p. 2" == cited.label


def test_what_was_searched_is_kept_whole() -> None:
    """Documents, pages and what could not be read survive being kept."""
    searched = Searched(2, 9, (UnreadPage("a.pdf", 3, PageState.SCANNED),), ("b.pdf",))

    assert searched == searched_from_json(searched_to_json(searched))
    assert Searched(0, 0) == searched_from_json("")


@pytest.mark.parametrize(
    ("searched", "words"),
    [
        (Searched(0, 0), "There were no documents to search."),
        (Searched(5, 214), "Searched 5 documents, 214 pages."),
        (
            Searched(1, 1, (UnreadPage("a.pdf", 2, PageState.SCANNED),)),
            "Searched 1 document, 1 page. 1 page could not be read (a.pdf p. 2, scanned, no text).",
        ),
        (
            Searched(1, 1, (), ("b.pdf", "c.pdf", "d.pdf", "e.pdf")),
            "Searched 1 document, 1 page. 4 documents could not be searched (b.pdf; c.pdf; d.pdf; and 1 more).",
        ),
    ],
)
def test_what_was_searched_is_said_in_a_sentence(searched: Searched, words: str) -> None:
    """Numbers with their nouns, and the first few things that could not be read by name."""
    assert words == searched_words(searched)
