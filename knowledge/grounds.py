"""Remembers what is painted where on a page, and which text it was painted on or over."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntEnum

from knowledge.colours import WHITE, Colour, near
from knowledge.geometry import Box

_MOST_COVERS = 3000
_THIN = 3.0
_BAND = 24.0
_EDGE = 1.0


class Sight(IntEnum):
    """Whether a piece of shown text can be seen, as far as the drawing operators tell."""

    SEEN = 0
    DOUBTFUL = 1
    UNSEEN = 2


@dataclass(slots=True)
class Shown:
    """One piece of text as an operator shows it: how many bytes, about where, and whether it can be seen.

    `frame` is the clip that it lies outside of, if it does.
    """

    length: int
    box: Box
    sight: Sight
    by_mode: bool = False
    covered: bool = False
    frame: Box | None = None


@dataclass(frozen=True, slots=True)
class _Cover:
    """Something painted: `colour` is None when it is not one known colour; `ragged` when it may not fill its box."""

    box: Box
    colour: Colour | None
    ragged: bool


@dataclass(slots=True)
class Grounds:
    """The paint on one page, in the order in which it was put there."""

    _covers: list[_Cover] = field(default_factory=list)
    _colours: set[Colour | None] = field(default_factory=lambda: {WHITE})
    _apart: dict[Colour, bool] = field(default_factory=dict)
    _bands: dict[int, list[Shown]] = field(default_factory=dict)
    _everywhere: bool = False

    def paint(self, box: Box, colour: Colour | None, ragged: bool = False) -> None:
        """Note a painted box, and put all text in doubt that it may have covered."""
        if min(box[2] - box[0], box[3] - box[1]) < _THIN:
            return
        if len(self._covers) >= _MOST_COVERS:
            self._everywhere = True
            return
        self._covers.append(_Cover(box, colour, ragged))
        if colour not in self._colours:
            self._colours.add(colour)
            self._apart.clear()
        for shown in self._shown_in(box):
            shown.covered = True
            shown.sight = max(shown.sight, Sight.DOUBTFUL)

    def remember(self, shown: Shown) -> None:
        """Keep a shown text, so that what is painted over it later is noticed."""
        self._bands.setdefault(int(shown.box[1] // _BAND), []).append(shown)

    def hides(self, colour: Colour | None, box: Box) -> bool:
        """Tell whether text of this colour may not stand out from what lies behind it."""
        if self._everywhere or colour is None:
            return True
        if colour not in self._apart:
            self._apart[colour] = not any(other is None or near(colour, other) for other in self._colours)
        if self._apart[colour]:
            return False
        across, up = _inner(box)
        return any(self._hides_at(colour, x, up) for x in across)

    def _hides_at(self, colour: Colour, x: float, y: float) -> bool:
        for cover in reversed(self._covers):
            left, bottom, right, top = cover.box
            if left <= x <= right and bottom <= y <= top:
                if cover.colour is None or near(colour, cover.colour):
                    return True
                if not cover.ragged:
                    return False
        return near(colour, WHITE)

    def _shown_in(self, box: Box) -> Iterator[Shown]:
        left, bottom, right, top = box[0] + _EDGE, box[1], box[2] - _EDGE, box[3]
        first, last = int((bottom - _BAND) // _BAND), int(top // _BAND)
        bands = range(first, last + 1) if last - first < len(self._bands) else sorted(self._bands)
        for band in bands:
            for shown in self._bands.get(band, ()):
                across, up = _inner(shown.box)
                if not shown.covered and bottom <= up <= top and any(left <= x <= right for x in across):
                    yield shown


def _inner(box: Box) -> tuple[tuple[float, float, float], float]:
    """Give places along the middle of a line of text, well inside it; its length is only estimated."""
    left, bottom, right, top = box
    width, height = right - left, top - bottom
    return (left + min(height, width) / 4, left + width / 3, left + width * 0.6), bottom + height * 0.45
