"""Answers made of rows that are told together."""

import pytest

from portal.assistant.records.telling import Block, Line, Told, ToldDraft, joined

AHEAD = Told(
    "One vendor.", (Block(("Vendor",), (Line(("Helio",), "/vendors/helio", "vendor"),)),), ("Ahead.",), ends=11
)


def test_two_answers_are_told_one_after_the_other() -> None:
    """All rows and notes stay, and the whole is an answer of rows."""
    told = joined(AHEAD, Told("Findings: none", notes=("Behind.",), left=2))

    assert "One vendor. Findings: none" == told.asked
    assert (AHEAD.blocks, ("Ahead.", "Behind."), 0, 2) == (told.blocks, told.notes, told.ends, told.left)


@pytest.mark.parametrize(
    "then", [Told("", beside=True), Told("", draft=ToldDraft("note", "A note", "", (), "", "", ""))]
)
def test_drafts_and_comparisons_are_told_alone(then: Told) -> None:
    """They would be lost behind other rows."""
    with pytest.raises(AssertionError):
        joined(AHEAD, then)
