"""What we expect of a number, a date or a period: `<= 72`, `>= 365`, `within 365 days`, `lasting 180 days`."""

import re
from dataclasses import dataclass

from questionnaires.errors import InvalidQuestionnaire

ATTESTED = "attested"


@dataclass(frozen=True, slots=True)
class Bound:
    """A number must not be above (or, with `at_least`, below) the limit."""

    limit: float
    at_least: bool


def bound(expected: str) -> Bound:
    """Read `<= 72` or `>= 365`."""
    found = re.fullmatch(r"([<>])=\s*(\d+(?:\.\d+)?)", expected)
    if not found:
        raise InvalidQuestionnaire(f"“{expected}” is not a bound; write for example <= 72 or >= 365.")
    return Bound(float(found[2]), found[1] == ">")


def days_lasting(expected: str) -> int | None:
    """Read `lasting 180 days`; None when it expects something else."""
    found = re.fullmatch(r"lasting (\d{1,5}) days", expected)
    return int(found[1]) if found else None


def days_allowed(expected: str) -> int:
    """Read `within 365 days`."""
    found = re.fullmatch(r"within (\d{1,5}) days", expected)
    if not found:
        raise InvalidQuestionnaire(f"“{expected}” is not an age; write for example within 365 days.")
    return int(found[1])
