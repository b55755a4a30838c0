"""The matrix is read as it is printed, and only gets worse to the right and upwards."""

import pytest

from portal.risk.errors import OutOfRange
from portal.risk.levels import Level
from portal.risk.matrix import cell, shade


@pytest.mark.parametrize(
    ("likelihood", "impact", "level"),
    [(1, 1, Level.LOW), (5, 4, Level.CRITICAL), (3, 2, Level.MEDIUM), (1, 4, Level.MEDIUM), (5, 1, Level.MEDIUM)],
)
def test_cells(likelihood: int, impact: int, level: Level) -> None:
    """Corners and the middle have the stated level."""
    assert level == cell(likelihood, impact)


def test_never_better_to_the_right_or_upwards() -> None:
    """More likelihood or more impact never means less risk, and never a lighter shade."""
    for likelihood in range(1, 5):
        for impact in range(1, 4):
            here = cell(likelihood, impact).rank

            assert here <= cell(likelihood + 1, impact).rank
            assert here <= cell(likelihood, impact + 1).rank
            assert shade(likelihood, impact) < shade(likelihood + 1, impact)


@pytest.mark.parametrize(("likelihood", "impact"), [(0, 1), (6, 1), (1, 0), (1, 5)])
def test_outside_is_refused(likelihood: int, impact: int) -> None:
    """A place outside the matrix is refused with a sentence."""
    with pytest.raises(OutOfRange, match="must be between 1 and"):
        cell(likelihood, impact)
