"""Tests of what only a whole document tells of its pages."""

from knowledge.pages import Mark, MarkKind, PageState, PageText
from knowledge.running import across

HEADER = "Control | Result"


def page(number: int, text: str, *marks: Mark) -> PageText:
    """Make a page."""
    return PageText(number, "", PageState.TEXT, text, marks=marks)


def row(text: str, part: str, header: str = "") -> Mark:
    """Mark a row of two cells."""
    return Mark(text.index(part), text.index(part) + len(part), MarkKind.ROW, 2, header)


def test_lines_that_repeat_at_the_edge_are_running_and_nothing_else() -> None:
    """A head that looks like a heading is none."""
    pages = [
        page(n, f"Acme report\nBody {word}.\nPage {n} of 5", Mark(0, 11, MarkKind.HEADING, 1))
        for n, word in enumerate(("one", "two", "three", "four", "five"), 1)
    ]

    found = across(pages)

    assert {(MarkKind.RUNNING, "Acme report"), (MarkKind.RUNNING, "Page # of #")} == {
        (mark.kind, "Page # of #" if mark.start else each.text[: mark.end]) for each in found for mark in each.marks
    }


def test_a_table_that_goes_on_over_the_page_keeps_its_header() -> None:
    """Rows at the top of a page belong to the table at the foot of the one before."""
    first = "CC6.1 Passed"
    second = "CC6.2 Passed\nCC6.3 Failed\nThe end of the table."
    pages = [
        page(1, first, row(first, first, HEADER)),
        page(2, second, row(second, "CC6.2 Passed"), row(second, "CC6.3 Failed")),
    ]

    found = across(pages)

    assert [HEADER, HEADER] == [mark.header for mark in found[1].marks]


def test_another_table_keeps_to_itself() -> None:
    """Text between two tables parts them, over the page as well."""
    first, second = "CC6.1 Passed\nSo much for access.", "Name Date"
    pages = [page(1, first, row(first, "CC6.1 Passed", HEADER)), page(2, second, row(second, second))]

    found = across(pages)

    assert [""] == [mark.header for mark in found[1].marks]
