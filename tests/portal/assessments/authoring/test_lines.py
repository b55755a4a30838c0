"""Conditions and questions go into a form's lines and come back the same."""

from hypothesis import given, settings

from portal.assessments.authoring.composing import compose, typed_of
from portal.assessments.authoring.condition_lines import condition_lines, condition_of, with_test, without
from portal.assessments.authoring.reading import read_question
from portal.assessments.authoring.typed import Names, Typed, TypedLine, read_typed, write_typed
from questionnaires.bank import KEYS
from questionnaires.bank import questionnaire as from_bank
from questionnaires.conditions import AllOf, Compare, Not, Operator
from questionnaires.model import Questionnaire
from tests.questionnaires.samples import questionnaires

IDS = {f"Q-{number:02}": f"id-{number}" for number in range(10)}
NAMES = Names({one: ref for ref, one in IDS.items()}, {})


@settings(max_examples=80, deadline=None)
@given(questionnaires())
def test_every_question_comes_back_the_same(asked: Questionnaire) -> None:
    """Typed, kept as JSON and composed again, a question is the same, whatever its kind and condition."""
    for question in asked.questions:
        typed = read_typed(write_typed(typed_of(question, IDS)))

        assert (question, []) == compose(typed, NAMES)


def test_our_own_sets_come_back_the_same() -> None:
    """Copying one of our sets changes nothing of any question."""
    for key in KEYS:
        asked = from_bank(key).questions
        ids = {question.ref: f"id-{question.ref}" for question in asked}
        names = Names({one: ref for ref, one in ids.items()}, {})

        assert [(question, []) for question in asked] == [compose(typed_of(one, ids), names) for one in asked]


@settings(max_examples=80, deadline=None)
@given(questionnaires())
def test_a_form_sent_as_it_is_shown_changes_no_condition(asked: Questionnaire) -> None:
    """What the page shows of a condition is all there is of it."""
    for question in asked.questions:
        typed = typed_of(question, IDS)

        again = read_question(_as_shown(typed), typed)

        assert typed == again


def _as_shown(typed: Typed) -> dict[str, list[str]]:
    """The fields of a condition as the page writes them."""
    given: dict[str, list[str]] = {"shown": ["when"]}
    for number, line in enumerate(typed.when):
        negated = "!" * (line.negations % 2)
        fields: dict[str, list[str]] = {
            "depth": [str(line.depth)],
            "negations": [str(line.negations)],
            "kind": [line.kind if line.kind == "test" else negated + line.kind],
        }
        if line.kind == "test":
            asked = {"question": [line.question], "about": [line.question], "value": list(line.values)}
            fields |= {**asked, "operator": [negated + line.operator], "was": [negated + line.operator]}
        given |= {f"when.{number}.{name}": values for name, values in fields.items()}
    return given


def test_many_negations_are_kept() -> None:
    """A condition that is negated twice, as some files have it, is not simplified behind anybody's back."""
    twice = Not(Not(Compare("Q-01", Operator.EQUALS, ("yes",))))
    lines = condition_lines(twice, IDS)
    typed = Typed(when=lines)

    assert twice == condition_of(lines, NAMES)
    assert lines == read_question(_as_shown(typed), typed).when


def test_lines_are_added_and_taken_out() -> None:
    """A lone test gets a group around both; a group is added into another; an emptied one goes."""
    one = with_test((), None)
    two = with_test(one, 0)
    nested = with_test(two, 0, "any")

    assert (TypedLine(0, "test"),) == one
    assert [(0, "all"), (1, "test"), (1, "test")] == [(line.depth, line.kind) for line in two]
    assert [(0, "all"), (1, "test"), (1, "test"), (1, "any"), (2, "test")] == [
        (line.depth, line.kind) for line in nested
    ]
    assert two == without(nested, 3)
    assert () == without(without(two, 1), 1)


def test_a_group_of_one_is_kept_as_a_group() -> None:
    """What a file calls a group stays one, so that a copy has the same hash."""
    alone = AllOf((Compare("Q-01", Operator.EQUALS, ("yes",)),))

    assert alone == condition_of(condition_lines(alone, IDS), NAMES)
