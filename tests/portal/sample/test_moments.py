"""Dates told relative to today."""

from datetime import date

import pytest

from portal.sample.moments import UnknownMoment, moment, moments, with_dates

TODAY = date(2026, 3, 31)


@pytest.mark.parametrize(
    ("expression", "day"),
    [
        ("today", date(2026, 3, 31)),
        ("month end -1", date(2026, 2, 28)),
        ("month end -25", date(2024, 2, 29)),
        ("month start -3", date(2025, 12, 1)),
        ("month start 0", date(2026, 3, 1)),
        ("today -3", date(2026, 3, 30)),
        ("today +10", date(2026, 4, 10)),
    ],
)
def test_a_moment_is_counted_from_today(expression: str, day: date) -> None:
    """Months end on their last day, and an offset that falls on a weekend moves to Monday."""
    assert moment(expression, TODAY, {}) == day


def test_a_moment_may_stand_on_one_named_before() -> None:
    """Names build on one another in order."""
    assert moments({"end": "month end -1", "issued": "end +3"}, TODAY)["issued"] == date(2026, 3, 3)


def test_an_unknown_moment_is_refused() -> None:
    """A slip in a sample file is found when it is read."""
    with pytest.raises(UnknownMoment):
        moment("someday +3", TODAY, {})


def test_dates_are_written_out_in_each_style() -> None:
    """A text may ask for a long date, an ISO date, a month or a year."""
    written = with_dates("{end}, {end|iso}, {end|month}, {end|year}, {end +1}", TODAY, {"end": date(2026, 2, 28)})

    assert written == "28 February 2026, 2026-02-28, February 2026, 2026, 2 March 2026"
