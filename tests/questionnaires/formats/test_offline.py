"""A questionnaire goes out as a workbook to be filled in offline, and comes back with its answers."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from io import BytesIO
from uuid import uuid4
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import given as draw
from hypothesis import settings
from hypothesis import strategies as st

from questionnaires.conditions import AllOf, AnyOf, Compare, Not, Operator
from questionnaires.formats import offline
from questionnaires.formats.offline import columns
from questionnaires.formats.offline.words import asked_when
from questionnaires.formats.workbook import Book, Cell
from questionnaires.model import Choice, Column, Question, QuestionKind, Questionnaire, Translation, Weight
from questionnaires.parsing import clean
from questionnaires.translating import translated
from questionnaires.values import Attested, Chosen, Given, Period, Rows, Value
from tests.questionnaires.samples import (
    FACTOR,
    HOSTED,
    LOGGED,
    MFA,
    NOTES,
    PERIOD,
    SIGNED,
    SMALL,
    TABLED,
    VOUCHED,
    answered,
    questionnaire,
    with_translation,
)

COPY = str(uuid4())
_ANSWER = list(columns.HEADERS).index(columns.ANSWER) + 1
ANSWERS = {
    "AC-01": Given("in_part", "=HYPERLINK(1)"),
    "AC-02": Given("key"),
    "LG-01": Given(("a", "b"), "+1"),
    "IN-01": Given(0.5),
    "BC-01": Given(date(2026, 3, 31), "In spring."),
    "SV-01": Given("@SUM(1)\nsecond line"),
}


def written(answers: Mapping[str, Given] = ANSWERS, asked: Questionnaire = SMALL) -> bytes:
    """The workbook with these answers."""
    return offline.write(asked, answers, COPY, ["Fill in the coloured cells."], {"GV-01": 2})


def read(data: bytes, asked: Questionnaire = SMALL) -> offline.Read:
    """What the workbook says."""
    return offline.answers_in(asked, offline.rows_in(Book(data).sheets))


def edited(cells: Mapping[tuple[str, str], object], data: bytes | None = None) -> bytes:
    """The workbook after somebody set cells, named by reference and column, as a spreadsheet program does."""
    book = openpyxl.load_workbook(BytesIO(data or written({})))
    sheet = book[columns.QUESTIONS]
    rows = {cell.value: number for number, cell in enumerate(sheet["A"], start=1)}
    for (ref, key), value in cells.items():
        sheet.cell(rows[ref], list(columns.HEADERS).index(key) + 1).value = value  # type: ignore[assignment]  # whatever people write
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def test_answers_come_back_as_they_went_out() -> None:
    """Every kind of answer survives, with texts that look like formulas, and the copy is known again."""
    book = Book(written())

    found = read(written())

    assert (ANSWERS, {"GV-01"}, []) == (found.given, found.blank, found.refused)
    assert (True, COPY) == (offline.is_offline(book.sheets), offline.copy_of(book))


_TEXTS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60).map(clean).filter(bool)


@settings(max_examples=30, deadline=None)
@draw(text=_TEXTS, comment=_TEXTS, label=_TEXTS)
def test_any_text_comes_back(text: str, comment: str, label: str) -> None:
    """Whatever people write, as an answer, beside it or as a choice's label, comes back as it was."""
    chosen = replace(FACTOR, applies_when=None, choices=(Choice("x", label), Choice("y", "Another")))
    asked = questionnaire(replace(NOTES, guidance=comment), chosen)
    answers = {NOTES.ref: Given(text, comment), chosen.ref: Given("x")}

    found = read(written(answers, asked), asked)

    assert (answers, []) == (found.given, found.refused)


_CELLS = st.text(st.sampled_from("ab|\\ =é"), max_size=8).map(lambda text: " ".join(text.split()))


@settings(max_examples=30, deadline=None)
@draw(
    rows=st.lists(st.tuples(_CELLS, _CELLS), min_size=1, max_size=4).filter(lambda rows: all(any(row) for row in rows))
)
def test_any_table_comes_back(rows: list[tuple[str, str]]) -> None:
    """Cells with bars and backslashes are told apart from what stands between cells."""
    table = Question("T-1", QuestionKind.TABLE, "Which?", columns=(Column("a", "A"), Column("b", "B")))
    answers = {"T-1": Given(Rows(tuple(rows)))}

    found = read(written(answers, questionnaire(table)), questionnaire(table))

    assert (answers, []) == (found.given, found.refused)


@settings(max_examples=20, deadline=None)
@draw(answered())
def test_every_kind_of_answer_comes_back(both: tuple[Questionnaire, dict[str, Given]]) -> None:
    """A workbook that nobody touched says what it was given, but for documents, which stay online."""
    asked, answers = both
    documents = {question.ref for question in asked.questions if question.kind is QuestionKind.FILE}

    found = read(written(answers, asked), asked)

    assert ({ref: one for ref, one in answers.items() if ref not in documents}, []) == (found.given, found.refused)


def test_yes_and_no_in_a_table_are_understood() -> None:
    """People write them as they do elsewhere."""
    asked = questionnaire(TABLED)

    found = read(edited({("SU-01", "answer"): "Acme | | Yes\nBolt | | n"}, written({}, asked)), asked)

    assert Given(Rows((("Acme", "", "yes", "", ""), ("Bolt", "", "no", "", "")))) == found.given["SU-01"]


def test_an_answer_too_long_for_a_cell_stays_online() -> None:
    """It is neither cut off nor taken for empty, and can be replaced."""
    table = Question("T-1", QuestionKind.TABLE, "Which?", columns=(Column("a", "A"),))
    rows = Rows(tuple(("x" * 900,) for _ in range(40)))
    data = written({"T-1": Given(rows)}, questionnaire(table))

    untouched = read(data, questionnaire(table))
    replaced = read(edited({("T-1", "answer"): "Short."}, data), questionnaire(table))

    assert ({}, set(), []) == (untouched.given, untouched.blank, untouched.refused)
    assert {"T-1": Given(Rows((("Short.",),)))} == replaced.given


@pytest.mark.parametrize(
    ("ref", "value", "sentence"),
    [
        ("SU-01", "A | 2026-01-01 | Perhaps", "Row 1, In the EU: answer yes or no."),
        ("SU-01", "A | | yes | | | more", "“A | | yes | | | more” has 6 cells; this table has 5."),
        ("GV-02", "2026-01-01", "Give both days"),
        ("GV-03", "Ann\nCSO", "Give the name, the role and the day"),
    ],
)
def test_fields_that_do_not_fit_are_told(ref: str, value: str, sentence: str) -> None:
    """One sentence for the cell, which names the line or what is missing."""
    asked = questionnaire(PERIOD, TABLED, VOUCHED)

    found = read(edited({(ref, "answer"): value}, written({}, asked)), asked)

    assert 1 == len(found.refused) and sentence in found.refused[0]


def test_nothing_in_it_is_a_formula() -> None:
    """Texts that look like formulas are kept as texts in every part, those of lists too."""
    marked = replace(MFA, text="=cmd()", guidance="+1")
    listed = replace(FACTOR, choices=(Choice("a", "-Sign-ins"), Choice("b", "=Changes")))
    data = written({"AC-02": Given("b", "@x")}, questionnaire(marked, listed))

    shown = openpyxl.load_workbook(BytesIO(data))

    assert [] == [cell.coordinate for sheet in shown for row in sheet for cell in row if cell.data_type == "f"]
    texts = {cell.value for sheet in shown for row in sheet for cell in row if isinstance(cell.value, str)}
    assert {"'=cmd()", "'+1", "'-Sign-ins", "'=Changes", "'@x"} <= texts


def test_nothing_tells_what_is_expected() -> None:
    """No part holds a claim, a weight, an expected answer, a score or a control: another file of these is the same."""
    telling = replace(MFA, claim="Secret claim.", weight=Weight.CRITICAL, expected=("in_part",))
    silent = replace(MFA, claim="", weight=Weight.LOW, expected=(), controls=())
    scored = replace(LOGGED, claim="", choices=tuple(replace(choice, score=61) for choice in LOGGED.choices))
    plain = replace(LOGGED, claim="", choices=tuple(replace(choice, score=None) for choice in LOGGED.choices))

    told, untold = (_sheets(written({}, questionnaire(*both))) for both in ((telling, scored), (silent, plain)))

    assert untold == told


def _sheets(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist() if not name.startswith("docProps/")}


def test_lists_are_offered_and_what_cannot_be_is_refused_by_the_program() -> None:
    """A cell to choose in has its list; a number its range; a document's cell has neither."""
    sheet = openpyxl.load_workbook(BytesIO(written()))[columns.QUESTIONS]
    rules = {rule.type: (rule.formula1, rule.formula2) for rule in sheet.data_validations.dataValidation}

    book = Book(written()).find_sheet(columns.QUESTIONS)

    assert book is not None
    places = {row[1]: number for number, row in book.rows.items() if 1 in row}
    offered = {ref: book.choices(Cell(places[ref], _ANSWER)) for ref in ("AC-01", "AC-02", "GV-01")}
    assert ("Yes", "No", "In part", "Does not apply") == offered["AC-01"]
    assert (("Security key", "Text message"), ()) == (offered["AC-02"], offered["GV-01"])
    assert ("0", "720") == rules["decimal"]


@pytest.mark.parametrize(
    ("ref", "value", "expected"),
    [
        ("AC-01", "N/A", None),
        ("AC-01", True, Given("yes")),
        ("AC-01", " yes ", Given("yes")),
        ("AC-02", "security KEY", Given("key")),
        ("LG-01", "Sign-ins; changes", Given(("a", "b"))),
        ("LG-01", "- Changes\n- Sign-ins", Given(("a", "b"))),
        ("IN-01", 72, Given(72.0)),
        ("IN-01", " 72 ", Given(72.0)),
        ("BC-01", date(2026, 1, 2), Given(date(2026, 1, 2))),
        ("BC-01", "2026-01-02", Given(date(2026, 1, 2))),
        ("SV-01", 7, Given("7")),
    ],
)
def test_people_write_answers_in_many_ways(ref: str, value: object, expected: Given | None) -> None:
    """What is clear is taken; “not applicable” without a reason is told."""
    found = read(edited({(ref, columns.ANSWER): value}))

    assert expected == found.given.get(ref)
    assert (expected is None) == any("Say why this does not apply to you." in line for line in found.refused)


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        ({("AC-01", "answer"): "Maybe"}, "“Maybe” is none of: Yes, No, In part, Does not apply."),
        ({("AC-02", "answer"): "Fax"}, "“Fax” is not one of the choices."),
        ({("LG-01", "answer"): "Sign-ins, Faxes"}, "“Faxes” is not one of the choices."),
        ({("IN-01", "answer"): 721}, "Give a number from 0 to 720."),
        ({("BC-01", "answer"): "spring"}, "“spring” is not a date"),
        ({("SV-01", "comment"): "Only this."}, "There is a text to it, but no answer."),
        ({("GV-01", "answer"): "report.pdf"}, "Documents are attached online"),
        ({("SV-01", "answer"): "=1+1"}, "The cell holds a formula"),
        ({("AC-02", "ref"): "AC-99", ("AC-02", "answer"): "x"}, "asks nothing called “AC-99”"),
        ({("AC-02", "ref"): "AC-01", ("AC-02", "answer"): "x"}, "AC-01 stands in Questions, row 3 already"),
    ],
)
def test_a_cell_that_cannot_be_taken_gets_one_sentence(cells: dict[tuple[str, str], object], sentence: str) -> None:
    """The sentence names the place and says what is wrong; all other rows are read."""
    found = read(edited(cells))

    (line,) = found.refused
    assert sentence in line and line.startswith("Questions, row ")
    assert {} == found.given


def test_a_text_for_why_beside_another_answer_is_kept_in_the_comment() -> None:
    """Nothing that somebody wrote in a wrong column is dropped."""
    found = read(edited({("AC-01", "answer"): "No", ("AC-01", "comment"): "Soon.", ("AC-01", "reason"): "Costs."}))

    assert Given("no", "Soon.\n\nCosts.") == found.given["AC-01"]


def test_when_a_question_is_asked_is_said_in_words() -> None:
    """Conditions read as sentences with references and labels."""
    yes, key = Compare("AC-01", Operator.EQUALS, ("yes",)), Compare("AC-02", Operator.IN, ("key", "sms"))
    both = AllOf((yes, AnyOf((key, Not(Compare("IN-01", Operator.ANSWERED, ("true",)))))))

    said = asked_when(replace(NOTES, applies_when=both), SMALL)

    assert "Only if AC-01 is “Yes” and (AC-02 is “Security key” or “Text message” or IN-01 is not answered)." == said


def test_equal_labels_are_told_apart_by_their_values() -> None:
    """Two choices with one label are listed by their values, so that none is taken for the other."""
    twins = Question("T-1", QuestionKind.SINGLE, "Which?", choices=(Choice("a", "Same"), Choice("b", "Same")))

    found = read(written({"T-1": Given("b")}, questionnaire(twins)), questionnaire(twins))

    assert {"T-1": Given("b")} == found.given


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Elsewhere: Japan; Peru", Chosen(("else",), "Japan; Peru")),
        ("- the european union\n- elsewhere:  Japan", Chosen(("eu", "else"), "Japan")),
        ("Nowhere", ("none",)),
    ],
)
def test_words_behind_a_choice_are_read(value: str, expected: Value) -> None:
    """What stands behind the colon of the choice that asks for words is taken whole."""
    asked = questionnaire(HOSTED)

    assert {"SV-02": Given(expected)} == read(edited({("SV-02", "answer"): value}, written({}, asked)), asked).given


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("Elsewhere", "say in the line below it what that is"),
        ("Nowhere\nElsewhere: Japan", "cannot be chosen together with “Elsewhere”"),
        ("Japan", "“Japan” is not one of the choices."),
    ],
)
def test_choices_that_do_not_go_together_are_told(value: str, sentence: str) -> None:
    """In a file as on the page, and words that no choice asked for are not guessed at."""
    asked = questionnaire(HOSTED)

    (line,) = read(edited({("SV-02", "answer"): value}, written({}, asked)), asked).refused

    assert sentence in line


def test_a_list_lets_words_of_ones_own_be_written() -> None:
    """The program refuses what is not in a list, but where a choice asks for words; how is said beside it."""
    sheet = openpyxl.load_workbook(BytesIO(written({}, questionnaire(replace(FACTOR, applies_when=None), SIGNED))))[
        columns.QUESTIONS
    ]

    strict = [bool(rule.showErrorMessage) for rule in sheet.data_validations.dataValidation]
    said = [str(cell.value) for cell in sheet["D"]]

    assert [True, False] == strict
    assert any("“In another way: …”" in text for text in said)


def test_answers_of_several_fields_come_back_as_they_went_out() -> None:
    """A period and an attestation have a field a line, a table a row a line."""
    asked = questionnaire(PERIOD, TABLED, VOUCHED)
    answers = {
        "GV-02": Given(Period(date(2026, 1, 1), date(2026, 6, 30))),
        "SU-01": Given(Rows((("Acme | Co", "2026-01-01", "yes", "", ""), ("Bolt", "", "no", "Support", "7")))),
        "GV-03": Given(Attested("Dana Ortiz", "CISO", date(2026, 6, 1), VOUCHED.statement)),
    }

    found = read(written(answers, asked), asked)

    assert (answers, []) == (found.given, found.refused)


def test_all_samples_are_used() -> None:
    """The questions of these tests are of every kind."""
    assert {*QuestionKind} == {one.kind for one in (*SMALL.questions, PERIOD, TABLED, VOUCHED)}


def test_choices_in_a_table_are_read_in_each_language() -> None:
    """The workbook names them as the reader's language does, and understands the original's words too."""
    hosting = ("questions", "SU-01", "column_choices", "role", "Hosting")
    asked = with_translation(questionnaire(TABLED), Translation("de", ((hosting, "Betrieb"),)))
    answers = {"SU-01": Given(Rows((("Acme", "", "yes", "Hosting", ""),)))}
    german = written(answers, translated(asked, "de"))
    row = openpyxl.load_workbook(BytesIO(german))[columns.QUESTIONS]

    found = read(german, asked)
    original = read(written(answers, asked), asked)

    texts = [str(cell.value) for line in row.iter_rows() for cell in line]
    assert any("Role (Betrieb/Support)" in text for text in texts) and "Acme |  | yes | Betrieb | " in texts
    assert (answers, []) == (found.given, found.refused)
    assert (answers, []) == (original.given, original.refused)
