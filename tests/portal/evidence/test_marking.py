"""Tests of a page's text cut at what is marked in it."""

from portal.evidence.marking import MarkedSpan, MarkKind, Segment, flowed, segmented


def test_paragraphs_flow_and_places_hold() -> None:
    """Breaks inside a paragraph become spaces, those of lists and headings stay, and no character moves."""
    text = "Heading\nThe vendor removes access of people who leave on\nthe last working day of the month.\n- one\n- two"
    start = text.index("who leave")

    shown = flowed(text)
    segments = segmented(text, [MarkedSpan(start, start + 33, MarkKind.QUOTE)])

    assert (
        "Heading\nThe vendor removes access of people who leave on the last working day of the month.\n- one\n- two"
        == shown
    )
    assert Segment("who leave on the last working day", "quote") == segments[1]


def test_where_marks_meet_the_quote_is_shown_first() -> None:
    """A search's word inside the quote stays part of the quote, one outside is marked as found."""
    marks = [MarkedSpan(4, 11, MarkKind.QUOTE), MarkedSpan(8, 11, MarkKind.HIT), MarkedSpan(12, 15, MarkKind.NOW)]

    segments = segmented("one two two two", marks)

    assert ["one ", "two ", "two", " ", "two"] == [segment.text for segment in segments]
    assert ["", "quote", "quote", "", "now"] == [segment.kind for segment in segments]
    assert [False, True, True, False, True] == [segment.marked for segment in segments]
