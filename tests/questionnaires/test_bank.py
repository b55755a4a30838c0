"""Our own question sets are good enough to send as they are."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from questionnaires.bank import KEYS
from questionnaires.bank import questionnaire as from_bank
from questionnaires.branching import applicable_questions, missing, validate
from questionnaires.conditions import questions_named
from questionnaires.controls import Framework
from questionnaires.errors import NotFound
from questionnaires.model import ControlArea, Question, QuestionKind, YesNo
from questionnaires.scoring import is_scored
from questionnaires.values import Given, Value

EVERY = [pytest.param(question, id=f"{key}-{question.ref}") for key in KEYS for question in from_bank(key).questions]
CONDITIONAL = [
    pytest.param(key, question, id=f"{key}-{question.ref}")
    for key in KEYS
    for question in from_bank(key).questions
    if question.applies_when
]
OPEN_TO_EITHER_ANSWER = {"SP-01", "AI-01", "GD-24", "HP-01", "PD-20", "EV-03", "EV-05"}


@pytest.mark.parametrize("question", EVERY)
def test_question_is_complete(question: Question) -> None:
    """Every question says what we look for, what would show it and what the vendor claims by it."""
    assert question.text.endswith((".", "?"))
    assert question.guidance.endswith(".")
    assert question.evidence.endswith(".")
    assert question.claim.endswith((".", "{answer}"))


@pytest.mark.parametrize("question", EVERY)
def test_question_is_mapped(question: Question) -> None:
    """Every question refers to controls of at least two frameworks."""
    frameworks = {control.framework for control in question.controls}

    assert len(frameworks) >= 2
    assert len(set(question.controls)) == len(question.controls)


@pytest.mark.parametrize("question", EVERY)
def test_question_says_what_is_expected(question: Question) -> None:
    """Every yes or no question, number and date has an expected answer, but where either answer is fine."""
    if question.kind in (QuestionKind.YES_NO, QuestionKind.NUMBER, QuestionKind.DATE):
        assert is_scored(question) != (question.ref in OPEN_TO_EITHER_ANSWER)


@pytest.mark.parametrize("key", KEYS)
def test_set_is_valid(key: str) -> None:
    """References are unique and conditions look at earlier questions."""
    asked = from_bank(key)

    validate(asked)

    refs = [question.ref for question in asked.questions]
    assert len(refs) == len(set(refs))


@pytest.mark.parametrize(("key", "question"), CONDITIONAL)
def test_condition_can_hold_and_can_fail(key: str, question: Question) -> None:
    """Some answers open every question that has a condition, and some leave it out."""
    opened = {question in applicable_questions(from_bank(key), answers) for answers in _possible(key, question)}

    assert {True, False} == opened


def _possible(key: str, question: Question) -> Iterator[dict[str, Given]]:
    """Yield answers, of all kinds, to the questions that this one depends on; nothing answered comes first."""
    refs: list[str] = []
    waiting = [question]
    while waiting:
        condition = waiting.pop().applies_when
        named = set(questions_named(condition)) - set(refs) if condition else set()
        refs += sorted(named)
        waiting += [one for one in from_bank(key).questions if one.ref in named]
    asked = [one for one in from_bank(key).questions if one.ref in refs]
    yield {}
    for values in product(*(_values(one) for one in asked)):
        yield {one.ref: Given(value) for one, value in zip(asked, values, strict=True)}


def _values(question: Question) -> list[Value]:
    match question.kind:
        case QuestionKind.YES_NO:
            return list(YesNo)
        case QuestionKind.SINGLE:
            return [choice.value for choice in question.choices]
        case QuestionKind.MULTIPLE:
            return [(choice.value,) for choice in question.choices]
        case QuestionKind.NUMBER:
            return [0.0, 1000.0]
        case QuestionKind.DATE:
            return [date(2000, 1, 1), date(2090, 1, 1)]
    return ["An answer."]


def test_core_covers_every_area_and_kind() -> None:
    """The core set asks about every control area, in every kind that documents can bear out, with a good share of branching."""
    core = from_bank("core")
    others = {QuestionKind.TABLE, QuestionKind.DATE_RANGE, QuestionKind.ATTESTATION}

    assert set(ControlArea) == {section.area for section in core.sections}
    assert set(QuestionKind) - others == {question.kind for question in core.questions}
    assert 95 <= len(core.questions) <= 110
    assert sum(question.applies_when is not None for question in core.questions) >= 30


def test_core_covers_every_framework() -> None:
    """Each framework is referred to by several questions of the core set."""
    core = from_bank("core")

    for framework in Framework:
        mapped = [one for one in core.questions if any(control.framework is framework for control in one.controls)]
        assert len(mapped) >= 15, framework


def test_lite_is_short_and_shares_its_references_with_core() -> None:
    """The lite set has about 25 questions, each meaning the same as in the core set."""
    core, lite = from_bank("core"), from_bank("lite")

    assert 22 <= len(lite.questions) <= 30
    for question in lite.questions:
        same = core.find_question(question.ref)
        assert same is not None
        assert (same.text, same.kind, same.claim) == (question.text, question.kind, question.claim)


@pytest.mark.parametrize("key", KEYS)
def test_same_reference_asks_the_same(key: str) -> None:
    """A question that several sets ask is the same in all of them, so that its answer can be taken over."""
    for question in from_bank(key).questions:
        for other in (from_bank(one).find_question(question.ref) for one in KEYS):
            assert other is None or replace(other, applies_when=question.applies_when) == question


def test_bare_vendor_is_spared_what_does_not_apply() -> None:
    """Somebody without card data, sub-processors, personal data and AI gets none of those questions."""
    answers = {"SV-02": Given(("none",)), "SP-01": Given("no"), "AI-01": Given("no"), "SV-03": Given("public_cloud")}

    refs = {question.ref for question in applicable_questions(from_bank("core"), answers)}

    assert {"PC-01", "SP-02", "PV-01", "PV-06", "AI-02", "PH-01"}.isdisjoint(refs)
    assert "PH-02" in refs


def test_card_health_and_ai_open_their_questions() -> None:
    """Card data, health information, sub-processors and AI each open what follows from them."""
    answers = {"SV-02": Given(("health", "card")), "SP-01": Given("in_part"), "AI-01": Given("yes")}

    refs = {question.ref for question in missing(from_bank("core"), answers)}

    assert {"PC-01", "PC-02", "PV-01", "PV-06", "SP-02", "SP-05", "AI-02"} <= refs


@pytest.mark.parametrize(
    ("key", "answers", "asked"),
    [
        ("event", {"EV-01": "no"}, {"EV-01", "EV-08"}),
        ("hipaa", {"HP-01": "no"}, {"HP-01", "HP-02"}),
        ("pci", {"PD-01": ("none",)}, {"PD-01", "PD-02"}),
    ],
)
def test_vendor_whom_it_does_not_touch_answers_two_questions(
    key: str, answers: dict[str, Value], asked: set[str]
) -> None:
    """One answer spares the rest of a set that is about something a vendor does not have."""
    given = {ref: Given(value) for ref, value in answers.items()}

    assert asked == {question.ref for question in applicable_questions(from_bank(key), given)}


@pytest.mark.parametrize(
    ("key", "answers", "opened"),
    [
        ("event", {"EV-01": "yes", "EV-06": "signs"}, {"EV-02", "EV-03", "EV-04", "EV-05", "EV-07"}),
        ("privacy", {"GD-03": ("health",), "GD-02": ("children",)}, {"GD-16", "GD-21", "GD-22"}),
        ("privacy", {"SP-01": "yes", "DP-04": ("us",), "PV-04": "clauses"}, {"SP-02", "SP-03", "PV-04", "GD-25"}),
        ("hipaa", {"HP-01": "yes", "HP-04": ("phones",), "SP-01": "yes"}, {"PV-06", "HP-08", "HP-22"}),
        ("pci", {"PD-01": ("store",), "PD-03": ("page",), "PC-03": "encrypted"}, {"PD-13", "PD-16", "PD-24", "PD-25"}),
        ("continuity", {"BC-01": "yes", "CT-15": "full"}, {"BC-02", "CT-16", "CT-17", "CT-18"}),
    ],
)
def test_answer_opens_what_follows_from_it(key: str, answers: dict[str, Value], opened: set[str]) -> None:
    """Children's data, transfers, phones with health information, payment pages and tests open their own questions."""
    given = {ref: Given(value) for ref, value in answers.items()}

    assert opened <= {question.ref for question in applicable_questions(from_bank(key), given)}
    assert not opened <= {question.ref for question in applicable_questions(from_bank(key), {})}


@pytest.mark.parametrize(("key", "least", "most"), [("privacy", 35, 50), ("hipaa", 35, 50), ("pci", 35, 50)])
def test_sets_on_a_law_or_standard_are_of_a_bearable_size(key: str, least: int, most: int) -> None:
    """A set for one purpose is finished in an afternoon."""
    assert least <= len(from_bank(key).questions) <= most


def test_event_set_has_eight_questions() -> None:
    """On the day of a vulnerability nobody answers more."""
    assert 8 == len(from_bank("event").questions)


def test_unknown_set_is_an_error() -> None:
    """There are no other sets than the ones named."""
    with pytest.raises(NotFound):
        from_bank("../core")
