"""A questionnaire that cannot be asked is refused with a sentence that names the question."""

from dataclasses import replace

import pytest

from questionnaires.branching import validate
from questionnaires.conditions import Compare, Condition, Not, Operator
from questionnaires.errors import InvalidQuestionnaire
from questionnaires.model import Choice, ControlArea, Question, QuestionKind, Questionnaire, Section, Tip
from questionnaires.validating import faults
from tests.questionnaires.samples import (
    FACTOR,
    HOSTED,
    HOURS,
    LOGGED,
    MFA,
    NOTES,
    REPORT,
    SIGNED,
    SMALL,
    TESTED,
    questionnaire,
)


def test_sound_questionnaire_passes() -> None:
    """A questionnaire with every kind of question and a condition is accepted."""
    validate(SMALL)


def _when(condition: Condition) -> Question:
    return replace(NOTES, applies_when=condition)


@pytest.mark.parametrize(
    ("questions", "sentence"),
    [
        ((MFA, MFA), "AC-01 stands twice"),
        ((FACTOR, MFA), "depends on AC-01, which is asked later"),
        ((FACTOR,), "depends on AC-01, which does not exist"),
        ((_when(Compare("SV-01", Operator.EQUALS, ("x",))),), "depends on its own answer"),
        ((MFA, _when(Compare("AC-01", Operator.EQUALS, ("maybe",)))), "cannot compare AC-01 by equals with maybe"),
        ((MFA, _when(Not(Compare("AC-01", Operator.GREATER_THAN, ("3",))))), "cannot compare AC-01 by greater_than"),
        ((LOGGED, _when(Compare("LG-01", Operator.CONTAINS, ("z",)))), "cannot compare LG-01 by contains with z"),
        ((HOURS, _when(Compare("IN-01", Operator.EQUALS, ("many",)))), "cannot compare IN-01 by equals with many"),
        ((TESTED, _when(Compare("BC-01", Operator.GREATER_THAN, ("soon",)))), "cannot compare BC-01"),
        ((MFA, _when(Compare("AC-01", Operator.ANSWERED, ("perhaps",)))), "cannot compare AC-01 by answered"),
        ((replace(MFA, ref="A B"),), "without spaces"),
        ((replace(MFA, text=" "),), "asks nothing"),
        ((replace(FACTOR, choices=()),), "needs choices"),
        ((replace(MFA, choices=FACTOR.choices),), "takes no choices"),
        ((replace(LOGGED, choices=(Choice("a", "A"), Choice("a", "B"))),), "has a choice twice"),
        ((replace(LOGGED, choices=(Choice("a", "A", 101),)),), "not from 0 to 100"),
        ((replace(MFA, unit="days"),), "which only numbers have"),
        ((replace(HOURS, minimum=900),), "minimum above its maximum"),
        ((replace(HOURS, expected=("soon",)),), "“soon” is not a bound"),
        ((replace(HOURS, expected=("<= 1", "<= 2")),), "Only one bound"),
        ((replace(TESTED, expected=("lately",)),), "“lately” is not an age"),
        ((replace(MFA, expected=("maybe",)),), "“maybe” is expected but is no possible answer"),
        ((replace(REPORT, expected=("yes",)),), "Nothing can be expected of a text or document"),
        ((replace(HOURS, claim="Notice is given."),), "must hold {answer}"),
        ((replace(MFA, claim="It is {answer}."),), "must not hold {answer}"),
        (
            (replace(SIGNED, choices=HOSTED.choices),),
            "takes one choice only, so none of its choices needs to be exclusive",
        ),
        ((replace(SIGNED, choices=(Choice("a", "A", other=True), Choice("b", "B", other=True))),), "one is enough"),
        ((), "has no questions"),
    ],
)
def test_fault_is_named(questions: tuple[Question, ...], sentence: str) -> None:
    """Each fault is refused with a sentence that says what is wrong."""
    with pytest.raises(InvalidQuestionnaire) as caught:
        validate(questionnaire(*questions))

    assert sentence in caught.value.sentence


def test_sections_are_needed_and_unique() -> None:
    """A questionnaire has sections, each with a key of its own, and a key and title that can be stored."""
    section = Section("one", "One", ControlArea.ACCESS, (MFA,))

    for faulty in (
        Questionnaire("empty", "Empty", ()),
        Questionnaire("twice", "Twice", (section, replace(section, questions=(HOURS,)))),
        Questionnaire("k" * 121, "Key", (section,)),
        Questionnaire("key", "t" * 301, (section,)),
    ):
        with pytest.raises(InvalidQuestionnaire):
            validate(faulty)


def test_kinds_and_enums_have_labels() -> None:
    """Every kind and area has a label for pages."""
    assert all(kind.label for kind in QuestionKind)
    assert all(area.label for area in ControlArea)


@pytest.mark.parametrize(
    ("tip", "sentence"),
    [
        (Tip("T", " ", after="AC-01"), "needs a text and a reference of its own"),
        (Tip("", "Mind."), "(no reference) needs a text"),
        (Tip("T", "Mind.", after="ZZ-01"), "stands behind ZZ-01, which its section does not ask"),
        (Tip("T", "Mind.", applies_when=Compare("AC-01", Operator.EQUALS, ("no",))), "which is not asked before it"),
        (
            Tip("T", "Mind.", after="AC-01", applies_when=Compare("AC-01", Operator.EQUALS, ("perhaps",))),
            "Tip T cannot compare AC-01 by equals with perhaps",
        ),
    ],
)
def test_faulty_tip_is_named(tip: Tip, sentence: str) -> None:
    """A tip says something, has a name and a place, and looks at answers that were given before it."""
    section = Section("one", "One", ControlArea.ACCESS, (MFA,), tips=(tip,))

    with pytest.raises(InvalidQuestionnaire) as caught:
        validate(Questionnaire("small", "Small", (section,)))

    assert sentence in caught.value.sentence


def test_every_fault_is_found_at_its_place() -> None:
    """Faults are found all at once, each with the question and the field that it is about."""
    first = replace(MFA, text=" ", applies_when=Compare("AC-02", Operator.EQUALS, ("key",)))
    second = replace(FACTOR, choices=(), claim="No place for it.")

    found = [(fault.question, fault.field) for fault in faults(questionnaire(first, second))]

    assert [(0, "text"), (0, "applies_when"), (1, "choices"), (1, "claim")] == found


def test_a_circle_is_called_one() -> None:
    """Two questions that wait for each other are told apart from one that merely stands too early."""
    first = replace(NOTES, applies_when=Compare("AC-02", Operator.ANSWERED, ("true",)))
    second = replace(FACTOR, applies_when=Compare("SV-01", Operator.ANSWERED, ("true",)))

    sentences = [fault.sentence for fault in faults(questionnaire(first, second))]

    assert [
        "Question SV-01 depends on AC-02, which depends on SV-01 in turn, so neither could ever be asked."
    ] == sentences
