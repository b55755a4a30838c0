"""Any spreadsheet: columns are guessed from their words, rows become questions, and what cannot be one is told."""

from dataclasses import replace
from io import BytesIO

import openpyxl
import pytest
from openpyxl.worksheet.datavalidation import DataValidation

from questionnaires.errors import UnreadableQuestionnaire
from questionnaires.formats import Source, is_unknown_sheet
from questionnaires.formats.spreadsheet import (
    Column,
    Layout,
    PlainSheet,
    as_imported,
    guessed,
    guessed_at,
    laid_out,
    layout_from_json,
    plain_sheets,
    shape,
    shapes,
    sheets_from_json,
    sheets_to_json,
)
from questionnaires.formats.spreadsheet.guessing import header_columns
from questionnaires.formats.spreadsheet.kinds import kind_and_choices
from questionnaires.model import QuestionKind
from questionnaires.values import Given

HEADER = ("No.", "Question", "Response", "Comments", "Guidance")
ROWS: list[tuple[object, ...]] = [
    ("ACME supplier check",),
    (),
    HEADER,
    ("", "Access control"),
    ("1.1", "Is MFA required?", "Yes", "For all.", "Think of admins."),
    ("1.2", "Which method?", "App", "", ""),
    ("", "Data protection"),
    ("2.1", "Is data encrypted at rest?", "Maybe", "", ""),
    ("2.1", "Is data encrypted in transit?", "No", "", ""),
    ("2.3", "", "No", "", ""),
    ("2.4", "Do you delete data?", "", "", ""),
]


def workbook(rows: list[tuple[object, ...]] = ROWS, **more: list[tuple[object, ...]]) -> bytes:
    """A workbook as people make them, with a list on one cell."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Check"
    for row in rows:
        sheet.append(list(row))
    if rows is ROWS:
        rule = DataValidation("list", '"App,Text message"')
        rule.add("C6")
        sheet.add_data_validation(rule)
    for name, others in more.items():
        other = book.create_sheet(name)
        for row in others:
            other.append(list(row))
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def sheets(rows: list[tuple[object, ...]] = ROWS, **more: list[tuple[object, ...]]) -> tuple[PlainSheet, ...]:
    """Its sheets as plain texts."""
    return plain_sheets(Source("check.xlsx", workbook(rows, **more)))


def test_a_sheet_is_guessed_and_read() -> None:
    """Sheet, header and columns are found by their words; questions, sections, lists and answers follow."""
    layout = guessed(sheets())

    laid = laid_out(sheets(), layout)

    wanted = {Column.REF: 1, Column.QUESTION: 2, Column.ANSWER: 3, Column.COMMENT: 4, Column.GUIDANCE: 5}
    assert ("Check", 3, wanted, QuestionKind.YES_NO) == (layout.sheet, layout.header, layout.columns, layout.otherwise)
    assert [("Access control", ["1.1", "1.2"]), ("Data protection", ["2.1", "2.4"])] == [
        (section.title, [question.ref for question in section.questions]) for section in laid.sections
    ]
    assert ["App", "Text message"] == [choice.label for choice in laid.questions[1].choices]
    assert "Think of admins." == laid.questions[0].guidance
    assert {"1.1": Given("yes", "For all."), "1.2": Given("c1")} == laid.answers


def test_rows_that_cannot_be_a_question_are_told() -> None:
    """Each gets one sentence with its place; everything else comes in."""
    laid = laid_out(sheets(), guessed(sheets()))

    assert (
        "Check, row 9: its reference 2.1 stands in Check, row 8 already.",
        "Check, row 10: it has no question.",
    ) == laid.left_out
    (unanswered,) = laid.unanswered
    assert "Check, row 8: the question was taken, its answer was not: “Maybe” is neither" in unanswered


def test_a_reference_without_a_question_is_told_or_begins_a_section() -> None:
    """A code alone asks nothing and is told; with a title beside it, it begins a section; so does a title in its column."""
    rows: list[tuple[object, ...]] = [
        ("ref_id", "Question", "Name"),
        ("1", "", "Hosting"),
        ("1.1", "Where is it?"),
        ("1.2",),
        ("Privacy",),
        ("2.1", "Is it private?"),
    ]

    laid = laid_out(sheets(rows), guessed(sheets(rows)))

    assert [("Hosting", ["1.1"]), ("Privacy", ["2.1"])] == [
        (section.title, [question.ref for question in section.questions]) for section in laid.sections
    ]
    assert ("Check, row 4: it has no question.",) == laid.left_out


def test_every_filled_row_is_a_question_a_heading_or_told() -> None:
    """Nothing that stands below the header is dropped without a word."""
    laid = laid_out(sheets(), replace(guessed(sheets()), headings=False))

    assert len(ROWS) - 3 == len(laid.questions) + len(laid.left_out)


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        (("Frage-Nr", "Frage", "Antwort", "Bemerkung"), ["question", "answer", "comment"]),
        (("ID", "Control Question", "Answer Options", "Vendor Response"), ["ref", "question", "choices", "answer"]),
        (("Domain", "Question ID", "Question Text", "Y/N/NA"), ["section", "ref", "question", "answer"]),
        (("#", "Requirement", "Compliance", "Evidence"), ["ref", "question", "answer", "comment"]),
        (
            ("Catégorie", "N°", "Question", "Réponse", "Commentaire"),
            ["section", "ref", "question", "answer", "comment"],
        ),
        (("Section", "Ref.", "Question:", "Additional information"), ["section", "ref", "question", "comment"]),
    ],
)
def test_headers_are_understood(headers: tuple[str, ...], expected: list[str]) -> None:
    """The usual words over columns, in several languages; a column counts once."""
    found = header_columns(dict(enumerate(headers, start=1)))

    assert expected == [column.value for column in sorted(found, key=lambda column: found[column])]


def test_columns_without_headers_are_guessed_from_what_they_hold() -> None:
    """Long texts are questions, short codes their references."""
    layout = guessed(sheets([("A1", "Do you encrypt all customer data?"), ("A2", "Do you test your backups?")]))

    assert (0, {Column.REF: 1, Column.QUESTION: 2}) == (layout.header, layout.columns)


def test_columns_of_another_header_are_guessed_again() -> None:
    """Where somebody points at another row, its words count; where it has none, what stands below."""
    found = sheets()

    assert guessed(found) == guessed_at(found, "Check", 3)
    assert {Column.QUESTION: 2} == guessed_at(found, "Check", 4).columns


def test_sheets_of_the_same_header_are_read_together() -> None:
    """One sheet a topic: each is read, under its own name, below its own header."""
    header = ("ID", "Question")
    found = sheets([header, ("A1", "Is it so?")], Privacy=[("Privacy",), header, ("P1", "Is it?")], Notes=[("x", "y")])

    laid = laid_out(found, guessed(found))

    assert [("Check", ["A1"]), ("Privacy", ["P1"])] == [
        (section.title, [question.ref for question in section.questions]) for section in laid.sections
    ]


@pytest.mark.parametrize(
    ("written", "listed", "expected"),
    [
        ("Yes/No/NA", (), ("yes_no", [])),
        ("yes; no; partially", (), ("yes_no", [])),
        ("Free text", ("a", "b"), ("text", [])),
        ("Number", (), ("number", [])),
        ("date", (), ("date", [])),
        ("- Low\n- High", (), ("single", ["Low", "High"])),
        ("A, B, B", (), ("single", ["A", "B"])),
        ("", ("Full", "Partial"), ("single", ["Full", "Partial"])),
        ("", ("Yes", "No", "N/A"), ("yes_no", [])),
        ("Select all that apply: A; B", (), ("multiple", ["A", "B"])),
        ("", (), ("text", [])),
        ("Describe", (), ("text", [])),
    ],
)
def test_the_kind_follows_what_may_be_answered(
    written: str, listed: tuple[str, ...], expected: tuple[str, list[str]]
) -> None:
    """Words beside a question, then its cell's list, then what somebody said."""
    kind, choices = kind_and_choices("Which?", written, listed, QuestionKind.TEXT)

    assert expected == (kind.value, [choice.label for choice in choices])


def test_a_shape_is_the_header_wherever_it_stands() -> None:
    """The next file has the header in another row and other questions, and the same shape."""
    later = sheets([("A new title",), *([()] * 3), HEADER, ("9.9", "Is it?")])
    layout = guessed(sheets())

    found = {one: (sheet.name, row) for one, sheet, row in shapes(later)}

    assert ("Check", 5) == found[shape(sheets()[0].rows[layout.header])]
    assert layout == layout_from_json(layout.to_json())


def test_sheets_are_kept_as_they_were() -> None:
    """What is written is read again, lists included."""
    assert sheets() == sheets_from_json(sheets_to_json(sheets()))


def test_references_are_made_fit_for_addresses_and_without_a_column_counted() -> None:
    """A reference keeps its words; where there is none, questions are counted in their order."""
    rows: list[tuple[object, ...]] = [
        ("ID", "Question"),
        ("A 1 / b", "Is it?"),
        ("x" * 41, "Is it?"),
        ("", "Is it so?"),
    ]
    named = laid_out(sheets(rows), Layout("Check", 1, {Column.REF: 1, Column.QUESTION: 2}))
    counted = laid_out(sheets(rows), Layout("Check", 1, {Column.QUESTION: 2}))

    assert (["A-1-b"], ["Q1", "Q2", "Q3"]) == ([q.ref for q in named.questions], [q.ref for q in counted.questions])
    assert ["longer than 40", "it has no reference"] == [
        word for line in named.left_out for word in ("longer than 40", "it has no reference") if word in line
    ]


@pytest.mark.parametrize(
    ("layout", "sentence"),
    [
        (Layout("Check", 3, {Column.REF: 1}), "which column holds the questions"),
        (Layout("Check", 3, {Column.REF: 2, Column.QUESTION: 2}), "chosen for two things"),
        (Layout("None", 3, {Column.QUESTION: 2}), "no sheet called “None”"),
        (Layout("Check", 99, {Column.QUESTION: 2}), "No row of this sheet"),
    ],
)
def test_a_layout_that_points_at_nothing_is_told(layout: Layout, sentence: str) -> None:
    """One sentence says what to choose."""
    with pytest.raises(UnreadableQuestionnaire, match=sentence):
        as_imported(laid_out(sheets(), layout), "check", "Check")


def test_what_it_makes_is_a_questionnaire() -> None:
    """It is valid, expects nothing that nobody said, and yes where somebody did."""
    layout = guessed(sheets())

    plain = as_imported(laid_out(sheets(), layout), "check", "Check").questionnaire
    good = as_imported(laid_out(sheets(), replace(layout, yes_is_good=True)), "check", "Check").questionnaire

    assert [(), (), (), ()] == [question.expected for question in plain.questions]
    assert [("yes",), (), ("yes",), ("yes",)] == [question.expected for question in good.questions]


def test_csv_is_a_sheet_too_and_known_kinds_are_not_unknown() -> None:
    """Whatever separates its columns; a sheet with a CAIQ's columns is none of these."""
    found = plain_sheets(Source("a.csv", b"ID;Question;Answer\nA1;Is it?;'=no\n"))

    assert {Column.REF: 1, Column.QUESTION: 2, Column.ANSWER: 3} == guessed(found).columns
    assert [True, False] == [
        is_unknown_sheet(Source("a.csv", text))
        for text in (b"ID,Frage\n1,Ist es?", b"Question ID,Question\nAIS-01.1,Is?")
    ]


def test_too_much_is_refused_in_words() -> None:
    """More cells than a questionnaire has, and nothing at all."""
    with pytest.raises(UnreadableQuestionnaire, match="more than 100,000 filled cells"):
        plain_sheets(Source("a.csv", b"a,b,c,d\n" * 26_000))
    with pytest.raises(UnreadableQuestionnaire, match="holds no rows"):
        plain_sheets(Source("a.csv", b"\n\n"))
