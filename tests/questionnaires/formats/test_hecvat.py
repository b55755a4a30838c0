"""HECVAT workbooks come in with their lists, weights and conditions, and answers go out into them."""

from io import BytesIO

import openpyxl
import pytest
from hypothesis import given as over
from hypothesis import settings
from hypothesis import strategies as st

from questionnaires.branching import applicable_questions
from questionnaires.errors import UnreadableQuestionnaire
from questionnaires.formats import hecvat
from questionnaires.formats.source import Source, from_path
from questionnaires.formats.workbook import Book, Cell
from questionnaires.model import ControlArea, Question, QuestionKind, Weight
from questionnaires.values import Given
from tests.questionnaires.formats import hecvat_files
from tests.questionnaires.formats.books import NOT_HERE, SHARED, unpacked

ANSWERS = {
    "GNRL-01": Given("Example GmbH"),
    "REQU-01": Given("yes"),
    "APPL-01": Given("yes", "By =role, see §3."),
    "APPL-02": Given("no"),
    "APPL-03": Given("not_applicable", reason="There is none."),
    "HOST-01": Given("aws", "In Frankfurt."),
    "HOST-02": Given("=Racks"),
}


def source(data: bytes) -> Source:
    """The workbook under a name."""
    return Source("hecvat.xlsx", data)


def asked(data: bytes) -> dict[str, Question]:
    """The questions of the workbook by reference."""
    return {question.ref: question for question in hecvat.read(source(data)).questionnaire.questions}


def test_questions_come_by_their_sections() -> None:
    """Sheets that ask give the questions, each once, under the heading above them; the release is read from the file."""
    imported = hecvat.read(source(hecvat_files.hecvat()))

    found = imported.questionnaire
    assert ("hecvat-4.1.9", "HECVAT 4.1.9") == (found.key, found.title)
    assert [ref for ref, *_ in hecvat_files.ASKED] == [question.ref for question in found.questions]
    assert ["General Information", "Required Questions", "Application Security", "Hosting Facilities"] == [
        section.title for section in found.sections
    ]
    assert ControlArea.PHYSICAL == found.sections[3].area


def test_lists_decide_the_kind() -> None:
    """A list of yes and no makes a yes or no question, another list a choice, and no list a text."""
    questions = asked(hecvat_files.hecvat())

    kinds = {ref: question.kind for ref, question in questions.items()}
    assert QuestionKind.YES_NO == kinds["APPL-01"] == kinds["APPL-03"] == kinds["HOST-03"]
    assert (QuestionKind.TEXT, QuestionKind.SINGLE) == (kinds["GNRL-01"], kinds["HOST-01"])
    assert ["Own rooms", "AWS"] == [choice.label for choice in questions["HOST-01"].choices]


def test_weights_and_expected_answers_are_the_files() -> None:
    """Weights keep their proportions, what complies is expected, and an analyst's star is no part of the question."""
    questions = asked(hecvat_files.hecvat())

    first, second = questions["APPL-01"], questions["APPL-02"]
    assert ("Is access by role?", ("yes",), Weight.HIGH) == (first.text, first.expected, first.weight)
    assert (("no",), Weight.NORMAL, Weight.LOW) == (second.expected, second.weight, questions["HOST-03"].weight)
    assert () == questions["REQU-01"].expected
    assert "Think.\nIf no: Why not?" == first.guidance


def test_changed_weights_are_read() -> None:
    """Another weight in the file is another weight here; one between ours is said to be rounded."""
    imported = hecvat.read(source(hecvat_files.hecvat(weight="27")))

    question = imported.questionnaire.find_question("APPL-01")
    assert question is not None and Weight.CRITICAL == question.weight
    assert "These weights lie between ours and were rounded: APPL-01." in imported.warnings


def test_conditions_close_questions() -> None:
    """An answer that closes questions takes them away; a condition on what is not asked is said to be left out."""
    imported = hecvat.read(source(hecvat_files.hecvat()))

    def applying(answer: str) -> set[str]:
        return {one.ref for one in applicable_questions(imported.questionnaire, {"REQU-01": Given(answer)})}

    assert {"APPL-01", "APPL-02"} == applying("yes") - applying("no")
    assert "APPL-03 is always asked: ZZZZ-01, which could close it, is no earlier yes or no." in imported.warnings
    assert "These are listed, but no sheet has a place for their answers: HOST-03." in imported.warnings


def test_answers_are_read_where_they_are_written() -> None:
    """Words from lists, texts and what is said to them come as answers."""
    filled = {
        "GNRL-01": ("Example GmbH", ""),
        "REQU-01": ("YES", ""),
        "APPL-01": ("Yes", "By =role, see §3."),
        "APPL-02": ("No", ""),
        "APPL-03": ("N/A", "There is none."),
        "HOST-01": ("aws", "In Frankfurt."),
        "HOST-02": ("=Racks", ""),
    }

    assert ANSWERS == hecvat.read(source(hecvat_files.hecvat(filled))).answers


def test_answers_go_out_into_the_workbook() -> None:
    """Filling gives back every answer; only the answered cells of the asking sheets differ, and no formula is touched."""
    empty = hecvat_files.hecvat()

    filled = hecvat.fill(source(empty), ANSWERS)

    assert (7, ()) == (filled.answers, filled.warnings)
    assert ANSWERS == hecvat.read(source(filled.data)).answers
    old, new = unpacked(empty), unpacked(filled.data)
    assert list(old) == list(new)
    assert {"xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"} == {part for part in old if old[part] != new[part]}
    changed = {
        (sheet.name, str(cell))
        for before, sheet in zip(Book(empty).sheets, Book(filled.data).sheets, strict=True)
        for cell, raw in sheet.parts.cells.items()
        if before.parts.cells.get(cell) != raw
    }
    product = {("Product", cell) for cell in ("C20", "D20", "C21", "C22", "D22", "C35", "D35", "C36")}
    assert {("START HERE", "C13"), ("START HERE", "C29"), *product} == changed


def test_what_cannot_be_written_is_said() -> None:
    """An answer that a list lacks, a text without a place and a question without a row are named."""
    answers = {
        "APPL-01": Given("in_part", "Half."),
        "GNRL-01": Given("Us", "More."),
        "HOST-03": Given("yes"),
        "NONE-01": Given("yes"),
    }

    filled = hecvat.fill(source(hecvat_files.hecvat()), answers)

    assert (
        "The answer to APPL-01 was left out: the workbook's list has no “In part”.",
        "The additional information to GNRL-01 was left out: the workbook has no place for it.",
        "HOST-03 was left out: the workbook has no place for its answer.",
        "NONE-01 was left out: the workbook has no place for its answer.",
    ) == filled.warnings
    assert {"GNRL-01": Given("Us")} == hecvat.read(source(filled.data)).answers


def test_what_cannot_be_read_is_said() -> None:
    """Answers outside the list and texts without an answer are named."""
    filled = {"APPL-01": ("maybe", ""), "APPL-02": ("", "We hash."), "HOST-01": ("On the moon", "")}

    warnings = hecvat.read(source(hecvat_files.hecvat(filled))).warnings

    assert {
        "The answer to APPL-01 was left out: “maybe” is neither yes, no nor not applicable.",
        "The answer to APPL-02 was left out: there is a text to it, but no answer.",
        "The answer to HOST-01 was left out: “On the moon” is not in its list.",
    } <= set(warnings)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"text", "is no .xlsx workbook, which a HECVAT always is"),
        (hecvat_files.foreign(), "no sheet says so in its name or head"),
        (hecvat_files.empty(), "no visible sheet with references such as COMP-01"),
    ],
)
def test_foreign_file_gets_one_sentence(data: bytes, sentence: str) -> None:
    """The sentence says what was looked for."""
    with pytest.raises(UnreadableQuestionnaire, match=sentence):
        hecvat.read(source(data))


@settings(max_examples=25, deadline=None)
@over(st.sets(st.sampled_from(sorted(ANSWERS))))
def test_any_answers_survive(chosen: set[str]) -> None:
    """Whatever part of the answers is given comes back, and no more."""
    answers = {ref: ANSWERS[ref] for ref in chosen}

    filled = hecvat.fill(source(hecvat_files.hecvat()), answers)

    assert answers == hecvat.read(source(filled.data)).answers


@pytest.mark.skipif(not SHARED.is_dir(), reason=NOT_HERE)
def test_real_workbook_is_read_whole_and_filled() -> None:
    """HECVAT 4.1.4: all questions with their lists; every answer goes in and comes back, only answered cells differ."""
    original = from_path(SHARED / "hecvat" / "HECVAT414.xlsx")
    found = hecvat.read(original).questionnaire
    answers = {question.ref: _any_answer(question) for question in found.questions if question.ref != "AILM-07"}

    filled = hecvat.fill(original, answers)

    assert (332, 331, ()) == (len(found.questions), filled.answers, filled.warnings)
    assert answers == hecvat.read(source(filled.data)).answers
    old, new = unpacked(original.data), unpacked(filled.data)
    asking = {sheet.part for sheet in Book(original.data).sheets[:8]}
    assert list(old) == list(new)
    assert asking == {part for part in old if old[part] != new[part]}
    for before, after in zip(Book(original.data).sheets, Book(filled.data).sheets, strict=True):
        changed = {cell for cell, raw in after.parts.cells.items() if before.parts.cells.get(cell) != raw}
        assert not any(before.has_formula(cell) for cell in changed)
        assert {3, 4} >= {cell.column for cell in changed}
        assert (before.parts.rules, before.parts.merged) == (after.parts.rules, after.parts.merged)


@pytest.mark.filterwarnings("ignore::UserWarning:openpyxl")
@pytest.mark.skipif(not SHARED.is_dir(), reason=NOT_HERE)
def test_copy_that_lost_its_lists_is_read() -> None:
    """A copy saved by a program that keeps neither extended lists nor worked-out texts has the same questions."""
    original = from_path(SHARED / "hecvat" / "HECVAT414.xlsx")
    out = BytesIO()
    openpyxl.load_workbook(BytesIO(original.data)).save(out)

    whole, copy = hecvat.read(original).questionnaire, hecvat.read(source(out.getvalue())).questionnaire

    assert [question.text for question in whole.questions] == [question.text for question in copy.questions]
    assert [question.applies_when for question in whole.questions] == [one.applies_when for one in copy.questions]
    assert [section.title for section in whole.sections] == [section.title for section in copy.sections]
    judged = {one.ref: (one.expected, one.weight) for one in whole.questions if one.expected}
    assert judged.items() <= {one.ref: (one.expected, one.weight) for one in copy.questions}.items()


@pytest.mark.skipif(not SHARED.is_dir(), reason=NOT_HERE)
def test_real_workbook_has_its_lists_and_weights() -> None:
    """Dropdowns, weights and conditions of HECVAT 4.1.4 are known, whatever sheet they come from."""
    original = from_path(SHARED / "hecvat" / "HECVAT414.xlsx")

    found = hecvat.read(original).questionnaire

    kinds = [question.kind for question in found.questions]
    assert (303, 28, 1) == tuple(map(kinds.count, (QuestionKind.YES_NO, QuestionKind.TEXT, QuestionKind.SINGLE)))
    heavy = [question.weight for question in found.questions if question.expected]
    assert (87, 65) == (heavy.count(Weight.HIGH), heavy.count(Weight.LOW))
    assert 194 == sum(question.applies_when is not None for question in found.questions)
    assert 7 == len(next(question.choices for question in found.questions if question.choices))
    assert ("Yes", "No", "N/A") == Book(original.data).sheets[3].choices(Cell(32, 3))


def _any_answer(question: Question) -> Given:
    match question.kind:
        case QuestionKind.YES_NO:
            return Given("yes", f"-{question.ref}: as the text says.")
        case QuestionKind.SINGLE:
            return Given(question.choices[-1].value, "Described.")
    return Given(f"=Text for {question.ref}")
