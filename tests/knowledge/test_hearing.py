"""Words that speak against a claim count only where they are said, not where they are denied."""

from datetime import date
from uuid import UUID

import pytest

from knowledge.evidence import Place, candidates
from knowledge.hearing import hear, known
from knowledge.outcomes import Relation
from knowledge.readings import find_reading
from knowledge.stating import stated
from knowledge.weighing import weigh

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


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        ("Customer data at rest is encrypted with ChaCha20-Poly1305.", "Customer data is encrypted at rest."),
        ("Customer data at rest is encrypted with ChaCha20-Poly1305.", "Customer data at rest is encrypted with AES-256."),
        ("Customer data at rest is encrypted with Serpent.", "Customer data is encrypted in every database."),
        ("Customer data at rest is encrypted with another algorithm.", "Customer data is encrypted in every database."),
        (
            "Documented risk assessments of the service are carried out only after major changes.",
            "Documented risk assessments of the service are carried out at least once a year.",
        ),
        ("Production systems are scanned for vulnerabilities less often.", "Production systems are scanned every week."),
    ],
)  # fmt: skip
def test_an_answer_is_supported_only_by_words_that_name_it(claim: str, said: str) -> None:
    """Words on the matter of a question bear out no choice that they do not speak of, and those that do, do."""
    assert "supported" != verdict_on(claim, said)
    assert "supported" == verdict_on(claim, claim)


def test_what_is_encrypted_on_its_way_is_not_so_at_rest() -> None:
    """Where data travels is another matter than where it comes to lie."""
    said = "Customer data is encrypted on its way over the internet."

    assert "supported" != verdict_on("Customer data at rest is encrypted with AES-256.", said)
    assert "supported" != verdict_on("Customer data is encrypted at rest in all data stores.", said)


def verdict_on(claim: str, said: str) -> str:
    """Weigh one sentence by rules alone."""
    page = UUID(int=1), 1
    found = candidates([Place(page[0], "policy.pdf", page[1], "", 0, len(said))], {page: said})
    return weigh(claim, "", found, {page: said}, {page[0]: None}, date(2026, 6, 1)).state.value
