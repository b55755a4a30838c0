"""The next sentence of a paragraph can take something back from a statement."""

from uuid import uuid4

import pytest

from knowledge.caveats import caveat_of, is_remarked
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
        "The auditor came across an old notebook of the archive.",
        "In the last audit it was noted that the report lists machines twice.",
        "The audit was passed with one finding: a spare machine.",
        "Of 25 machines tested by the assessor, one took a week.",
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
        "The auditor noted no exceptions.",
        "The examination did not include the machines of customers.",
        "Two more checks are planned, which do not yet run.",
        "6.3 Stored backups cannot be changed.",
    ],
)
def test_more_about_it_is_none(following: str) -> None:
    """Neither is the next clause of a contract."""
    assert caveat(following) is None


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Disks are encrypted; the auditor found one that was bought in a hurry.", True),
        ("Disks are encrypted, but the last inspection turned up an old notebook.", True),
        ("Disks are encrypted; the auditor found no exceptions.", False),
        ("The auditor found that disks are encrypted; keys are kept apart.", False),
    ],
)
def test_a_sentence_may_go_on_to_what_an_examiner_found(said: str, expected: bool) -> None:
    """It says what holds first, and then what does not."""
    document = uuid4()
    (found,) = candidates([Place(document, "report.pdf", 1, "", 0, len(said))], {(document, 1): said})

    assert expected is is_remarked(found)


def test_another_paragraph_takes_nothing_back() -> None:
    """What stands apart speaks of itself."""
    assert caveat("However, two machines are not encrypted.", between="\n\n") is None
