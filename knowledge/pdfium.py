"""Reads pages with pdfium, the second reader; it runs inside the jail alone, where a crash costs one child."""

from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as raw

from knowledge.aimed import without_aimed
from knowledge.geometry import Box
from knowledge.ink import letters, unseen_spans, without
from knowledge.pages import PageState
from knowledge.screening import Remark, RemarkKind, cleaned, excerpt, garbled_share, remarks_on
from knowledge.sighting import hidden_remark
from knowledge.wire import PageRead

ENGINE = f"pdfium {pypdfium2.PDFIUM_INFO.build}"
_GARBLED, _SOME_GARBLED = 0.05, 0.01
_MOST_ON_A_PAGE = 60_000
_LINE_END_HYPHEN = "\x02"


@dataclass(frozen=True, slots=True)
class Opening:
    """An opened file: how many pages it has."""

    document: pypdfium2.PdfDocument

    @property
    def pages(self) -> int:
        """Count the pages."""
        return len(self.document)

    def label(self, number: int) -> str:
        """Give the number printed on the page, as far as the file says it."""
        return str(self.document.get_page_label(number - 1) or "")[:20]


class NeedsPassword(Exception):
    """The file opens with a password only."""


def opening(data: bytes, password: str) -> Opening:
    """Open a file; raises NeedsPassword, or pdfium's own error when it is damaged."""
    try:
        return Opening(pypdfium2.PdfDocument(data, password=password or None))
    except pypdfium2.PdfiumError:
        if raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD:
            raise NeedsPassword from None
        raise


def page_read(opened: Opening, number: int) -> PageRead:
    """Read one page: the text that can be seen where it is drawn; a page that cannot be drawn is damaged."""
    page = opened.document[number - 1]
    textpage = page.get_textpage()
    label = opened.label(number)
    try:
        spans = unseen_spans(page, textpage)
        text = letters(textpage)
        unseen = " ".join(text[span.start : span.end] for span in spans).strip()
        box = spans[0].box if unseen else None
        return _judged(number, label, without(text, spans), (unseen, box), _has_drawings(page))
    except Exception:
        return PageRead(number, label, PageState.DAMAGED, "", [], ENGINE)
    finally:
        textpage.close()
        page.close()


def _judged(number: int, label: str, shown: str, hidden: tuple[str, Box | None], drawn: bool) -> PageRead:
    raw_text = shown.replace("\r\n", "\n").replace(_LINE_END_HYPHEN, "-")
    clean = cleaned(raw_text)
    state = _state(raw_text, clean.text, drawn)
    text, aimed = without_aimed(clean.text[:_MOST_ON_A_PAGE] if state.is_readable else "")
    remarks = [Remark(RemarkKind.AIMED_AT_MODEL, number, excerpt(found)) for found in aimed]
    remark, removed = hidden_remark(number, *hidden)
    remarks += [remark] if remark else []
    remarks += remarks_on(clean, number)
    if state is PageState.TEXT and (removed or aimed):
        state = PageState.HIDDEN_REMOVED
    return PageRead(number, label, state, text, remarks, ENGINE)


def _state(raw_text: str, text: str, drawn: bool) -> PageState:
    garbled = garbled_share(raw_text)
    if garbled > _GARBLED:
        return PageState.GARBLED
    if not text.strip():
        return PageState.SCANNED if drawn else PageState.TEXT
    return PageState.PARTIAL if garbled > _SOME_GARBLED or len(text) > _MOST_ON_A_PAGE else PageState.TEXT


def _has_drawings(page: pypdfium2.PdfPage) -> bool:
    return next(page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH), max_depth=3), None) is not None
