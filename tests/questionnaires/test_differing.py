"""The difference of two versions names what was added, removed, changed and moved, and nothing else."""

from dataclasses import replace

from hypothesis import given, settings

from questionnaires.conditions import Compare, Operator
from questionnaires.differing import Change, ChangeKind, FieldChange, differences
from questionnaires.model import ControlArea, Questionnaire, Section
from tests.questionnaires.samples import FACTOR, HOURS, LOGGED, MFA, NOTES, TESTED, questionnaire, questionnaires


def _kinds(old: Questionnaire, new: Questionnaire) -> list[tuple[ChangeKind, str]]:
    return [(change.kind, change.ref) for change in differences(old, new)]


def test_questions_come_and_go() -> None:
    """A new reference is an addition, a missing one a removal."""
    assert [(ChangeKind.ADDED, "IN-01"), (ChangeKind.REMOVED, "LG-01")] == _kinds(
        questionnaire(MFA, LOGGED), questionnaire(MFA, HOURS)
    )


def test_a_changed_question_shows_each_field_before_and_after() -> None:
    """Fields are told in words: a condition as a sentence, choices by their labels and scores."""
    wider = replace(FACTOR, choices=FACTOR.choices[:1], applies_when=Compare("AC-01", Operator.EQUALS, ("yes",)))

    (change,) = differences(questionnaire(MFA, FACTOR), questionnaire(MFA, wider))

    assert (
        Change(
            ChangeKind.CHANGED,
            "AC-02",
            "Which factor?",
            (
                FieldChange("Choices", "Security key (score 100)\nText message (score 20)", "Security key (score 100)"),
                FieldChange("Asked when", "AC-01 is one of “Yes” or “In part”", "AC-01 is “Yes”"),
            ),
        )
        == change
    )


def test_the_fewest_questions_are_called_moved() -> None:
    """One question put to the front moves itself, not all the others."""
    before = questionnaire(MFA, LOGGED, HOURS, TESTED, NOTES)

    assert [(ChangeKind.MOVED, "SV-01")] == _kinds(before, questionnaire(NOTES, MFA, LOGGED, HOURS, TESTED))


def test_a_question_that_changed_its_section_moved() -> None:
    """Where it went is said by the titles of the sections."""
    one, two = (
        Section(key, key.title(), ControlArea.ACCESS, (question,)) for key, question in (("one", MFA), ("two", HOURS))
    )
    before = Questionnaire("k", "K", (replace(one, questions=(MFA, LOGGED)), two))
    after = Questionnaire("k", "K", (one, replace(two, questions=(LOGGED, HOURS))))

    assert [Change(ChangeKind.MOVED, "LG-01", "Which events?", (FieldChange("Section", "One", "Two"),))] == differences(
        before, after
    )


def test_another_reference_alone_is_a_change() -> None:
    """The same words under another reference are the same question."""
    (change,) = differences(questionnaire(MFA, HOURS), questionnaire(MFA, replace(HOURS, ref="IN-09")))

    assert (ChangeKind.CHANGED, (FieldChange("Reference", "IN-01", "IN-09"),)) == (change.kind, change.fields)


def test_title_sections_and_areas_are_told() -> None:
    """What is not a question is compared, too."""
    before = questionnaire(MFA)
    section = replace(before.sections[0], title="Access", area=ControlArea.DATA_PROTECTION)
    after = replace(before, title="Smaller", sections=(section,))

    assert [
        ("The questionnaire", (FieldChange("Title", "Small", "Smaller"),)),
        (
            "Section “Access”",
            (FieldChange("Title", "One", "Access"), FieldChange("Control area", "Access control", "Data protection")),
        ),
    ] == [(change.text, change.fields) for change in differences(before, after)]


@settings(max_examples=60, deadline=None)
@given(questionnaires(), questionnaires())
def test_no_difference_means_the_same_content(one: Questionnaire, other: Questionnaire) -> None:
    """There are no differences exactly when the hashes are the same."""
    assert [] == differences(one, one)
    assert (one.version == other.version) == (not differences(one, other))
