"""Which answers stated values give: in the question's unit, whole, inside its bounds, and stated by the quoted words."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from knowledge.citations import Quote
from knowledge.specifics import values
from portal.assessments.suggestions.candidates import answers_in, choices_of, holds
from portal.assessments.suggestions.finding import Proposed, without_doubles
from portal.assessments.suggestions.states import SuggestionKind
from questionnaires.bank import questionnaire
from questionnaires.model import Question
from questionnaires.values import Value

TODAY = date(2026, 11, 21)


def core(ref: str) -> Question:
    """Return a question of the core set."""
    question = questionnaire("core").find_question(ref)
    assert question is not None
    return question


@pytest.mark.parametrize(
    ("ref", "words", "expected"),
    [
        ("IN-03", "We tell customers within 72 hours, at the latest after three days.", [72.0]),
        ("LG-02", "Logs are kept for one year; console logs for 90 days.", [365.0, 90.0]),
        ("CR-06", "Keys are rotated every year.", [12.0]),
        ("DP-06", "Data is deleted within 36 hours.", []),  # a day and a half is no number of days
        ("HR-04", "98 % of staff took the training, 120 percent of the plan.", [98.0]),
        ("BC-02", "Tested on 22 April 2026; the next test is on 22 April 2027.", [date(2026, 4, 22)]),
        ("BC-02", "Tested in April 2026.", []),  # a month is no day
        ("AC-05", "Within 24 hours.", []),
    ],
)
def test_stated_values_become_answers(ref: str, words: str, expected: list[Value]) -> None:
    """Each once, in reading order; what does not fit the question is left out, and so is a day to come."""
    assert expected == answers_in(core(ref), values(words), TODAY)


def test_an_answer_has_to_stand_in_the_words_that_bear_it_out() -> None:
    """Words that state another value do not hold it, however favourable they are."""
    question = core("IN-03")

    assert holds(question, 72.0, ["Customers are told within three days."])
    assert not holds(question, 72.0, ["Customers are told within 24 hours.", "72 hours"])
    assert not holds(question, 72.0, [])


def test_choices_that_need_a_comment_or_the_whole_picture_are_not_suggested() -> None:
    """What leaves its meaning to a comment, and what names some of several ways that things are."""
    assert "other" not in [choice.value for choice in choices_of(core("GV-05"))]
    assert [] == choices_of(core("SV-02"))
    assert ["yearly", "two_years", "on_change", "never"] == [choice.value for choice in choices_of(core("GV-04"))]


def test_words_state_one_thing() -> None:
    """A day that is read off the same words for two questions answers the one that the words are nearer to."""
    quote = Quote(uuid4(), "p.pdf", 1, "1", 0, 9, "The last security review of a supplier was completed on 1 May 2026.")
    elsewhere = replace(quote, start=400)
    day = date(2026, 5, 1)
    found = {
        "VU-04": Proposed(SuggestionKind.answer, day, (quote,), "rules"),
        "SP-06": Proposed(SuggestionKind.answer, day, (quote,), "rules"),
        "BC-02": Proposed(SuggestionKind.answer, day, (elsewhere,), "rules"),
        "AC-05": Proposed(SuggestionKind.answer, "yes", (quote,), "rules"),
    }

    kept = without_doubles({ref: core(ref) for ref in found}, found)

    assert {"SP-06", "BC-02", "AC-05"} == kept.keys()
