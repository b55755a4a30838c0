"""A claim is known for the statement of the bank that it makes, with the choices it names."""

import pytest

from knowledge.stances.material import examples
from knowledge.stances.statements import made, statements
from questionnaires.bank import questionnaire
from questionnaires.model import Question
from questionnaires.values import Given
from questionnaires.wording import claim_made


def asked() -> dict[str, Question]:
    """The questions of the core set by reference."""
    return {each.ref: each for section in questionnaire("core").sections for each in section.questions}


def test_each_statement_is_worded_as_its_question_claims_it() -> None:
    """What heads are trained for is what vendors' answers claim."""
    questions = asked()

    assert {each.ref: questions[each.ref].claim for each in statements()} == {
        each.ref: each.text for each in statements()
    }


def test_each_choice_a_vendor_can_claim_is_found_in_its_claim() -> None:
    """The words of a choice in a claim name that choice and no other."""
    questions = asked()
    for statement in statements():
        for choice in questions[statement.ref].choices:
            claim = claim_made(
                questions[statement.ref], Given((choice.value,) if statement.kind == "multiple" else choice.value)
            )
            found = made(claim) if claim else None
            assert claim is None or (found is not None and (choice.value,) == found.chosen), claim


@pytest.mark.parametrize(
    ("claim", "ref"),
    [
        ("Customers are notified of a breach that affects their data within 24 hours.", "IN-03"),
        ("Backups  of customer data\nare encrypted.", "CR-03"),
        ("Backups of customer data are encrypted twice.", None),
        ("", None),
    ],
)
def test_a_claim_is_known_with_its_answer_filled_in(claim: str, ref: str | None) -> None:
    """Another sentence is no statement of the bank, however near it is."""
    found = made(claim)

    assert ref == (found.statement.ref if found else None)


def test_every_statement_has_examples_of_several_authors() -> None:
    """What only one author has worded is learnt as that author's manner."""
    authors = {each.ref: {one.author for one in examples() if one.ref == each.ref} for each in statements()}

    assert {} == {ref: found for ref, found in authors.items() if len(found) < 2}
