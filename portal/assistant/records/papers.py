"""The documents that a question over rows may be answered from, with their facts and the words these stand on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from knowledge.citations import Quote, find_quote, page_texts
from knowledge.facts import DocumentFacts, EvidenceKind, Fact, FactKey, facts_from_json
from knowledge.facts.clock import valid_until
from knowledge.tables import Document, DocumentState
from portal.assistant.records.naming import Named
from portal.assistant.records.query import Kinds
from portal.assistant.records.telling import Line
from portal.evidence.current import current_scope, superseded
from portal.evidence.tables import Evidence

_AT_ONCE = 400


@dataclass(frozen=True, slots=True)
class Paper:
    """A current document of a vendor that has been read."""

    vendor: Named
    evidence: UUID
    document: UUID
    name: str
    facts: DocumentFacts
    uploaded: datetime

    @property
    def until(self) -> date | None:
        """Until when it supports claims."""
        return valid_until(self.facts)

    def details(self, key: FactKey) -> tuple[Fact, ...]:
        """The facts under a key."""
        return self.facts.details.get(key, ())

    @property
    def url(self) -> str:
        """Where its facts are shown."""
        return f"/documents/{self.evidence}/facts"


async def papers_of(vendors: Sequence[Named], kinds: Kinds, every: bool = False) -> list[Paper]:
    """Return the vendors' current documents of these kinds, the vendors in order; with `every` the unread as well."""
    by_id = {vendor.id: vendor for vendor in vendors}
    rows = [row for part in _parts(list(by_id)) for row in await _evidence(part)]
    gone = await superseded(list(by_id)) if by_id else {}
    rows = [row for row in rows if row["document"] not in gone]
    facts = await _facts([row["document"] for row in rows], kinds, every)
    found = [
        Paper(by_id[row["vendor"]], row["id"], row["document"], row["name"], facts[row["document"]], row["uploaded_at"])
        for row in rows
        if row["document"] in facts
    ]
    place = {vendor.id: number for number, vendor in enumerate(vendors)}
    return sorted((one for one in found if _is_kind(one, kinds)), key=lambda one: (place[one.vendor.id], one.name))


async def _evidence(vendors: list[UUID]) -> list[dict[str, Any]]:
    theirs = Evidence.vendor.is_in(vendors) & Evidence.removed_at.is_null()
    columns = (Evidence.id, Evidence.vendor, Evidence.document, Evidence.name, Evidence.uploaded_at)
    rows: list[dict[str, Any]] = await Evidence.select(*columns).where(theirs)
    return rows


async def _facts(documents: Sequence[UUID], kinds: Kinds, every: bool) -> dict[UUID, DocumentFacts]:
    found: dict[UUID, DocumentFacts] = {}
    for part in _parts(documents):
        query = Document.select(Document.id, Document.facts).where(Document.id.is_in(part))
        if not every:
            query = query.where(Document.state == DocumentState.READY.value)
        found |= {row["id"]: facts_from_json(row["facts"]) for row in await query}
    return found


def _is_kind(paper: Paper, kinds: Kinds) -> bool:
    if kinds.kinds and paper.facts.kind not in kinds.kinds:
        return False
    told = paper.details(FactKey.SOC_TYPE)
    return not kinds.soc or paper.facts.kind is not EvidenceKind.SOC_REPORT or not told or told[0].value == kinds.soc


def _parts(ids: Sequence[UUID]) -> Iterable[list[UUID]]:
    return (list(ids[start : start + _AT_ONCE]) for start in range(0, len(ids), _AT_ONCE))


@dataclass(frozen=True, slots=True)
class Stated:
    """The cells of a row that stands on a fact of a document, or on the document as a whole."""

    paper: Paper
    fact: Fact | None
    cells: tuple[str, ...]


async def lines_of(rows: Sequence[Stated], vendors: Sequence[Named]) -> list[Line]:
    """Lead each row to the page its fact stands on, its words found there again; else to the document's facts."""
    quotes = await _quotes(rows, vendors)
    return [Line(row.cells, row.paper.url, _label(row), quotes.get(_key(row)) if row.fact else None) for row in rows]


def _label(row: Stated) -> str:
    if row.fact is not None and row.fact.confirmed_by and not row.fact.quote:
        return f"stated by {row.fact.confirmed_by}"
    return "facts"


_Key = tuple[UUID, int, str]


def _key(row: Stated) -> _Key:
    assert row.fact is not None
    return row.paper.document, row.fact.page, row.fact.quote


async def _quotes(rows: Sequence[Stated], vendors: Sequence[Named]) -> dict[_Key, Quote]:
    wanted = {_key(row): row.paper.name for row in rows if row.fact is not None and row.fact.quote}
    if not wanted:
        return {}
    scope = await current_scope([vendor.id for vendor in vendors])
    texts = await page_texts({(document, page) for document, page, _ in wanted}, scope)
    found: dict[_Key, Quote] = {}
    for (document, page, words), name in wanted.items():
        text = texts.get((document, page), "")
        span = find_quote(words, text)
        if span is not None:
            found[document, page, words] = Quote(document, name, page, str(page), *span, text[slice(*span)])
    return found
