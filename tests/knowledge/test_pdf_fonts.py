"""Tests of judging fonts: whether their text layer can say what their letters show."""

import io
import random
import string

import pytest
from pypdf import PdfReader
from pypdf._codecs.core_font_metrics import CORE_FONT_METRICS
from pypdf.generic import DictionaryObject

from knowledge.evaluation.drafting import Draft, to_unicode
from knowledge.pdf_fonts import FontSight, judged

LETTERS = string.ascii_letters
WIDTHS = CORE_FONT_METRICS["Helvetica"].character_widths


def font(entries: str, pairs: dict[int, str]) -> DictionaryObject:
    """Read a font with a table of what its codes stand for back from a file."""
    draft = Draft()
    table = draft.stream(to_unicode(pairs))
    number = draft.add(f"<< /Type /Font /ToUnicode {table} 0 R {entries} >>".replace("99 0 R", f"{table} 0 R"))
    draft.page("", {"Font": f"/F2 {number} 0 R"})
    made = PdfReader(io.BytesIO(draft.written())).pages[0]["/Resources"]["/Font"]["/F2"]  # type: ignore[index]
    assert isinstance(made, DictionaryObject)
    return made


def embedded(order: str) -> str:
    """Describe an embedded font whose glyphs, by code from 1, are as wide as these letters."""
    widths = " ".join(str(int(WIDTHS[letter])) for letter in order)
    return (
        f"/Subtype /TrueType /BaseFont /ABCDEF+Own /FirstChar 1 /LastChar {len(order)} /Widths [{widths}] "
        "/FontDescriptor << /Type /FontDescriptor /Flags 4 /FontFile2 99 0 R >>"
    )


def test_an_honest_table_is_believed() -> None:
    """The names of the encoding, and the widths of the letters, agree with what the text layer says."""
    named = font(
        "/Subtype /TrueType /BaseFont /Helvetica /Encoding /WinAnsiEncoding", {ord(one): one for one in LETTERS}
    )
    unnamed = font(embedded(LETTERS), dict(enumerate(LETTERS, start=1)))

    assert (FontSight(), FontSight()) == (judged(named), judged(unnamed))


def test_a_ligature_is_no_word_and_a_word_is_no_letter() -> None:
    """One glyph may stand for three letters, never for a sentence."""
    entries = "/Subtype /TrueType /BaseFont /Helvetica"

    assert not judged(font(entries, {1: "ffi"})).wrong
    assert judged(font(entries, {1: "certified"})).wrong


def test_letters_that_contradict_their_names_are_told() -> None:
    """A table that swaps letters is wrong; one that is shifted by mistake spells no words and is merely garbled."""
    entries = "/Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding"

    assert judged(font(entries, {ord("N"): "Y", ord("O"): "E", ord("T"): "S"})).wrong
    assert not judged(font(entries, {code: chr(code + 32) for code in range(48, 58)})).wrong


@pytest.mark.parametrize("seed", range(5))
def test_letters_that_do_not_fit_their_widths_are_told(seed: int) -> None:
    """Glyphs without names are as wide as what they show, whatever the text layer says."""
    mixed = list(LETTERS)
    random.Random(seed).shuffle(mixed)

    assert judged(font(embedded(LETTERS), dict(enumerate(mixed, start=1)))).wrong
