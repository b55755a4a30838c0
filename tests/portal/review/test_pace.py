"""How long a review took, from the times of its decisions."""

from datetime import UTC, datetime, timedelta

from portal.review.pace import pace_of

NINE = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


def at(*minutes: float, who: str = "Rosa") -> list[tuple[str, datetime]]:
    """Return decisions of one person so many minutes after nine."""
    return [(who, NINE + timedelta(minutes=each)) for each in minutes]


def test_time_between_decisions_is_work_and_a_long_gap_is_a_pause() -> None:
    """Half an hour at lunch is nobody's work."""
    pace = pace_of(at(0, 1, 2, 32, 33, 34, 35), 10)

    assert timedelta(minutes=5) == pace.spent
    assert timedelta(minutes=10) == pace.left
    assert ("5 minutes so far", "about 10 minutes left") == (pace.spent_words, pace.left_words)


def test_each_persons_time_is_their_own() -> None:
    """Two people who decide in turns work side by side."""
    pace = pace_of([*at(0, 4, 8), *at(2, 6, 10, who="Miriam")], 1)

    assert timedelta(minutes=16) == pace.spent


def test_many_at_once_are_one_moment() -> None:
    """Agreeing with several at once makes nobody fast."""
    pace = pace_of([*at(*([0.0] * 30)), *at(3)], 5)

    assert (timedelta(minutes=3), None) == (pace.spent, pace.left)


def test_nothing_decided_says_nothing() -> None:
    """Without decisions there is no pace to go by."""
    pace = pace_of([], 90)

    assert ("", "") == (pace.spent_words, pace.left_words)
