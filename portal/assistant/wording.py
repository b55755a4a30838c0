"""Sentences about what was searched and who wrote an answer."""

from collections.abc import Sequence

from knowledge.answering import EXTRACTIVE
from knowledge.retrieval import Searched, UnreadPage
from portal.assistant.keeping import FROM_ROWS
from portal.core.dates import plural

_NAMED = 3


def searched_words(searched: Searched) -> str:
    """Return "Searched 5 documents, 214 pages. 1 page could not be read (certificate.pdf p. 2)."."""
    if not searched.documents and not searched.unread_documents:
        return "There were no documents to search."
    words = f"Searched {amount(searched)}."
    if searched.unread:
        words += f" {plural(len(searched.unread), 'page')} could not be read ({_listed(_places(searched.unread))})."
    if searched.unread_documents:
        words += f" {plural(len(searched.unread_documents), 'document')} could not be searched"
        words += f" ({_listed(searched.unread_documents)})."
    return words


def amount(searched: Searched) -> str:
    """Return "7 documents, 133 pages"."""
    return f"{plural(searched.documents, 'document')}, {plural(searched.pages, 'page')}"


def writer_words(written_by: str) -> str:
    """Say who words the answers."""
    if not written_by or written_by == EXTRACTIVE:
        return "Answers are sentences of the documents, word for word."
    return f"Answers are written by {written_by}; a sentence without a quote that stands on its page is left out."


def written_words(written_by: str) -> str:
    """Say who worded one answer."""
    if written_by == FROM_ROWS:
        return "Looked up in what the portal keeps; no text was searched."
    return "Word for word from the documents." if written_by in ("", EXTRACTIVE) else f"Written by {written_by}."


def _places(unread: Sequence[UnreadPage]) -> list[str]:
    return [f"{page.document} p. {page.page}, {page.state.label.lower()}" for page in unread]


def _listed(names: Sequence[str]) -> str:
    more = len(names) - _NAMED
    return "; ".join(names[:_NAMED]) + (f"; and {more} more" if more > 0 else "")
