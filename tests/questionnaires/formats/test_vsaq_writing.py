"""A questionnaire goes out as VSAQ and comes back asking the same; what VSAQ has no place for is said."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from questionnaires.bank import KEYS
from questionnaires.bank import questionnaire as from_bank
from questionnaires.branching import applicable_questions, applicable_tips
from questionnaires.conditions import AllOf, AnyOf, Compare, Condition, Not, Operator
from questionnaires.formats import vsaq
from questionnaires.formats.source import Source, from_path
from questionnaires.formats.vsaq.html_text import plain_text
from questionnaires.formats.vsaq.writing import to_html
from questionnaires.model import ControlArea, Question, QuestionKind, Questionnaire, Section, Tip, TipSeverity
from questionnaires.values import Given
from tests.questionnaires.formats.books import NOT_HERE, SHARED
from tests.questionnaires.formats.test_vsaq import imported
from tests.questionnaires.samples import FACTOR, HOSTED, HOURS, LOGGED, MFA, NOTES, answered, questionnaire


def again(asked: Questionnaire) -> Questionnaire:
    """Write it and read it."""
    name = f"{asked.key.removeprefix('vsaq-')}.json"
    return vsaq.read(Source(name, vsaq.write(asked).text.encode())).questionnaire


def test_what_came_in_goes_out_whole() -> None:
    """Questions, choices, conditions, guidance and tips with their severity are the same, and nothing is said to be lost."""
    asked = imported().questionnaire

    assert (asked, ()) == (again(asked), vsaq.write(asked).warnings)


@pytest.mark.skipif(not SHARED.is_dir(), reason=NOT_HERE)
@pytest.mark.parametrize("name", ["webapp.json", "physical_and_datacenter.json", "test_template.json"])
def test_real_questionnaires_go_out_whole(name: str) -> None:
    """All of their questions, choices, conditions and tips come back as they were."""
    asked = vsaq.read(from_path(SHARED / "vsaq" / name)).questionnaire

    assert (asked, ()) == (again(asked), vsaq.write(asked).warnings)


@pytest.mark.parametrize("key", KEYS)
def test_our_sets_ask_the_same(key: str) -> None:
    """Every question with its reference and words, in its section, and nothing that cannot be read."""
    asked = from_bank(key)
    other = again(asked)

    assert [(q.ref, q.text) for q in asked.questions] == [(q.ref, q.text) for q in other.questions]
    assert [(s.key, s.title) for s in asked.sections] == [(s.key, s.title) for s in other.sections]
    assert [q.guidance for q in asked.questions] == [q.guidance for q in other.questions]


@settings(max_examples=80, deadline=None)
@given(answered())
def test_the_same_answers_bring_up_the_same(example: tuple[Questionnaire, dict[str, Given]]) -> None:
    """Where every condition can be said, the same questions and tips are shown for the same answers."""
    asked, answers = example
    if any("is always shown there" in sentence for sentence in vsaq.write(asked).warnings):
        return
    other = again(asked)
    there = {
        ref: _there(one, another, answers[ref])
        for one, another in zip(asked.questions, other.questions, strict=True)
        for ref in [one.ref]
        if ref in answers
    }

    assert [q.ref for q in applicable_questions(asked, answers)] == [q.ref for q in applicable_questions(other, there)]
    assert [tip.ref for tip in applicable_tips(asked, answers)] == [tip.ref for tip in applicable_tips(other, there)]


def _there(question: Question, other: Question, answer: Given) -> Given:
    """The same answer by the names it has there: choices in their order, and anything else as a text."""
    order = ["yes", "no", "in_part", "not_applicable"]
    if question.kind is not QuestionKind.YES_NO:
        order = [choice.value for choice in question.choices]
    names = dict(zip(order, [choice.value for choice in other.choices], strict=False))
    if other.kind is QuestionKind.SINGLE:
        return Given(names[answer.texts[0]])
    if other.kind is QuestionKind.MULTIPLE:
        return Given(tuple(names.get(text, "checked") for text in answer.texts))
    return answer if other.kind is QuestionKind.FILE or question.kind is QuestionKind.TEXT else Given("something")


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        (Compare("AC-01", Operator.EQUALS, ("yes",)), "yes"),
        (Compare("AC-01", Operator.IN, ("yes", "in_part")), "yes || in_part"),
        (Not(Compare("LG-01", Operator.CONTAINS, ("a",))), "!a"),
        (Compare("LG-01", Operator.EQUALS, ("a",)), "a && !b && !none"),
        (Compare("SV-01", Operator.CONTAINS, ('x "y"',)), 'contains(SV-01, "x \\"y\\"")'),
        (Compare("SV-01", Operator.ANSWERED, ("false",)), "!SV-01"),
        (
            AllOf((Compare("AC-01", Operator.IN, ("yes", "no")), Compare("AC-02", Operator.EQUALS, ("key",)))),
            "(yes || no) && key",
        ),
        (AnyOf((Not(AllOf((Compare("AC-02", Operator.EQUALS, ("key",)),) * 2)),)), "(!(key && key))"),
        (Compare("IN-01", Operator.GREATER_THAN, ("24",)), None),
        (Compare("SV-01", Operator.EQUALS, ("x",)), None),
    ],
)
def test_conditions_are_said_or_told(condition: Condition, said: str | None) -> None:
    """Brackets stand where the order matters; what cannot be said is a sentence, and the question is always shown."""
    last = Question("ZZ-01", QuestionKind.TEXT, "Why?", applies_when=condition)
    asked = questionnaire(MFA, replace(FACTOR, applies_when=None), LOGGED, HOURS, NOTES, last)

    written = vsaq.write(asked)

    told = [sentence for sentence in written.warnings if sentence.startswith("ZZ-01 is always shown there")]
    assert (said is None) == bool(told)
    assert said is None or f'"cond": {_json(said)}' in written.text


def _json(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def test_choices_of_one_name_are_told_apart() -> None:
    """Two questions with a choice “yes” each: a condition means the one it meant."""
    second = replace(MFA, ref="AC-09")
    last = replace(NOTES, applies_when=Compare("AC-09", Operator.EQUALS, ("yes",)))

    other = again(questionnaire(MFA, second, last))

    condition = other.questions[2].applies_when
    assert isinstance(condition, Compare) and "AC-09" == condition.question
    assert {"AC-01_yes", "AC-09_yes"} <= {choice.value for q in other.questions for choice in q.choices}


def test_what_has_no_place_is_said() -> None:
    """Each kind of loss once, with the questions it is about."""
    section = Section(
        "s", "S", ControlArea.ACCESS, (MFA, HOURS, HOSTED), tips=(Tip("T", "Mind.", severity=TipSeverity.HIGH),)
    )
    asked = Questionnaire("k", "K", (section,), summary="In short.")

    said = vsaq.write(asked).warnings

    assert {
        "Yes or no becomes one choice of four: AC-01.",
        "Number becomes a line of text, without its unit and range: IN-01.",
        "That a choice goes with no other one or asks for words is not kept: SV-02.",
        "Not kept at all: scores, weights and expected answers, claims, control references, the introduction.",
    } == set(said)
    assert section.tips == again(asked).sections[0].tips


@pytest.mark.parametrize("text", ["a < b & c", "one\n\ntwo\n- three", "&amp; stays", "“so” <b>"])
def test_texts_are_safe_in_html(text: str) -> None:
    """Signs of HTML are no HTML, and lines stay lines."""
    assert text == plain_text(to_html(text))
