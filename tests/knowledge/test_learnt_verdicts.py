"""What reviewers taught may take a support away; it raises nothing past a check, and takes no conflict away."""

from dataclasses import replace

import pytest

from knowledge.cross_encoder.reading import Read
from knowledge.second_reading import method
from knowledge.stances.judging import Told
from knowledge.verdicts import VerdictState, learnt_in
from tests.knowledge.test_second_reading import BY_RULE, IN_OTHER_WORDS, PLAN, SO, SURE_SO, UNSURE, weighed

CONTRARY = "There is no written incident response plan."
CERTAIN = Told(1.0, 0.0, 0.0, 3.0, 0.9)
DOUBTED = 0.95


@pytest.mark.parametrize(
    ("text", "told", "before", "after"),
    [
        (BY_RULE, UNSURE, VerdictState.SUPPORTED, VerdictState.NOT_EVIDENCED),
        (BY_RULE, SURE_SO, VerdictState.SUPPORTED, VerdictState.SUPPORTED),
        (PLAN, UNSURE, VerdictState.SUPPORTED, VerdictState.SUPPORTED),
        (CONTRARY, UNSURE, VerdictState.CONTRADICTED, VerdictState.CONTRADICTED),
    ],
    ids=["by rules", "heads are sure of it", "in the claim's own words", "a conflict"],
)
def test_words_that_were_taught_to_say_nothing_support_nothing(
    text: str, told: Told, before: VerdictState, after: VerdictState
) -> None:
    """A support falls; what the heads are sure of, the claim's own words and a conflict stay as they were."""
    assert before is weighed(text, told, None).state
    assert after is weighed(text, replace(told, doubted=DOUBTED), None).state


@pytest.mark.parametrize(
    "text",
    [
        "The vendor plans to write an incident response plan.",
        "The vendor should have a written incident response plan.",
        "The sub-processor maintains a written incident response plan.",
        "Customers maintain a written incident response plan.",
        CONTRARY,
    ],
)
@pytest.mark.parametrize("seen", [None, SO])
def test_heads_that_are_certain_of_everything_pass_the_same_checks(text: str, seen: Read | None) -> None:
    """However sure a head was taught to be: a plan, advice, another's duty and a denial support nothing."""
    assert VerdictState.SUPPORTED is weighed(IN_OTHER_WORDS, CERTAIN, seen).state
    assert VerdictState.SUPPORTED is not weighed(text, CERTAIN, seen).state


def test_a_method_names_the_heads_that_were_learnt() -> None:
    """What names them is found again in it, beside what else it says."""
    assert ["", "3fa9c1d2", "3fa9c1d2", "3fa9c1d2"] == [
        learnt_in(method(calibrated=True)),
        learnt_in(method(calibrated=True, learnt="3fa9c1d2")),
        learnt_in(f"{method(calibrated=True, learnt='3fa9c1d2')}; some-model 1a2b"),
        learnt_in(f"{method(calibrated=False, learnt='3fa9c1d2')}; some-model 1a2b"),
    ]
