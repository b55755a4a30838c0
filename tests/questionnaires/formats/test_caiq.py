"""The CAIQ comes in whatever its release and file, and answers go out into it with nothing else changed."""

import csv
import json
from io import BytesIO, StringIO

import openpyxl
import pytest
from hypothesis import given as over
from hypothesis import settings
from hypothesis import strategies as st
from openpyxl.worksheet.datavalidation import DataValidation

from questionnaires.controls import Framework
from questionnaires.errors import UnreadableQuestionnaire
from questionnaires.formats import caiq
from questionnaires.formats.escaping import bare, guarded
from questionnaires.formats.noted import with_notes, without_notes
from questionnaires.formats.source import Source, from_path
from questionnaires.formats.workbook import Book
from questionnaires.model import ControlArea
from questionnaires.values import Given
from tests.questionnaires.formats.books import NOT_HERE, SHARED, book, unpacked
from tests.questionnaires.formats.caiq_files import HEADERS, caiq_3, caiq_4, caiq_csv, caiq_json, row

REFS = ["A&A-01.1", "A&A-01.2", "CEK-03.1", "DCS-02.1", "I&S-04.1"]
GIVEN = {
    "A&A-01.1": Given(
        "yes", "Policy P-1.\nReviewed in May.\n\nControl ownership: CSP-owned\nCustomer responsibilities: Read it."
    ),
    "CEK-03.1": Given("no", "Control ownership: Shared CSP and CSC"),
    "DCS-02.1": Given("not_applicable", "Control ownership: 3rd-party outsourced", "We have no data centre."),
}


def test_questions_come_with_their_controls() -> None:
    """Each row is a yes or no question in the section of its domain, about its control; the frame around is left out."""
    asked = caiq.read(Source("q.xlsx", caiq_4())).questionnaire

    assert ("caiq-4.0.3", "CAIQ 4.0.3") == (asked.key, asked.title)
    assert REFS == [question.ref for question in asked.questions]
    assert [ControlArea.GOVERNANCE, ControlArea.CRYPTOGRAPHY, ControlArea.PHYSICAL, ControlArea.VULNERABILITIES] == [
        section.area for section in asked.sections
    ]
    second = asked.questions[1]
    assert "Is the audit policy reviewed every year?" == second.text
    assert ("CCM A&A-01",) == tuple(map(str, second.controls))


def test_answers_come_with_all_their_columns() -> None:
    """Answer, description, ownership and the customer's part are kept; no applicability has its reason."""
    imported = caiq.read(Source("q.xlsx", caiq_4()))

    assert (GIVEN, ()) == (imported.answers, imported.warnings)


def test_every_file_asks_the_same() -> None:
    """Workbook, CSV and JSON of one release give the same questions, and each says which release it is."""
    workbook, sheet, data = (
        caiq.read(Source(name, content)).questionnaire
        for name, content in (("q.xlsx", caiq_4()), ("caiq-4.0.3.csv", caiq_csv()), ("q.json", caiq_json()))
    )

    texts = [[question.text for question in asked.questions] for asked in (workbook, sheet, data)]
    assert texts[0] == texts[1] == texts[2]
    assert ["caiq-4.0.3", "caiq-4.0.3", "caiq-4.1.0"] == [workbook.key, sheet.key, data.key]


def test_mappings_are_read_where_they_are() -> None:
    """Columns of mappings give references to the controls of frameworks that we know; what names no control is left."""
    question = caiq.read(Source("q.csv", caiq_csv())).questionnaire.questions[0]

    expected = ("CCM A&A-01", "SOC2 CC2.2", "ISO 7.5", "ISO A.5.1", "CSF PR.AA-05", "PCI 8.2.5")
    assert expected == tuple(map(str, question.controls))


def test_older_release_with_crosses_is_read_and_filled() -> None:
    """Answers as crosses in three columns are read, filled in, and read again; its controls are not those of CCM 4."""
    marks = {"A&amp;A-01.1": ("X", "", "", "Policy."), "DCS-02.1": ("", "", "x", ""), "CEK-03.1": ("X", "X", "", "")}

    imported = caiq.read(Source("q.xlsx", caiq_3(marks)))

    assert "caiq-3.1" == imported.questionnaire.key
    assert not any(question.controls for question in imported.questionnaire.questions)
    assert {"A&A-01.1": Given("yes", "Policy."), "DCS-02.1": Given("not_applicable")} == imported.answers
    assert (
        "The answer to CEK-03.1 was left out: “Yes and No” is neither yes, no nor not applicable." in imported.warnings
    )
    answers = {"CEK-03.1": Given("no", "Soon."), "A&A-01.1": Given("no")}
    filled = caiq.fill(Source("q.xlsx", caiq_3(marks)), answers)
    assert ({**answers, "A&A-01.1": Given("no", "Policy."), "DCS-02.1": Given("not_applicable")}, 2, ()) == (
        caiq.read(Source("q.xlsx", filled.data)).answers,
        filled.answers,
        filled.warnings,
    )


def test_answers_go_out_into_the_workbook() -> None:
    """Filling the empty workbook gives back every answer, and the sheet differs in the answered cells alone."""
    empty = caiq_4({})

    filled = caiq.fill(Source("q.xlsx", empty), GIVEN)

    assert (3, ()) == (filled.answers, filled.warnings)
    assert GIVEN == caiq.read(Source("q.xlsx", filled.data)).answers
    old, new = unpacked(empty), unpacked(filled.data)
    assert ["xl/worksheets/sheet2.xml"] == [name for name in old if old[name] != new[name]]
    before, after = (Book(data).sheets[1].parts for data in (empty, filled.data))
    changed = {str(cell) for cell in after.cells if before.cells.get(cell) != after.cells[cell]}
    assert {"C3", "D3", "E3", "F3", "C5", "D5", "C6", "D6", "E6"} == changed
    assert (before.merged, before.rules) == (after.merged, after.rules)


def test_answers_go_out_into_csv_and_json() -> None:
    """Files without places for answers get them, and give every answer back."""
    for name, data in (("q.csv", caiq_csv()), ("q.json", caiq_json())):
        filled = caiq.fill(Source(name, data), GIVEN)

        assert GIVEN == caiq.read(Source(name, filled.data)).answers
        assert REFS == [question.ref for question in caiq.read(Source(name, filled.data)).questionnaire.questions]


def test_what_cannot_be_written_is_said() -> None:
    """An answer that the file's list lacks, and one to a question it does not ask, are named and not forced in."""
    answers = {"A&A-01.1": Given("in_part", "Half."), "ZZZ-01.1": Given("yes")}

    filled = caiq.fill(Source("q.xlsx", caiq_4({})), answers)

    assert (
        "ZZZ-01.1 was left out: the file does not ask it.",
        "The answer to A&A-01.1 was left out: the file has no word for “In part”.",
    ) == filled.warnings
    assert "Half." in Book(filled.data).sheets[1].rows[3].values()


def test_what_cannot_be_read_is_said() -> None:
    """Doubtful answers, doubled rows and reasons that are missing are named; what follows the answer is kept."""
    answers = {
        "A&amp;A-01.1": ("Yes, mostly", "", "", ""),
        "A&amp;A-01.2": ("perhaps", "", "", ""),
        "CEK-03.1": ("", "", "We encrypt.", ""),
        "DCS-02.1": (" n/a ", "", "", ""),
        "I&amp;S-04.1": ("YES", "", "x" * 9_000, ""),
    }

    imported = caiq.read(Source("q.xlsx", caiq_4(answers)))

    assert {
        "A&A-01.1": Given("yes", "Answer as written: Yes, mostly"),
        "DCS-02.1": Given("not_applicable"),
    } == imported.answers
    assert (
        "The answer to A&A-01.2 was left out: “perhaps” is neither yes, no nor not applicable.",
        "The answer to CEK-03.1 was left out: there is a text to it, but no answer.",
        "The answer to I&S-04.1 was left out: its texts are longer than the 8,000 characters that fit.",
        "These are answered “not applicable” without saying why: DCS-02.1.",
    ) == imported.warnings


def test_doubled_and_empty_rows_are_said() -> None:
    """A question that stands twice is read once, one without a text not at all."""
    rows = row(1, HEADERS) + row(2, ("AIS-01.1", "Is it so?")) + row(3, ("AIS-01.1", "Again?")) + row(4, ("AIS-02.1",))

    imported = caiq.read(Source("q.xlsx", book({"CAIQ": f"<sheetData>{rows}</sheetData>"})))

    assert ["Is it so?"] == [question.text for question in imported.questionnaire.questions]
    assert ("AIS-01.1 stands twice; the first one was read.", "AIS-02.1 was left out: its row asks nothing.") == (
        imported.warnings
    )


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("q.xlsx", book({"One": "<sheetData/>"}), "no sheet of the workbook has the columns “Question ID”"),
        ("q.xlsx", book({"One": f"<sheetData>{row(1, HEADERS)}</sheetData>"}), "no rows with an id such as AIS-01.1"),
        ("q.csv", b"a,b\n1,2\n", "no row of the CSV file has the columns"),
        ("q.csv", b"\xff\x00\xff", "is not text in UTF-8"),
        ("q.json", b'{"questions": [{"a": 1}]}', "no list of questions in the JSON has the columns"),
        ("q.json", b'{"questions": [', "it breaks at line 1"),
        ("q.json", b'{"questions": NaN}', "a number that is none"),
    ],
)
def test_foreign_file_gets_one_sentence(name: str, data: bytes, sentence: str) -> None:
    """The sentence says what was looked for."""
    with pytest.raises(UnreadableQuestionnaire, match=sentence):
        caiq.read(Source(name, data))


FORMULAS = [
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-2",
    "@SUM(A1)",
    "\t=1",
    " =1",
    "＝1",
    "'=1",
    "''-x",
    "%0A=1",
    "|x",
    "\r\n=2",
]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_becomes_a_formula(text: str) -> None:
    """In workbook and CSV a text that looks like a formula stands behind an apostrophe, and comes back without it."""
    workbook = caiq.fill(Source("q.xlsx", caiq_4({})), {"A&A-01.1": Given("yes", text)})
    sheet = caiq.fill(Source("q.csv", caiq_csv()), {"A&A-01.1": Given("yes", text)})

    written = Book(workbook.data).sheets[1].rows[3][5]
    assert written.startswith("'") and not any(
        raw.has_formula for raw in Book(workbook.data).sheets[1].parts.cells.values()
    )
    assert "'" == list(csv.reader(StringIO(sheet.data.decode("utf-8-sig"), newline="")))[1][-1][0]
    for name, filled in (("q.xlsx", workbook), ("q.csv", sheet)):
        assert text.strip() == caiq.read(Source(name, filled.data)).answers["A&A-01.1"].comment


@over(st.text(st.sampled_from("'=+-@|% \tx＝\n"), max_size=8))
def test_apostrophe_comes_off_as_it_went_on(text: str) -> None:
    """Every text survives, however many apostrophes it begins with."""
    assert text == bare(guarded(text))


@over(st.text("ab\n :", max_size=12), st.text("ab :", max_size=8), st.text("ab :\n", max_size=8))
def test_notes_come_out_as_they_went_in(text: str, first: str, second: str) -> None:
    """Text and notes that are put together into one comment are taken apart to the same."""
    notes = {label: note.strip() for label, note in (("One", first), ("Two", second)) if note.strip()}

    assert (text.strip(), notes) == without_notes(with_notes(text, {"One": first, "Two": second}), ("One", "Two"))


_TEXTS = st.text(st.characters(categories=["L", "N", "P", "Zs"]), min_size=1, max_size=40).map(
    lambda text: f"x{text}".strip()
)
_GIVENS = st.one_of(
    st.builds(lambda value, comment: Given(value, comment), st.sampled_from(["yes", "no"]), st.just("") | _TEXTS),
    st.builds(lambda reason: Given("not_applicable", "", reason), _TEXTS),
)


@settings(max_examples=40, deadline=None)
@over(st.dictionaries(st.sampled_from(REFS), _GIVENS))
def test_any_answers_survive_the_workbook(answers: dict[str, Given]) -> None:
    """Whatever is answered comes back the same from the filled workbook."""
    filled = caiq.fill(Source("q.xlsx", caiq_4({})), answers)

    assert answers == caiq.read(Source("q.xlsx", filled.data)).answers


@pytest.mark.skipif(not SHARED.is_dir(), reason=NOT_HERE)
@pytest.mark.parametrize(
    ("name", "key", "questions"),
    [("ccm-caiq-4.0.3-normalized.csv", "caiq-4.0.3", 261), ("ccm-caiq-4.1.0.json", "caiq-4.1.0", 283)],
)
def test_real_files_are_read_whole(name: str, key: str, questions: int) -> None:
    """CSA's own files give all their questions, each with its CCM control, and take and give back any answers."""
    source = from_path(SHARED / "caiq" / name)

    imported = caiq.read(source)

    asked = imported.questionnaire
    assert (key, questions, 17, ()) == (asked.key, len(asked.questions), len(asked.sections), imported.warnings)
    assert all(any(one.framework is Framework.CSA_CCM for one in question.controls) for question in asked.questions)
    answers = {question.ref: Given("yes", f"=We do {question.ref}.") for question in asked.questions}
    filled = caiq.fill(source, answers)
    again = caiq.read(Source(name, filled.data))
    assert (answers, asked) == (again.answers, again.questionnaire)


@pytest.mark.skipif(not SHARED.is_dir(), reason=NOT_HERE)
def test_whole_release_survives_a_workbook() -> None:
    """All 283 questions in a workbook with lists: answers go in, and nothing but their cells is another."""
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = "CAIQv4.1.0"
    sheet.append(HEADERS)
    for question in json.loads((SHARED / "caiq" / "ccm-caiq-4.1.0.json").read_text())["questions"]:
        sheet.append([question["question_id"], question["question"], *[None] * 4, question["ccm_control_id"]])
    rule = DataValidation(type="list", formula1='"Yes,No,NA"')
    rule.add("C2:C300")
    sheet.add_data_validation(rule)
    out = BytesIO()
    made.save(out)
    asked = caiq.read(Source("q.xlsx", out.getvalue())).questionnaire
    answers = {question.ref: Given("yes", f"Yes: {question.ref}") for question in asked.questions}

    filled = caiq.fill(Source("q.xlsx", out.getvalue()), answers)

    assert (283, ()) == (filled.answers, filled.warnings)
    assert answers == caiq.read(Source("q.xlsx", filled.data)).answers
    before, after = Book(out.getvalue()).sheets[0].parts.cells, Book(filled.data).sheets[0].parts.cells
    assert 283 * 2 == sum(before.get(cell) != after[cell] for cell in after)
