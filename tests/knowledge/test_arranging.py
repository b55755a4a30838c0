"""Tests of putting a page's lines into reading order and of marking what they are."""

from collections.abc import Sequence

from knowledge.arranging import TextLine, arranged
from knowledge.pages import MarkKind

WIDTH, HEIGHT, SIZE = 595.0, 842.0, 10.0
LONG = "This sentence is as long as the column in which it stands"


def line(text: str, left: float, top: float, size: float = SIZE, *, bold: bool = False) -> TextLine:
    """Place a line; some letters are narrower than others."""
    width = sum(0.3 if letter in "fijlt.,' " else 0.5 for letter in text) * size
    return TextLine(text, left, top, left + width, top + size * 1.1, size, bold)


def paragraph(word: str, left: float, top: float, lines: int) -> list[TextLine]:
    """Place lines of running text that name their paragraph."""
    return [line(f"{word} {number} {LONG}"[:44], left, top + number * 12) for number in range(lines)]


def spans(text: str, marks: Sequence[tuple[int, int]]) -> list[str]:
    """Cut the marked stretches out."""
    return [text[start:end] for start, end in marks]


def test_two_columns_written_across_are_read_one_after_the_other() -> None:
    """A file that goes from column to column on each line is put in order."""
    left, right = paragraph("left", 50, 100, 20), paragraph("right", 310, 100, 20)

    found = arranged([each for pair in zip(left, right, strict=True) for each in pair], WIDTH, HEIGHT)

    assert [each.text for each in (*left, *right)] == found.text.split("\n")


def test_blocks_side_by_side_whose_lines_do_not_meet_stay_as_filed() -> None:
    """What is sorted by height alone would mix them."""
    left = [line(f"left block line {number}", 50, 100 + number * 34) for number in range(5)]
    right = [line(f"right block line {number}", 310, 117 + number * 34) for number in range(5)]

    found = arranged([*left, *right], WIDTH, HEIGHT)

    assert [each.text for each in (*left, *right)] == found.text.split("\n")


def test_a_heading_over_both_columns_parts_what_is_above_from_what_is_below() -> None:
    """Columns end at a line that runs across them."""
    above = [*paragraph("a", 50, 100, 8), *paragraph("b", 310, 100, 8)]
    below = [*paragraph("c", 50, 260, 8), *paragraph("d", 310, 260, 8)]
    heading = line("A heading of the whole page that crosses the gutter", 150, 220, 12, bold=True)

    found = arranged([*below, *above, heading], WIDTH, HEIGHT)

    assert ["a 0", "b 0", "A h", "c 0", "d 0"] == [
        text[:3] for text in found.text.split("\n") if text[1:4] == " 0 " or text.startswith("A ")
    ]


def test_a_short_note_beside_a_paragraph_is_not_read_into_it() -> None:
    """One line beside three shares a line with the first of them, and is no part of it."""
    left = paragraph("left", 50, 100, 3)
    note = line("A note says no more than this.", 310, 100)
    after = paragraph("after", 50, 170, 1)

    found = arranged([*left, note, *after], WIDTH, HEIGHT)

    assert [each.text for each in (*left, note, *after)] == found.text.split("\n")
    assert not found.marks


def test_columns_under_a_table_are_not_read_as_its_last_row() -> None:
    """A word of their first line begins where the table's second column does; what is written after that does not fit."""
    table = [
        line(text, left, 64 + 12 * row) for row in range(3) for text, left in ((f"Name {row}", 50), ("Value", 226))
    ]
    begins = line("Once every three months the owners go", 50, 100)
    first = [begins, line("through", 226, 100)]
    left, right = [line(f"their lists {LONG}"[:44], 50, 112)], paragraph("right", 310, 100, 2)
    wide = line(f"{LONG} and {LONG} and on", 50, 160)

    found = arranged([*table, *first, *left, *right, wide], WIDTH, HEIGHT)

    assert [f"{begins.text} through", *(each.text for each in (*left, *right, wide))] == found.text.split("\n")[3:]


def test_answers_that_a_form_writes_after_everything_else_stay_beside_their_questions() -> None:
    """A filled form writes its answers last: below its questions stands more that was there before."""
    head = [line("Question", 50, 100, bold=True), line("Answer", 310, 100, bold=True)]
    asked = [line(f"Is control {number} in place?", 50, 120 + 20 * number) for number in range(4)]
    below = line(f"{LONG} and {LONG} and on", 50, 260)
    answers = [line("No" if number % 2 else "Yes", 310, 120 + 20 * number) for number in range(4)]

    found = arranged([*head, *asked, below, *answers], WIDTH, HEIGHT)

    rows = spans(found.text, [(mark.start, mark.end) for mark in found.marks if mark.kind is MarkKind.ROW])
    assert [f"Is control {number} in place? {'No' if number % 2 else 'Yes'}" for number in range(4)] == rows[-4:]


def test_a_running_head_that_is_written_last_is_one_line() -> None:
    """Its right half is no column beside the page."""
    body = paragraph("body", 50, 60, 4)
    head = [line("Security policy of the company", 50, 20), line("Version 3 of the same May", 400, 20)]

    found = arranged([*body, *head], WIDTH, HEIGHT)

    assert found.text.startswith("Security policy of the company Version 3 of the same May\n")


def test_a_label_that_wraps_stands_in_one_row_with_its_value() -> None:
    """The value is written after the whole label, and stands beside its first line."""
    label, value = [line("Kept by the", 50, 100), line("provider", 50, 112)], line("30 days", 310, 100)

    found = arranged([*label, value, *paragraph("after", 50, 150, 2)], WIDTH, HEIGHT)

    assert ["Kept by the\nprovider\n30 days"] == spans(
        found.text, [(mark.start, mark.end) for mark in found.marks if mark.kind is MarkKind.ROW]
    )


def test_a_table_is_read_row_by_row_under_its_header_cells() -> None:
    """Wrapped cells stay together, and each row knows what its cells are."""
    header = [line(text, left, 100, bold=True) for text, left in (("Control", 50), ("Test", 150), ("Result", 400))]
    first = [
        line("CC6.1", 50, 120),
        line("Inspected the access list of", 150, 120),
        line("the production servers.", 150, 132),
        line("No exceptions noted.", 400, 120),
    ]
    second = [
        line("CC6.2", 50, 152),
        line("Compared the list of leavers", 150, 152),
        line("with the directory.", 150, 164),
        line("Exception noted.", 400, 152),
    ]

    found = arranged([*header, *first, *second], WIDTH, HEIGHT)

    rows = [mark for mark in found.marks if mark.kind is MarkKind.ROW]
    assert [
        "Control Test Result",
        "CC6.1 Inspected the access list of\nthe production servers.\nNo exceptions noted.",
        "CC6.2 Compared the list of leavers\nwith the directory.\nException noted.",
    ] == spans(found.text, [(mark.start, mark.end) for mark in rows])
    assert {"Control | Test | Result"} == {mark.header for mark in rows}


def test_a_table_written_line_by_line_across_its_cells_is_read_the_same() -> None:
    """What belongs to one row is told by white space where the file's order does not tell it."""
    rows = [
        [("CC1", 50), ("The board meets in each", 120), ("Inspected the minutes of", 320)],
        [("quarter of the year.", 120), ("two meetings.", 320)],
        [("CC2", 50), ("Staff sign the code of", 120), ("Inspected the signatures", 320)],
        [("conduct.", 120), ("of a sample.", 320)],
    ]
    tops = (100, 112, 132, 144)

    found = arranged(
        [line(text, left, top) for row, top in zip(rows, tops, strict=True) for text, left in row], WIDTH, HEIGHT
    )

    assert [
        "CC1 The board meets in each\nquarter of the year.\nInspected the minutes of\ntwo meetings.",
        "CC2 Staff sign the code of\nconduct.\nInspected the signatures\nof a sample.",
    ] == spans(found.text, [(mark.start, mark.end) for mark in found.marks if mark.kind is MarkKind.ROW])


def test_headings_items_footnotes_and_page_numbers_are_marked() -> None:
    """Each is told by its size, its sign or its place."""
    body = [line(f"{LONG} number {number}", 60, 100 + number * 14) for number in range(6)]
    lines = [
        line("2 Access control", 60, 60, 16, bold=True),
        *body,
        line("\u2022 badges are returned on the last", 60, 220),
        line("day of work", 72, 232),
        line("1 As agreed with the works council.", 60, 700, 7),
        line("Page 3 of 9", 280, 800),
    ]

    found = arranged(lines, WIDTH, HEIGHT)

    assert [
        (MarkKind.HEADING, "2 Access control"),
        (MarkKind.ITEM, "\u2022 badges are returned on the last\nday of work"),
        (MarkKind.FOOTNOTE, "1 As agreed with the works council."),
        (MarkKind.RUNNING, "Page 3 of 9"),
    ] == [(mark.kind, found.text[mark.start : mark.end]) for mark in found.marks]


def test_words_of_one_line_are_joined_and_letters_set_apart_by_a_font_are_not() -> None:
    """A reader of pictures gives words; a parser may cut a word where the font changes."""
    words = [
        TextLine("Encryption", 50, 100, 100, 111, SIZE),
        TextLine("at", 103, 100, 113, 111, SIZE),
        TextLine("r", 116, 100, 121, 111, SIZE),
        TextLine("est", 121, 100, 136, 111, SIZE),
    ]

    found = arranged(words, WIDTH, HEIGHT)

    assert "Encryption at rest" == found.text


def test_nothing_gives_nothing() -> None:
    """An empty page has no text and no marks."""
    found = arranged([], WIDTH, HEIGHT)

    assert ("", ()) == (found.text, found.marks)
