"""One page of a document as it is shown: its picture with the marked words boxed, or its text with them marked."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from knowledge.boxing import Box, boxes_of, boxes_of_words
from knowledge.citations import find_quote
from knowledge.pages import PageState, WordBox
from knowledge.picture_wire import Characters
from knowledge.picturing import PICTURED
from knowledge.placing import layout_from_bytes
from knowledge.tables import Document, Page
from portal.core.settings import Settings
from portal.evidence.marking import MarkedSpan, MarkKind, Segment, segmented
from portal.evidence.pictures import PagePicture, StillDrawing, evidence_picture
from portal.evidence.quarantine import is_open
from portal.evidence.tables import Evidence

_PATIENCE = 2.0
_PAD = 0.002
Shares = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be marked on a page: a quote, spans of its text that a search found, a place a remark is about.

    `also` are other quotes to be marked beside it where they stand on the same page; `query` asks for the same once more,
    as an address says it.
    """

    quote: str = ""
    also: tuple[str, ...] = ()
    hits: tuple[MarkedSpan, ...] = ()
    remark: Shares | None = None
    as_text: bool = False
    query: str = ""


@dataclass(frozen=True, slots=True)
class Rect:
    """A box on the picture, in its pixels."""

    kind: str
    x: int
    y: int
    width: int
    height: int
    first: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of a document; `picture` is None where there is none, `drawing` while it is being made."""

    evidence: UUID
    name: str
    number: int
    label: str
    state: PageState
    is_read: bool
    has_text: bool
    segments: list[Segment]
    picture: PagePicture | None
    drawing: bool
    pictured: bool
    as_text: bool
    rects: list[Rect]
    quote: str
    quote_found: bool
    hits: int
    query: str

    @property
    def refresh_url(self) -> str:
        """Where the page alone is given once more, its picture made by then."""
        return f"/documents/{self.evidence}/sheet?{self.query}"

    @property
    def picture_url(self) -> str:
        """Where the picture is."""
        return f"/documents/{self.evidence}/pages/{self.number}.png"

    @property
    def printed(self) -> str:
        """The page's printed number where it is another than its place."""
        return self.label if self.label != str(self.number) else ""

    @property
    def boxed(self) -> bool:
        """Whether the quote stands on the picture with a box around it."""
        return any(rect.kind == MarkKind.QUOTE for rect in self.rects)


async def sheet_of(
    settings: Settings, row: Evidence, document: Document, page: Page | None, number: int, wanted: Wanted
) -> Sheet:
    """Return one page as it is shown; `page` is None for a page that has not been read."""
    text = page.text if page else ""
    span = find_quote(wanted.quote, text) if wanted.quote else None
    marks = [MarkedSpan(*span, MarkKind.QUOTE)] if span else []
    marks += wanted.hits
    marks += [MarkedSpan(*at, MarkKind.ALSO) for words in wanted.also if (at := find_quote(words, text))]
    picture, drawing = None, False
    if not wanted.as_text:
        picture, drawing = await _picture(settings, row, document, number)
    return Sheet(
        evidence=row.id,
        name=row.name,
        number=number,
        label=page.label if page else "",
        state=PageState(page.state) if page else PageState.SCANNED,
        is_read=page is not None,
        has_text=bool(text.strip()),
        segments=segmented(text, marks),
        picture=picture,
        drawing=drawing,
        pictured=document.media in PICTURED,
        as_text=wanted.as_text or not (picture or drawing),
        rects=_rects(picture, page, marks, wanted.remark) if picture else [],
        quote=wanted.quote,
        quote_found=span is not None,
        hits=len(wanted.hits),
        query=wanted.query,
    )


async def _picture(
    settings: Settings, row: Evidence, document: Document, number: int
) -> tuple[PagePicture | None, bool]:
    if not is_open(row, settings):
        return None, False
    try:
        return await evidence_picture(settings, row, document, number, _PATIENCE), False
    except StillDrawing:
        return None, True


def _rects(picture: PagePicture, page: Page | None, marks: Sequence[MarkedSpan], remark: Shares | None) -> list[Rect]:
    """Place the marks on the picture, the one to look at first."""
    boxes = [(MarkKind.REMARK, Box(*remark))] if remark else []
    if page is not None and marks:
        words = layout_from_bytes(page.layout).words
        characters = picture.characters()
        for mark in marks:
            boxes += [(mark.kind, box) for box in _boxes(mark, page.text, words, characters)]
    look = next((kind for kind in (MarkKind.NOW, MarkKind.QUOTE, MarkKind.REMARK) if kind in {k for k, _ in boxes}), "")
    first = next((at for at, (kind, _) in enumerate(boxes) if kind == look), None)
    return [_rect(picture, kind, box, at == first) for at, (kind, box) in enumerate(boxes)]


def _boxes(mark: MarkedSpan, text: str, words: Sequence[WordBox], characters: Characters) -> list[Box]:
    """Return where a mark stands: by the words read from the picture, where the page was read so, or by PDFium's."""
    span = (mark.start, mark.end)
    return boxes_of_words(span, words) or boxes_of(span, text, characters)


def _rect(picture: PagePicture, kind: MarkKind, box: Box, first: bool) -> Rect:
    """Turn shares into pixels, with a little room around."""
    across, down = picture.width, picture.height
    pad = _PAD * across
    x, y = max(0.0, box.left * across - pad), max(0.0, box.top * down - pad / 2)
    right, bottom = min(float(across), box.right * across + pad), min(float(down), box.bottom * down + pad / 2)
    return Rect(kind.value, round(x), round(y), max(2, round(right - x)), max(2, round(bottom - y)), first)
