"""Has pypdf put a page's text together from what is shown where, as it does, in a third of its time.

What a font shows for the same bytes is worked out once a file, a place only when something moved, and content is parted by
`operators`. Text from right to left is left to pypdf; what comes out is the same either way.
"""

import math
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any, NamedTuple

import pypdf._page as pypdf_page
import pypdf._text_extraction as pypdf_texts
from pypdf._text_extraction import RTL_CHARACTER_PATTERN
from pypdf._text_extraction._text_extractor import TextExtraction
from pypdf.generic import DictionaryObject
from pypdf.generic._font import Font

from knowledge.operators import Content

_MOST_LETTERS = 20_000
_MOVES = frozenset((b"Td", b"Tm", b"T*", b"Tj"))
_UPRIGHT, _SIDEWAYS = 5, 4  # which of a matrix's numbers says on what line text stands


class _Place(NamedTuple):
    """Where the pen stands, how large its units are there, and along which axis lines follow one another."""

    x: float
    y: float
    wide: float
    high: float
    axis: int


class _Letters(NamedTuple):
    """What a font shows for some bytes: the text to be added, how many codes it has, and how wide they are."""

    text: str
    codes: int
    width: float


class Fonts:
    """The fonts of one file, each built once, and what they were seen to show."""

    def __init__(self) -> None:
        self._built: dict[int, tuple[DictionaryObject, Font]] = {}
        self._letters: dict[int, tuple[Font, dict[bytes, _Letters | None]]] = {}

    def from_font_resource(self, resource: DictionaryObject) -> Font:
        """Build a font, as pypdf's own method of this name does."""
        if id(resource) not in self._built:
            self._built[id(resource)] = (resource, Font.from_font_resource(resource))  # keeps what the id belongs to
        return self._built[id(resource)][1]

    def letters(self, font: Font) -> dict[bytes, _Letters | None]:
        """Give what a font was seen to show so far."""
        return self._letters.setdefault(id(font), (font, {}))[1]

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Have pypdf use these fonts and the quick ways for a while."""
        quick = (
            (pypdf_page, "Font", self),
            (pypdf_page, "TextExtraction", partial(Extraction, self)),
            (pypdf_texts, "ContentStream", Content),
        )
        own = [(module, name, getattr(module, name)) for module, name, _ in quick]
        try:
            for module, name, value in quick:
                setattr(module, name, value)
            yield
        finally:
            for module, name, value in own:
                setattr(module, name, value)


class Extraction(TextExtraction):
    """The extraction of one page or form; nobody is told of each text, so the place where it began is not kept."""

    def __init__(self, fonts: Fonts) -> None:
        super().__init__()
        self._fonts = fonts
        self._known_font: Font | None = None
        self._known: dict[bytes, _Letters | None] = {}
        self._moved = False
        self._before = _Place(0.0, 0.0, 1.0, 1.0, _UPRIGHT)

    def process_operation(self, operator: bytes, operands: list[Any]) -> None:
        """Take in one operator."""
        handler = self.operation_handlers.get(operator)
        if handler is not None:
            widths = handler(operands)
            if operator in _MOVES and (self._moved or not self._goes_on()):
                self._post_process_text_operation(widths or 0.0)

    def _add_blank(self) -> None:
        """Do what pypdf does for a text of one blank; the width is its caller's."""
        self._previous_font_space = None
        self._actual_str_size["str_height"] = self.font_size
        self.text += " "
        if self._moved or not self._goes_on():
            self._post_process_text_operation(0.0)

    def _goes_on(self) -> bool:
        """Tell, where nothing moved since the pen's place was last looked at, that nothing is to be added there either."""
        space = self.font_size * self._space_width * self._before.wide
        sized = space > 0 and self.font_size > 0 and self._actual_str_size["str_height"] >= 0
        begun = self._line_span is not None and self.text[-1:] not in ("", "\n")
        return sized and begun and self._previous_font_space is None

    def process_tj_offset(self, offset: float, space_width: float) -> None:
        """Take in a number between two texts: a wide gap is a blank, and each counts towards the width."""
        widths = self._actual_str_size["str_widths"] - offset * self.font_size
        if -offset >= space_width:
            previous = self.text or self.output
            if previous and previous[-1] not in " \n":
                self._add_blank()
        self._actual_str_size["str_widths"] = widths

    def _handle_tj_operation(self, operands: list[Any]) -> float:
        shown = operands[0] if operands else None
        letters = self._letters_of(shown) if isinstance(shown, bytes) and not self.rtl_dir else None
        if letters is None:
            return super()._handle_tj_operation(operands)
        self._previous_font_space = None
        self.text += letters.text
        sizes = self._actual_str_size
        sizes["str_widths"] += letters.width * self.font_size + 1000 * self.char_spacing * letters.codes
        sizes["str_height"] = self.font_size
        return 0.0

    def _letters_of(self, shown: bytes) -> _Letters | None:
        """Look up what the font shows for these bytes, or nothing where text runs from right to left."""
        if self._known_font is not self.font:
            self._known_font, self._known = self.font, self._fonts.letters(self.font)
        if shown not in self._known:
            if len(self._known) > _MOST_LETTERS:
                self._known.clear()
            self._known[shown] = self._worked_out(shown)
        return self._known[shown]

    def _worked_out(self, shown: bytes) -> _Letters | None:
        alone: list[Any] = [shown]
        codes, _, width = pypdf_texts.get_text_operands(
            alone, self.cm_matrix, self.tm_matrix, self.font, self.orientations
        )
        text = "".join([self.font.character_map.get(code, code) for code in codes])
        return None if RTL_CHARACTER_PATTERN.search(text) else _Letters(text, len(codes), width)

    def _post_process_text_operation(self, str_widths: float) -> None:
        """See whether the pen went to another line, or over a gap; pypdf's `crlf_space_check` tells why."""
        gap = self.font_size * self._space_width
        if self._previous_font_space is not None:
            gap = min(gap, self._previous_font_space)
        before, here = self._before, self._place() if self._moved else self._before
        self._before, self._moved = here, False
        along, across = here.x - before.x, here.y - before.y
        if here.axis == _SIDEWAYS:
            along, across = across, along
        level = here.y if here.axis == _UPRIGHT else here.x
        threshold = 0.8 * min(self._actual_str_size["str_height"] * before.high, self.font_size * here.high)
        last = self.text[-1:] or self.output[-1:]
        if self._distance(here.axis, level, across) > threshold:
            if last not in ("", "\n"):
                self.output += self.text + "\n"
                self.text = ""
            self._line_span = (here.axis, level, level)
            return
        is_gap = abs(across) > threshold or along >= (gap / 1000 + str_widths) * before.wide
        if is_gap and last not in ("", " "):
            self.text += " "
        span = self._line_span
        if last in ("", "\n") or span is None or span[0] != here.axis:
            self._line_span = (here.axis, level, level)
        elif not span[1] <= level <= span[2]:
            self._line_span = (here.axis, min(span[1], level), max(span[2], level))

    def _distance(self, axis: int, level: float, across: float) -> float:
        """Tell how far the pen is from the line that is being put together."""
        span = self._line_span
        if span is None or span[0] != axis:
            return abs(across)
        return 0.0 if span[1] <= level <= span[2] else min(abs(level - span[1]), abs(level - span[2]))

    def _place(self) -> _Place:
        """Work out where the pen stands on the page."""
        a, b, c, d, e, f = self.tm_matrix
        p, q, r, s, x, y = self.cm_matrix
        up, right = c * q + d * s, a * q + b * s
        wide = math.sqrt((a * p + b * r) ** 2 + right**2)
        high = math.sqrt((c * p + d * r) ** 2 + up**2)
        axis = _UPRIGHT if abs(up) > 1e-6 else _SIDEWAYS
        return _Place(e * p + f * r + x, e * q + f * s + y, wide, high, axis)

    def _flush_text(self) -> None:
        self.output += self.text
        self.text = ""

    def _handle_bt(self, operands: list[Any]) -> None:
        self._moved = True
        self.tm_matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0]
        self._flush_text()

    def _handle_restore_graphics_state(self, operands: list[Any]) -> None:
        self._moved = True
        super()._handle_restore_graphics_state(operands)

    def _handle_cm(self, operands: list[Any]) -> None:
        self._moved = True
        super()._handle_cm(operands)

    def _handle_td(self, operands: list[Any]) -> float:
        self._moved = True
        return super()._handle_td(operands)

    def _handle_tm(self, operands: list[Any]) -> float:
        self._moved = True
        return super()._handle_tm(operands)

    def _handle_t_star(self, operands: list[Any]) -> float:
        self._moved = True
        return super()._handle_t_star(operands)
