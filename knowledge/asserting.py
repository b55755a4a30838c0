"""Finds what the documents of a scope state on the matter of a claim, each with its value, its quote and its weight."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from knowledge.actors import Actors, actors_in
from knowledge.citations import Quote, confirmed, find_quote, page_texts
from knowledge.differing import Asked, Statement, asked, statement, thing
from knowledge.evidence import Candidate, candidates
from knowledge.facts import DocumentFacts, Fact, FactKey, facts_from_json, is_stale
from knowledge.rows import page_marks
from knowledge.scope import Scope
from knowledge.seeking import sought
from knowledge.services import covers
from knowledge.specifics import values
from knowledge.tables import Document, DocumentState
from knowledge.weighing import strength

_TARGET = "target"


@dataclass(frozen=True, slots=True)
class Paper:
    """A document of the scope with what it says of itself."""

    id: UUID
    name: str
    facts: DocumentFacts

    @property
    def day(self) -> str:
        """The day it speaks for: the end of its period, or when it was issued; empty when it says neither."""
        known = self.facts.period_end or self.facts.issued
        return known.value if known else ""


@dataclass(frozen=True, slots=True)
class Assertion:
    """What one place of a document states on a matter."""

    statement: Statement
    quote: Quote
    paper: Paper

    @property
    def weight(self) -> tuple[float, str]:
        """Order sources: the strongest kind of document last, the newest last among equals."""
        return strength(self.paper.facts), self.paper.day


@dataclass(frozen=True, slots=True)
class Library:
    """The documents of a scope that count today for a service, and who else is named in them."""

    scope: Scope
    service: str
    papers: dict[UUID, Paper]
    actors: Actors


async def library(scope: Scope, service: str, today: date) -> Library:
    """Gather the documents that are read, in date and about the service, in three queries."""
    rows = await Document.select(Document.id, Document.name, Document.facts).where(
        Document.collection.is_in(list(scope.collections)), Document.state == DocumentState.READY.value
    )
    papers = [Paper(row["id"], row["name"], facts_from_json(row["facts"])) for row in rows]
    counting = {
        paper.id: paper
        for paper in papers
        if (scope.documents is None or paper.id in scope.documents)
        and not is_stale(paper.facts, today)
        and covers(paper.facts, service)
    }
    return Library(scope, service, counting, await actors_in(scope, service))


async def assertions(claim: str, shelf: Library) -> list[Assertion]:
    """Return what the documents state on the claim's matter, the strongest and newest first, every quote found again."""
    on = asked(claim)
    if on is None or not shelf.papers:
        return []
    found = [*await _in_sentences(on, shelf), *await _in_facts(on, shelf)]
    standing = {_place(quote): quote for quote in await confirmed([one.quote for one in found], shelf.scope)}
    kept = [replace(one, quote=standing[_place(one.quote)]) for one in found if _place(one.quote) in standing]
    return sorted(kept, key=lambda one: one.weight, reverse=True)


def _place(quote: Quote) -> tuple[UUID, int, str]:
    return quote.document_id, quote.page, quote.text


@dataclass(frozen=True, slots=True)
class Company:
    """A company that a document names as working on the data for the vendor."""

    name: str
    quote: Quote
    paper: Paper


async def companies(shelf: Library) -> list[Company]:
    """Return the sub-processors that the documents' facts name, every quote found again on its page."""
    known = [
        (paper, fact)
        for paper in shelf.papers.values()
        for key in (FactKey.SUBPROCESSOR, FactKey.SUBSERVICE)
        for fact in paper.facts.details.get(key, ())
        if fact.quote
    ]
    pages = await page_texts({(paper.id, fact.page) for paper, fact in known}, shelf.scope)
    quoted = [(paper, fact, _quoted(paper, fact, pages)) for paper, fact in known]
    return [Company(fact.value, quote, paper) for paper, fact, quote in quoted if quote is not None]


def _quoted(paper: Paper, fact: Fact, pages: Mapping[tuple[UUID, int], str]) -> Quote | None:
    text = pages.get((paper.id, fact.page), "")
    span = find_quote(fact.quote, text)
    return None if span is None else Quote(paper.id, paper.name, fact.page, "", *span, text[span[0] : span[1]])


async def _in_sentences(on: Asked, shelf: Library) -> list[Assertion]:
    places, pages = await sought(on.known.reading, shelf.scope)
    own = [place for place in places if place.document_id in shelf.papers]
    marks = await page_marks({(place.document_id, place.page) for place in own})
    found = []
    for one in candidates(own, pages, marks):
        said = statement(on, one.said, one.context, one.sentence.whole)
        if said is not None and not _of_others(on, one, shelf):
            found.append(Assertion(said, one.quote, shelf.papers[one.place.document_id]))
    return found


def _of_others(on: Asked, one: Candidate, shelf: Library) -> bool:
    """Say whether the sentence is about somebody who works for the vendor, or another service of it."""
    own = covers(shelf.papers[one.place.document_id].facts, shelf.service)
    claim = on.known.claim.text
    return any(
        shelf.actors.other(claim, text, of_service=own, of_workers=not on.known.reading.others)
        for text in (one.sentence.flat, one.said)
    )


async def _in_facts(on: Asked, shelf: Library) -> list[Assertion]:
    """Read the same matter off the documents' facts, which tables and reviewers' corrections fill too."""
    known = [(paper, fact) for paper in shelf.papers.values() for fact in _facts(on, paper)]
    pages = await page_texts({(paper.id, fact.page) for paper, fact in known}, shelf.scope)
    found = []
    for paper, fact in known:
        quote = _quoted(paper, fact, pages)
        stated = [value for value in values(fact.value) if value.kind is on.value.kind]
        if quote is None or len(stated) != 1 or (on.matter.barred and on.matter.barred.search(fact.quote)):
            continue
        found.append(Assertion(Statement(stated[0], thing(on, " ".join(fact.quote.split()))), quote, paper))
    return found


def _facts(on: Asked, paper: Paper) -> Sequence[Fact]:
    key = on.matter.fact
    held = paper.facts.details.get(key, ()) if key is not None else ()
    return [fact for fact in held if fact.quote and fact.parts.get("kind", _TARGET) == _TARGET]
