"""How a sentence says something: what is planned, whose doing it is, and what only looks like a denial."""

import pytest

from knowledge.polarity import Modality, Party, denials, is_planned, modality, party


@pytest.mark.parametrize(
    "said",
    [
        "A business associate agreement is being drafted by our lawyers.",
        "Logging of sign-ins is planned for the systems that hold customer data.",
        "Support for SAML is on the roadmap.",
    ],
)
def test_what_is_planned_is_known_in_many_words(said: str) -> None:
    """Drafted, planned and on the roadmap are not done."""
    assert is_planned(said)
    assert Modality.PLANNED is modality(said)


def test_what_is_to_follow_is_not_done_and_what_follows_a_rule_is() -> None:
    """The same word, with and without an object."""
    assert Modality.PLANNED is modality("MFA enforced (AWS), other cluster: to follow in Q1")
    assert Modality.RULE is modality("Staff have to follow the policy.")


def test_recommendations_of_a_system_are_no_advice() -> None:
    """They are what is decided on, where nobody recommends anything."""
    assert Modality.STATED is modality("Automated recommendations are confirmed by a reviewer.")
    assert Modality.ADVISED is modality("Our recommendation is to encrypt laptops.")
    assert Modality.STATED is modality("Everyone who may process personal data is bound to confidentiality.")
    assert Modality.STATED is modality("Someone who owned it could neither alter nor erase it.")


def test_a_plan_is_a_document_too() -> None:
    """A written plan for something is not something that is planned."""
    said = "The company keeps a written plan for responding to incidents."

    assert not is_planned(said)
    assert Modality.STATED is modality(said)


@pytest.mark.parametrize(
    ("said", "whose"),
    [
        ("Merchants must not keep authentication data.", Party.CUSTOMER),
        ("The customer names a person who is accountable.", Party.CUSTOMER),
        ("What customers store is never used to train models.", Party.VENDOR),
        ("Customers are told of a breach within 24 hours.", Party.VENDOR),
    ],
)
def test_customers_duties_are_told_from_what_they_receive(said: str, whose: Party) -> None:
    """Customers who do something act themselves; those who are told something do not."""
    assert whose is party(said)


def test_the_head_of_a_column_denies_nothing() -> None:
    """'No.' for number, and a clean result, are no denials."""
    assert [] == denials("No. Control Test performed CC6.1-1 Access is reviewed. None noted.")
    assert [] == denials("MFA is mandatory, no exemptions.")
    assert [0] == denials("No control exists.")
