"""The next sentence of a paragraph can take something back from a statement."""

from uuid import uuid4

import pytest

from knowledge.caveats import caveat_of
from knowledge.evidence import Place, candidates

STATED = "All laptops that can reach customer data have encrypted disks."


def caveat(following: str, between: str = " ") -> str | None:
    """Return what takes something back from the statement."""
    page = f"{STATED}{between}{following}"
    document = uuid4()
    found = candidates([Place(document, "overview.pdf", 1, "", 0, len(page))], {(document, 1): page})
    at = caveat_of(found[0])
    return None if at is None else found[0].sentences[at].flat


@pytest.mark.parametrize(
    "following",
    [
        "However, two machines of the repair shop are not encrypted.",
        "Three devices in Porto were without it until May.",
        "In one case a disk was found unencrypted.",
        "During the period 4 of 60 machines lacked it.",
    ],
)
def test_a_turn_that_falls_short_is_a_caveat(following: str) -> None:
    """It is quoted beside the statement."""
    assert following == caveat(following)


@pytest.mark.parametrize(
    "following",
    [
        "A device that reports an unencrypted disk loses its access within the hour.",
        "However, keys are replaced every year.",
        "One team looks after the devices.",
        "No exceptions are granted.",
        "Two more checks are planned, which do not yet run.",
        "6.3 Stored backups cannot be changed.",
    ],
)
def test_more_about_it_is_none(following: str) -> None:
    """Neither is the next clause of a contract."""
    assert caveat(following) is None


def test_another_paragraph_takes_nothing_back() -> None:
    """What stands apart speaks of itself."""
    assert caveat("However, two machines are not encrypted.", between="\n\n") is None
