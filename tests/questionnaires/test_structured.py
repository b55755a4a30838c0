"""Periods, tables and attestations: read from a form, kept, scored and worded."""

from dataclasses import replace
from datetime import date

import pytest

from questionnaires.branching import missing
from questionnaires.errors import InvalidAnswer, InvalidQuestionnaire
from questionnaires.kinds import QuestionKind
from questionnaires.model import Column, ColumnKind, Question
from questionnaires.parsing import is_blank, parse_given
from questionnaires.scoring import ReasonState, score
from questionnaires.validating import validate
from questionnaires.values import Attested, Given, Period, Rows, Value
from questionnaires.wording import claim_made, display
from tests.questionnaires.samples import MFA, PERIOD, TABLED, VOUCHED, questionnaire

TODAY = date(2026, 11, 1)
HALF = Period(date(2026, 1, 1), date(2026, 6, 30))


@pytest.mark.parametrize(
    ("question", "texts", "value"),
    [
        (PERIOD, ["2026-01-01", " 2026-06-30 "], HALF),
        (TABLED, ["Acme", "", "yes", "Hosting", "7", "", "", "", "", ""], Rows((("Acme", "", "yes", "Hosting", "7"),))),
        (TABLED, ["", "2026-01-01", "", "", ""], Rows((("", "2026-01-01", "", "", ""),))),
        (
            VOUCHED,
            ["Dana\nOrtiz", "CISO", "2026-06-01"],
            Attested("Dana Ortiz", "CISO", date(2026, 6, 1), VOUCHED.statement),
        ),
    ],
)
def test_the_fields_become_one_answer(question: Question, texts: list[str], value: Value) -> None:
    """Fields come in their order; an empty row is none, and a row that is begun is kept."""
    assert Given(value) == parse_given(question, {"answer": texts})


@pytest.mark.parametrize(
    ("question", "texts", "sentence"),
    [
        (PERIOD, ["2026-01-01", ""], "Give both days: the first and the last of the period."),
        (PERIOD, ["2026-06-30", "2026-01-01"], "The last day of the period lies before the first."),
        (PERIOD, ["2026-01-01", "soon"], "“soon” is not a date; write it as 2026-03-31."),
        (TABLED, ["Acme", "yes"], "Every row of this table has 5 cells."),
        (TABLED, ["Acme", "", "perhaps", "", ""], "Row 1, In the EU: answer yes or no."),
        (TABLED, ["A", "", "", "", "", "B", "", "", "Law", ""], "Row 2, Role: “Law” is not one of the choices."),
        (TABLED, ["A", "", "", "", "many"], "Row 1, People: “many” is not a number; write for example 72 or 0.5."),
        (TABLED, ["A", "", "", "", ""] * 301, "This table has 301 rows; 300 fit."),
        (TABLED, ["A" * 1001, "", "", "", ""], "Row 1, Name: this text is 1 character too long; 1,000 fit."),
        (VOUCHED, ["Dana Ortiz", "", "2026-06-01"], "Give the name, the role and the day of whoever attests this."),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(question: Question, texts: list[str], sentence: str) -> None:
    """The sentence names the row and the column."""
    with pytest.raises(InvalidAnswer) as caught:
        parse_given(question, {"answer": texts})

    assert sentence == caught.value.sentence


def test_an_emptied_table_is_no_answer() -> None:
    """Fields that are all empty withdraw the answer."""
    assert is_blank({"answer": ["", " ", "", "", ""]})


def test_a_table_with_a_hole_is_still_missing() -> None:
    """A begun row is kept, and a required question waits for the cells that must be filled in."""
    asked = questionnaire(replace(TABLED, required=True))
    holed, whole = Given(Rows((("Acme", "", "", "", ""),))), Given(Rows((("Acme", "", "no", "", ""),)))

    assert ["SU-01"] == [question.ref for question in missing(asked, {"SU-01": holed})]
    assert [] == missing(asked, {"SU-01": whole})


@pytest.mark.parametrize(
    ("question", "value", "state", "points"),
    [
        (PERIOD, HALF, ReasonState.MET, 20),
        (PERIOD, Period(date(2026, 1, 1), date(2026, 3, 31)), ReasonState.PARTLY_MET, 10),
        (PERIOD, Period(date(2024, 1, 1), date(2025, 4, 1)), ReasonState.PARTLY_MET, 12),
        (PERIOD, Period(date(2026, 1, 1), date(2026, 12, 31)), ReasonState.MET, 20),
        (replace(PERIOD, expected=()), HALF, ReasonState.NOT_SCORED, 0),
        (TABLED, Rows((("Acme", "", "yes", "", ""),)), ReasonState.NOT_SCORED, 0),
        (VOUCHED, Attested("D", "C", TODAY, "x"), ReasonState.MET, 20),
        (replace(VOUCHED, expected=()), Attested("D", "C", TODAY, "x"), ReasonState.NOT_SCORED, 0),
    ],
)
def test_how_each_is_scored(question: Question, value: Value, state: ReasonState, points: int) -> None:
    """A period by its age and length, the worse of the two; an attestation by being there; a table by nobody but people."""
    (area,) = score(questionnaire(question), {question.ref: Given(value)}, TODAY).areas
    (reason,) = area.reasons

    assert (state, points) == (reason.state, reason.points)


def test_a_shortfall_says_what_was_expected() -> None:
    """The reason names both expectations of a period."""
    given = Given(Period(date(2026, 1, 1), date(2026, 3, 31)))
    (area,) = score(questionnaire(PERIOD), {"GV-02": given}, TODAY).areas

    assert (
        "Answered “1 January 2026 to 31 March 2026”; a period ending within 365 days and lasting 180 days is expected, "
        "so 50% of the points." == area.reasons[0].text
    )


def test_each_reads_as_a_sentence() -> None:
    """Rows name their columns, and the claim holds them in one line."""
    rows = Given(Rows((("Acme", "2026-01-31", "yes", "", ""), ("Bolt", "", "no", "", ""))))
    claiming = replace(TABLED, claim="The sub-processors are: {answer}.")

    assert "Name: Acme · Since: 31 January 2026 · In the EU: Yes\nName: Bolt · In the EU: No" == display(TABLED, rows)
    assert (
        "The sub-processors are: Name: Acme · Since: 31 January 2026 · In the EU: Yes; Name: Bolt · In the EU: No."
        == claim_made(claiming, rows)
    )
    assert "The report covers 1 January 2026 to 30 June 2026." == claim_made(PERIOD, Given(HALF))
    assert "An officer vouches for the answers." == claim_made(VOUCHED, Given(Attested("D", "C", TODAY, "x")))


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        (replace(TABLED, columns=()), "needs columns"),
        (replace(TABLED, columns=(Column("a", "A"), Column("a", "B"))), "has a column twice"),
        (replace(TABLED, columns=(Column("a", "A", ColumnKind.SINGLE),)), "has the column A, which needs choices"),
        (replace(TABLED, columns=tuple(Column(str(n), "A") for n in range(13))), "has 13 columns; 12 fit"),
        (replace(TABLED, expected=("yes",)), "Nothing can be expected"),
        (replace(VOUCHED, statement=""), "needs the words to attest"),
        (replace(VOUCHED, expected=("yes",)), "Of an attestation only “attested” can be expected."),
        (replace(PERIOD, expected=("lasting 1 days", "lasting 2 days")), "one age of its last day and one length"),
        (replace(MFA, statement="x"), "attests nothing"),
        (replace(MFA, columns=TABLED.columns), "takes no columns"),
    ],
)
def test_what_makes_no_sense_is_refused(question: Question, sentence: str) -> None:
    """Columns, statements and expectations belong to their own kinds."""
    with pytest.raises(InvalidQuestionnaire) as caught:
        validate(questionnaire(question))

    assert sentence in caught.value.sentence


def test_every_kind_has_a_question_in_the_samples() -> None:
    """Property tests over random questionnaires meet every kind there is."""
    assert 10 == len(QuestionKind)
