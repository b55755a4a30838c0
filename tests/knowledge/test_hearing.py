"""Words that speak against a claim count only where they are said, not where they are denied."""

import pytest

from knowledge.hearing import hear, known
from knowledge.outcomes import Relation
from knowledge.readings import find_reading
from knowledge.stating import stated

CLAIM = "No security incident has affected customer data in the last twenty-four months."


def relation(said: str) -> Relation | None:
    """Return what a sentence does to the claim."""
    reading = find_reading(CLAIM)
    assert reading is not None
    comparison = hear(known(reading, stated(CLAIM)), said)
    return comparison.relation if comparison else None


@pytest.mark.parametrize(
    "said",
    [
        CLAIM,
        "None of the incidents affected customer data in the last twenty-four months.",
        "No security incident affected data of our customers in the last 24 months.",
    ],
)
def test_a_denial_in_the_claims_own_words_is_no_contradiction(said: str) -> None:
    """The sentence that says the same as a claim that denies something never speaks against it."""
    assert Relation.CONFLICTS is not relation(said)


def test_what_did_happen_contradicts() -> None:
    """An incident that is told of still speaks against the claim."""
    assert Relation.CONFLICTS is relation("One of these incidents affected data of several customers.")


@pytest.mark.parametrize(("whole", "expected"), [(True, None), (False, Relation.SUPPORTS)])
def test_the_heads_of_columns_say_what_a_row_leaves_out(whole: bool, expected: Relation | None) -> None:
    """A row is read with the heads of its columns; a sentence has to fill all but one slot itself."""
    claim = "Critical vulnerabilities in production are patched within 7 days."
    reading = find_reading(claim)
    assert reading is not None

    found = hear(
        known(reading, stated(claim)), "Critical 7 days", "Vulnerabilities Severity Remediation deadline", whole
    )

    assert expected is (found.relation if found else None)
