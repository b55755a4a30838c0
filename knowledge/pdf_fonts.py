"""Judges a PDF's fonts: whether the words that its text layer gives can be those that the page shows."""

import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass

from pypdf._codecs.core_font_metrics import CORE_FONT_METRICS
from pypdf.generic import DictionaryObject, NameObject
from pypdf.generic._font import Font

_LONGEST_LIGATURE = 3
_ENOUGH = 8
_FITS = 0.3
_SPREAD = 40.0


@dataclass(frozen=True, slots=True)
class FontSight:
    """How a font's text is taken: `wide` has two bytes a letter (`blank` for a space), `doubtful` may draw nothing.

    `wrong` has a text layer that says other words than its letters show.
    """

    wide: bool = False
    doubtful: bool = False
    wrong: bool = False
    blank: bytes = b""


def judged(font: DictionaryObject) -> FontSight:
    """Judge one font."""
    with suppress(Exception):
        kind = str(font.get("/Subtype", ""))
        if "/ToUnicode" not in font:
            return FontSight(kind == "/Type0", kind == "/Type3")
        said = Font.from_font_resource(font)
        letters = {str(code): str(text) for code, text in said.character_map.items() if text}
        blank = next((_code(code, kind == "/Type0") for code, text in letters.items() if text == " "), b"")
        return FontSight(kind == "/Type0", kind == "/Type3", _is_wrong(font, said, letters), blank)
    return FontSight(doubtful=True)


def _code(letter: str, wide: bool) -> bytes:
    return ord(letter[:1]).to_bytes(2 if wide else 1)


def _is_wrong(font: DictionaryObject, said: Font, letters: Mapping[str, str]) -> bool:
    return (
        any(_is_a_word(text) for text in letters.values())
        or _contradicts_names(font, letters)
        or not _fits_widths(letters, said.character_widths)
    )


def _is_a_word(text: str) -> bool:
    """Tell whether one glyph would stand for more than a ligature can."""
    return sum(letter.isascii() and letter.isalnum() for letter in text) > _LONGEST_LIGATURE


def _contradicts_names(font: DictionaryObject, letters: Mapping[str, str]) -> bool:
    """Compare with the names that the font itself, or its encoding, gives to its glyphs."""
    named = _named(font)
    pairs = [(named[code], text) for code, text in letters.items() if named.get(code, "").isalnum() and text.isalnum()]
    wrong = [(name, text) for name, text in pairs if _plain(name) != _plain(text)]
    shifted = len({ord(name[0]) - ord(text[0]) for name, text in wrong}) == 1  # garbled by mistake: it spells no words
    return len(wrong) >= 2 and len(wrong) * 4 >= len(pairs) and not shifted


def _named(font: DictionaryObject) -> dict[str, str]:
    if font.get("/Subtype") == "/Type0" or not _has_names(font):
        return {}
    bare = DictionaryObject({key: value for key, value in font.items() if key != "/ToUnicode"})
    known = Font.from_font_resource(bare)
    encoding = known.encoding if isinstance(known.encoding, dict) else {}
    names = {chr(code): name for code, name in encoding.items() if len(name) == 1}
    return names | {str(code): str(text) for code, text in known.character_map.items()}


def _has_names(font: DictionaryObject) -> bool:
    """Tell whether the glyphs of a simple font have names: in a font that is not embedded, or by its encoding."""
    descriptor = font.get("/FontDescriptor", DictionaryObject()).get_object()
    assert isinstance(descriptor, DictionaryObject)
    embedded = any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))
    encoding = font.get("/Encoding")
    encoding = encoding.get_object() if encoding is not None else None
    differences = isinstance(encoding, DictionaryObject) and "/Differences" in encoding
    return not embedded or differences or isinstance(encoding, NameObject)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKD", text)[:1].casefold()


def _fits_widths(letters: Mapping[str, str], widths: Mapping[str, float]) -> bool:
    """Tell whether wide letters are drawn wide and narrow ones narrow; a font of one width tells nothing."""
    usual = CORE_FONT_METRICS["Helvetica"].character_widths
    pairs = [
        (float(widths[code]), float(usual[text]))
        for code, text in letters.items()
        if code in widths and len(text) == 1 and text.isascii() and text.isalpha() and text in usual
    ]
    return len(pairs) < _ENOUGH or _correlation(pairs) >= _FITS


def _correlation(pairs: list[tuple[float, float]]) -> float:
    """Give Pearson's correlation, or 1 when one side hardly varies."""
    count = len(pairs)
    means = [sum(pair[side] for pair in pairs) / count for side in (0, 1)]
    spreads = [sum((pair[side] - means[side]) ** 2 for pair in pairs) for side in (0, 1)]
    if min(spreads) < _SPREAD**2 * count:
        return 1.0
    together = sum((one - means[0]) * (other - means[1]) for one, other in pairs)
    return float(together / (spreads[0] * spreads[1]) ** 0.5)
