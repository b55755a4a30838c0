"""Which earlier answers may be offered again: unchanged questions first, then related ones, and never a wrong kind."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from questionnaires.bank import questionnaire
from questionnaires.controls import parse_reference
from questionnaires.kinds import ControlArea
from questionnaires.model import Choice, Question, QuestionKind, Questionnaire, Section
from questionnaires.reusing import Kin, Reusable, earlier, past_response
from questionnaires.values import AnswerRow, Given

AT = datetime(2025, 3, 1, tzinfo=UTC)
CONTROLS = tuple(parse_reference(text) for text in ("ISO A.5.1", "CSF GV.PO-01"))
POLICY = Question("GV-01", QuestionKind.YES_NO, "Is there an approved policy?", controls=CONTROLS)


def asking(*questions: Question) -> Questionnaire:
    """Return a questionnaire of these questions."""
    return Questionnaire("own", "Own", (Section("all", "All", ControlArea.GOVERNANCE, questions),))


def found(now: Question, *past: tuple[Question, Given]) -> list[Reusable]:
    """Return what is offered at `now` by responses of one answered question each, the first the most wanted."""
    responses = [past_response(asking(q), {q.ref: AnswerRow(q.ref, given, 1, "Dana Ortiz", AT)}) for q, given in past]
    return list(earlier(asking(now), responses).reusable(now))


def test_the_same_question_comes_first_and_the_newest_of_it() -> None:
    """Two earlier years and a related question: last year's answer to the same question, then the related one."""
    related = replace(POLICY, ref="PR-09", text="Is a policy approved by the board?")

    offered = found(POLICY, (POLICY, Given("no")), (POLICY, Given("yes")), (related, Given("in_part")))

    assert [(Kin.SAME, "no"), (Kin.CONTROLS, "in_part")] == [(one.kin, one.given.value) for one in offered]


def test_the_same_reference_with_another_meaning_is_not_the_same_question() -> None:
    """A custom set may use GV-01 for anything: without shared words or controls nothing is offered."""
    other = Question("GV-01", QuestionKind.YES_NO, "Do you sell the data?", controls=(parse_reference("ISO A.8.1"),))

    assert [] == found(POLICY, (other, Given("yes")))


def test_the_same_words_under_another_reference_are_found() -> None:
    """Case, spaces and marks do not make another question."""
    [offered] = found(
        POLICY, (replace(POLICY, ref="Q1", text="is there an  approved policy", controls=()), Given("yes"))
    )

    assert Kin.WORDS is offered.kin
    assert "Q1" == offered.question.ref


def test_choices_are_taken_by_their_words_or_not_at_all() -> None:
    """A renamed value fits by its label; a choice that is gone is not offered."""
    old = Question("X", QuestionKind.SINGLE, "How often?", choices=(Choice("a", "Yearly"), Choice("b", "Never")))
    new = replace(old, choices=(Choice("yearly", "Yearly"), Choice("monthly", "Monthly")))

    assert ["yearly"] == [one.given.value for one in found(new, (old, Given("a")))]
    assert [] == found(new, (old, Given("b")))


@pytest.mark.parametrize("kind", [QuestionKind.NUMBER, QuestionKind.DATE, QuestionKind.FILE])
def test_a_number_a_day_or_a_document_of_another_question_is_never_offered(kind: QuestionKind) -> None:
    """The recovery time is no recovery point, however many controls the two questions share."""
    value: dict[QuestionKind, Given] = {
        QuestionKind.NUMBER: Given(4.0), QuestionKind.DATE: Given(AT.date()), QuestionKind.FILE: Given(("id",)),
    }  # fmt: skip
    time, point = (Question(ref, kind, text, controls=CONTROLS) for ref, text in (("A", "Time?"), ("B", "Point?")))

    assert [] == found(point, (time, value[kind]))
    assert [Kin.SAME] == [one.kin for one in found(time, (time, value[kind]))]


def test_shared_controls_alone_do_not_relate_two_questions() -> None:
    """Questions of one control that speak of different things are not offered for each other."""
    other = Question("X", QuestionKind.YES_NO, "Will you sign our contract?", controls=CONTROLS)

    assert [] == found(POLICY, (other, Given("yes")))


def test_what_is_asked_here_too_is_not_offered_for_a_relative() -> None:
    """An answer that has its own question in the new questionnaire is offered there alone."""
    relative = replace(POLICY, ref="PR-09", text="Is a policy approved by the board?")
    past = past_response(asking(relative), {"PR-09": AnswerRow("PR-09", Given("yes"), 1, "Dana", AT)})

    arranged = earlier(asking(POLICY, relative), [past])

    assert [] == list(arranged.reusable(POLICY))
    assert [Kin.SAME] == [one.kin for one in arranged.reusable(relative)]


def test_hidden_answers_and_attestations_are_not_offered() -> None:
    """What did not apply was never handed in, and an attestation is given anew each time."""
    core = questionnaire("core")
    hidden = next(q for q in core.questions if q.applies_when is not None)
    row = AnswerRow(hidden.ref, Given("yes"), 1, "Dana", AT)
    attest = Question("AT", QuestionKind.ATTESTATION, "Sign here", statement="All is true")

    assert {} == past_response(core, {hidden.ref: row}).answers
    assert [] == found(attest, (attest, Given("x")))


def test_an_answer_that_a_new_mark_forbids_is_not_offered() -> None:
    """Where a choice goes with no other one now, or asks for words now, an answer without regard to that is left."""
    old = Question("X", QuestionKind.MULTIPLE, "Where is it?", choices=(Choice("a", "Here"), Choice("b", "Elsewhere")))
    alone = replace(old, choices=(Choice("a", "Here"), Choice("b", "Elsewhere", exclusive=True)))
    worded = replace(old, choices=(Choice("a", "Here"), Choice("b", "Elsewhere", other=True)))

    assert [Given(("a", "b"))] == [one.given for one in found(old, (old, Given(("a", "b"))))]
    assert [] == found(alone, (old, Given(("a", "b"))))
    assert [] == found(worded, (old, Given(("a", "b"))))
