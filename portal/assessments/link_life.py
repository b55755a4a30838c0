"""How long a mailed link works: as long as the questionnaire is to be answered, and a fortnight longer; pure."""

from datetime import UTC, date, datetime, time, timedelta

GRACE = timedelta(days=14)  # late answers are taken, and reminders go out after the due date
WITHOUT_DUE = timedelta(days=30)
LONGEST = timedelta(days=180)  # of a code that nobody used, however far off the due date is


def link_end(due: date | None, at: datetime) -> datetime:
    """Return until when a link that is mailed at this moment works; never less than the grace."""
    if due is None:
        return at + WITHOUT_DUE
    in_time = datetime.combine(due, time(23, 59, 59), UTC) + GRACE
    return min(max(in_time, at + GRACE), at + LONGEST)


def later_end(end: datetime, at: datetime) -> datetime:
    """Return until when a link works whose life is lengthened at this moment by one more grace."""
    return min(max(end, at) + GRACE, at + LONGEST)
