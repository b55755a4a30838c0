"""Reads the pages whose text stands in a picture, and checks a scanner's own text layer against what the picture shows."""

import re
from collections.abc import Sequence
from pathlib import Path

from knowledge.aimed import without_aimed
from knowledge.drafts import Progress
from knowledge.limits import Recognition
from knowledge.media import Media
from knowledge.pages import PageState
from knowledge.recognising import SURE, Recognised, engine_for, recognised
from knowledge.screening import Remark, RemarkKind, excerpt
from knowledge.wire import PageRead

_LITTLE = 200
_SAME = 0.5
_WORD = re.compile(r"\w{3,}")


def read_from_pictures(
    path: Path, media: Media, pages: Sequence[PageRead], recognition: Recognition, password: str, progress: Progress
) -> dict[int, PageRead]:
    """Return the pages that recognition changed; a text layer that nobody sees counts only as far as the picture agrees."""
    wanted = [page for page in pages if _stands_in_picture(page)]
    if media not in (Media.PDF, Media.PNG, Media.JPEG) or not wanted:
        return {}
    if engine_for(recognition) is None:
        return {page.number: _with(page, PageState.OCR) for page in wanted if _has_layer(page)}
    tried: set[int] = set()

    def done(number: int) -> None:
        tried.add(number)
        progress(len(pages) - len(wanted) + len(tried), len(pages))

    found = recognised(path, media, [page.number for page in wanted], recognition, password, done)
    return {page.number: _settled(page, found.get(page.number), page.number in tried) for page in wanted}


def _stands_in_picture(page: PageRead) -> bool:
    if page.state in (PageState.SCANNED, PageState.GARBLED) or _has_layer(page):
        return True
    return page.state is PageState.PARTIAL and len(page.text) < _LITTLE


def _has_layer(page: PageRead) -> bool:
    return any(remark.kind is RemarkKind.OCR_LAYER for remark in page.remarks)


def _settled(page: PageRead, found: Recognised | None, tried: bool) -> PageRead:
    """Decide what a page is after its picture was looked at, or could not be."""
    sure = found is not None and found.confidence >= SURE
    if _has_layer(page):
        if found is None or not sure:
            return _without_layer(page, blank=tried and found is None)
        agrees = agreement(page.text, found.text) >= _SAME
        return _read(page, found, [] if agrees else [_hidden(page)])
    if found is None or not sure or (page.state is PageState.PARTIAL and len(found.text) < 1.5 * len(page.text)):
        return page
    return _read(page, found, [])


def agreement(layer: str, picture: str) -> float:
    """Say which share of a text layer's words the picture shows, too; 1 when the layer has none."""
    words = set(_WORD.findall(layer.casefold()))
    return len(words & set(_WORD.findall(picture.casefold()))) / len(words) if words else 1.0


def _without_layer(page: PageRead, *, blank: bool) -> PageRead:
    """Give a text layer up that nothing bears out; over a picture without a word it was put there to be read by programs."""
    return _with(page, PageState.SCANNED, text="", more=[_hidden(page)] if blank and page.text.strip() else [])


def _hidden(page: PageRead) -> Remark:
    return Remark(RemarkKind.HIDDEN_TEXT, page.number, f"Not what the picture shows: {excerpt(page.text)}")


def _read(page: PageRead, found: Recognised, more: list[Remark]) -> PageRead:
    shown, taken = without_aimed(found.text)
    aimed = [Remark(RemarkKind.AIMED_AT_MODEL, page.number, excerpt(text)) for text in taken]
    remarks = [*page.remarks, *more, *(remark for remark in aimed if remark not in page.remarks)]
    return PageRead(page.number, page.label, PageState.OCR, shown, remarks, found.engine, found.marks, found.words)


def _with(page: PageRead, state: PageState, *, text: str | None = None, more: Sequence[Remark] = ()) -> PageRead:
    shown, marks = (page.text, page.marks) if text is None else (text, ())
    return PageRead(page.number, page.label, state, shown, [*page.remarks, *more], page.engine, marks, ())
