"""The middle of the workbench: the page that a quote of the verdict stands on, with the quote marked."""

from dataclasses import dataclass
from uuid import UUID

from portal.core.errors import NotFound
from portal.core.scope import Principal
from portal.evidence.access import evidence_of_document
from portal.evidence.queries import ViewerPage, viewer_page
from portal.review.verdicts import StandingVerdict


@dataclass(frozen=True, slots=True)
class Pane:
    """One quote on its page; `page` is None once the document was removed."""

    name: str
    number: int
    quote: str
    page: ViewerPage | None
    evidence: UUID | None
    hit: int
    hits: int
    previous_url: str
    next_url: str


async def pane_of(who: Principal, verdict: StandingVerdict, hit: int, base_url: str) -> Pane | None:
    """Return the page of the verdict's quote number `hit`; None when the verdict has no quote."""
    hits = len(verdict.quotes)
    if not hits:
        return None
    hit = min(max(hit, 1), hits)
    quote = verdict.quotes[hit - 1]
    page = await _page(who, quote.document_id, quote.page, quote.text)
    return Pane(
        name=quote.document,
        number=quote.page,
        quote=quote.text,
        page=page,
        evidence=page.id if page else None,
        hit=hit,
        hits=hits,
        previous_url=f"{base_url}&hit={hit - 1}" if hit > 1 else "",
        next_url=f"{base_url}&hit={hit + 1}" if hit < hits else "",
    )


async def _page(who: Principal, document_id: UUID, number: int, text: str) -> ViewerPage | None:
    try:
        row = await evidence_of_document(who, document_id)
        return await viewer_page(row, number, text, False)
    except NotFound:
        return None
