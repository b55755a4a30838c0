"""A condition reads as a sentence that anybody who knows the questions understands."""

import pytest

from questionnaires.conditions import AllOf, AnyOf, Compare, Condition, Not, Operator
from questionnaires.saying import condition_words
from tests.questionnaires.samples import SMALL

YES = Compare("AC-01", Operator.EQUALS, ("yes",))
SOME = Compare("LG-01", Operator.IN, ("a", "b"))


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (YES, "AC-01 is “Yes”"),
        (Not(YES), "AC-01 is not “Yes”"),
        (SOME, "LG-01 includes one of “Sign-ins” or “Changes”"),
        (Compare("BC-01", Operator.GREATER_THAN, ("2026-03-31",)), "BC-01 is after “31 March 2026”"),
        (Compare("AC-01", Operator.ANSWERED, ("false",)), "AC-01 is not answered"),
        (Not(Compare("AC-01", Operator.ANSWERED, ("false",))), "AC-01 is answered"),
        (
            AllOf((YES, AnyOf((SOME, Not(YES))))),
            "AC-01 is “Yes” and (LG-01 includes one of “Sign-ins” or “Changes” or AC-01 is not “Yes”)",
        ),
        (Not(AllOf((YES, SOME))), "not (AC-01 is “Yes” and LG-01 includes one of “Sign-ins” or “Changes”)"),
        (Compare("XX-01", Operator.EQUALS, ("yes",)), "XX-01 is “yes”"),
    ],
)
def test_a_condition_in_words(condition: Condition, words: str) -> None:
    """Labels stand for values, and brackets where “and” meets “or”."""
    assert words == condition_words(condition, SMALL)
