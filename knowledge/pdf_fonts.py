"""Judges a PDF's fonts: whether the words that its text layer gives can be those that the page shows."""

import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass

from pypdf._codecs.core_font_metrics import CORE_FONT_METRICS
from pypdf.generic import ArrayObject, DictionaryObject
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
    pairs = [
        (named[code], text)
        for code, text in letters.items()
        if len(named.get(code, "")) == 1 and named[code].isalnum() and text.isalnum()
    ]
    wrong = [(name, text) for name, text in pairs if _plain(name) != _plain(text)]
    shifted = len({ord(name[0]) - ord(text[0]) for name, text in wrong}) == 1  # garbled by mistake: it spells no words
    return len(wrong) >= 2 and len(wrong) * 4 >= len(pairs) and not shifted


def _named(font: DictionaryObject) -> dict[str, str]:
    """Name the glyphs of a simple font by its encoding; an embedded font's own order counts where nothing else does."""
    if font.get("/Subtype") == "/Type0":
        return {}
    known = Font.from_font_resource(DictionaryObject({key: font.raw_get(key) for key in font if key != "/ToUnicode"}))
    encoding = font["/Encoding"].get_object() if "/Encoding" in font else None
    names = {chr(code): name for code, name in known.encoding.items()} if isinstance(known.encoding, dict) else {}
    if isinstance(encoding, DictionaryObject) and _is_embedded(font):
        listed = _listed(encoding)
        return {code: name for code, name in names.items() if code in listed}
    if encoding is None and _is_embedded(font):
        return {str(code): str(text) for code, text in known.character_map.items()}
    return names


def _listed(encoding: DictionaryObject) -> set[str]:
    """Give the codes that an encoding names by itself."""
    differences = encoding["/Differences"].get_object() if "/Differences" in encoding else None
    codes, code = set(), 0
    for item in differences if isinstance(differences, ArrayObject) else ():
        if isinstance(item, int):
            code = int(item)
        else:
            codes.add(code)
            code += 1
    return {chr(code) for code in codes if 0 <= code < 256}


def _is_embedded(font: DictionaryObject) -> bool:
    descriptor = font.get("/FontDescriptor", DictionaryObject()).get_object()
    return isinstance(descriptor, DictionaryObject) and any(key.startswith("/FontFile") for key in descriptor)


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
