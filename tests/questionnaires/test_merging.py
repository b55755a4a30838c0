"""Answers of a file meet those that stand: every difference is named, and none is settled by itself."""

from datetime import UTC, datetime

import pytest
from hypothesis import given as draw
from hypothesis import strategies as st

from questionnaires.merging import Meeting, meetings
from questionnaires.values import AnswerRow, Given
from tests.questionnaires.samples import NOTES, questionnaire

ASKED = questionnaire(NOTES)
REF = NOTES.ref
A, B, C = Given("a"), Given("b"), Given("c")
NOW = datetime(2026, 11, 26, tzinfo=UTC)
_ANY = st.sampled_from([None, A, B, C])


def met(filed: Given | None, now: Given | None, base: Given | None, *, known: bool = True) -> Meeting | None:
    """How the one question's answer is met."""
    row = {REF: AnswerRow(REF, now, 3, "Dana", NOW)} if now is not None or base is not None else {}
    blank = {REF} if filed is None else set()
    found = meetings(ASKED, {REF: filed} if filed else {}, blank, row, {REF: base} if known else None)
    return found[0].meeting if found else None


@pytest.mark.parametrize(
    ("filed", "now", "base", "expected"),
    [
        (A, None, None, Meeting.NEW),
        (B, A, A, Meeting.CHANGED),
        (A, A, A, Meeting.SAME),
        (B, B, A, Meeting.SAME),
        (A, B, A, Meeting.BEHIND),
        (A, None, A, Meeting.BEHIND),
        (B, C, A, Meeting.CONFLICT),
        (B, None, A, Meeting.CONFLICT),
        (B, A, None, Meeting.CONFLICT),
        (None, A, A, Meeting.EMPTIED),
        (None, B, A, Meeting.EMPTIED),
        (None, None, A, None),
        (None, A, None, None),
        (None, None, None, None),
    ],
)
def test_each_meeting_has_its_name(
    filed: Given | None, now: Given | None, base: Given | None, expected: Meeting | None
) -> None:
    """File, what stands and what stood at the download decide."""
    assert expected == met(filed, now, base)


@pytest.mark.parametrize(
    ("filed", "now", "expected"),
    [(A, None, Meeting.NEW), (A, A, Meeting.SAME), (A, B, Meeting.CONFLICT), (None, A, None)],
)
def test_without_a_download_every_difference_is_left_to_the_person(
    filed: Given | None, now: Given | None, expected: Meeting | None
) -> None:
    """A file that we did not give out says nothing by its empty cells, and overwrites nothing by itself."""
    assert expected == met(filed, now, None, known=False)


def test_what_may_not_be_changed_now_is_told_and_not_offered() -> None:
    """A difference in a closed question is shown; an answer that is the same stays the same."""
    row = {REF: AnswerRow(REF, A, 1, "Dana", NOW)}

    differs, same = (meetings(ASKED, {REF: one}, (), row, {REF: A}, {REF})[0] for one in (B, A))

    assert (Meeting.CLOSED, False, Meeting.SAME) == (differs.meeting, differs.meeting.may_be_taken, same.meeting)


@draw(filed=_ANY, now=_ANY, base=_ANY, known=st.booleans())
def test_no_answer_that_stands_is_replaced_without_being_named(
    filed: Given | None, now: Given | None, base: Given | None, known: bool
) -> None:
    """An answer that someone gave since the download, or that we know nothing of, is never a mere change."""
    found = met(filed, now, base, known=known)

    if found in (Meeting.NEW, Meeting.CHANGED):
        assert now is None or (known and now == base)
    if filed is not None and filed != now and not (known and filed == base):
        assert found in (Meeting.NEW, Meeting.CHANGED, Meeting.CONFLICT)
