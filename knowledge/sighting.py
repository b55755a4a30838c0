"""Decides what of a page's text a reader can see, by the drawing operators and, where those leave a doubt, by looking."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.geometry import Box, overlap
from knowledge.pages import PageState
from knowledge.remarks import Remark, RemarkKind
from knowledge.screening import aimed_at_model, asserts, cleaned, excerpt
from knowledge.visibility import Shown, Sight, Watch

if TYPE_CHECKING:
    from knowledge.ink import Drawing

MOST_OF_A_PAGE = 0.5
_FEW_BESIDE_A_SCAN = 0.25
_ALIKE, _HALF = 0.9, 0.5
_FEW_SPOKEN = 12
_NEAR = 40


@dataclass(frozen=True, slots=True)
class Looked:
    """A page as it is drawn: its text that can be seen, its text that cannot, and where that would stand."""

    seen: str
    unseen: str
    box: Box | None


class Eye:
    """Draws pages of one file, opened only when the first is asked for; gives nothing when it cannot."""

    def __init__(self, data: bytes, password: str, pages: int) -> None:
        self._data = data
        self._password = password
        self._pages = pages
        self._blind = False
        self._opened: Drawing | None = None

    def look(self, number: int) -> Looked | None:
        """Draw one page and part its text into what can be seen and what cannot."""
        try:
            return Looked(*self._drawing().look(number))
        except Exception:
            return None

    def find(self, number: int, words: str) -> Box | None:
        """Find where on a page some words stand, as far as that can be told."""
        try:
            return self._drawing().find(number, words)
        except Exception:
            return None

    def _drawing(self) -> "Drawing":
        from knowledge.ink import Drawing

        if self._blind:
            raise ValueError("this file cannot be drawn")
        if self._opened is None:
            self._blind = True
            self._opened = Drawing(self._data, self._password, self._pages)
            self._blind = False
        return self._opened


@dataclass(frozen=True, slots=True)
class Sighted:
    """A page's text as far as it can be seen, what is to be remarked, and a state when the text alone does not say it."""

    text: str
    remarks: Sequence[Remark] = ()
    state: PageState | None = None


@dataclass(frozen=True, slots=True)
class Sighting:
    """One page to be judged: what the watch saw, the raw text, and a way to read only some of its pieces."""

    number: int
    watch: Watch
    raw: str
    only: Callable[[Callable[[int], bool]], str]
    eye: Eye

    def sighted(self) -> Sighted:
        """Part the page's text from what nobody can see; when that cannot be judged, no text is kept."""
        if self.watch.failed:
            sentence = "This page is drawn in a way that cannot be followed, so that none of its text is used."
            return Sighted("", [Remark(RemarkKind.NOT_JUDGED, self.number, sentence)], PageState.DAMAGED)
        doubtful, unseen = self.watch.count(Sight.DOUBTFUL), self.watch.count(Sight.UNSEEN)
        if self._is_scan_with_text():
            sentence = "The text of this page was recognised from its picture."
            return Sighted(self.raw, [Remark(RemarkKind.OCR_LAYER, self.number, sentence)])
        if doubtful:
            return self._after_a_look()
        return self._without_unseen() if unseen else Sighted(self.raw)

    def _is_scan_with_text(self) -> bool:
        """Tell whether the text lies unseen under or over a picture of the page, as recognition puts it there."""
        shown = [item for item in self.watch.shown if item.length]
        layer = sum(item.length for item in shown if item.by_mode or item.covered)
        beside = sum(item.length for item in shown) - layer
        return layer > 0 and beside <= layer * _FEW_BESIDE_A_SCAN and self.watch.widest_image >= MOST_OF_A_PAGE

    def _after_a_look(self) -> Sighted:
        looked = self.eye.look(self.number)
        if looked is None:
            return self._without_doubtful()
        if _says_something(looked.unseen):
            return self._as_looked(looked)
        doubtful = self._read(lambda shown: shown.sight is Sight.DOUBTFUL)
        if not _is_within(doubtful, looked.seen):
            return self._without_doubtful()
        return self._without_unseen() if self.watch.count(Sight.UNSEEN) else Sighted(self.raw)

    def _as_looked(self, looked: Looked) -> Sighted:
        """Take the drawn page's word for it; text in a font that says other words than it shows goes as well."""
        if self.watch.wrong:
            return self._without_doubtful()
        if self._is_cut_off(looked.unseen):
            remark = Remark(RemarkKind.CUT_OFF, self.number, excerpt(cleaned(looked.unseen).text), looked.box)
            return Sighted(looked.seen, [remark])
        found, state = hidden_remark(self.number, looked.unseen, looked.box)
        return Sighted(looked.seen, [found] if found else [], state)

    def _is_cut_off(self, unseen: str) -> bool:
        """Tell whether what is unseen goes on from visible lines right above it, in a frame too small for all of them."""
        shown = [item for item in self.watch.shown if item.length]
        cut = [(at, item) for at, item in enumerate(shown) if item.frame is not None]
        goes_on = [any(_follows(item, above) for above in shown[max(0, at - _NEAR) : at]) for at, item in cut]
        within = bool(cut) and _is_within(unseen, self._read(lambda each: each.frame is not None))
        return within and all(goes_on) and not aimed_at_model(unseen)

    def _without_doubtful(self) -> Sighted:
        """Keep only what is certainly seen: the page could not be looked at, or it was drawn with other words."""
        doubtful = cleaned(self._read(lambda shown: shown.sight is Sight.DOUBTFUL)).text
        sighted = self._without_unseen()
        if not _says_something(doubtful):
            return sighted
        box = self._place(lambda shown: shown.sight is Sight.DOUBTFUL)
        remark = Remark(RemarkKind.NOT_JUDGED, self.number, excerpt(doubtful), box)
        return Sighted(sighted.text, [*sighted.remarks, remark], PageState.PARTIAL)

    def _without_unseen(self) -> Sighted:
        remarks: list[Remark] = []
        wrong = self._read_where(lambda index: index in self.watch.wrong) if self.watch.wrong else ""
        if _says_something(wrong):
            box = self.watch.place([self.watch.shown[index].box for index in self.watch.wrong])
            remarks.append(Remark(RemarkKind.OTHER_WORDS, self.number, excerpt(cleaned(wrong).text), box))
        hidden = [
            shown.sight is Sight.UNSEEN and index not in self.watch.wrong
            for index, shown in enumerate(self.watch.shown)
        ]
        state = PageState.PARTIAL if remarks else None
        if any(hidden):
            box = self.watch.place([shown.box for shown, away in zip(self.watch.shown, hidden, strict=True) if away])
            remark, found = hidden_remark(self.number, self._read_where(lambda index: hidden[index]), box)
            remarks += [remark] if remark else []
            state = state or found
        return Sighted(self._read(lambda shown: shown.sight is Sight.SEEN), remarks, state)

    def _read(self, wanted: Callable[[Shown], bool]) -> str:
        return self._read_where(lambda index: wanted(self.watch.shown[index]))

    def _read_where(self, wanted: Callable[[int], bool]) -> str:
        count = len(self.watch.shown)
        return self.only(lambda index: index < count and wanted(index))

    def _place(self, wanted: Callable[[Shown], bool]) -> Box | None:
        return self.watch.place([shown.box for shown in self.watch.shown if shown.length and wanted(shown)])


def spoken_otherwise(number: int, spoken: Sequence[str], text: str) -> list[Remark]:
    """Remark on words that the file gives to be read aloud, or copied, in place of what it shows; they are not read."""
    said = cleaned(" ".join(spoken)).text
    if sum(map(str.isalnum, said)) < _FEW_SPOKEN or _is_within(said, text, _HALF):
        return []
    return [Remark(RemarkKind.OTHER_WORDS, number, excerpt(said))]


def hidden_remark(number: int, raw: str, box: Box | None) -> tuple[Remark | None, PageState | None]:
    """Say what was hidden: marks without a letter are nothing, and a label that asserts nothing is no alarm."""
    text = cleaned(raw).text
    if not _says_something(text):
        return None, None
    if asserts(text) or aimed_at_model(text):
        return Remark(RemarkKind.HIDDEN_TEXT, number, excerpt(text), box), PageState.HIDDEN_REMOVED
    return Remark(RemarkKind.HIDDEN_LABEL, number, excerpt(text), box), None


def _follows(item: Shown, above: Shown) -> bool:
    """Tell whether a line stands where the next line of a paragraph would that begins inside the line's frame."""
    height = item.box[3] - item.box[1]
    alike = abs(height - (above.box[3] - above.box[1])) < 1
    beside = item.box[0] < above.box[2] + 3 * height and above.box[0] < item.box[2] + 3 * height
    framed = above.frame == item.frame or (item.frame is not None and overlap(above.box, item.frame) > 0)
    return alike and beside and framed and -1 <= above.box[1] - item.box[1] <= 4 * height


def _says_something(text: str) -> bool:
    return sum(map(str.isalnum, text)) > 1


def _is_within(part: str, whole: str, share: float = _ALIKE) -> bool:
    """Tell whether nearly all words of a text are among those of another, wherever they stand."""
    words = re.findall(r"\w+", part)
    squeezed = "".join(whole.split())
    return sum(len(word) for word in words if word in squeezed) >= share * sum(map(len, words))
