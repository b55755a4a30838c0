"""Quotes are found again whatever the layout did to them, and never where a word or a number differs."""

from pathlib import Path

import pytest
from piccolo.engine.sqlite import SQLiteEngine

from knowledge.citations import Quote, confirmed, find_quote
from knowledge.scope import Scope
from knowledge.tables import Document, Page, PageState
from tests.knowledge.papers import shelve

PAGE = (
    "Access control\nAll customer data is encryp-\nted at rest with AES-256. "
    "The \ufb01rewall logs are kept for\n 90 days \u2014 no longer.\n"
    "\u201cMulti-\nfactor authentication\u201d is required for all users\u2019 accounts."
)


@pytest.mark.parametrize(
    "quote",
    [
        "All customer data is encrypted at rest with AES-256.",
        "customer data is encryp-\nted at rest",
        "The firewall logs are kept for 90 days - no longer",
        '"Multi-factor authentication" is required for all users\' accounts.',
        "logs   are\nkept for 90 days",
        "... is required for all users' accounts ...",
    ],
)
def test_layout_does_not_hide_a_quote(quote: str) -> None:
    """Line breaks, hyphens at line ends, ligatures and the shape of quotation marks may differ."""
    assert find_quote(quote, PAGE) is not None


@pytest.mark.parametrize(
    "quote",
    [
        "All customer data is encrypted at rest with AES-128.",
        "The firewall logs are kept for 9 days",
        "The firewall logs are kept for 900 days",
        "The firewall logs are not kept for 90 days",
        "All customer data are encrypted at rest",
        "firewall logs are kept for 90 day",
        "all Customer data is encrypted",
        "",
        "...",
    ],
)
def test_another_word_or_number_is_not_found(quote: str) -> None:
    """A quote that differs in a word, a number or a capital letter is not there."""
    assert find_quote(quote, PAGE) is None


def test_the_span_is_the_pages_own_text() -> None:
    """What is shown afterwards is cut from the page, not from the quote."""
    span = find_quote("data is encrypted at rest", PAGE)

    assert span is not None
    assert "data is encryp-\nted at rest" == PAGE[span[0] : span[1]]


def test_numbers_at_the_edges_are_not_trimmed() -> None:
    """A quote that ends inside a number does not match the longer number."""
    assert find_quote("TLS 1", "We use TLS 1.2 for transport.") is None
    assert find_quote("We use TLS 1.2", "We use TLS 1.2.") == (0, 14)


def test_a_hyphen_between_digits_is_kept() -> None:
    """Only words are joined over a line end, never numbers."""
    assert find_quote("between 10 and 1020 hosts", "between 10 and 10-\n20 hosts") is None


def test_finding_is_fast_on_a_hostile_page() -> None:
    """A page made to be slow is searched in linear time."""
    assert find_quote("a " * 40 + "b", "a " * 50_000) is None


@pytest.mark.anyio
async def test_confirming_re_reads_the_page_inside_the_scope(knowledge_database: SQLiteEngine, tmp_path: Path) -> None:
    """A quote stays only while the page says it, the shelf is in scope and the document is ready."""
    document = await shelve("north", "a.pdf", ["Logs are kept for 90 days. Keys are rotated."], tmp_path)
    good = Quote(document, "a.pdf", 1, "", 3, 9, "Logs are kept for 90 days.")
    false = Quote(document, "a.pdf", 1, "", 0, 9, "Logs are kept for 30 days.")

    kept = await confirmed([good, false], Scope(("north",)))

    assert ["Logs are kept for 90 days."] == [quote.text for quote in kept]
    assert [] == await confirmed([good], Scope(("south",)))
    assert [] == await confirmed([good], Scope(("north",), frozenset()))
    await Document.update({Document.state: "reading"}).where(Document.id == document)
    assert [] == await confirmed([good], Scope(("north",)))


@pytest.mark.anyio
async def test_a_quote_of_a_recognised_page_says_so(knowledge_database: SQLiteEngine, tmp_path: Path) -> None:
    """Words that were read from a picture are told apart wherever they are quoted."""
    document = await shelve("north", "scan.pdf", ["Access is reviewed.", "Keys are rotated."], tmp_path)
    await Page.update({Page.state: PageState.OCR.value}).where(Page.number == 1)
    quotes = [Quote(document, "scan.pdf", page, "", 0, 6, text) for page, text in ((1, "Access"), (2, "Keys a"))]

    standing = await confirmed(quotes, Scope(("north",)))

    assert ["p. 1, read from a picture", "p. 2"] == [quote.place for quote in standing]
