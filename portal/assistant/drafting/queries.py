"""What the page of a draft shows, where a draft is taken, and the summary that stands for a vendor."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from portal.assessments.tables import Assessment
from portal.core.errors import NotFound
from portal.core.scope import Principal
from portal.drafts.access import draft_for
from portal.drafts.kinds import DraftKind
from portal.drafts.showing import DraftShown, shown
from portal.drafts.tables import Draft
from portal.drafts.taking import is_edited
from portal.evidence.quoting import quotes_from_json
from portal.ratings.states import RatingState
from portal.ratings.tables import RatingRecord
from portal.ratings.text import Piece, pieces
from portal.review.access import DECIDABLE
from portal.review.addresses import address
from portal.vendors.tables import Vendor

_PANELS = {DraftKind.clarification: "ask", DraftKind.finding: "finding"}
_PLACES = {
    DraftKind.clarification: "Take it to the question",
    DraftKind.finding: "Take it to the finding",
    DraftKind.narrative: "Take it to the rating",
}


@dataclass(frozen=True, slots=True)
class DraftPage:
    """One draft: its text with its citations as links, and where it is taken; or a summary that was taken."""

    draft: DraftShown
    pieces: list[Piece]
    vendor: Vendor
    ref: str
    written_at: datetime
    take_url: str
    take_label: str
    rate: UUID | None
    closed: bool
    may_take: bool
    taken_by: str
    taken_at: datetime | None
    edited: bool
    errors: dict[str, str] = field(default_factory=dict)
    entered: dict[str, str] = field(default_factory=dict)


async def draft_page(
    who: Principal, draft_id: UUID, errors: dict[str, str] | None = None, entered: dict[str, str] | None = None
) -> DraftPage:
    """Return the person's own draft; raises NotFound for anybody else's."""
    return await _page(who, await draft_for(who, draft_id), errors, entered)


async def summary_page(who: Principal, vendor: Vendor) -> DraftPage:
    """Return the summary of a vendor that was taken last; raises NotFound while there is none."""
    row = await newest_summary(vendor.id)
    if row is None:
        raise NotFound()
    return await _page(who, row)


async def newest_summary(vendor_id: UUID) -> Draft | None:
    """Return the summary that stands for a vendor: the one that was taken last."""
    theirs = (Draft.vendor == vendor_id) & (Draft.kind == DraftKind.summary.value) & Draft.taken_at.is_not_null()
    return await Draft.objects().where(theirs).order_by(Draft.taken_at, ascending=False).first()


async def where_taken(who: Principal, row: Draft, filter_name: str = "") -> str:
    """Return the address at which this person takes a draft; its own page where there is no other."""
    kind = DraftKind(row.kind)
    if not who.can(kind.taken_by):
        return f"/drafts/{row.id}"
    if kind in _PANELS and await _is_open(row):
        return address(row.assessment, row.ref, filter_name, do=_PANELS[kind], draft=row.id)
    if kind is DraftKind.finding:
        return f"/findings/new?draft={row.id}"
    if kind is DraftKind.narrative:
        rating = await _unpublished(row)
        return f"/ratings/{rating.id}?draft={row.id}#text" if rating else f"/drafts/{row.id}"
    return f"/drafts/{row.id}"


def take_words(kind: DraftKind) -> str:
    """Return the words of the link that takes a draft."""
    return _PLACES.get(kind, "Open the draft")


async def _page(
    who: Principal, row: Draft, errors: dict[str, str] | None = None, entered: dict[str, str] | None = None
) -> DraftPage:
    vendor = await Vendor.objects().get(Vendor.id == row.vendor)
    assert vendor is not None
    kind, url = DraftKind(row.kind), await where_taken(who, row)
    text = row.taken_text if row.taken_at and kind is DraftKind.summary else row.text
    elsewhere = url != f"/drafts/{row.id}"
    rates = kind is DraftKind.narrative and not elsewhere and who.can(kind.taken_by)
    return DraftPage(
        draft=shown(row),
        pieces=pieces(text, quotes_from_json(row.citations)),
        vendor=vendor,
        ref=row.ref,
        written_at=row.created_at,
        take_url=url if elsewhere else "",
        take_label=take_words(kind),
        rate=row.assessment if rates else None,
        closed=kind is DraftKind.clarification and not elsewhere and who.can(kind.taken_by),
        may_take=who.can(kind.taken_by) and str(row.person) == who.id and row.taken_at is None,
        taken_by=row.taken_by_name,
        taken_at=row.taken_at,
        edited=is_edited(row, row.taken_text),
        errors=errors or {},
        entered=entered or {},
    )


async def _is_open(row: Draft) -> bool:
    """Whether the review that a draft is about can be decided on."""
    states = [state.value for state in DECIDABLE]
    return await Assessment.exists().where((Assessment.id == row.assessment) & Assessment.state.is_in(states))


async def _unpublished(row: Draft) -> RatingRecord | None:
    mine = (RatingRecord.assessment == row.assessment) & (RatingRecord.state == RatingState.draft.value)
    return await RatingRecord.objects().where(mine).first()
