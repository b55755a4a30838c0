"""Tests of measuring how far two readings of a page agree."""

import pytest

from knowledge.evaluation.agreeing import characters, order

WORDS = "alpha beta gamma delta epsilon zeta eta theta iota kappa"


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [("a b c d e f", "abc def", 1.0), ("", " \n", 1.0), ("abcdef", "", 0.0), ("abcdefghij", "abcdefghijklmnop", 2 / 3)],
)
def test_characters_agree_as_far_as_runs_of_five_do(one: str, other: str, share: float) -> None:
    """Blanks do not count; what only one has counts against both."""
    assert share == pytest.approx(characters(one, other))


@pytest.mark.parametrize(
    ("other", "share"),
    [(WORDS, 1.0), (" ".join(reversed(WORDS.split())), 0.1), (f"kappa {WORDS.removesuffix(' kappa')}", 0.9)],
)
def test_order_agrees_as_far_as_words_follow_each_other(other: str, share: float) -> None:
    """The longest run in one order counts."""
    assert share == order(WORDS, other)


def test_a_few_words_have_no_order() -> None:
    """Pages with hardly a word are not measured."""
    assert None is order("alpha beta", "beta alpha")
