"""Finds a quote again in the text of the page it names, or lets it go."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from knowledge.scope import Scope
from knowledge.tables import Document, Page, PageState

_FOLDED = str.maketrans(
    {
        "\u2018": "'",
        "\u2019": "'",
        "\u201a": "'",
        "\u201b": "'",
        "\u2032": "'",
        "`": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u201e": '"',
        "\u2033": '"',
        "\u00ab": '"',
        "\u00bb": '"',
        "\u2010": "-",
        "\u2011": "-",
        "\u2012": "-",
        "\u2013": "-",
        "\u2014": "-",
        "\u2212": "-",
    }
)
_SOFT_HYPHEN = "\u00ad"
_EDGE = ".,;:!?()[]'\"\u2026"
_CHUNK = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Quote:
    """Verbatim text of a page, with where it stands; `recognised` when the page's text was read from its picture."""

    document_id: UUID
    document: str
    page: int
    label: str
    start: int
    end: int
    text: str
    recognised: bool = False

    @property
    def place(self) -> str:
        """Say the page, and that its words were recognised where they were."""
        return f"p. {self.page}{', read from a picture' if self.recognised else ''}"


@dataclass(frozen=True, slots=True)
class _Token:
    """A word of a text with its span, in every spelling that a line end leaves open."""

    spellings: frozenset[str]
    start: int
    end: int

    def text(self) -> str:
        return min(self.spellings, key=len)


def find_quote(quote: str, page_text: str) -> tuple[int, int] | None:
    """Return the span of the page's own text that says the same words, or None.

    Line breaks, spacing, hyphens at line ends, ligatures and the shape of quotation marks may differ; no word, number
    or capital letter may.
    """
    page = _tokens(page_text, any_space=False)
    for any_space in (False, True):
        wanted = _worded(_tokens(quote, any_space=any_space))
        span = _find(wanted, page)
        if span is not None:
            return span
    return None


async def confirmed(quotes: Iterable[Quote], scope: Scope) -> list[Quote]:
    """Re-read each quote's page from the database, inside the scope, and keep only those that still stand there."""
    wanted = list(quotes)
    texts = await page_texts({(quote.document_id, quote.page) for quote in wanted}, scope)
    found = [_standing(quote, texts.get((quote.document_id, quote.page))) for quote in wanted]
    standing = [quote for quote in found if quote is not None]
    pictures = await _read_from_pictures({quote.document_id for quote in standing})
    return [replace(quote, recognised=(quote.document_id, quote.page) in pictures) for quote in standing]


async def _read_from_pictures(documents: Collection[UUID]) -> set[tuple[UUID, int]]:
    if not documents:
        return set()
    rows = await Page.select(Page.document, Page.number).where(
        Page.document.is_in(list(documents)), Page.state == PageState.OCR.value
    )
    return {(row["document"], row["number"]) for row in rows}


def _standing(quote: Quote, page_text: str | None) -> Quote | None:
    if not quote.text or page_text is None:
        return None
    if page_text[quote.start : quote.end] == quote.text:
        return quote
    span = find_quote(quote.text, page_text)
    return None if span is None else replace(quote, start=span[0], end=span[1], text=page_text[span[0] : span[1]])


async def page_texts(wanted: Collection[tuple[UUID, int]], scope: Scope) -> dict[tuple[UUID, int], str]:
    """Read the texts of the pages that stand in the scope and belong to documents that are ready."""
    documents = {document for document, _ in wanted}
    if scope.documents is not None:
        documents &= scope.documents
    if not documents or not scope.collections:
        return {}
    rows = await Document.select(Document.id).where(
        Document.id.is_in(list(documents)),
        Document.collection.is_in(list(scope.collections)),
        Document.state == "ready",
    )
    allowed = [row["id"] for row in rows]
    if not allowed:
        return {}
    pages = await Page.select(Page.document, Page.number, Page.text).where(
        Page.document.is_in(allowed), Page.number.is_in(sorted({number for _, number in wanted}))
    )
    return {(row["document"], row["number"]): row["text"] for row in pages}


def _find(wanted: Sequence[_Token], page: Sequence[_Token]) -> tuple[int, int] | None:
    if not wanted:
        return None
    last = len(wanted) - 1
    for at in range(len(page) - last):
        trims = _trimmed(wanted[0], page[at], left=True, right=last == 0)
        if trims is None:
            continue
        if any(not (wanted[i].spellings & page[at + i].spellings) for i in range(1, last)):
            continue
        ending = trims if last == 0 else _trimmed(wanted[last], page[at + last], left=False, right=True)
        if ending is not None:
            return page[at].start + trims[0], page[at + last].end - ending[1]
    return None


def _trimmed(wanted: _Token, token: _Token, *, left: bool, right: bool) -> tuple[int, int] | None:
    """Say how many characters of punctuation the page's word has more than the quote's, at the open sides."""
    if wanted.spellings & token.spellings:
        return 0, 0
    for asked in wanted.spellings:
        for word in token.spellings:
            if _bare(asked, left, right) == _bare(word, left, right) != "":
                before = _more(word, asked, left=True) if left else 0
                after = _more(word, asked, left=False) if right else 0
                return before, after
    return None


def _bare(word: str, left: bool, right: bool) -> str:
    word = word.lstrip(_EDGE) if left else word
    return word.rstrip(_EDGE) if right else word


def _more(word: str, asked: str, *, left: bool) -> int:
    def edge(text: str) -> int:
        return len(text) - len(text.lstrip(_EDGE) if left else text.rstrip(_EDGE))

    return max(0, edge(word) - edge(asked))


def _worded(tokens: Sequence[_Token]) -> list[_Token]:
    """Leave out the dots and marks that a quote may begin or end with."""
    kept = list(tokens)
    while kept and not kept[0].text().strip(_EDGE):
        kept.pop(0)
    while kept and not kept[-1].text().strip(_EDGE):
        kept.pop()
    return kept


def _tokens(text: str, *, any_space: bool) -> list[_Token]:
    tokens: list[_Token] = []
    joins = False
    for match in _CHUNK.finditer(text):
        word = _folded(match.group())
        soft = match.group().endswith(_SOFT_HYPHEN)
        if not word:
            continue
        if joins:
            previous = tokens.pop()
            tokens.append(_Token(_joined(previous, word), previous.start, match.end()))
        else:
            tokens.append(_Token(frozenset({word}), match.start(), match.end()))
        joins = soft or _breaks(word, text[match.end() : match.end() + 3], any_space)
    return tokens


def _breaks(word: str, after: str, any_space: bool) -> bool:
    gap = after[: len(after) - len(after.lstrip())]
    at_line_end = "\n" in gap or "\r" in gap or (any_space and bool(gap))
    return at_line_end and len(word) > 1 and word.endswith("-") and word[-2].isalnum()


def _joined(previous: _Token, word: str) -> frozenset[str]:
    spellings = set()
    for head in previous.spellings:
        spellings.add(head + word)
        bare = head[:-1]
        if head.endswith("-") and bare[-1:].isalpha() and word[:1].isalpha():
            spellings.add(bare + word)
    return frozenset(spellings)


def _folded(chunk: str) -> str:
    text = unicodedata.normalize("NFKC", chunk.translate(_FOLDED)).translate(_FOLDED)
    return "".join(character for character in text if unicodedata.category(character) not in ("Cf", "Cc"))
