"""What a form sends becomes a fitting answer, or one sentence about why it does not."""

from datetime import date

import pytest
from hypothesis import given as over
from hypothesis import settings
from hypothesis import strategies as st

from questionnaires.errors import InvalidAnswer, UnfinishedAnswer
from questionnaires.model import Question
from questionnaires.parsing import LONGEST_TEXT, is_blank, parse_given
from questionnaires.values import Chosen, Given, Value
from tests.questionnaires.samples import (
    FACTOR,
    HOSTED,
    HOURS,
    LOGGED,
    MFA,
    NOTES,
    PERIOD,
    REPORT,
    SIGNED,
    TESTED,
    VOUCHED,
)


@pytest.mark.parametrize(
    ("question", "texts", "value"),
    [
        (MFA, ["yes"], "yes"),
        (MFA, ["in_part"], "in_part"),
        (FACTOR, ["sms"], "sms"),
        (LOGGED, ["b", "a", "b"], ("a", "b")),
        (HOURS, [" 72 "], 72.0),
        (HOURS, ["0.5"], 0.5),
        (TESTED, ["2026-03-31"], date(2026, 3, 31)),
        (NOTES, ["  one\r\ntwo\x00  "], "one\ntwo"),
        (REPORT, ["id-1", "id-2", "id-1"], ("id-1", "id-2")),
    ],
)
def test_answer_of_each_kind(question: Question, texts: list[str], value: Value) -> None:
    """Each kind of question gets a value of its own type."""
    assert Given(value) == parse_given(question, {"answer": texts})


@pytest.mark.parametrize(
    ("question", "texts", "sentence"),
    [
        (MFA, ["perhaps"], "Answer yes, no, in part or not applicable."),
        (MFA, ["not_applicable"], "Say why this does not apply to you."),
        (MFA, ["yes", "no"], "This question takes one answer only."),
        (MFA, [], "This question has no answer yet."),
        (FACTOR, ["carrier pigeon"], "“carrier pigeon” is not one of the choices."),
        (LOGGED, ["a", "z"], "“z” is not one of the choices."),
        (HOURS, ["soon"], "“soon” is not a number; write for example 72 or 0.5."),
        (HOURS, ["nan"], "“nan” is not a number; write for example 72 or 0.5."),
        (HOURS, ["1e999"], "“1e999” is not a number; write for example 72 or 0.5."),
        (HOURS, ["-1"], "Give a number from 0 to 720."),
        (HOURS, ["721"], "Give a number from 0 to 720."),
        (TESTED, ["31.03.2026"], "“31.03.2026” is not a date; write it as 2026-03-31."),
        (TESTED, ["0026-03-31"], "Give a date between 1970 and 2100."),
        (NOTES, ["x" * (LONGEST_TEXT + 1)], "This text is 1 character too long; 8,000 fit."),
        (REPORT, [f"id-{number}" for number in range(51)], "At most 50 documents answer one question."),
    ],
)
def test_bad_answer(question: Question, texts: list[str], sentence: str) -> None:
    """What does not fit is refused with a sentence for the person who wrote it."""
    with pytest.raises(InvalidAnswer) as caught:
        parse_given(question, {"answer": texts})

    assert sentence == caught.value.sentence
    assert question.ref == caught.value.ref


def test_comment_and_reason_come_along() -> None:
    """A comment is kept with any answer, a reason with “not applicable” only."""
    raw = {"answer": ["not_applicable"], "comment": ["See above."], "reason": [" We have no offices. "]}

    assert Given("not_applicable", "See above.", "We have no offices.") == parse_given(MFA, raw)
    assert Given("yes", "See above.") == parse_given(MFA, raw | {"answer": ["yes"]})


def test_long_comment_is_refused() -> None:
    """A comment has the same limit as a text."""
    with pytest.raises(InvalidAnswer, match="2 characters too long"):
        parse_given(MFA, {"answer": ["yes"], "comment": ["x" * (LONGEST_TEXT + 2)]})


def test_blank_is_told_apart() -> None:
    """An emptied field is blank, so that its answer can be withdrawn."""
    assert is_blank({"answer": [" ", ""], "comment": ["x"]})
    assert is_blank({})
    assert not is_blank({"answer": ["no"]})


@settings(deadline=None)
@over(st.sampled_from([MFA, FACTOR, LOGGED, HOURS, TESTED, NOTES, REPORT]), st.lists(st.text(max_size=30), max_size=3))
def test_nothing_but_invalid_answer_is_raised(question: Question, texts: list[str]) -> None:
    """Whatever is sent, the outcome is an answer or `InvalidAnswer`."""
    try:
        given = parse_given(question, {"answer": texts})
    except InvalidAnswer:
        return

    assert all("\x00" not in text for text in given.texts)


@pytest.mark.parametrize(
    ("question", "raw", "value"),
    [
        (HOSTED, {"answer": ["else", "eu"], "other": ["  Japan,\n Kyoto "]}, Chosen(("eu", "else"), "Japan, Kyoto")),
        (HOSTED, {"answer": ["eu"], "other": ["Japan"]}, ("eu",)),
        (HOSTED, {"answer": ["none"]}, ("none",)),
        (SIGNED, {"answer": ["else"], "other": ["By post"]}, Chosen(("else",), "By post")),
        (SIGNED, {"answer": ["sso"], "other": ["By post"]}, "sso"),
    ],
)
def test_words_behind_a_choice(question: Question, raw: dict[str, list[str]], value: Value) -> None:
    """Words of one's own belong to the choice that asks for them, and are no answer without it."""
    assert Given(value) == parse_given(question, raw)


@pytest.mark.parametrize(
    ("question", "raw", "sentence"),
    [
        (HOSTED, {"answer": ["else"]}, "You chose “Elsewhere”: say in the line below it what that is."),
        (
            SIGNED,
            {"answer": ["else"], "other": [" "]},
            "You chose “In another way”: say in the line below it what that is.",
        ),
        (
            HOSTED,
            {"answer": ["else"], "other": ["x" * 1001]},
            "What you wrote for “Elsewhere” is 1 character too long.",
        ),
        (
            HOSTED,
            {"answer": ["none", "eu", "us"]},
            "“Nowhere” cannot be chosen together with “The European Union” and “The United States”; "
            "take away one or the other.",
        ),
    ],
)
def test_choices_that_do_not_fit(question: Question, raw: dict[str, list[str]], sentence: str) -> None:
    """An exclusive choice beside others, and one whose words are missing, are refused with a clear sentence."""
    with pytest.raises(InvalidAnswer) as caught:
        parse_given(question, raw)

    assert sentence == caught.value.sentence


@pytest.mark.parametrize(
    ("question", "raw", "begun"),
    [
        (MFA, {"answer": ["not_applicable"]}, True),
        (SIGNED, {"answer": ["else"], "other": [" "]}, True),
        (PERIOD, {"answer": ["2026-01-01", ""]}, True),
        (VOUCHED, {"answer": ["Dana Ortiz", "", ""]}, True),
        (MFA, {"answer": ["perhaps"]}, False),
        (HOURS, {"answer": ["soon"]}, False),
        (PERIOD, {"answer": ["2026-06-30", "2026-01-01"]}, False),
    ],
)
def test_an_answer_that_is_only_begun_is_told_from_a_wrong_one(
    question: Question, raw: dict[str, list[str]], begun: bool
) -> None:
    """What still lacks a part may wait for it; what does not fit is wrong at once."""
    with pytest.raises(InvalidAnswer) as caught:
        parse_given(question, raw)

    assert begun == isinstance(caught.value, UnfinishedAnswer)
