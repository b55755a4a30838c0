"""What takes something back from a supporting sentence is found by its words, or by how the second reader reads it."""

from dataclasses import replace
from uuid import uuid4

import pytest

from knowledge.cross_encoder.reading import Read
from knowledge.evidence import Candidate, Place, candidates
from knowledge.second_reading import never, nobody
from knowledge.taking_back import hastens, keeps, offers, taken_back

STATED = "Laptops have encrypted disks."
LATER = "The spare machines in Porto arrived as they left the shop."


def candidate_of(page: str) -> Candidate:
    """Return the first sentence of a page that is all text."""
    document = uuid4()
    return candidates([Place(document, "report.pdf", 1, "", 0, len(page))], {(document, 1): page})[0]


def always(first: str, second: str) -> float:
    """See a turn in whatever is asked."""
    return 1.0


def test_the_next_sentence_is_read_beside_the_one_before_it() -> None:
    """No words of a list have to stand in it."""
    asked: list[tuple[str, str]] = []

    def turns(first: str, second: str) -> float:
        asked.append((first, second))
        return 0.9

    at = taken_back(candidate_of(f"{STATED} {LATER}"), nobody, turns)

    assert (1, [(STATED, LATER)]) == (at, asked)


def test_a_quiet_turn_is_enough_where_nothing_else_says_so() -> None:
    """A wrong "supported" costs more than a wrong exception; where another sentence says so too, it has to be plain."""
    page = candidate_of(f"{STATED} {LATER}")

    assert 1 == taken_back(page, nobody, lambda *_: 0.2)
    assert taken_back(page, nobody, lambda *_: 0.2, alone=False) is None
    assert taken_back(page, nobody, lambda *_: 0.02) is None


@pytest.mark.parametrize(
    "later", ["Customers may ask for a list of them.", "Lost ones are blocked at once when this is reported."]
)
def test_what_only_adds_to_it_turns_where_both_readings_see_so(later: str) -> None:
    """Something offered to customers, or a stricter rule; the two sentences together have to be read so too."""
    page = candidate_of(f"{STATED} {later}")

    assert taken_back(page, nobody, lambda *_: 0.9) is None
    assert taken_back(page, lambda _: Read(0.5, 0.45, 0.0, 0.05), lambda *_: 0.9) is None
    assert 1 == taken_back(page, lambda _: Read(0.4, 0.55, 0.0, 0.05), lambda *_: 0.9)


@pytest.mark.parametrize(
    ("said", "offered"),
    [
        ("The Customer may ask for an export before that.", True),
        ("You can download the report at any time.", True),
        ("Customers can switch it off.", False),
        ("Customers may not see the keys.", False),
        ("The archive can be read by all.", False),
    ],
)
def test_what_customers_may_have_is_an_offer(said: str, *, offered: bool) -> None:
    """What they may turn off, or may not have, is none."""
    assert offered is offers(said)


def test_without_a_second_reader_words_alone_take_back() -> None:
    """They are found as they were."""
    assert taken_back(candidate_of(f"{STATED} {LATER}"), nobody, never) is None
    assert 1 == taken_back(candidate_of(f"{STATED} However, two are not encrypted."), nobody, never)


def test_what_the_reader_sees_taken_back_of_the_claim_counts_too() -> None:
    """It may stand in the sentence itself."""
    assert 0 == taken_back(candidate_of(STATED), lambda _: Read(0.1, 0.8, 0.05, 0.05), never)


def test_what_a_sentence_says_of_other_ratings_takes_nothing_back() -> None:
    """It is read without that; of other laptops it would be an exception."""

    def reads(candidate: Candidate) -> Read:
        return Read(0.1, 0.8, 0.05, 0.05) if "others" in candidate.said else Read(0.9, 0.01, 0.05, 0.04)

    assert (
        taken_back(candidate_of("Critical flaws are patched within 7 days, others every month."), reads, never) is None
    )
    assert 0 == taken_back(candidate_of("Laptops of engineers are encrypted, others are not."), reads, never)


def test_a_sentence_may_turn_within_itself() -> None:
    """Its later words are read beside its first."""
    page = "Laptops have encrypted disks, while the spare machines in Porto arrived as they left the shop."

    assert 0 == taken_back(candidate_of(page), nobody, always)


def test_a_sentence_has_to_turn_more_plainly_beside_another_that_says_so() -> None:
    """What a reader only half sees takes nothing back from what stands elsewhere too."""
    page = "Laptops have encrypted disks, while the spare machines in Porto arrived as they left the shop."

    assert 0 == taken_back(candidate_of(page), nobody, lambda first, second: 0.7)
    assert taken_back(candidate_of(page), nobody, lambda first, second: 0.7, alone=False) is None


@pytest.mark.parametrize(
    "rest",
    [
        "No other laptop is without disk encryption.",
        "Disks of laptops are encrypted otherwise.",
        "Apart from this, all laptops have encrypted disks.",
        "The rest of the laptops have encrypted disks.",
    ],
)
def test_what_is_said_of_the_rest_is_taken_back_by_the_sentence_before(rest: str) -> None:
    """It names what is left out first; one that says the claim itself leaves nothing out."""
    page = f"The spare machines in Porto arrived as they left the shop. {rest}"
    second = replace(candidate_of(page), at=1)

    assert 0 == taken_back(second, nobody, never)
    assert taken_back(second, lambda _: Read(0.95, 0.02, 0.01, 0.02), never) is None


@pytest.mark.parametrize(
    "said",
    [
        "Unless otherwise agreed, laptops have encrypted disks.",
        "Laptops have encrypted disks, as has no other than ours.",
    ],
)
def test_words_that_lean_on_nothing_take_nothing_back(said: str) -> None:
    """A contract's usual reserve points at no sentence before it."""
    second = replace(candidate_of(f"The spare machines in Porto arrived as they left the shop. {said}"), at=1)

    assert taken_back(second, nobody, never) is None


def test_the_next_control_of_a_table_turns_nothing() -> None:
    """Nor does what an auditor did to test one."""
    numbered = candidate_of(f"{STATED} CC6.3-1 Access rights are reviewed every quarter.")
    tested = candidate_of(f"{STATED} Inspected the report of the devices.")

    assert [None, None] == [taken_back(each, nobody, always) for each in (numbered, tested)]


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        ("Data keys are rotated at least every 12 months.", "Keys of the vault are rotated every month.", True),
        ("High findings are closed within 30 days.", "Critical ones are closed within 7 days.", True),
        (
            "Data keys are rotated at least every 12 months.",
            "Keys of the archive are rotated every three years.",
            False,
        ),
        ("Data keys are rotated at least every 12 months.", "Keys of the archive are not rotated every month.", False),
        ("Data keys are rotated at least every 12 months.", "Keys of the archive are left as they are.", False),
        ("Restores are tested every month.", "The monthly test of the archive fell through.", False),
    ],
)
def test_a_stricter_rule_keeps_what_the_one_before_it_says(first: str, second: str, *, kept: bool) -> None:
    """A number that fulfils the one before takes nothing back; another one, a denial and no number may."""
    assert kept is keeps(first, second)


@pytest.mark.parametrize(
    ("said", "stricter"),
    [
        ("A key is replaced at once when there is reason to think that it was seen.", True),
        ("Access is revoked immediately if a contract ends early.", True),
        ("Once the disk was full, backups stopped immediately.", False),
        ("Backups are suspended at once when the disk is full.", False),
        ("A key is not replaced at once when a custodian leaves.", False),
    ],
)
def test_only_a_rule_that_carries_a_control_out_at_once_is_stricter(said: str, *, stricter: bool) -> None:
    """What stops at once, and what happened once, may well take something back."""
    assert stricter is hastens(said)
