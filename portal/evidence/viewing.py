"""What the viewer shows: one page of a document, how all its pages were read, its facts, and what a search in it found."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode
from uuid import UUID

import anyio.to_thread

from knowledge.facts import facts_from_json
from knowledge.pages import PageState
from knowledge.remarks import Remark
from knowledge.storing import remarks_from_json
from knowledge.tables import Document, Page
from portal.core.errors import NotFound
from portal.core.settings import Settings
from portal.evidence.fact_lines import FactGroup, fact_lines, grouped
from portal.evidence.marking import MarkedSpan, MarkKind
from portal.evidence.pictures import PagePicture, StillDrawing, evidence_picture
from portal.evidence.quarantine import require_open
from portal.evidence.queries import EvidenceLine, evidence_line
from portal.evidence.scan_words import scan_remarks
from portal.evidence.searching import LONGEST, Hit, position_of, search
from portal.evidence.sheets import Shares, Sheet, Wanted, sheet_of
from portal.evidence.strips import PageTile, coverage_words, tiles, unread_words
from portal.evidence.tables import Evidence
from portal.evidence.version_panel import VersionPanel, version_panel
from portal.vendors.tables import Vendor

_LISTED = 60


@dataclass(frozen=True, slots=True)
class Look:
    """What an address of the viewer asks to see; page 0 is the first, or the one the search or remark leads to."""

    page: int = 0
    quote: str = ""
    find: str = ""
    hit: int = 0
    remark: int = 0
    text: bool = False


@dataclass(frozen=True, slots=True)
class FoundLine:
    """One place a search found, for the list beside the page."""

    hit: Hit
    url: str
    now: bool


@dataclass(frozen=True, slots=True)
class Search:
    """What a search in the document found; `now` is the number of the hit in hand."""

    find: str
    total: int
    pages: int
    now: int
    lines: list[FoundLine]
    unsearched: int
    previous_url: str
    next_url: str


@dataclass(frozen=True, slots=True)
class RemarkLine:
    """Something noticed about the file, with the address of its place when it has one."""

    label: str
    text: str
    page: int
    url: str
    alarming: bool
    now: bool


@dataclass(frozen=True, slots=True)
class ViewerPage:
    """One page of a document and, beside it, what is known of the document as a whole."""

    id: UUID
    name: str
    vendor: str
    slug: str
    line: EvidenceLine
    number: int
    sheet: Sheet
    tiles: list[PageTile]
    coverage: str
    unread: str
    asked_for_text: bool
    search: Search | None
    find: str
    quote: str
    facts: list[FactGroup]
    versions: VersionPanel
    remarks: list[RemarkLine]
    previous_url: str
    next_url: str
    other_view_url: str
    may_remove: bool
    password_error: str

    @property
    def label(self) -> str:
        """The page's printed number."""
        return self.sheet.label


async def viewer_page(
    settings: Settings, row: Evidence, look: Look, may_remove: bool, password_error: str = ""
) -> ViewerPage:
    """Return one page of a document; raises NotFound when the document has no such page."""
    vendor = await Vendor.objects().where(Vendor.id == row.vendor).first()
    document = await _document(row)
    assert vendor is not None
    pages = (
        await Page.select(Page.number, Page.state, Page.label).where(Page.document == document.id).order_by(Page.number)
    )
    states = {page["number"]: PageState(page["state"]) for page in pages}
    hits = await _search(document.id, look.find)
    remarks = remarks_from_json(document.screening)
    number = _number(look, hits, [remark.page for remark in remarks])
    versions = await version_panel(row)
    line = evidence_line(row, document, replaced=versions.replaced_by is not None)
    sheet = await _sheet(settings, row, document, number, _wanted(look, hits, number, _place(remarks, look.remark)))
    found = Counter(hit.page for hit in hits)
    last = max(states, default=max(document.page_count, 1))
    return ViewerPage(
        id=row.id,
        name=row.name,
        vendor=vendor.name,
        slug=vendor.slug,
        line=line,
        number=number,
        sheet=sheet,
        tiles=tiles(states, number, found, lambda page: address(row.id, look, page=page)),
        coverage=coverage_words(Counter(states.values()), len(states)),
        unread=unread_words(states),
        asked_for_text=look.text,
        search=_found(row.id, look, hits, number, states) if look.find else None,
        find=look.find,
        quote=look.quote,
        facts=grouped(fact_lines(facts_from_json(document.facts))) if document.facts else [],
        versions=versions,
        remarks=[
            *_of_scanner(row),
            *(_remark(row.id, at, remark, look) for at, remark in enumerate(remarks, 1)),
        ],
        previous_url=address(row.id, look, page=number - 1) if number > 1 else "",
        next_url=address(row.id, look, page=number + 1) if number < last else "",
        other_view_url=f"/documents/{row.id}?{query_of(replace(look, page=number, text=not look.text))}",
        may_remove=may_remove,
        password_error=password_error,
    )


async def quoted_sheet(
    settings: Settings, row: Evidence, number: int, quote: str, as_text: bool = False, also: tuple[str, ...] = ()
) -> tuple[EvidenceLine, Sheet]:
    """Return the page a quote stands on, `also` marked beside it, and its document as it is listed.

    Raises NotFound when there is no such page.
    """
    document = await _document(row)
    wanted = Wanted(quote, also, as_text=as_text, query=query_of(Look(number, quote)))
    sheet = await _sheet(settings, row, document, number, wanted)
    return evidence_line(row, document), sheet


async def page_sheet(settings: Settings, row: Evidence, look: Look) -> Sheet:
    """Return one page alone; raises NotFound when the document has no such page."""
    document = await _document(row)
    number = max(look.page, 1)
    hits = [hit for hit in await _search(document.id, look.find) if hit.page == number]
    remarks = remarks_from_json(document.screening)
    return await _sheet(settings, row, document, number, _wanted(look, hits, number, _place(remarks, look.remark)))


def query_of(look: Look) -> str:
    """Return what an address asks to see, as its query says it."""
    given = {"page": look.page, "quote": look.quote, "find": look.find, "hit": look.hit, "remark": look.remark}
    return urlencode({name: value for name, value in given.items() if value} | ({"view": "text"} if look.text else {}))


def address(evidence_id: UUID, look: Look, page: int = 0, hit: int = 0) -> str:
    """Return the address of another page or hit; a search and the view as text go along."""
    return f"/documents/{evidence_id}?{query_of(Look(page, find=look.find, hit=hit, text=look.text))}"


async def named_picture(settings: Settings, row: Evidence, name: str) -> PagePicture:
    """Return the picture of a page by its file's name, as in "12.png"; raises NotFound when there is none."""
    number = name.removesuffix(".png")
    if not (name.endswith(".png") and number.isdecimal() and len(number) <= 6):
        raise NotFound()
    require_open(row, settings)
    document = await check_page(row, int(number))
    try:
        picture = await evidence_picture(settings, row, document, int(number))
    except StillDrawing:
        picture = None
    if picture is None:
        raise NotFound("There is no picture of this page.")
    return picture


async def check_page(row: Evidence, number: int) -> Document:
    """Return the document when it has a page of this number; raises NotFound otherwise."""
    document = await _document(row)
    known = await Page.exists().where((Page.document == document.id) & (Page.number == number))
    if not known and not 1 <= number <= max(document.page_count, 1):
        raise NotFound("This document has no such page.")
    return document


async def _document(row: Evidence) -> Document:
    document = await Document.objects().where(Document.id == row.document).first()
    if document is None:
        raise NotFound()
    return document


async def _sheet(settings: Settings, row: Evidence, document: Document, number: int, wanted: Wanted) -> Sheet:
    page = await Page.objects().where((Page.document == document.id) & (Page.number == number)).first()
    if page is None:
        await check_page(row, number)
    return await sheet_of(settings, row, document, page, number, wanted)


async def _search(document_id: UUID, find: str) -> list[Hit]:
    if not find:
        return []
    rows = await Page.select(Page.number, Page.text).where(Page.document == document_id).order_by(Page.number)
    return await anyio.to_thread.run_sync(search, find[:LONGEST], [(row["number"], row["text"]) for row in rows])


def _number(look: Look, hits: Sequence[Hit], remark_pages: Sequence[int]) -> int:
    """Return the page to show: the one asked for, or the one that the hit or remark in hand stands on."""
    if look.page:
        return look.page
    if 0 < look.remark <= len(remark_pages):
        return max(remark_pages[look.remark - 1], 1)
    return hits[min(max(look.hit, 1), len(hits)) - 1].page if hits else 1


def _wanted(look: Look, hits: Sequence[Hit], number: int, remark: Shares | None) -> Wanted:
    now = hits[look.hit - 1] if 0 < look.hit <= len(hits) else None
    marks = tuple(
        MarkedSpan(hit.start, hit.end, MarkKind.NOW if hit is now else MarkKind.HIT)
        for hit in hits
        if hit.page == number
    )
    return Wanted(look.quote, (), marks, remark, look.text, query_of(replace(look, page=number)))


def _found(evidence_id: UUID, look: Look, hits: Sequence[Hit], number: int, states: dict[int, PageState]) -> Search:
    now = look.hit if 0 < look.hit <= len(hits) else 0
    before, after = _neighbours(hits, now, number)
    first = max(0, min((now or position_of(hits, number)) - _LISTED // 2, len(hits) - _LISTED))
    return Search(
        find=look.find,
        total=len(hits),
        pages=len({hit.page for hit in hits}),
        now=now,
        lines=[
            FoundLine(hit, address(evidence_id, look, hit=at), at == now)
            for at, hit in enumerate(hits[first : first + _LISTED], first + 1)
        ],
        unsearched=sum(not state.is_whole for state in states.values()),
        previous_url=address(evidence_id, look, hit=before) if before else "",
        next_url=address(evidence_id, look, hit=after) if after else "",
    )


def _neighbours(hits: Sequence[Hit], now: int, number: int) -> tuple[int, int]:
    """Return the numbers of the hits before and after the one in hand, or before and after the page; 0 for none."""
    if now:
        return now - 1, now + 1 if now < len(hits) else 0
    before = sum(hit.page < number for hit in hits)
    return before, before + 1 if before < len(hits) else 0


def _place(remarks: Sequence[Remark], number: int) -> Shares | None:
    """Return where on its page the remark of that number stands, if that is known."""
    return remarks[number - 1].box if 0 < number <= len(remarks) else None


def _of_scanner(row: Evidence) -> list[RemarkLine]:
    """Return what the virus scanner makes a reviewer careful of."""
    return [RemarkLine(label, text, 0, "", True, False) for label, text in scan_remarks(row)]


def _remark(evidence_id: UUID, number: int, remark: Remark, look: Look) -> RemarkLine:
    url = f"/documents/{evidence_id}?{query_of(Look(remark.page, remark=number))}" if remark.page else ""
    return RemarkLine(
        label=remark.kind.label,
        text=remark.text[:300],
        page=remark.page,
        url=url,
        alarming=remark.kind.alarming,
        now=look.remark == number,
    )
