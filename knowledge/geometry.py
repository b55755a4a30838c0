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


def overlap(box: Box, page: Box) -> float:
    """Say which share of the page the box covers."""
    width = min(box[2], page[2]) - max(box[0], page[0])
    height = min(box[3], page[3]) - max(box[1], page[1])
    area = (page[2] - page[0]) * (page[3] - page[1])
    return max(width, 0.0) * max(height, 0.0) / area if area > 0 else 0.0
