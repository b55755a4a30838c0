"""Watches a page's drawing operators and tells which shown text a reader of the page cannot see."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from knowledge.geometry import IDENTITY, Box, Matrix, at, bounds, overlap, product

SMALLEST = 2.0
_WHITE = 0.97
_FAINT = 0.05
_MOST_COVERS = 3000
_FILLS = frozenset((b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"))
SHOWS = frozenset((b"Tj", b"TJ", b"'", b'"'))
_PATH_ENDS = _FILLS | frozenset((b"S", b"s", b"n"))


@dataclass(frozen=True, slots=True)
class _State:
    """The part of the graphics state that decides whether text can be seen."""

    mode: int = 0
    white: bool = False
    faint: bool = False
    size: float = 12.0
    base: tuple[float, ...] = IDENTITY
    named_space: bool = False


@dataclass(frozen=True, slots=True)
class Surface:
    """What a page or a form brings along: where it stands, and which of its named layers and states cannot be seen."""

    matrix: tuple[float, ...] = IDENTITY
    off_layers: frozenset[str] = frozenset()
    faint_states: frozenset[str] = frozenset()
    off: bool = False


@dataclass(slots=True)
class Watch:
    """The eye on one page: feed it each operator; it counts seen and unseen text and knows what is painted where."""

    page: Box
    surface: Surface = Surface()
    seen: int = 0
    unseen: int = 0
    unseen_by_mode: int = 0
    images: int = 0
    paints: int = 0
    widest_image: float = 0.0
    _state: _State = field(default_factory=_State)
    _stack: list[_State] = field(default_factory=list)
    _forms: list[tuple[_State, Surface, int, int]] = field(default_factory=list)
    _layers: list[bool] = field(default_factory=list)
    _path: list[tuple[float, float]] = field(default_factory=list)
    _covers: list[tuple[Box, bool]] = field(default_factory=list)
    _everywhere: bool = False

    def look(self, operator: bytes, operands: Sequence[object], cm: Matrix, tm: Matrix) -> bool:
        """Take in one operator; say whether it shows text that cannot be seen."""
        if operator in SHOWS:
            return self._show(operands, cm, tm)
        if operator in _PATH_ENDS:
            self._end_path(operator in _FILLS)
        elif operator in (b"re", b"m", b"l", b"c", b"v", b"y"):
            self._extend_path(operator, _numbers(operands), product(cm, self._state.base))
        elif operator in (b"BDC", b"BMC"):
            off = len(operands) > 1 and str(operands[0]) == "/OC" and str(operands[1]) in self.surface.off_layers
            self._layers.append(off)
        elif operator == b"EMC" and self._layers:
            self._layers.pop()
        else:
            self._change_state(operator, operands, cm)
        return False

    def enter_form(self, surface: Surface, cm: Matrix) -> None:
        """Begin a form: it draws with the state it finds, moved by its own matrix, and `leave_form` ends it."""
        self._forms.append((self._state, self.surface, len(self._stack), len(self._layers)))
        self._state = replace(self._state, base=product(surface.matrix, product(cm, self._state.base)))
        self._layers.append(surface.off)
        self.surface = surface

    def leave_form(self) -> None:
        """End the form entered last, and forget what it changed."""
        self._state, self.surface, states, layers = self._forms.pop()
        del self._stack[states:]
        del self._layers[layers:]

    def see_image(self, cm: Matrix) -> None:
        """Note the place of an image: text on it is on no white ground."""
        full = product(cm, self._state.base)
        box = bounds([at(full, x, y) for x, y in ((0, 0), (1, 0), (0, 1), (1, 1))])
        self.images += 1
        self.widest_image = max(self.widest_image, overlap(box, self.page))
        self._cover(box, white=False)

    def _change_state(self, operator: bytes, operands: Sequence[object], cm: Matrix) -> None:
        state = self._state
        if operator == b"q":
            self._stack.append(state)
        elif operator == b"Q":
            self._state = self._stack.pop() if self._stack else state
        elif operator == b"Tr":
            self._state = replace(state, mode=int(_number(operands, 0)))
        elif operator == b"Tf":
            self._state = replace(state, size=abs(_number(operands, 1)))
        elif operator == b"gs":
            self._state = replace(state, faint=bool(operands) and str(operands[0]) in self.surface.faint_states)
        elif operator == b"cs":
            named = not operands or str(operands[0]) not in ("/DeviceGray", "/DeviceRGB", "/DeviceCMYK")
            self._state = replace(state, named_space=named, white=False)
        elif operator in (b"g", b"rg", b"k", b"sc", b"scn"):
            known = operator in (b"g", b"rg", b"k") or not state.named_space
            self._state = replace(state, white=_is_white(operands, known))
        elif operator == b"sh":
            self._everywhere = True
        elif operator == b"INLINE IMAGE":
            self.see_image(cm)

    def _extend_path(self, operator: bytes, numbers: Sequence[float], full: Matrix) -> None:
        if operator == b"re" and len(numbers) == 4:
            x, y, width, height = numbers
            self._path += [at(full, x, y), at(full, x + width, y + height)]
        elif len(numbers) >= 2 and len(self._path) < 500:
            self._path.append(at(full, numbers[-2], numbers[-1]))

    def _end_path(self, filled: bool) -> None:
        if filled and self._path:
            self.paints += 1
            self._cover(bounds(self._path), self._state.white)
        self._path = []

    def _cover(self, box: Box, white: bool) -> None:
        if len(self._covers) < _MOST_COVERS:
            self._covers.append((box, white))
        else:
            self._everywhere = True

    def _show(self, operands: Sequence[object], cm: Matrix, tm: Matrix) -> bool:
        length = _shown_length(operands)
        if not length:
            return False
        state = self._state
        full = product(product(tm, cm), state.base)
        size = state.size * max(abs(full[1]) + abs(full[0]), abs(full[2]) + abs(full[3])) if state.size else 0.0
        by_mode = state.mode in (3, 7)
        hidden = (
            by_mode
            or state.faint
            or any(self._layers)
            or size < SMALLEST
            or self._is_off_page(full, length * size * 0.6)
            or (state.white and state.mode in (0, 4) and not self._is_painted(full[4], full[5] + size / 4))
        )
        self.unseen_by_mode += length if by_mode else 0
        self.unseen += length if hidden else 0
        self.seen += 0 if hidden else length
        return hidden

    def _is_off_page(self, full: Matrix, width: float) -> bool:
        left, bottom, right, top = self.page
        x, y = full[4], full[5]
        reach = width + 20
        return x > right + 5 or x < left - reach or y > top + reach or y < bottom - reach

    def _is_painted(self, x: float, y: float) -> bool:
        """Tell whether something that is not white lies under this point; the last thing painted there decides."""
        if self._everywhere:
            return True
        for (left, bottom, right, top), white in reversed(self._covers):
            if left - 2 <= x <= right + 2 and bottom - 2 <= y <= top + 2:
                return not white
        return False


def _number(operands: Sequence[object], index: int) -> float:
    value = operands[index] if index < len(operands) else 0.0
    return float(value) if isinstance(value, int | float) else 0.0


def _numbers(operands: Sequence[object]) -> list[float]:
    return [float(value) for value in operands if isinstance(value, int | float)]


def _is_white(operands: Sequence[object], known_space: bool) -> bool:
    numbers = _numbers(operands)
    if len(numbers) != len(operands) or not numbers:
        return False
    if len(numbers) == 4:
        return max(numbers) <= 1 - _WHITE
    return min(numbers) >= _WHITE and (len(numbers) == 3 or (len(numbers) == 1 and known_space))


def _shown_length(operands: Sequence[object]) -> int:
    """Count what a text operator shows, blanks apart; a name is text to Python but not to a page."""
    shown = operands[-1] if operands else ""
    pieces = shown if isinstance(shown, list) else [shown]
    return sum(len(piece.strip()) for piece in pieces if isinstance(piece, str | bytes))
