"""Figures and dates read the same on every machine."""

from datetime import date

import pytest

from portal.risk.levels import Level, Tier
from portal.risk.wording import counted, in_points, listed, long_date


def test_dates() -> None:
    """A date is written in full, without a leading zero."""
    assert "4 March 2027" == long_date(date(2027, 3, 4))


@pytest.mark.parametrize(("hundredths", "text"), [(-125, "-1.25"), (0, "0.00"), (50, "+0.50"), (-5, "-0.05")])
def test_points(hundredths: int, text: str) -> None:
    """Hundredths are written as points with a sign."""
    assert text == in_points(hundredths)


def test_counts_and_lists() -> None:
    """Counts know their plural, and lists their last comma."""
    assert ("1 answer", "2 answers", "0 answers") == tuple(counted(number, "answer") for number in (1, 2, 0))
    assert ("", "a", "a and b", "a, b and c") == tuple(listed(tuple("abc"[:length])) for length in range(4))


def test_labels_and_ranks() -> None:
    """Members are their stored text, with a label and a rank."""
    assert (Tier.CRITICAL, "1", "1 · Critical", 1) == (Tier("1"), str(Tier("1")), Tier("1").label, Tier("1").number)
    assert Level.CRITICAL.rank > Level.LOW.rank
