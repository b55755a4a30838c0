"""What was searched for a verdict, and what of it could not be read, as the verdict's row keeps it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import msgspec

from knowledge.pages import PageState
from knowledge.surveying import Searched, UnreadPage
from portal.risk.wording import counted, listed


@dataclass(frozen=True, slots=True)
class Unread:
    """Pages of one document that could not be read, or not wholly, for the same cause; `pages` count from 1, in order."""

    document: str
    state: PageState
    pages: tuple[int, ...]

    @property
    def words(self) -> str:
        """The pages in one line: SOC 2 report, pages 3 to 5 and 9: scanned, no text."""
        noun = "page" if len(self.pages) == 1 else "pages"
        return f"{self.document}, {noun} {listed(tuple(_runs(self.pages)))}: {self.state.label.lower()}"


@dataclass(frozen=True, slots=True)
class SearchedFigures:
    """How much was searched, and what of it could not be read; rows from before it was kept name no pages and documents."""

    documents: int = 0
    pages: int = 0
    unread_pages: int = 0
    unread_documents: int = 0
    unread: tuple[Unread, ...] = ()
    unread_names: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The figures in one line."""
        said = f"Searched {counted(self.documents, 'document')}, {counted(self.pages, 'page')}."
        if self.unread_pages:
            said += f" {counted(self.unread_pages, 'page')} could not be read."
        if self.unread_documents:
            said += f" {counted(self.unread_documents, 'document')} could not be read at all."
        return said

    @property
    def unread_lines(self) -> list[str]:
        """What could not be read, a line for each document and cause; documents that could not be read at all come first."""
        return [*(f"{name}: not read, or not yet" for name in self.unread_names), *(one.words for one in self.unread)]


def searched_to_json(searched: Searched) -> str:
    """Write what was searched for a row."""
    figures = SearchedFigures(
        searched.documents,
        searched.pages,
        len(searched.unread),
        len(searched.unread_documents),
        tuple(_gathered(searched.unread)),
        searched.unread_documents,
    )
    return msgspec.json.encode(figures).decode()


def searched_from_json(text: str) -> SearchedFigures:
    """Read what was searched from a row."""
    return msgspec.json.decode(text or "{}", type=SearchedFigures)


def _gathered(unread: Sequence[UnreadPage]) -> Iterator[Unread]:
    """Gather pages of one document and cause; they come by document and page."""
    ordered = sorted(unread, key=lambda one: (one.document, one.state, one.page))
    for (document, state), pages in groupby(ordered, key=lambda one: (one.document, one.state)):
        yield Unread(document, state, tuple(one.page for one in pages))


def _runs(pages: Sequence[int]) -> Iterator[str]:
    """Write pages that follow each other as a run: 3 to 5."""
    for _, run in groupby(enumerate(pages), key=lambda each: each[1] - each[0]):
        first, *rest = (page for _, page in run)
        yield f"{first} to {rest[-1]}" if rest else str(first)
