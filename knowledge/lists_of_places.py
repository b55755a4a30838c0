"""Finds the rows of a scope's documents that list who processes data where, and places there that a claim leaves out."""

import re
from dataclasses import dataclass

from knowledge.asserting import Library, Paper
from knowledge.citations import Quote, confirmed
from knowledge.evidence import Place, candidates
from knowledge.regions import beyond, regions_kept
from knowledge.rows import page_marks
from knowledge.tables import Page

_LISTS = re.compile(
    r"\bsub-?\s?processors?\b.*\b(?:place|location|country|countries|region|where)\b|\b(?:places?|locations?)\s+of\s+processing\b",
    re.I,
)
_HINT = "%rocess%"


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
    rows = await (
        Page.select(Page.document, Page.number, Page.label, Page.text)
        .where(Page.document.is_in(list(shelf.papers)) & Page.text.like(_HINT))
        .order_by(Page.document, Page.number)
    )
    pages = {(row["document"], row["number"]): row["text"] for row in rows}
    places = [
        Place(row["document"], shelf.papers[row["document"]].name, row["number"], row["label"], 0, len(row["text"]))
        for row in rows
    ]
    found = [
        Elsewhere(countries[0], one.quote, shelf.papers[one.place.document_id])
        for one in candidates(places, pages, await page_marks(pages.keys()))
        if not one.sentence.whole and _LISTS.search(one.sentence.heading)
        and (countries := beyond(kept, one.sentence.flat))
    ]  # fmt: skip
    standing = set(await confirmed([one.quote for one in found], shelf.scope))
    return [one for one in found if one.quote in standing]
