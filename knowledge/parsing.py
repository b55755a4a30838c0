"""Parses a PDF with pypdf; it and `pdf_parts` alone import that library, and they run inside the jail alone."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import count
from typing import BinaryIO

import pypdf
from pypdf import Configuration, PageObject, PdfReader, overwrite_configuration
from pypdf.errors import FileNotDecryptedError, LimitReachedError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, TextStringObject

from knowledge.aimed import without_aimed
from knowledge.extracting import Fonts
from knowledge.geometry import Matrix
from knowledge.grounds import Tones
from knowledge.operators import MOST_TOKENS
from knowledge.pages import PageState
from knowledge.pdf_layers import off_layers
from knowledge.pdf_parts import Surfaces, actions_on, active_names, resources
from knowledge.pdf_voices import covers_on, notes_on, words_beside
from knowledge.polyglots import changed_later, foreign_bytes
from knowledge.remarks import Remark, RemarkKind
from knowledge.screening import aimed_at_model, cleaned, excerpt, garbled_share, remarks_on
from knowledge.sighting import MOST_OF_A_PAGE, Eye, Sighting, spoken_otherwise
from knowledge.visibility import SHOWS, Watch
from knowledge.wire import PageRead

_MEBIBYTE = 1 << 20
_LIMITS = Configuration(
    zlib_maximum_output_length=16 * _MEBIBYTE,
    lzw_maximum_output_length=16 * _MEBIBYTE,
    run_length_maximum_output_length=16 * _MEBIBYTE,
    brotli_maximum_output_length=16 * _MEBIBYTE,
    array_based_stream_maximum_output_length=16 * _MEBIBYTE,
    stream_decoding_work_maximum_length=64 * _MEBIBYTE,
    stream_parsing_work_maximum_count=MOST_TOKENS,
    xform_maximum_invocations_per_extraction=200,
    page_tree_maximum_entries=5_000,
    jbig2dec_binary=None,
    disable_legacy_handling=True,
)
_SOME_GARBLED, _GARBLED = 0.01, 0.05
_FEW_CHARACTERS = 200
_MANY_PAINTS = 20
_MOST_ON_A_PAGE = 60_000


class NotPdf(Exception):
    """The bytes are those of another kind of file."""


class TooManyPages(Exception):
    """The file holds more pages than one document may."""


def refusal_of(error: BaseException) -> str:
    """Name the reason for which a whole file was given up."""
    match error:
        case NotPdf():
            return "not_pdf"
        case FileNotDecryptedError():
            return "password"
        case TooManyPages() | LimitReachedError() | MemoryError():
            return "large"
    return "damaged"


class Parsed:
    """One opened PDF."""

    reader = f"pypdf {pypdf.__version__}"

    def __init__(self, file: BinaryIO, most_pages: int, password: str = "") -> None:
        overwrite_configuration(_LIMITS)
        self.size = file.seek(0, 2)
        file.seek(0)
        self._data = file.read()
        if b"%PDF-" not in self._data[:1024]:
            raise NotPdf
        self._pdf = PdfReader(file, strict=False)
        if self._pdf.is_encrypted and not self._pdf.decrypt("") and not self._pdf.decrypt(password):
            raise FileNotDecryptedError("needs a password")
        self.pages = _first(iter(self._pdf.pages), most_pages)
        self._labels = self._printed_labels()
        self._surfaces = Surfaces(off_layers(self._pdf.root_object))
        self._fonts = Fonts()
        self._tones: dict[tuple[int, ...], Tones] = {}
        self._eye = Eye(self._data, password, len(self.pages))

    @property
    def title(self) -> str:
        """Give the title in the file's own description, cleaned, or nothing when it could mislead."""
        with suppress(Exception):
            described = self._pdf.metadata
            title = " ".join(cleaned(str(described.title or "") if described else "").text.split())
            return "" if aimed_at_model(title) else title[:120]
        return ""

    def label(self, number: int) -> str:
        """Give the number printed on the page, as far as the file says it."""
        return self._labels[number - 1] if number <= len(self._labels) else ""

    def remarks(self) -> list[Remark]:
        """Remark on what the file would do or carry beside its pages."""
        names: list[str] = []
        with suppress(Exception):
            names = sorted(set(active_names(self._pdf.root_object)))
        found = [Remark(RemarkKind.ACTIVE_CONTENT, 0, f"The file holds {', '.join(names)}.")] if names else []
        with suppress(Exception):
            if attached := [excerpt(name)[:80] for name in self._pdf.attachments]:
                found.append(Remark(RemarkKind.ATTACHMENT, 0, ", ".join(attached[:10])))
        return [*found, *words_beside(self._pdf), *foreign_bytes(self._data), *changed_later(self._data)]

    def read(self, number: int) -> PageRead:
        """Read one page: its visible text and what was noticed about it."""
        page = self.pages[number - 1]
        watch = self._watch(page)
        raw = self._text(page, watch)
        watch.cover(covers_on(page))
        sighted = Sighting(number, watch, raw, lambda kept: self._text(page, None, kept), self._eye).sighted()
        clean = cleaned(sighted.text)
        remarks = [*actions_on(page, number), *notes_on(page, number), *sighted.remarks]
        remarks += spoken_otherwise(number, watch.spoken, clean.text)
        remarks += remarks_on(clean, number)
        state = sighted.state or _state(raw, clean.text, watch)
        text, aimed = without_aimed(clean.text[:_MOST_ON_A_PAGE] if state.is_readable else "")
        if aimed:
            remarks += [
                Remark(RemarkKind.AIMED_AT_MODEL, number, excerpt(said), self._eye.find(number, said)) for said in aimed
            ]
            state = PageState.HIDDEN_REMOVED if state is PageState.TEXT else state
        return PageRead(number, self.label(number), state, text, remarks)

    def _text(self, page: PageObject, watch: Watch | None, kept: Callable[[int], bool] | None = None) -> str:
        """Extract a page's text while the watch looks on, or only the pieces, by their order, that are to be kept."""
        holders: list[DictionaryObject | None] = [page]
        order, look = count(), watch.look if watch is not None else None

        def before(operator: bytes, operands: list[object], cm: Matrix, tm: Matrix) -> None:
            if look is not None:
                look(operator, operands, cm, tm)
            if operator == b"Do":
                holders.append(self._enter(watch, holders[-1], str(operands[0]) if operands else "", cm))
            elif operator in SHOWS and kept is not None and not kept(next(order)) and operands:
                operands[-1] = ArrayObject() if operator == b"TJ" else TextStringObject("")

        def after(operator: bytes, operands: list[object], cm: Matrix, tm: Matrix) -> None:
            if operator == b"Do" and holders.pop() is not None and watch is not None:
                watch.leave_form()

        with self._fonts.at_work():
            return page.extract_text(visitor_operand_before=before, visitor_operand_after=after)

    def _enter(
        self, watch: Watch | None, holder: DictionaryObject | None, name: str, cm: Matrix
    ) -> DictionaryObject | None:
        """Tell the watch what is drawn by this name; return the form that the next operators come from, if any."""
        drawn = dict(resources(holder, "/XObject")).get(name)
        form = drawn.get_object() if drawn is not None else None
        if not isinstance(form, DictionaryObject) or form.get("/Subtype") != "/Form":
            if watch is not None:
                watch.see_image(cm, drawn.idnum if isinstance(drawn, IndirectObject) else 0)
            return None
        if watch is not None:
            watch.enter_form(self._surfaces.of(form), cm)
        return form

    def _watch(self, page: PageObject) -> Watch:
        box = page.cropbox
        edges = (float(box.left), float(box.bottom), float(box.right), float(box.top))
        return Watch(edges, self._surfaces.of(page), turned=page.rotation % 360, tones=self._tones)

    def _printed_labels(self) -> list[str]:
        with suppress(Exception):
            if "/PageLabels" in self._pdf.root_object:
                return [cleaned(label).text.strip()[:20] for label in self._pdf.page_labels]
        return []


def _first(pages: Iterator[PageObject], most: int) -> list[PageObject]:
    taken: list[PageObject] = []
    for page in pages:
        if len(taken) == most:
            raise TooManyPages
        taken.append(page)
    return taken


def _state(raw: str, text: str, watch: Watch) -> PageState:
    garbled = garbled_share(raw)
    if garbled > _GARBLED:
        return PageState.GARBLED
    characters = len("".join(text.split()))
    if not characters:
        drawn = watch.images or watch.paints > _MANY_PAINTS
        return PageState.SCANNED if drawn else PageState.TEXT
    pictured = watch.widest_image >= MOST_OF_A_PAGE and characters < _FEW_CHARACTERS
    partial = pictured or garbled > _SOME_GARBLED or len(text) > _MOST_ON_A_PAGE
    return PageState.PARTIAL if partial else PageState.TEXT
