"""Reads documents that tests write out as text."""

from knowledge.citations import find_quote
from knowledge.facts import DocumentFacts, Fact
from knowledge.facts.reading_off import facts
from knowledge.pages import PageState, PageText

SINGLE = ("issuer", "subject", "period_start", "period_end", "issued", "expires", "opinion", "scope")


def read(*texts: str, name: str = "document.pdf") -> DocumentFacts:
    """Read the facts off pages of text, and make sure that each quote stands on its page."""
    pages = [PageText(number, "", PageState.TEXT, text) for number, text in enumerate(texts, start=1)]
    found = facts(pages, name)
    lost = [fact for fact in every(found) if find_quote(fact.quote, texts[fact.page - 1]) is None]
    assert [] == lost
    return found


def every(found: DocumentFacts) -> list[Fact]:
    """List all facts of a document."""
    single = [getattr(found, key) for key in SINGLE]
    return [fact for fact in single if fact] + [
        *found.exceptions,
        *(one for all in found.details.values() for one in all),
    ]


def said(found: DocumentFacts) -> dict[str, str | list[str]]:
    """Give what was read off as plain words: single facts as they are, details as lists with their parts."""
    single = {key: getattr(found, key).value for key in SINGLE if getattr(found, key)}
    details = {key.value: [_with_parts(fact) for fact in all] for key, all in found.details.items()}
    exceptions = {"exceptions": [_with_parts(fact) for fact in found.exceptions]} if found.exceptions else {}
    return single | exceptions | details


def _with_parts(fact: Fact) -> str:
    parts = ", ".join(f"{key} {value}" for key, value in sorted(fact.parts.items()))
    return f"{fact.value} ({parts})" if parts else fact.value
