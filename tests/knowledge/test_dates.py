"""Tests of finding dates in text."""

from datetime import date

import pytest

from knowledge.facts.dates import dates, periods


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-04",
        "2026/3/4",
        "04.03.2026",
        "4 March 2026",
        "4th of March 2026",
        "March 4, 2026",
        "Mar. 4 2026",
        "04-Mar-2026",
        "4. März 2026",
        "2026年3月4日",
        "MARCH 4,\n2026",
    ],
)
def test_a_day_is_understood_in_the_forms_people_write(text: str) -> None:
    """Each form gives the same day, and the span covers it."""
    found = dates(f"on {text} in")

    assert [(date(2026, 3, 4), True)] == [(one.first, one.is_exact) for one in found]
    assert text == f"on {text} in"[found[0].start : found[0].end]


@pytest.mark.parametrize("text", ["03/04/2026", "31 February 2026", "2026-13-01", "version 1.2.2026x", "12345-01-01"])
def test_what_is_no_day_or_could_be_two_is_refused(text: str) -> None:
    """An ambiguous or impossible date is none."""
    assert [] == [one for one in dates(text) if one.is_exact]


def test_a_slashed_date_is_taken_when_only_one_reading_is_left() -> None:
    """31/12 and 12/31 can only be the last day of the year."""
    assert [date(2026, 12, 31)] * 2 == [one.first for one in dates("31/12/2026 and 12/31/2026")]


def test_a_month_stands_for_all_its_days() -> None:
    """A month without a day keeps its first and last day apart."""
    (found,) = dates("in February 2028")

    assert (date(2028, 2, 1), date(2028, 2, 29), False) == (found.first, found.last, found.is_exact)


@pytest.mark.parametrize(
    "text",
    [
        "October 1, 2025 to September 30, 2026",
        "1 October 2025 through 30 September 2026",
        "2025-10-01 - 2026-09-30",
        "October 2025 \u2013 September 2026",
        "between October 1, 2025 and September 30, 2026",
    ],
)
def test_a_period_is_two_dates_joined(text: str) -> None:
    """Two dates with a joining word are a period."""
    assert [(date(2025, 10, 1), date(2026, 9, 30))] == [(one.first, two.last) for one, two in periods(text)]


@pytest.mark.parametrize("text", ["Pentest-Report 05-06.2020 ", "Report 06/2020", "June 2020"])
def test_a_month_may_be_a_number(text: str) -> None:
    """A numbered month with its year is that month; of two months the later one counts."""
    assert [(date(2020, 6, 1), date(2020, 6, 30))] == [(one.first, one.last) for one in dates(text)]


def test_a_period_may_name_its_year_once() -> None:
    """The year behind the second date holds for the first as well."""
    assert [(date(2026, 9, 6), date(2026, 10, 6))] == [
        (one.first, two.last) for one, two in periods("from September 6 through October 6, 2026")
    ]


def test_two_dates_in_a_row_are_no_period() -> None:
    """Without a joining word, or backwards, two dates are just two dates."""
    assert [] == periods("1 May 2026, 3 May 2026; 9 May 2026 to 2 May 2026")
