"""Makes up sentences about a vendor's controls, never the same one twice."""

from collections.abc import Iterator
from itertools import islice
from random import Random

_WHO = (
    "The security team", "Internal audit", "The platform group", "The privacy officer", "Each system owner",
    "The operations desk", "The access board", "The release manager", "Human resources", "The network group",
    "The vendor office", "The recovery lead",
)  # fmt: skip
_DOES = (
    "reviews",
    "tests",
    "approves",
    "records",
    "checks",
    "compares",
    "archives",
    "reports on",
    "signs off",
    "samples",
)
_WHAT = (
    "the list of privileged accounts", "the firewall rules of the production network", "the results of the restore test",
    "the contracts with sub-processors", "the encryption keys held in hardware modules", "the tickets of urgent changes",
    "the training of new staff", "the scans of external addresses", "the visitor log of the data centre",
    "the alerts raised by the detection rules", "the leavers of the past period", "the classification of customer data",
)  # fmt: skip
_WHEN = (
    "every quarter", "once a month", "after each release", "within five working days", "before the board meets",
    "at least once a year", "on the first Monday of the month", "whenever the risk register changes",
)  # fmt: skip


def sentences(seed: str) -> Iterator[str]:
    """Yield sentences in an order that the seed decides."""
    random = Random(seed)  # noqa: S311 - nothing secret is drawn
    all_of_them = [f"{who} {does} {what} {when}." for who in _WHO for does in _DOES for what in _WHAT for when in _WHEN]
    random.shuffle(all_of_them)
    return iter(all_of_them)


def paragraph(source: Iterator[str], count: int) -> str:
    """Join the next sentences."""
    return " ".join(islice(source, count))
