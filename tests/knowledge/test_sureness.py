"""A verdict's confidence is the share of verdicts that came about like it and were right."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from knowledge.cross_encoder.reading import Read
from knowledge.evidence import Candidate, Place, candidates
from knowledge.second_reading import METHOD, method
from knowledge.stances.judging import Told
from knowledge.sureness import Basis, is_calibrated, is_certain, learnt, least, marks, sure
from knowledge.verdicts import VerdictState, Weighed
from knowledge.weighing import weigh

TODAY = date(2026, 6, 1)
DOCUMENT = UUID(int=7)
CLAIM = "Access of leavers is removed within one business day."
PLAIN = Basis(VerdictState.SUPPORTED, 0.95, 0.95, 0.01, 0.02, alone=True, opposed=False)
AGREED = Read(0.96, 0.01, 0.01, 0.02)


def weighed(page: str, read: Read, told: Told) -> Weighed:
    """Weigh one page on which both readers see the same in every sentence."""
    pages = {(DOCUMENT, 1): page}
    found = candidates([Place(DOCUMENT, "report.pdf", 1, "", 0, len(page))], pages)

    def reads(candidate: Candidate) -> Read | None:
        return read

    judged = {candidate.key: told for candidate in found}
    return weigh(CLAIM, "", found, pages, {DOCUMENT: None}, TODAY, told=judged, reads=reads)


@pytest.mark.parametrize(
    "changed",
    [{"head": 0.02}, {"but": 0.6}, {"against": 0.9}],
    ids=["the head sees nothing", "something is taken back", "another sentence denies it"],
)
def test_what_speaks_against_a_support_makes_it_less_sure(changed: dict[str, float]) -> None:
    """What was learnt goes the way that anybody would expect."""
    likely, doubtful = sure(PLAIN), sure(replace(PLAIN, **changed))  # type: ignore[arg-type]

    assert likely is not None and doubtful is not None
    assert doubtful < likely


def test_the_threshold_holds_the_rate_over_what_it_was_learnt_from() -> None:
    """Of the outcomes at or above it at most one in twenty was wrong; a looser rate asks for no more.

    Where nothing holds the rate, as for contradictions today, no outcome reaches it.
    """
    for state, known in learnt().items():
        shown = [outcome for outcome in known.outcomes if outcome.sure >= least(state)]

        assert len(shown) >= 20 or (state is not VerdictState.SUPPORTED and least(state) > 1 and not shown)
        assert 20 * sum(not outcome.right for outcome in shown) <= len(shown)
        assert least(state, 0.1) <= least(state)


def test_a_rate_that_nothing_holds_gives_no_verdict() -> None:
    """One wrong in ten thousand cannot be promised from some hundred outcomes."""
    assert least(VerdictState.SUPPORTED, 1e-4) > 1


def test_only_kinds_that_were_learnt_are_sure_of_anything() -> None:
    """Nothing is known of how often a stale verdict is right."""
    assert sure(replace(PLAIN, state=VerdictState.STALE)) is None
    assert len(marks(PLAIN)) == len(learnt()[VerdictState.SUPPORTED].weights)


def test_a_support_that_both_readers_see_is_given_with_its_sureness() -> None:
    """The confidence is how likely such a verdict is right."""
    found = weighed(CLAIM, AGREED, Told(0.98, 0.0, 0.0))

    assert VerdictState.SUPPORTED is found.state
    assert found.basis is not None
    assert sure(found.basis) == found.confidence


def test_a_support_that_a_reader_doubts_is_less_sure() -> None:
    """The words are the same; what the readers make of them is told by the confidence."""
    clear, doubted = (weighed(CLAIM, AGREED, Told(so, 0.0, 0.0)) for so in (0.98, 0.05))

    assert VerdictState.SUPPORTED is clear.state is doubted.state
    assert (doubted.confidence or 0) < (clear.confidence or 0)


def test_without_what_was_learnt_confidence_is_the_strength_of_the_source(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is promised where nothing was counted."""
    monkeypatch.setattr("knowledge.sureness.learnt", dict)

    found = weighed(CLAIM, AGREED, Told(0.98, 0.0, 0.0))

    assert VerdictState.SUPPORTED is found.state
    assert 0.6 == found.confidence
    assert not is_certain(1.0, method(calibrated=True))


def test_a_confidence_that_was_learnt_otherwise_makes_nothing_certain() -> None:
    """Hundredths of another scale say nothing on today's: such a verdict has to be worked out again."""
    assert is_certain(0.99, method(calibrated=True))
    assert not is_certain(0.99, METHOD)
    assert is_calibrated(method(calibrated=True)) and not is_calibrated(METHOD)


def test_where_no_outcomes_tell_a_source_of_some_strength_makes_a_support_certain() -> None:
    """A questionnaire the vendor filled in itself does not."""
    made_by = method(calibrated=False)

    assert (True, False) == (is_certain(0.6, made_by), is_certain(0.5, made_by))
    assert not is_certain(0.9, method(calibrated=False, learnt="abc"))
