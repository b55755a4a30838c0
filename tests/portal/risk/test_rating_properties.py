"""Whatever the inputs, reasons add up, replay is exact and nothing gets better by getting worse."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from portal.risk.levels import AnswerState, FindingState, Level, ReviewDecision, Severity, Tier, VerdictState
from portal.risk.rating import (
    METHOD_VERSION,
    AcceptanceInput,
    AreaInput,
    FindingInput,
    QuestionInput,
    Rating,
    RatingInputs,
    rate,
    rating_inputs_from_json,
    rating_inputs_to_json,
    rating_to_json,
)
from portal.risk.tiering import Tiering

TODAY = date(2026, 11, 21)
# Worth of a verdict, for telling which of two is worse: those on the vendor's own word are worth the same.
WORTH = {
    VerdictState.SUPPORTED: 3,
    VerdictState.SUPPORTED_WITH_EXCEPTION: 2,
    VerdictState.STALE: 1,
    VerdictState.OUT_OF_SCOPE: 1,
    VerdictState.NOT_EVIDENCED: 1,
    VerdictState.CONTRADICTED: 0,
}

days = st.integers(-60, 400).map(lambda number: TODAY + timedelta(days=number))
tierings = st.builds(
    Tiering,
    st.sampled_from(Tier),
    st.integers(1, 5),
    st.integers(1, 4),
    st.sampled_from(Level),
    st.just(0),
    st.just(()),
)
questions = st.builds(
    QuestionInput,
    ref=st.sampled_from(["Q1", "Q2", "Q3"]),
    text=st.just("Is it done?"),
    weight=st.integers(0, 7),
    state=st.sampled_from(AnswerState),
    answer_score=st.integers(0, 100),
    verdict=st.none() | st.sampled_from(VerdictState),
    decision=st.none() | st.sampled_from(ReviewDecision),
    reviewer_verdict=st.none() | st.sampled_from(VerdictState),
)
areas = st.builds(
    AreaInput,
    area=st.sampled_from(["access", "incidents"]),
    label=st.just("Area"),
    questions=st.lists(questions, max_size=5).map(tuple),
    limits_harm=st.booleans(),
)
findings = st.builds(
    FindingInput,
    ref=st.sampled_from(["F1", "F2", "F3"]),
    title=st.just("A gap"),
    severity=st.sampled_from(Severity),
    state=st.sampled_from(FindingState),
    due=st.none() | days,
)
acceptances = st.builds(AcceptanceInput, finding=st.sampled_from(["F1", "F2"]), until=days)
rating_inputs = st.builds(
    RatingInputs,
    method=st.just(METHOD_VERSION),
    today=st.just(TODAY),
    tiering=tierings,
    areas=st.lists(areas, max_size=3).map(tuple),
    findings=st.lists(findings, max_size=3).map(tuple),
    acceptances=st.lists(acceptances, max_size=2).map(tuple),
)


@given(rating_inputs)
def test_reasons_add_up(inputs: RatingInputs) -> None:
    """The points of all reasons are exactly what is missing to the full score, and none adds points."""
    rating = rate(inputs)

    assert rating.points - 10_000 == sum(reason.points for reason in rating.reasons)
    assert all(reason.points <= 0 for reason in rating.reasons)
    assert 0 <= rating.points <= 10_000


@given(rating_inputs)
def test_residual_risk_is_never_above_inherent(inputs: RatingInputs) -> None:
    """Controls take risk away, never add any."""
    rating = rate(inputs)

    assert rating.residual.rank <= rating.inherent.rank
    assert 1 <= rating.residual_likelihood <= rating.likelihood
    assert 1 <= rating.residual_impact <= rating.impact


@given(rating_inputs)
def test_replay_is_exact(inputs: RatingInputs) -> None:
    """Whatever was frozen rates again to the same bytes."""
    frozen = rating_inputs_to_json(inputs)
    again = rating_inputs_from_json(frozen)

    assert (inputs, frozen) == (again, rating_inputs_to_json(again))
    assert rating_to_json(rate(inputs)) == rating_to_json(rate(again))


@settings(deadline=None)
@given(rating_inputs)
def test_worse_answers_never_help(inputs: RatingInputs) -> None:
    """A lower answer, no answer, a worse verdict or a reviewer's doubt never improves anything."""
    before = rate(inputs)

    for worse in worse_areas(inputs):
        assert_no_better(before, rate(replace(inputs, areas=worse)))


@settings(deadline=None)
@given(rating_inputs)
def test_worse_findings_never_help(inputs: RatingInputs) -> None:
    """A graver, reopened, overdue or new finding, or an acceptance that ends, never improves anything."""
    before = rate(inputs)

    for worse in worse_findings(inputs):
        assert_no_better(before, rate(worse))


@given(rating_inputs, st.integers(1, 800))
def test_waiting_never_helps(inputs: RatingInputs, wait: int) -> None:
    """With nothing done, a later day never gives a better rating."""
    later = replace(inputs, today=inputs.today + timedelta(days=wait))

    assert_no_better(rate(inputs), rate(later))


@given(rating_inputs, st.sampled_from(Tier))
def test_a_more_critical_tier_never_helps(inputs: RatingInputs, tier: Tier) -> None:
    """The same answers never score better where more depends on them."""
    other = replace(inputs, tiering=replace(inputs.tiering, tier=tier))
    pair = sorted((inputs, other), key=lambda one: -one.tiering.tier.number)

    assert_no_better(rate(pair[0]), rate(pair[1]))


def assert_no_better(before: Rating, after: Rating) -> None:
    """Compare score, areas, grade and residual risk."""
    assert after.points <= before.points
    assert after.strength <= before.strength
    assert after.grade.rank >= before.grade.rank
    assert after.residual.rank >= before.residual.rank
    assert after.residual_likelihood >= before.residual_likelihood
    assert after.residual_impact >= before.residual_impact
    assert all((a.score or 0) <= (b.score or 0) for a, b in zip(after.areas, before.areas, strict=False) if b.weight)


def worse_areas(inputs: RatingInputs) -> Iterator[tuple[AreaInput, ...]]:
    """Worsen one question at a time."""
    for place, area in enumerate(inputs.areas):
        for spot, question in enumerate(area.questions):
            for worse in worse_questions(question):
                changed = (*area.questions[:spot], worse, *area.questions[spot + 1 :])
                yield (*inputs.areas[:place], replace(area, questions=changed), *inputs.areas[place + 1 :])


def worse_questions(question: QuestionInput) -> Iterator[QuestionInput]:
    """Every way in which one question can come out worse."""
    if question.state is AnswerState.NOT_APPLICABLE:
        yield replace(question, decision=ReviewDecision.OVERRULED)
    if question.state is not AnswerState.ANSWERED:
        return
    yield replace(question, answer_score=(question.answer_score or 0) // 2)
    yield replace(question, state=AnswerState.UNANSWERED, answer_score=None)
    for verdict in worse_verdicts(question.verdict):
        yield replace(question, verdict=verdict)
    for verdict in worse_verdicts(question.reviewer_verdict):
        yield replace(question, reviewer_verdict=verdict)
    if question.decision is ReviewDecision.AGREED:
        yield replace(question, decision=None)


def worse_verdicts(verdict: VerdictState | None) -> list[VerdictState]:
    """List the verdicts worth less, or as little."""
    worth = WORTH[verdict or VerdictState.NOT_EVIDENCED]
    return [other for other in VerdictState if WORTH[other] <= worth]


def worse_findings(inputs: RatingInputs) -> Iterator[RatingInputs]:
    """Every way in which findings can come out worse."""
    yield replace(inputs, acceptances=())
    new = FindingInput("F9", "A new gap", Severity.LOW, FindingState.OPEN)
    yield replace(inputs, findings=(*inputs.findings, new))
    for place, finding in enumerate(inputs.findings):
        worse = [replace(finding, severity=one) for one in Severity if one.rank > finding.severity.rank]
        worse += [replace(finding, state=one) for one in FindingState if one.rank > finding.state.rank]
        worse.append(replace(finding, due=TODAY - timedelta(days=1)))
        for one in worse:
            yield replace(inputs, findings=(*inputs.findings[:place], one, *inputs.findings[place + 1 :]))
