"""Reading the markup of the sample documents."""

import pytest

from portal.sample.markup import Grid, Heading, Items, Note, PageBreak, Paragraph, Signature, blocks


def test_each_kind_of_block_is_recognised() -> None:
    """A text falls into its blocks in order."""
    parts = [
        "# One",
        "Some\ntext.",
        "- a\n- b\n  more",
        "1. x",
        "> note",
        "@sign Ann Lee | Partner | 1 May 2026",
        "---page---",
    ]

    assert blocks("\n\n".join(parts)) == [
        Heading(1, "One"),
        Paragraph("Some text."),
        Items(("a", "b more"), numbered=False),
        Items(("x",), numbered=True),
        Note("note"),
        Signature("Ann Lee", "Partner", "1 May 2026"),
        PageBreak(),
    ]


def test_a_table_has_widths_a_head_and_rows() -> None:
    """The second row of a table holds the shares of its columns."""
    assert blocks("| A | B |\n| 1 | 3 |\n| x | y |") == [Grid((0.25, 0.75), ("A", "B"), (("x", "y"),))]


def test_a_row_with_a_cell_missing_is_refused() -> None:
    """A slip in a table is found when the document is read."""
    with pytest.raises(ValueError, match="1 cells, not 2"):
        blocks("| A | B |\n| 1 | 3 |\n| x |")
