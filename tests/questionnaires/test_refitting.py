"""An answer to a question of another file is taken for ours by its words, or refused in a sentence."""

from dataclasses import replace
from datetime import date

import pytest

from questionnaires.errors import InvalidAnswer
from questionnaires.model import Choice
from questionnaires.refitting import refitted, same_words
from questionnaires.values import Attested, Chosen, Given
from tests.questionnaires.samples import FACTOR, LOGGED, MFA, NOTES, REPORT, SIGNED, VOUCHED

OTHER = replace(FACTOR, choices=(Choice("c1", "text MESSAGE"), Choice("c2", "Fax")))


def test_choices_are_found_by_their_words() -> None:
    """Whatever their values are in the other file."""
    assert Given("sms", "Soon.") == refitted(FACTOR, OTHER, Given("c1", "Soon."))
    assert Given(("a",)) == refitted(LOGGED, LOGGED, Given(("a",)))
    assert Given("not_applicable", reason="None.") == refitted(MFA, MFA, Given("not_applicable", reason="None."))
    assert Given("Security key") == refitted(NOTES, FACTOR, Given("key"))
    assert Given(Chosen(("else",), "By post")) == refitted(SIGNED, SIGNED, Given(Chosen(("else",), "By post")))
    plain = replace(SIGNED, choices=tuple(replace(choice, other=False) for choice in SIGNED.choices))
    assert Given("else", "By post\n\nSoon.") == refitted(plain, SIGNED, Given(Chosen(("else",), "By post"), "Soon."))


@pytest.mark.parametrize(
    ("question", "other", "given", "sentence"),
    [
        (FACTOR, OTHER, Given("c2"), "“Fax” is not one of the choices."),
        (MFA, MFA, Given("not_applicable"), "Say why this does not apply to you."),
        (MFA, NOTES, Given("Perhaps."), "Answer yes, no, in part or not applicable."),
        (REPORT, NOTES, Given("x"), "Documents are attached online"),
        (NOTES, LOGGED, Given(("a", "b")), "This question takes one answer only."),
        (
            VOUCHED,
            replace(VOUCHED, statement="Something else."),
            Given(Attested("Ann", "CSO", date(2026, 6, 1), "Something else.")),
            "The file attests other words",
        ),
    ],
)
def test_what_does_not_fit_is_refused(question: object, other: object, given: Given, sentence: str) -> None:
    """One sentence says why; nothing is guessed."""
    with pytest.raises(InvalidAnswer, match=sentence):
        refitted(question, other, given)  # type: ignore[arg-type]


def test_words_are_compared_without_spaces_case_and_marks() -> None:
    """A moved comma is no other question; another word is."""
    assert same_words("Is it so?", "is  it so") and not same_words("Is it so?", "Was it so?")
