"""Reads a file into pages of text through confined child processes, and says in plain words why it cannot.

A PDF is read with pypdf; pages that it fails on, is too slow for or garbles with pdfium; pages that are pictures by
recognising their text.
"""

import time
from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

from knowledge.drafts import Draft, Progress, drafted, unheard
from knowledge.errors import PasswordNeeded, ReaderUnavailable, UnreadableDocument
from knowledge.limits import DEFAULT_LIMITS, Limits, Recognition
from knowledge.media import Media
from knowledge.pages import PageState, PageText
from knowledge.picture_pages import read_from_pictures
from knowledge.running import across
from knowledge.screening import Remark, speakable
from knowledge.wire import Opened, PageRead

__all__ = ["DEFAULT_LIMITS", "Limits", "PageState", "PageText", "Reading", "Recognition", "UnreadableDocument", "read"]

REFUSALS = {
    "not_pdf": "This file is not a PDF; please upload the document as a PDF.",
    "not_office": "This file cannot be opened as what its name says; please export it again, best as PDF.",
    "damaged": "This PDF is damaged and cannot be opened; please export it again and upload the new copy.",
    "large": "This PDF is too large to be read when unpacked; please split it and upload the parts.",
    "slow": "This PDF took too long to read; please export it again in a simpler form, or split it.",
    "empty": "This PDF has no pages; please upload the finished document.",
}
_MOST_REMARKS = 200
_RESTARTS = 3
_RESCUED = (PageState.DAMAGED, PageState.TIMED_OUT, PageState.GARBLED)


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as it was read; `title` is the one in its own description, or empty."""

    pages: tuple[PageText, ...]
    title: str
    remarks: tuple[Remark, ...]
    reader: str


def read(
    path: Path,
    limits: Limits = DEFAULT_LIMITS,
    *,
    media: Media = Media.PDF,
    password: str = "",
    progress: Progress = unheard,
) -> Reading:
    """Read a file, blocking within `limits`; pages that could not be read keep their place and state.

    `progress` hears of pages done and pages in all. Raises UnreadableDocument with a sentence for the uploader;
    PasswordNeeded when it opens with a password only, or with another one.
    """
    draft = (
        _pdf_draft(path, limits, password, progress) if media is Media.PDF else _other(path, media, limits, progress)
    )
    opened = _opened(draft)
    pages = {number: draft.pages.get(number) or _unread(number) for number in range(1, opened.pages + 1)}
    pages |= read_from_pictures(path, media, list(pages.values()), limits.recognition, password, progress)
    remarks = [*opened.remarks, *(remark for page in pages.values() for remark in page.remarks)]
    texts = across([_text(page, opened.reader) for page in pages.values()])
    _refuse_when_silent(texts)
    return Reading(texts, opened.title, tuple(remarks[:_MOST_REMARKS]), opened.reader)


def _opened(draft: Draft) -> Opened:
    """Return how the file opened, or say why it did not."""
    if not draft.started:
        raise ReaderUnavailable
    if draft.refused == "password":
        raise PasswordNeeded
    if draft.refused:
        raise UnreadableDocument(REFUSALS.get(draft.refused, REFUSALS["damaged"]))
    if draft.opened is None:
        raise UnreadableDocument(REFUSALS["damaged" if draft.in_time else "slow"])
    return draft.opened


def _pdf_draft(path: Path, limits: Limits, password: str, progress: Progress) -> Draft:
    numbers = (limits.memory, limits.cpu_seconds, limits.page_seconds, limits.pages, limits.characters)
    draft = drafted("jail", numbers, path, limits, password, progress)
    if not draft.started:
        return draft
    if draft.opened is None:
        second = _by_pdfium(path, (), limits, password) if draft.refused in ("damaged", "slow", "") else draft
        return draft if second.opened is None and second.refused != "password" else second
    missing = [number for number in range(1, draft.opened.pages + 1) if number not in draft.pages]
    failed = [number for number, page in draft.pages.items() if page.state in _RESCUED]
    if draft.refused or not (missing or failed):
        return draft
    second = _by_pdfium(path, sorted([*missing, *failed]), limits, password)
    better = {number: page for number, page in second.pages.items() if _is_better(page, draft.pages.get(number))}
    draft.pages |= {number: _keeping_remarks(page, draft.pages.get(number)) for number, page in better.items()}
    return draft


def _by_pdfium(path: Path, numbers: Collection[int], limits: Limits, password: str) -> Draft:
    """Read these pages (none: all) with pdfium, all within the wall clock; a page that its process dies of is passed over."""
    whole = Draft()
    wanted = list(numbers)
    ends = time.monotonic() + limits.seconds
    for _ in range(_RESTARTS):
        arguments = (limits.memory, limits.cpu_seconds, limits.page_seconds, limits.pages, ",".join(map(str, wanted)))
        left = replace(limits, seconds=max(0.0, ends - time.monotonic()))
        part = drafted("pdfium_jail", arguments, path, left, password, unheard)
        whole = replace(part, pages=whole.pages | part.pages)
        if not part.lost or part.opened is None:
            break
        tried = wanted or list(range(1, part.opened.pages + 1))
        wanted = tried[len(part.pages) + 1 :]
        if not wanted:
            break
    too_long = sum(len(page.text) for page in whole.pages.values()) > limits.characters
    return replace(whole, refused="large") if too_long else whole


def _is_better(page: PageRead, before: PageRead | None) -> bool:
    """Take the second reader's page if it found something, for it may find nothing on a page it cannot read, either.

    Scrambled text must have become speech, since both readers know the same letters.
    """
    if page.state in _RESCUED or (page.state.is_readable and not page.text.strip()):
        return False
    garbled = before is not None and before.state is PageState.GARBLED
    return not garbled or (page.state.is_whole and speakable(page.text))


def _keeping_remarks(page: PageRead, before: PageRead | None) -> PageRead:
    """Keep what the first reader noticed about the page, too."""
    noticed = before.remarks if before else []
    return PageRead(
        page.number,
        page.label or (before.label if before else ""),
        page.state,
        page.text,
        [*noticed, *(remark for remark in page.remarks if remark not in noticed)],
        page.engine,
        page.marks,
        page.words,
    )


def _other(path: Path, media: Media, limits: Limits, progress: Progress) -> Draft:
    """Read what is not a PDF; a picture has one page, which is read from it afterwards."""
    if media.is_picture:
        page = PageRead(1, "", PageState.SCANNED, "", [], "")
        return Draft(True, Opened(1, "", "picture", []), {1: page}, finished=True, in_time=True)
    return drafted("office_jail", (media, limits.memory, limits.cpu_seconds), path, limits, "", progress)


def _unread(number: int) -> PageRead:
    return PageRead(number, "", PageState.TIMED_OUT, "", [])


def _text(page: PageRead, reader: str) -> PageText:
    return PageText(page.number, page.label, page.state, page.text, page.engine or reader, page.marks, page.words)


def _refuse_when_silent(pages: tuple[PageText, ...]) -> None:
    """Raise when no page gave any text: such a file can prove nothing, and its uploader can put that right."""
    if not pages:
        raise UnreadableDocument(REFUSALS["empty"])
    if any(page.text.strip() for page in pages):
        return
    count = "its only page" if len(pages) == 1 else f"any of its {len(pages)} pages"
    states = [page.state for page in pages]
    sentences = {
        PageState.GARBLED: "The text in this PDF is scrambled: it shows well but cannot be searched or copied; "
        "please export it again from the original document.",
        PageState.TIMED_OUT: REFUSALS["slow"],
        PageState.DAMAGED: REFUSALS["damaged"],
        PageState.TEXT: f"This PDF has no text on {count}; it looks empty.",
    }
    commonest = max(set(states), key=lambda state: (states.count(state), state))
    scanned = f"This PDF has no text on {count}; it looks scanned. Please upload the original, or a copy with text."
    raise UnreadableDocument(sentences.get(commonest, scanned))
