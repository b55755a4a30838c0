"""Answers keep their value and type when written as JSON and read back."""

from datetime import date

import pytest
from hypothesis import given as over
from hypothesis import settings

from questionnaires.model import Questionnaire
from questionnaires.values import (
    Attested,
    Given,
    Period,
    Rows,
    Value,
    given_from_json,
    given_to_json,
    value_from_json,
    value_to_json,
)
from tests.questionnaires.samples import answered

STRUCTURES = (
    Period(date(2026, 1, 1), date(2026, 6, 30)),
    Rows((("Acme", "", "yes"), ("“B”", "2026-01-01", ""))),
    Attested("Dana Ortiz", "CISO", date(2026, 6, 1), "It is so."),
)


@pytest.mark.parametrize(
    "value", ["yes", "2026-01-01", "72", 72.0, 0.1, date(2026, 1, 1), ("a", "b"), (), "ü “x”", *STRUCTURES]
)
def test_value_comes_back_the_same(value: Value) -> None:
    """A text that looks like a date or number stays a text."""
    back = value_from_json(value_to_json(value))

    assert value == back
    assert type(value) is type(back)


@settings(max_examples=50, deadline=None)
@over(answered())
def test_given_comes_back_the_same(example: tuple[Questionnaire, dict[str, Given]]) -> None:
    """Comment and reason come back with the value."""
    for given in example[1].values():
        noted = Given(given.value, "As agreed.", given.reason)

        assert noted == given_from_json(given_to_json(noted))
