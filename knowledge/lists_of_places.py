"""Finds where a scope's documents say that data is processed in places that a claim on regions leaves out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from piccolo.columns.combination import Or, Where

from knowledge.asserting import Library, Paper
from knowledge.citations import Quote, confirmed
from knowledge.evidence import Candidate, Place, candidates
from knowledge.regions import beyond, regions_kept, stated_beyond
from knowledge.rows import page_marks
from knowledge.scope import Scope
from knowledge.tables import Document, DocumentState, Page

_LISTS = re.compile(
    r"\bsub-?\s?processors?\b.*\b(?:place|location|country|countries|region|where)\b|\b(?:places?|locations?)\s+of\s+processing\b",
    re.I,
)
_HINTS = ("%rocess%", "%stor%", "%host%", "%data cent%")
MOST_PAGES = 600


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A row that names a place of processing outside the regions claimed."""

    country: str
    quote: Quote
    paper: Paper


async def places_elsewhere(claim: str, shelf: Library) -> list[Elsewhere]:
    """Return the rows against a claim on regions, every quote found again; nothing for another claim."""
    kept = regions_kept(claim)
    if kept is None or not shelf.papers:
        return []
    found = [
        Elsewhere(countries[0], one.quote, shelf.papers[one.place.document_id])
        for one in await _on_places({paper.id: paper.name for paper in shelf.papers.values()})
        if not one.sentence.whole and _LISTS.search(one.sentence.heading)
        and (countries := beyond(kept, one.sentence.flat))
    ]  # fmt: skip
    standing = set(await confirmed([one.quote for one in found], shelf.scope))
    return [one for one in found if one.quote in standing]


async def sought_elsewhere(claim: str, scope: Scope) -> list[Place]:
    """Return where the documents of a scope speak plainly against a claim on regions; nothing of too large a scope."""
    kept = regions_kept(claim)
    if kept is None or not scope.collections:
        return []
    rows = await Document.select(Document.id, Document.name, Document.page_count).where(
        Document.collection.is_in(list(scope.collections)), Document.state == DocumentState.READY.value
    )
    rows = [row for row in rows if scope.documents is None or row["id"] in scope.documents]
    if not rows or sum(row["page_count"] for row in rows) > MOST_PAGES:
        return []
    return [
        Place(
            one.place.document_id,
            one.place.document,
            one.place.page,
            one.place.label,
            one.sentence.start,
            one.sentence.end,
        )
        for one in await _on_places({row["id"]: row["name"] for row in rows})
        if stated_beyond(kept, one.sentence.flat, one.sentence.heading, one.sentence.whole)
    ]


async def _on_places(names: Mapping[UUID, str]) -> list[Candidate]:
    """Return the sentences of the pages that speak of processing, storing or hosting."""
    hinted: Where | Or = Page.text.like(_HINTS[0])
    for hint in _HINTS[1:]:
        hinted = hinted | Page.text.like(hint)
    rows = await (
        Page.select(Page.document, Page.number, Page.label, Page.text)
        .where(Page.document.is_in(list(names)) & hinted)
        .order_by(Page.document, Page.number)
    )
    pages = {(row["document"], row["number"]): row["text"] for row in rows}
    places = [
        Place(row["document"], names[row["document"]], row["number"], row["label"], 0, len(row["text"])) for row in rows
    ]
    return candidates(places, pages, await page_marks(pages.keys()))
