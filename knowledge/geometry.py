"""Points, boxes and matrices of a PDF page."""

from collections.abc import Sequence

Matrix = Sequence[float]
Box = tuple[float, float, float, float]
IDENTITY = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def product(left: Matrix, right: Matrix) -> tuple[float, ...]:
    """Apply one matrix and then another."""
    a, b, c, d, e, f = left
    g, h, i, j, k, m = right
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def at(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Move a point."""
    return (matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5])


def bounds(points: Sequence[tuple[float, float]]) -> Box:
    """Give the smallest box around some points."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return (min(xs), min(ys), max(xs), max(ys))


def common(box: Box, other: Box) -> Box:
    """Give the part that two boxes share; it may be empty, with its edges the wrong way round."""
    return (max(box[0], other[0]), max(box[1], other[1]), min(box[2], other[2]), min(box[3], other[3]))


def overlap(box: Box, page: Box) -> float:
    """Say which share of the page the box covers."""
    width = min(box[2], page[2]) - max(box[0], page[0])
    height = min(box[3], page[3]) - max(box[1], page[1])
    area = (page[2] - page[0]) * (page[3] - page[1])
    return max(width, 0.0) * max(height, 0.0) / area if area > 0 else 0.0


def placed(box: Box, page: Box, turned: int) -> Box | None:
    """Give a box in shares of the page as shown, from the top left, after its turn by quarters clockwise.

    What stands beside the page has no place on it.
    """
    width, height = page[2] - page[0], page[3] - page[1]
    if width <= 0 or height <= 0:
        return None
    left, right = _held((box[0] - page[0]) / width), _held((box[2] - page[0]) / width)
    top, bottom = _held((page[3] - box[3]) / height), _held((page[3] - box[1]) / height)
    for _ in range(turned // 90 % 4):
        left, top, right, bottom = 1 - bottom, left, 1 - top, right
    if left >= right or top >= bottom:
        return None
    return (round(left, 4), round(top, 4), round(right, 4), round(bottom, 4))


def _held(share: float) -> float:
    return min(max(share, 0.0), 1.0)
