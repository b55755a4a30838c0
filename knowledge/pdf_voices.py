"""What a PDF says beside the text of its pages: notes, form fields, its description, its outline and its names."""

import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice

from pypdf import PageObject, PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

from knowledge.geometry import Box, bounds, placed
from knowledge.remarks import Remark, RemarkKind
from knowledge.screening import aimed_at_model, cleaned, excerpt

_MOST = 500
_LONG = 400
_MOST_XMP = 1 << 18
_DRAW_NOTHING = frozenset(
    ("/Link", "/Widget", "/Popup", "/Text", "/Highlight", "/Underline", "/StrikeOut", "/Squiggly")
)
_SPOKEN = ("/Contents", "/RC", "/TU", "/Subj", "/V")


def notes_on(page: PageObject, number: int) -> Iterator[Remark]:
    """Remark on notes and fields of a page that speak to a model, and on long ones: none of their text is read."""
    rest: list[str] = []
    for annotation in _annotations(page):
        for text in _said_by(annotation):
            place = _place(annotation, page)
            if aimed := aimed_at_model(text):
                yield Remark(RemarkKind.AIMED_AT_MODEL, number, excerpt(f"In a note or a field: {aimed[0]}"), place)
            else:
                rest.append(text)
    if sum(map(len, rest)) > _LONG:
        yield Remark(RemarkKind.NOTES, number, excerpt(" / ".join(rest)))


def covers_on(page: PageObject) -> list[Box]:
    """Give the boxes of the notes that are drawn over a page."""
    found: list[Box] = []
    for annotation in _annotations(page):
        if "/AP" in annotation and str(annotation.get("/Subtype", "")) not in _DRAW_NOTHING:
            with suppress(Exception):
                found.append(_rectangle(annotation))
    return found


def words_beside(pdf: PdfReader) -> Iterator[Remark]:
    """Remark on what speaks to a model, or hides letters, in the file's description, outline, fields and names."""
    for where, text in dict.fromkeys(islice(_beside(pdf), _MOST)):
        clean = cleaned(text)
        if clean.alarming:
            sentence = f"{where} holds {clean.invisible} invisible characters."
            yield Remark(RemarkKind.INVISIBLE_CHARACTERS, 0, sentence)
        if aimed := aimed_at_model(text):
            yield Remark(RemarkKind.AIMED_AT_MODEL, 0, excerpt(f"{where} says: {aimed[0]}"))


def _beside(pdf: PdfReader) -> Iterator[tuple[str, str]]:
    for source in (_description, _xmp, _outline, _fields, _layers, _attachments):
        with suppress(Exception):
            yield from source(pdf)


def _description(pdf: PdfReader) -> Iterator[tuple[str, str]]:
    for value in (pdf.metadata or {}).values():
        yield "The file's description", str(value)


def _xmp(pdf: PdfReader) -> Iterator[tuple[str, str]]:
    stream = pdf.root_object["/Metadata"].get_object()
    if isinstance(stream, StreamObject):
        raw = stream.get_data()[:_MOST_XMP].decode("utf-8", "replace")
        yield "The file's description", re.sub(r"<[^<>]*>", " ", raw)


def _outline(pdf: PdfReader) -> Iterator[tuple[str, str]]:
    outlines = pdf.root_object["/Outlines"].get_object()
    waiting, seen = [outlines], 0
    while waiting and seen < _MOST:
        item, seen = waiting.pop(), seen + 1
        if not isinstance(item, DictionaryObject):
            continue
        if "/Title" in item:
            yield "The outline", str(item["/Title"])
        waiting += [item[key].get_object() for key in ("/Next", "/First") if key in item]


def _fields(pdf: PdfReader) -> Iterator[tuple[str, str]]:
    form = pdf.root_object["/AcroForm"].get_object()
    assert isinstance(form, DictionaryObject)
    fields = form["/Fields"].get_object()
    waiting, seen = list(fields) if isinstance(fields, ArrayObject) else [], 0
    while waiting and seen < _MOST:
        field, seen = waiting.pop().get_object(), seen + 1
        if not isinstance(field, DictionaryObject):
            continue
        for key in ("/V", "/DV", "/TU", "/T"):
            if key in field:
                yield "A form field", str(field[key])
        waiting += list(field["/Kids"].get_object()) if "/Kids" in field else []  # type: ignore[call-overload]


def _layers(pdf: PdfReader) -> Iterator[tuple[str, str]]:
    layers = pdf.root_object["/OCProperties"]["/OCGs"]  # type: ignore[index]
    for layer in list(layers)[:_MOST]:
        yield "A layer's name", str(layer.get_object().get("/Name", ""))


def _attachments(pdf: PdfReader) -> Iterator[tuple[str, str]]:
    for name in list(pdf.attachments)[:_MOST]:
        yield "An attached file's name", name


def _annotations(page: PageObject) -> Iterator[DictionaryObject]:
    with suppress(Exception):
        listed = page["/Annots"].get_object() if "/Annots" in page else ArrayObject()
        for item in list(listed)[:_MOST]:  # type: ignore[call-overload]
            annotation = item.get_object()
            if isinstance(annotation, DictionaryObject):
                yield annotation


def _said_by(annotation: DictionaryObject) -> Iterator[str]:
    for key in _SPOKEN:
        with suppress(Exception):
            value: object = annotation.get(key)
            text = re.sub(r"<[^<>]*>", " ", str(value)).strip() if isinstance(value, str | bytes) else ""
            if text:
                yield text


def _place(annotation: DictionaryObject, page: PageObject) -> Box | None:
    with suppress(Exception):
        edges = page.cropbox
        shown = (float(edges.left), float(edges.bottom), float(edges.right), float(edges.top))
        return placed(_rectangle(annotation), shown, page.rotation % 360)
    return None


def _rectangle(annotation: DictionaryObject) -> Box:
    left, bottom, right, top = (float(number) for number in list(annotation["/Rect"])[:4])  # type: ignore[call-overload]
    return bounds([(left, bottom), (right, top)])
