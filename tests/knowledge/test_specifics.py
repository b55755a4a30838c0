"""Values are read with their unit and bound, and compared as values."""

import time

import pytest

from knowledge.specifics import Bound, ValueKind, values
from knowledge.values import Agreement, agreement


@pytest.mark.parametrize(
    ("text", "kind", "amount", "bound"),
    [
        ("within twenty-four (24) hours", ValueKind.DURATION, 24, Bound.AT_MOST),
        ("no later than 72 hours after", ValueKind.DURATION, 72, Bound.AT_MOST),
        ("kept for at least one year", ValueKind.DURATION, 8760, Bound.AT_LEAST),
        ("for 30 days or more", ValueKind.DURATION, 720, Bound.AT_LEAST),
        ("reviewed quarterly", ValueKind.FREQUENCY, 4, Bound.EXACTLY),
        ("tested twice a year", ValueKind.FREQUENCY, 2, Bound.EXACTLY),
        ("tested once in two years", ValueKind.FREQUENCY, 0.5, Bound.EXACTLY),
        ("restored within 8 h", ValueKind.DURATION, 8, Bound.AT_MOST),
        ("every 15 minutes", ValueKind.FREQUENCY, 35_040, Bound.EXACTLY),
        ("at least annually", ValueKind.FREQUENCY, 1, Bound.AT_LEAST),
        ("2 of 25 samples", ValueKind.SHARE, 2, Bound.EXACTLY),
        ("99.9% uptime", ValueKind.PERCENT, 99.9, Bound.EXACTLY),
        ("TLS 1.2 or higher", ValueKind.VERSION, 1.2, Bound.AT_LEAST),
        ("256-bit AES", ValueKind.VERSION, 256, Bound.EXACTLY),
        ("issued on 3 February 2026", ValueKind.DATE, 20260203, Bound.EXACTLY),
        ("at least 14 characters", ValueKind.QUANTITY, 14, Bound.AT_LEAST),
        ("USD 5 million", ValueKind.MONEY, 5_000_000, Bound.EXACTLY),
    ],
)
def test_a_value_is_read(text: str, kind: ValueKind, amount: float, bound: Bound) -> None:
    """Digits and words, units, and the words that make it a limit."""
    value = values(text)[0]

    assert (kind, amount, bound) == (value.kind, value.low, value.bound)


@pytest.mark.parametrize(
    ("claim", "document", "expected"),
    [
        ("within 72 hours", "within 24 hours", Agreement.AGREES),
        ("within 24 hours", "within 72 hours", Agreement.CONFLICTS),
        ("within 3 days", "within 72 hours", Agreement.AGREES),
        ("within one business day", "after 6 days", Agreement.CONFLICTS),
        ("within one business day", "within 24 hours", Agreement.AGREES),
        ("within 24 hours", "within one business day", Agreement.UNDECIDED),
        ("at least one year", "for 12 months", Agreement.AGREES),
        ("at least one year", "for 90 days", Agreement.CONFLICTS),
        ("quarterly", "every 90 days", Agreement.AGREES),
        ("quarterly", "annually", Agreement.CONFLICTS),
        ("annually", "quarterly", Agreement.UNDECIDED),
        ("at least annually", "quarterly", Agreement.AGREES),
        ("AES-256", "AES-128", Agreement.CONFLICTS),
        ("TLS 1.2 or higher", "TLS 1.3", Agreement.AGREES),
        ("TLS 1.2 or higher", "TLS 1.0", Agreement.CONFLICTS),
        ("TLS 1.2", "SSL 3.0", Agreement.CONFLICTS),
        ("at least 12 characters", "at least 14 characters", Agreement.AGREES),
        ("at least 12 characters", "at least 8 characters", Agreement.CONFLICTS),
        ("in March 2026", "on 3 March 2026", Agreement.AGREES),
        ("in March 2026", "on 3 April 2026", Agreement.CONFLICTS),
    ],
)
def test_values_are_compared(claim: str, document: str, expected: Agreement) -> None:
    """What the document states fulfils the claim, breaks it, or leaves it open."""
    assert expected is agreement(values(claim)[0], values(document)[0])


def test_hostile_text_is_read_in_time() -> None:
    """No pattern grows out of hand on a long sentence made to be slow."""
    started = time.monotonic()
    for text in ("1 " * 2_000, "twenty " * 1_000, "at least " * 1_000, "9" * 5_000, "one of the " * 800, "a-" * 3_000):
        values(text)

    assert time.monotonic() - started < 5


def test_a_second_person_is_no_duration() -> None:
    """'A second' before a noun counts people, not time."""
    assert [] == values("Every change is reviewed by a second person.")
