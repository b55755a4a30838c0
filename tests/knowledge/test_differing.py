"""Two statements differ when no value fulfils both: units, bounds and what a value belongs to are minded."""

import pytest

from knowledge.differing import Asked, Statement, asked, differ, falls_short, same_thing, statement
from knowledge.specifics import values

BREACH = "Customers are notified of a breach that affects their data within 24 hours."
RECOVERY = "The recovery time objective of the service is 4 hours."
LOGS = "Security logs are kept for 395 days."
SERVICE = "Card processing API"


def on(claim: str) -> Asked:
    """Return a claim that is known to be on a matter."""
    taken = asked(claim)
    assert taken is not None
    return taken


def breaks(claim: str, sentence: str) -> bool:
    """Say whether a sentence breaks a claim, as a review asks."""
    said = statement(on(claim), sentence)
    held = on(claim)
    return said is not None and falls_short(held, said.value) and same_thing(Statement(held.value), said, SERVICE)


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        (BREACH, "Helio notifies the customer of a personal data breach at the latest 72 hours after it is aware of it."),
        (BREACH, "Customers are informed of a security breach within two days."),
        (RECOVERY, "The recovery time objective of the service is 8 hours."),
        (RECOVERY, "The recovery time objective of the Card processing API is one day."),
        (LOGS, "Security logs are kept for 180 days."),
        (LOGS, "Audit logs are retained for six months."),
        ("The oldest TLS version accepted by public endpoints is TLS 1.2.", "Public endpoints accept only TLS 1.0 and TLS 1.2."),
        ("Restores from backup are tested at least every quarter.", "Restoring from backup is tested once a year."),
        ("Customer data at rest is encrypted with AES-256.", "Customer data is encrypted at rest with AES-128."),
        (
            "Customers are told of a new sub-processor 30 days before it gets their data.",
            "Helio informs the customer at least 14 days before the new sub-processor receives personal data.",
        ),
    ],
)  # fmt: skip
def test_another_value_of_the_same_thing_breaks_a_claim(claim: str, sentence: str) -> None:
    """Whatever the words and the unit."""
    assert breaks(claim, sentence)


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        (BREACH, "Customers are notified of a breach of their data within 1 day."),
        (BREACH, "Customers are notified of a breach of their data within 12 hours."),
        (BREACH, "The supervisory authority is notified of a breach within 72 hours."),
        (BREACH, "Sub-processors notify Helio of a breach within 48 hours."),
        (BREACH, "We plan to notify customers of a breach within 36 hours."),
        (RECOVERY, "The recovery time objective for reporting is 24 hours."),
        (RECOVERY, "In the last test the recovery time objective of 4 hours was missed, and 6 hours were reached."),
        (RECOVERY, "The recovery time objective of the service is 240 minutes."),
        (RECOVERY, "The recovery time objective of the service is 15 minutes."),
        (LOGS, "Security logs are kept for thirteen months."),
        (LOGS, "Security logs are kept for eighteen months."),
        (
            "Critical vulnerabilities in production are patched within 7 days.",
            "1 of 18 critical vulnerabilities in production was patched after 12 days.",
        ),
        (LOGS, "Security logs are kept for at least 12 months."),
        (LOGS, "Video recordings of doors are kept for 90 days."),
        ("Restores from backup are tested at least every quarter.", "Restores of backups are tested every month."),
        ("Customer data at rest is encrypted with AES-256.", "Backup tapes are encrypted with AES-128."),
    ],
)
def test_a_near_miss_breaks_nothing(claim: str, sentence: str) -> None:
    """The same in other units, better than claimed, of another thing, by somebody else, or only planned."""
    assert not breaks(claim, sentence)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("within 24 hours", "within 72 hours", True),
        ("within 24 hours", "within 1 day", False),
        ("at least 12 months", "13 months", False),
        ("at least 12 months", "at most 6 months", True),
        ("30 days", "1 month", False),
        ("1 business day", "24 hours", False),
        ("every quarter", "once a year", True),
        ("at least once a year", "every quarter", False),
        ("TLS 1.2", "TLS 1.0", True),
        ("1 March 2026", "2026-03-02", False),
        ("24 hours", "24 users", False),
    ],
)
def test_values_differ_when_nothing_fulfils_both(one: str, other: str, expected: bool) -> None:
    """Two promises of one kind differ by their amounts; a date is never held against another."""
    first, second = values(one)[0], values(other)[0]

    assert (expected, expected) == (differ(first, second), differ(second, first))


def test_a_claim_without_a_value_is_on_no_matter() -> None:
    """Nothing is compared where nothing is stated."""
    assert asked("There is a written incident response plan.") is None
    assert asked("Customers are notified of a breach that affects their data.") is None
