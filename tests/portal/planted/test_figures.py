"""What verdicts on invented vendors got right and wrong is counted as its words say."""

from types import SimpleNamespace
from typing import cast

import pytest

from knowledge.evaluation.citing import Citations
from knowledge.second_reading import method
from knowledge.verdicts import VerdictState
from portal.planted.figures import figures
from portal.planted.measuring import Outcome

SUPPORTED, EXCEPTED, CONTRADICTED, SILENT = (
    VerdictState.SUPPORTED,
    VerdictState.SUPPORTED_WITH_EXCEPTION,
    VerdictState.CONTRADICTED,
    VerdictState.NOT_EVIDENCED,
)
SURE, UNSURE = 0.999, 0.01


def outcome(truth: VerdictState, shown: VerdictState, confidence: float = SURE) -> Outcome:
    """A verdict that readers saw, beside the truth."""
    return cast(
        Outcome,
        SimpleNamespace(
            vendor="vendor",
            claimed=SimpleNamespace(truth=truth, also=()),
            verdict=SimpleNamespace(state=shown, confidence=confidence, method=method(calibrated=True, learnt="")),
            found=None,
            citations=Citations(),
        ),
    )


def test_of_supports_the_certain_ones_and_the_wrong_among_them_are_counted() -> None:
    """A missed exception is wrong; a support that is not certain is on no list, and counts in neither."""
    found = figures(
        [
            outcome(SUPPORTED, SUPPORTED),
            outcome(SUPPORTED, SUPPORTED),
            outcome(EXCEPTED, SUPPORTED),
            outcome(SILENT, SUPPORTED, UNSURE),
            outcome(SUPPORTED, SILENT),
            outcome(EXCEPTED, EXCEPTED),
        ],
        reveal=False,
    )

    assert (3 / 4, 1 / 3) == pytest.approx((found.certain, found.certain_wrong), abs=1e-4)


def test_a_support_that_is_none_and_a_contradiction_that_is_none_are_told_apart() -> None:
    """Each is a share of the claims it could have happened to."""
    found = figures(
        [
            outcome(SILENT, SUPPORTED),
            outcome(CONTRADICTED, CONTRADICTED),
            outcome(SUPPORTED, CONTRADICTED),
            outcome(SUPPORTED, SUPPORTED),
        ],
        reveal=False,
    )

    assert (1 / 2, 1 / 2, 1 / 3) == pytest.approx(
        (found.false_pass, found.passes_wrong_of_shown, found.false_finding_of_right), abs=1e-4
    )
    assert (1.0, 0.0) == (found.contradicted_recall, found.silence_kept)
    assert () == found.passed_wrongly
