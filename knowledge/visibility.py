"""Watches a page's drawing operators and tells which shown text a reader of the page can see, cannot see, or may not."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from knowledge.colours import BLACK, of_components
from knowledge.geometry import IDENTITY, Box, Matrix, at, bounds, common, overlap, placed, product
from knowledge.grounds import Cell, Grounds, Shown, Sight, Tones
from knowledge.surfaces import PLAIN, Space, State, Surface, Veil, with_setting

__all__ = ["SHOWS", "Shown", "Sight", "Space", "Surface", "Veil", "Watch"]

SMALLEST = 2.6
_FAINT, _LIGHT = 0.05, 0.4
_WRITTEN, _NUMBERS = (str, bytes), (int, float)  # quicker to tell by than a union is
_WIDTH = 0.5  # of a letter, in sizes of its font
_FILLS = frozenset((b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"))
_STROKES = frozenset((b"S", b"s", b"B", b"B*", b"b", b"b*"))
SHOWS = frozenset((b"Tj", b"TJ", b"'", b'"'))
_PATH_ENDS = _FILLS | frozenset((b"S", b"s", b"n"))
_PATH_PIECES = frozenset((b"re", b"m", b"l", b"c", b"v", b"y"))
_LINES = frozenset((b"BT", b"Td", b"TD", b"Tm", b"T*"))
_COLOURS = frozenset((b"g", b"rg", b"k", b"cs", b"sc", b"scn"))
_STATES = _COLOURS | frozenset((b"Tf", b"Tr", b"Tz", b"Tc", b"TL", b"w", b"gs", b"sh", b"INLINE IMAGE"))


Place = tuple[int, ...]
_MOST_UNSEEN = 40
_DEVICE = {"/DeviceGray": BLACK, "/DeviceRGB": BLACK, "/DeviceCMYK": BLACK, "/G": BLACK, "/RGB": BLACK, "/CMYK": BLACK}
_UNKNOWN = Space(known=False)


@dataclass(slots=True)
class Watch:
    """The eye on one page: feed it each operator; `shown` lists every text in order, with whether it can be seen."""

    page: Box
    surface: Surface = field(default_factory=Surface)
    shown: list[Shown] = field(default_factory=list)
    wrong: set[int] = field(default_factory=set)
    turned: int = 0
    spoken: list[str] = field(default_factory=list)
    tones: dict[Place, Tones] = field(default_factory=dict)
    pictures: dict[Place, Box] = field(default_factory=dict)
    images: int = 0
    paints: int = 0
    widest_image: float = 0.0
    failed: bool = False
    _state: State = field(default_factory=State)
    _stack: list[State] = field(default_factory=list)
    _forms: list[tuple[State, Surface, int, int]] = field(default_factory=list)
    _layers: list[bool] = field(default_factory=list)
    _boxes: list[Box] = field(default_factory=list)
    _points: list[tuple[float, float]] = field(default_factory=list)
    _clipping: bool = False
    _pen: float = 0.0
    _grounds: Grounds = field(default_factory=Grounds)

    def look(self, operator: bytes, operands: Sequence[object], cm: Matrix, tm: Matrix) -> None:
        """Take in one operator; an error is raised and also kept, for the library may swallow what a visitor raises."""
        taken_in = _LOOKS.get(operator)
        if taken_in is None:
            return
        try:
            taken_in(self, operator, operands, cm, tm)
        except Exception:
            self.failed = True
            raise

    def _begin_line(self, operator: bytes, operands: Sequence[object], _cm: Matrix, _tm: Matrix) -> None:
        self._pen = 0.0
        if operator == b"TD":
            self._state = self._state.but(leading=-_number(operands, 1))

    def _begin_clip(self, *_: object) -> None:
        self._clipping = True

    def _end_layer(self, *_: object) -> None:
        if self._layers:
            self._layers.pop()

    def _save(self, *_: object) -> None:
        self._stack.append(self._state)

    def _restore(self, *_: object) -> None:
        if self._stack:
            self._state = self._stack.pop()

    def count(self, sight: Sight) -> int:
        """Count the bytes of text that can, may or cannot be seen."""
        return sum(shown.length for shown in self.shown if shown.sight is sight)

    def place(self, boxes: Sequence[Box]) -> Box | None:
        """Give the place of some boxes in shares of the page as it is shown, from the top left."""
        return (
            placed(bounds([corner for box in boxes for corner in (box[:2], box[2:])]), self.page, self.turned)
            if boxes
            else None
        )

    def enter_form(self, surface: Surface, cm: Matrix) -> None:
        """Begin a form: it draws with the state it finds, moved by its own matrix, and `leave_form` ends it."""
        self._forms.append((self._state, self.surface, len(self._stack), len(self._layers)))
        base = product(surface.matrix, product(cm, self._state.base))
        self._layers.append(surface.off or self._state.alpha < _FAINT)
        self._state = self._state.but(base=base)
        if surface.box is not None:
            left, bottom, right, top = surface.box
            self._clip(bounds([at(base, x, y) for x in (left, right) for y in (bottom, top)]))
        self.surface = surface

    def leave_form(self) -> None:
        """End the form entered last, and forget what it changed."""
        self._state, self.surface, states, layers = self._forms.pop()
        del self._stack[states:]
        del self._layers[layers:]

    def see_image(self, cm: Matrix, key: int = 0) -> None:
        """Note the place of an image: its colours are known only if it was seen in that place on an earlier page."""
        full = self._based(cm)
        box = bounds([at(full, x, y) for x, y in ((0, 0), (1, 0), (0, 1), (1, 1))])
        self.images += 1
        self.widest_image = max(self.widest_image, overlap(box, self.page))
        shown = self._within_clip(common(box, self.page))
        place = (key, *(round(edge) for edge in (*box, *shown)))
        if key and self._state.alpha == 1 and min(shown[2] - shown[0], shown[3] - shown[1]) > 1:
            self.pictures[place] = shown
            self._grounds.paint(shown, self.tones.get(place), ragged=True)  # it may be seen through
        else:
            self._grounds.paint(shown, None)

    def tones_of(self, place: Place, cells: tuple[Cell, ...]) -> None:
        """Learn what tones a picture has in its place, for pages to come."""
        box = self.pictures[place]
        unseen = self._grounds.over(box)
        if len(unseen) <= _MOST_UNSEEN:
            self.tones[place] = Tones(box, cells, unseen)

    def cover(self, boxes: Sequence[Box]) -> None:
        """Note boxes that something of unknown colour may cover, as notes and thick strokes do."""
        for box in boxes:
            self._grounds.paint(self._within_clip(box), None, ragged=True)

    def _based(self, matrix: Matrix) -> Matrix:
        """Move a matrix by the forms that are being drawn; most pages have none."""
        base = self._state.base
        return matrix if base is IDENTITY else product(matrix, base)

    def _begin_layer(self, _operator: bytes, operands: Sequence[object], _cm: Matrix, _tm: Matrix) -> None:
        named = operands[1] if len(operands) > 1 else None
        off = str(operands[0]) == "/OC" and str(named) in self.surface.off_layers if operands else False
        self._layers.append(off)
        if isinstance(named, Mapping) and (spoken := named.get("/ActualText")):
            self.spoken.append(_spelled(spoken))

    def _change_state(self, operator: bytes, operands: Sequence[object], cm: Matrix, _tm: Matrix) -> None:
        state = self._state
        if operator == b"Tf":
            self._state = state.but(font=str(operands[0]) if operands else "", size=abs(_number(operands, 1)))
        elif operator in (b"g", b"rg", b"k"):
            self._state = state.but(fill=of_components(operands), space=PLAIN)
        elif operator in (b"sc", b"scn"):
            space = state.space
            self._state = state.but(fill=of_components(operands, space.ink) if space.known else None)
        elif operator in (b"Tr", b"Tz", b"Tc", b"TL", b"w"):
            self._state = with_setting(state, operator, _number(operands, 0))
        elif operator == b"gs":
            self._lay_veil(str(operands[0]) if operands else "")
        elif operator == b"cs":
            self._choose_space(str(operands[0]) if operands else "")
        elif operator == b"sh":
            self._grounds.paint(self._within_clip(self.page), None)
        elif operator == b"INLINE IMAGE":
            self.see_image(cm)

    def _lay_veil(self, name: str) -> None:
        veil = self.surface.veils.get(name)
        if veil is not None:
            alpha = self._state.alpha if veil.alpha is None else veil.alpha
            odd = self._state.odd if veil.odd is None else veil.odd
            self._state = self._state.but(alpha=alpha, odd=odd)

    def _choose_space(self, name: str) -> None:
        space = PLAIN if name in _DEVICE else self.surface.spaces.get(name, _UNKNOWN)
        self._state = self._state.but(space=space, fill=BLACK if space.known else None)

    def _extend_path(self, operator: bytes, operands: Sequence[object], cm: Matrix, _tm: Matrix) -> None:
        numbers, full = _numbers(operands), self._based(cm)
        if operator == b"re" and len(numbers) == 4 and len(self._boxes) < 500:
            x, y, width, height = numbers
            corners = [at(full, x, y), at(full, x + width, y), at(full, x, y + height), at(full, x + width, y + height)]
            self._boxes.append(bounds(corners))
        elif len(numbers) >= 2 and len(self._points) < 500:
            self._points.append(at(full, numbers[-2], numbers[-1]))

    def _end_path(self, operator: bytes, *_: object) -> None:
        filled, stroked = operator in _FILLS, operator in _STROKES
        boxes = [*self._boxes, bounds(self._points)] if self._points else self._boxes
        reach = self._state.width / 2
        if stroked and reach * 2 >= SMALLEST:
            wide = [(box[0] - reach, box[1] - reach, box[2] + reach, box[3] + reach) for box in boxes]
            self.cover(wide)
        if filled and boxes:
            self.paints += 1
            self._fill(boxes)
        if self._clipping and boxes:
            self._clip(bounds([corner for box in boxes for corner in (box[:2], box[2:])]))
        self._boxes, self._points, self._clipping = [], [], False

    def _fill(self, boxes: Sequence[Box]) -> None:
        state = self._state
        if state.alpha < _FAINT or any(self._layers):
            return
        colour = None if state.alpha < 1 or state.odd else state.fill
        ragged = bool(self._points) and not _is_rectangle(self._points)
        for index, box in enumerate(boxes):
            self._grounds.paint(self._within_clip(box), colour, ragged and index == len(boxes) - 1)

    def _clip(self, box: Box) -> None:
        self._state = self._state.but(clip=common(self._within_clip(box), self.page))

    def _within_clip(self, box: Box) -> Box:
        return common(box, self._state.clip) if self._state.clip else box

    def _show(self, operator: bytes, operands: Sequence[object], cm: Matrix, tm: Matrix) -> None:
        state = self._state
        exact = not self._pen
        start, end, length = self._extent(operands)
        full = self._based(product(tm, cm))
        down = state.leading if operator in (b"'", b'"') else 0.0
        if down:
            self._pen, start, end = 0.0, start - self._pen, end - self._pen
        low, high = -0.2 * state.size - down, 0.8 * state.size - down
        box = _placed(full, start, end, low, high)
        sight = self._sight(full, box, exact) if length else Sight.SEEN
        frame = state.clip if sight is Sight.DOUBTFUL and self._is_clipped(box) else None
        shown = Shown(length, box, sight, by_mode=state.mode in (3, 7), frame=frame)
        if length and state.font in self.surface.wrong_fonts:
            shown.sight = Sight.UNSEEN
            self.wrong.add(len(self.shown))
        self._pen = end
        self.shown.append(shown)
        if length:
            self._grounds.remember(shown)

    def _sight(self, full: Matrix, box: Box, exact: bool) -> Sight:
        """Judge by the drawing state; a place in a line that is only estimated makes nothing certain."""
        state = self._state
        if state.mode in (3, 7) or state.alpha < _FAINT or any(self._layers) or self._is_tiny(full):
            return Sight.UNSEEN
        off = self._is_off_page(box)
        if off and exact:
            return Sight.UNSEEN
        doubtful = (
            off
            or state.mode != 0
            or state.alpha < _LIGHT
            or state.odd
            or state.font in self.surface.doubtful_fonts
            or self._is_clipped(box)
            or self._grounds.hides(state.fill, box)
        )
        return Sight.DOUBTFUL if doubtful else Sight.SEEN

    def _is_tiny(self, full: Matrix) -> bool:
        """Tell whether letters are too low, too narrow or too flat for anybody to read."""
        state = self._state
        size, across = state.size, state.scale
        low = size * max(abs(full[2]), abs(full[3])) < SMALLEST
        narrow = size * across * (abs(full[0]) + abs(full[1])) < SMALLEST
        flat = abs(full[0] * full[3] - full[1] * full[2]) * size * size * across < SMALLEST * SMALLEST
        return low or narrow or flat or state.spacing < -0.4 * size * across

    def _is_off_page(self, box: Box) -> bool:
        left, bottom, right, top = self.page
        reach = 20 + box[2] - box[0]
        rise = 5 + box[3] - box[1]
        return box[0] > right + 5 or box[2] < left - reach or box[1] > top + 5 or box[3] < bottom - rise

    def _is_clipped(self, box: Box) -> bool:
        left, bottom, right, top = self._state.clip or self.page
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        return not (left <= x <= right and bottom <= y <= top)

    def _extent(self, operands: Sequence[object]) -> tuple[float, float, int]:
        """Estimate from where to where along its line a text operator shows text, and count its bytes without blanks."""
        state = self._state
        shown = operands[-1] if operands else b""
        blank = self.surface.blanks.get(state.font, b"")
        share = 0.5 if state.font in self.surface.wide_fonts else 1.0
        wide = share * (state.size * _WIDTH + state.spacing) * state.scale
        back = state.size * state.scale / 1000
        start: float | None = None
        pen, length = self._pen, 0
        for piece in shown if isinstance(shown, list) else (shown,):
            if isinstance(piece, _WRITTEN):
                start = pen if start is None else start
                pen += len(piece) * wide
                length += _inked(piece, blank)
            elif isinstance(piece, _NUMBERS):
                pen -= float(piece) * back
        return (self._pen if start is None else start), pen, length


def _spelled(spoken: object) -> str:
    """Read a text string from its own bytes, where the library keeps them."""
    raw = getattr(spoken, "original_bytes", spoken)
    if not isinstance(raw, bytes):
        return str(spoken)
    return raw.decode("utf-16" if raw[:2] in (b"\xfe\xff", b"\xff\xfe") else "latin-1", "replace")


def _placed(full: Matrix, start: float, end: float, low: float, high: float) -> Box:
    a, b, c, d, e, f = full
    if not b and not c and a > 0 and d > 0 and end >= start:
        return (a * start + e, d * low + f, a * end + e, d * high + f)
    return bounds([at(full, x, y) for x in (start, end) for y in (low, high)])


def _inked(piece: str | bytes, blank: bytes) -> int:
    """Count the bytes of letters, without blanks; `blank` is the font's own code for one, if it has such."""
    if blank and isinstance(piece, bytes):
        return len(piece.replace(blank, b""))
    return len(piece.strip())


def _is_rectangle(points: Sequence[tuple[float, float]]) -> bool:
    left, bottom, right, top = bounds(points)
    return len(points) <= 5 and all(
        min(abs(x - left), abs(x - right)) < 0.5 and min(abs(y - bottom), abs(y - top)) < 0.5 for x, y in points
    )


def _number(operands: Sequence[object], index: int) -> float:
    value = operands[index] if index < len(operands) else 0.0
    return float(value) if isinstance(value, _NUMBERS) else 0.0


def _numbers(operands: Sequence[object]) -> list[float]:
    return [float(value) for value in operands if isinstance(value, _NUMBERS)]


_LOOKS: dict[bytes, Callable[[Watch, bytes, Sequence[object], Matrix, Matrix], None]] = {
    **dict.fromkeys(SHOWS, Watch._show),
    **dict.fromkeys(_LINES, Watch._begin_line),
    **dict.fromkeys(_PATH_PIECES, Watch._extend_path),
    **dict.fromkeys(_PATH_ENDS, Watch._end_path),
    **dict.fromkeys((b"W", b"W*"), Watch._begin_clip),
    **dict.fromkeys((b"BDC", b"BMC"), Watch._begin_layer),
    **dict.fromkeys(_STATES, Watch._change_state),
    b"EMC": Watch._end_layer,
    b"q": Watch._save,
    b"Q": Watch._restore,
}
