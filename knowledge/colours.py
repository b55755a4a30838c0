"""Colours as a PDF sets them, brought to red, green and blue; None stands for one that cannot be told."""

from collections.abc import Sequence

Colour = tuple[float, float, float]
BLACK: Colour = (0.0, 0.0, 0.0)
WHITE: Colour = (1.0, 1.0, 1.0)
_NEAR = 0.13


def near(one: Colour, other: Colour) -> bool:
    """Tell whether text in one colour could hardly be told from a ground in the other."""
    return abs(one[0] - other[0]) < _NEAR and abs(one[1] - other[1]) < _NEAR and abs(one[2] - other[2]) < _NEAR


def of_components(numbers: Sequence[object], ink: bool = False) -> Colour | None:
    """Read one, three or four components; `ink` says that one component tells how much black is printed."""
    values = [min(max(float(value), 0.0), 1.0) for value in numbers if isinstance(value, int | float)]
    if len(values) != len(numbers):
        return None
    match values:
        case [grey]:
            grey = 1 - grey if ink else grey
            return (grey, grey, grey)
        case [red, green, blue]:
            return (red, green, blue)
        case [cyan, magenta, yellow, black]:
            return ((1 - cyan) * (1 - black), (1 - magenta) * (1 - black), (1 - yellow) * (1 - black))
    return None
