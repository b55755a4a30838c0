"""Reads the papers of a scope: their facts, the pages those stand on, and their opening and closing pages."""

from collections.abc import Sequence
from uuid import UUID

from piccolo.columns.combination import Or, WhereRaw

from knowledge.citations import page_texts
from knowledge.facts import DocumentFacts, FactKey, facts_from_json
from knowledge.papers import Paper
from knowledge.scope import Scope
from knowledge.tables import Document, Page

PAPERS, PAGES = 200, 100


async def papers_in(scope: Scope, holding: Sequence[str] = ()) -> list[Paper]:
    """Return the papers of the documents in scope that have been read, with the pages that hold one of some words too."""
    if not scope.collections:
        return []
    rows = await (
        Document.select(Document.id, Document.name, Document.facts, Document.page_count)
        .where(Document.collection.is_in(list(scope.collections)), Document.state == "ready")
        .order_by(Document.name)
        .limit(PAPERS)
    )
    rows = [row for row in rows if scope.documents is None or row["id"] in scope.documents]
    known = {row["id"]: facts_from_json(row["facts"]) for row in rows}
    wanted = {(row["id"], page) for row in rows for page in _pages(known[row["id"]], row["page_count"])}
    wanted |= await _holding([row["id"] for row in rows], holding)
    pages = await page_texts(wanted, scope) if wanted else {}
    return [Paper(row["id"], row["name"], known[row["id"]], _of(row["id"], pages)) for row in rows]


async def _holding(documents: list[UUID], words: Sequence[str]) -> set[tuple[UUID, int]]:
    if not documents or not words:
        return set()
    holds: WhereRaw | Or = _holds(words[0])
    for word in words[1:]:
        holds = holds | _holds(word)
    rows = (
        await Page.select(Page.document, Page.number)
        .where(Page.document.is_in(documents) & holds)
        .order_by(Page.document, Page.number)
        .limit(PAGES)
    )
    return {(row["document"], row["number"]) for row in rows}


def _holds(word: str) -> WhereRaw:
    return WhereRaw('LOWER("text") LIKE {}', f"%{word.lower()}%")


def _pages(facts: DocumentFacts, count: int) -> set[int]:
    """Return the first two pages, the last, and those that facts stand on."""
    others = facts.details.get(FactKey.SUBPROCESSOR, ())
    single = (facts.issuer, facts.subject, facts.period_start, facts.period_end, facts.issued, facts.expires)
    named = {fact.page for fact in (*single, facts.opinion, facts.scope, *facts.exceptions, *others) if fact}
    return named | {1, min(2, count or 1), count or 1}


def _of(document: UUID, pages: dict[tuple[UUID, int], str]) -> tuple[tuple[int, str], ...]:
    return tuple(sorted((page, text) for (each, page), text in pages.items() if each == document))
