"""The middle of the workbench: the page that a quote of the verdict, or of a conflict, stands on, with the quote boxed."""

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.citations import Quote
from portal.core.errors import NotFound
from portal.core.scope import Principal
from portal.core.settings import Settings
from portal.evidence.access import evidence_of_document
from portal.evidence.queries import EvidenceLine
from portal.evidence.sheets import Sheet
from portal.evidence.viewing import quoted_sheet
from portal.review.addresses import View


@dataclass(frozen=True, slots=True)
class Pane:
    """One quote on its page; `sheet` and `line` are None once the document was removed."""

    name: str
    number: int
    quote: str
    line: EvidenceLine | None
    sheet: Sheet | None
    hit: int
    hits: int
    previous_url: str
    next_url: str
    other_view_url: str


async def pane_of(
    settings: Settings, who: Principal, quotes: Sequence[Quote], view: View, base_url: str
) -> Pane | None:
    """Return the page of the quote number `view.hit`; None when there is no quote."""
    hits = len(quotes)
    if not hits:
        return None
    hit = min(max(view.hit, 1), hits)
    quote = quotes[hit - 1]
    shown = await _sheet(settings, who, quote, _beside(quotes, quote), view.text)
    kept = "&view=text" if view.text else ""
    return Pane(
        name=quote.document,
        number=quote.page,
        quote=quote.text,
        line=shown[0] if shown else None,
        sheet=shown[1] if shown else None,
        hit=hit,
        hits=hits,
        previous_url=f"{base_url}&hit={hit - 1}{kept}" if hit > 1 else "",
        next_url=f"{base_url}&hit={hit + 1}{kept}" if hit < hits else "",
        other_view_url=f"{base_url}&hit={hit}" + ("" if view.text else "&view=text"),
    )


def _beside(quotes: Sequence[Quote], quote: Quote) -> tuple[str, ...]:
    """Return the other quotes that stand on the same page."""
    here = (quote.document_id, quote.page)
    return tuple(one.text for one in quotes if (one.document_id, one.page) == here and one.text != quote.text)


async def _sheet(
    settings: Settings, who: Principal, quote: Quote, also: tuple[str, ...], as_text: bool
) -> tuple[EvidenceLine, Sheet] | None:
    try:
        row = await evidence_of_document(who, quote.document_id)
        return await quoted_sheet(settings, row, quote.page, quote.text, as_text, also)
    except NotFound:
        return None
