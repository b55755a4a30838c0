"""Ratings follow the stated rules, explain every point and replay to the byte."""

import hashlib
from dataclasses import replace
from datetime import date

import pytest

from portal.risk.errors import OutOfRange, UnknownMethod, UnreadableRecord, UnscoredAnswer
from portal.risk.levels import (
    AnswerState,
    Confidence,
    FindingState,
    Grade,
    Level,
    Owner,
    ReviewDecision,
    Severity,
    Tier,
    VerdictState,
)
from portal.risk.rating import (
    METHOD_VERSION,
    AcceptanceInput,
    AreaInput,
    EvidenceStats,
    FindingInput,
    QuestionInput,
    Rating,
    RatingInputs,
    as_if_agreed,
    grade_for,
    is_harm_limiting,
    rate,
    rating_from_json,
    rating_inputs_from_json,
    rating_inputs_to_json,
    rating_to_json,
)
from portal.risk.tiering import Tiering

TODAY = date(2026, 11, 21)
TIERING = Tiering(Tier.CRITICAL, 5, 4, Level.CRITICAL, 6, ())
SUPPORTED, EXCEPTION, STALE, OUT, BARE, CONTRADICTED = VerdictState


def question(ref: str = "AC-1", **changes: object) -> QuestionInput:
    """Make a question fully answered and shown by evidence, a reviewer agreeing."""
    base = QuestionInput(
        ref, f"Question {ref}", 1, AnswerState.ANSWERED, 100, VerdictState.SUPPORTED, ReviewDecision.AGREED
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def inputs(*questions: QuestionInput, **changes: object) -> RatingInputs:
    """Make inputs with one area of controls and one, fully shown, that limits harm."""
    areas = (
        AreaInput("access", "Access", questions or (question(),)),
        AreaInput("incidents", "Incidents", (question("IR-1"),), limits_harm=True),
    )
    base = RatingInputs(METHOD_VERSION, TODAY, TIERING, areas, evidence=EvidenceStats(3, 0, 0))
    return replace(base, **changes)  # type: ignore[arg-type]


def finding(severity: Severity, state: FindingState = FindingState.OPEN, due: date | None = None) -> FindingInput:
    """Make a finding."""
    return FindingInput(f"F-{severity.value}", "Leavers keep access", severity, state, due)


def test_everything_shown_is_the_full_score() -> None:
    """Full answers that the evidence supports give an A with nothing to explain."""
    rating = rate(inputs())

    assert (10_000, 100, Grade.A, ()) == (rating.points, rating.strength, rating.grade, rating.reasons)
    assert (Level.CRITICAL, 2, 2, Level.LOW) == (
        rating.inherent,
        rating.residual_likelihood,
        rating.residual_impact,
        rating.residual,
    )
    assert () == rating.conditions


@pytest.mark.parametrize(
    ("verdict", "tier", "area_score"),
    [
        (SUPPORTED, Tier.CRITICAL, 100),
        (EXCEPTION, Tier.CRITICAL, 80),
        (STALE, Tier.CRITICAL, 50),
        (OUT, Tier.HIGH, 60),
        (BARE, Tier.MEDIUM, 70),
        (None, Tier.LOW, 75),
        (CONTRADICTED, Tier.LOW, 0),
    ],
)
def test_credit_for_a_verdict(verdict: VerdictState | None, tier: Tier, area_score: int) -> None:
    """What an answer counts depends on what the evidence says and, on the vendor's word alone, on the tier."""
    rating = rate(inputs(question(verdict=verdict), tiering=replace(TIERING, tier=tier)))

    assert area_score == rating.areas[0].score


def test_a_favourable_verdict_counts_once_a_reviewer_agreed() -> None:
    """No document raises a rating by itself, while a contradiction counts at once."""
    waiting = inputs(question(decision=None))
    contradicted = inputs(question(decision=None, verdict=CONTRADICTED))

    assert 50 == rate(waiting).areas[0].score
    assert 100 == rate(as_if_agreed(waiting)).areas[0].score
    assert 0 == rate(contradicted).areas[0].score
    assert 1 == rate(waiting).confidence.awaiting
    assert "no reviewer has agreed yet" in rate(waiting).reasons[0].text


def test_an_overruling_reviewer_has_the_last_word() -> None:
    """The reviewer's verdict stands in the program's place; without one the answer is the vendor's own word."""
    bare = question(verdict=CONTRADICTED, decision=ReviewDecision.OVERRULED)

    assert 50 == rate(inputs(bare)).areas[0].score
    assert 80 == rate(inputs(replace(bare, reviewer_verdict=EXCEPTION))).areas[0].score


def test_a_contradiction_caps_its_area() -> None:
    """One contradicted answer among many holds the whole area at 60, and the cap is a reason of its own."""
    many = tuple(question(f"AC-{number}") for number in range(9))
    rating = rate(inputs(*many, question("AC-9", verdict=CONTRADICTED)))

    assert 60 == rating.areas[0].score
    assert [("AC-9", "evidence"), ("access", "area_cap")] == [(one.subject, one.kind) for one in rating.reasons]


def test_what_is_left_out() -> None:
    """Questions that do not apply or are not scored are left out; those not answered count as nothing."""
    aside = (question("AC-2", state=AnswerState.NOT_APPLICABLE), question("AC-3", state=AnswerState.NOT_SCORED))
    unanswered = question("AC-4", state=AnswerState.UNANSWERED, answer_score=None, verdict=None, decision=None)

    assert 100 == rate(inputs(question(), *aside)).areas[0].score
    assert 50 == rate(inputs(question(), unanswered)).areas[0].score
    assert rate(inputs(*aside)).areas[0].score is None


def test_not_applicable_can_be_overruled() -> None:
    """A question said not to apply counts as not answered once the reviewer says that it does."""
    denied = question("AC-2", state=AnswerState.NOT_APPLICABLE, decision=ReviewDecision.OVERRULED)

    assert 50 == rate(inputs(question(), denied)).areas[0].score


def test_weights() -> None:
    """A question of weight 3 counts three times one of weight 1."""
    rating = rate(inputs(question("AC-1", weight=3), question("AC-2", answer_score=0)))

    assert 75 == rating.areas[0].score


def test_nothing_scored_is_no_score() -> None:
    """Without a single scored question there is nothing to give points for."""
    rating = rate(inputs(areas=()))

    assert (0, Grade.F, "nothing_scored") == (rating.points, rating.grade, rating.reasons[0].kind)
    assert Level.CRITICAL == rating.residual


@pytest.mark.parametrize(
    ("severity", "state", "grade"),
    [
        (Severity.CRITICAL, FindingState.OPEN, Grade.D),
        (Severity.HIGH, FindingState.OPEN, Grade.C),
        (Severity.MEDIUM, FindingState.OPEN, Grade.A),
        (Severity.CRITICAL, FindingState.REMEDIATED, Grade.A),
        (Severity.CRITICAL, FindingState.ACCEPTED, Grade.C),
        (Severity.HIGH, FindingState.ACCEPTED, Grade.B),
    ],
)
def test_findings_hold_the_grade(severity: Severity, state: FindingState, grade: Grade) -> None:
    """Grave findings put a ceiling on the grade, a lower one while open than once accepted."""
    acceptances = (AcceptanceInput(f"F-{severity.value}", date(2027, 1, 31)),)

    assert grade == rate(inputs(findings=(finding(severity, state),), acceptances=acceptances)).grade


def test_an_acceptance_runs_out() -> None:
    """A finding is open again on the day after its acceptance ends, or without one."""
    accepted = (finding(Severity.CRITICAL, FindingState.ACCEPTED),)
    last_day = (AcceptanceInput("F-critical", TODAY),)
    over = (AcceptanceInput("F-critical", date(2026, 11, 20)),)

    assert Grade.C == rate(inputs(findings=accepted, acceptances=last_day)).grade
    assert Grade.D == rate(inputs(findings=accepted, acceptances=over)).grade
    assert "its acceptance has run out" in rate(inputs(findings=accepted)).reasons[0].text


def test_an_overdue_finding_costs_more() -> None:
    """A finding past its due day takes two more points off."""
    overdue = rate(inputs(findings=(finding(Severity.MEDIUM, due=date(2026, 11, 20)),)))
    in_time = rate(inputs(findings=(finding(Severity.MEDIUM, due=TODAY),)))

    assert 200 == in_time.points - overdue.points
    assert "overdue since 20 November 2026" in overdue.reasons[0].text


@pytest.mark.parametrize(
    ("points", "grade"),
    [(10_000, "A"), (8_500, "A"), (8_499, "B"), (6_999, "C"), (5_499, "D"), (3_999, "E"), (2_499, "F"), (0, "F")],
)
def test_grades(points: int, grade: str) -> None:
    """Grades begin at 85, 70, 55, 40 and 25."""
    assert grade == grade_for(points)


def test_impact_falls_only_with_controls_that_limit_harm() -> None:
    """Without harm-limiting areas the impact stays, and the reason says so."""
    areas = (AreaInput("access", "Access", (question(),)),)
    rating = rate(inputs(areas=areas))

    assert (2, 4) == (rating.residual_likelihood, rating.residual_impact)
    assert "nothing was asked about controls that limit harm" in rating.residual_reasons[1]


@pytest.mark.parametrize(
    ("checked", "level"), [(10, Confidence.HIGH), (8, Confidence.HIGH), (5, Confidence.MEDIUM), (4, Confidence.LOW)]
)
def test_confidence(checked: int, level: Confidence) -> None:
    """Confidence is high from 80 per cent of answers checked, medium from 50."""
    asked = [question(f"AC-{number}", verdict=SUPPORTED if number < checked else BARE) for number in range(10)]
    rating = rate(inputs(areas=(AreaInput("access", "Access", tuple(asked)),), evidence=EvidenceStats(4, 1, 2)))

    assert level == rating.confidence.level
    expected = f"{checked} of 10 answers checked against evidence; 1 of 4 documents could not be read; 2 of 4 documents"
    assert rating.confidence.text.startswith(expected)


def test_conditions() -> None:
    """Findings, contradictions, stale or missing evidence and weak areas propose conditions with owner and day."""
    rating = rate(
        inputs(
            question("AC-1", verdict=CONTRADICTED),
            question("AC-2", verdict=STALE),
            question("AC-3", verdict=BARE),
            question("AC-4", verdict=OUT),
            findings=(finding(Severity.HIGH), finding(Severity.LOW), finding(Severity.MEDIUM, FindingState.ACCEPTED)),
            acceptances=(AcceptanceInput("F-medium", date(2027, 3, 1)),),
        )
    )

    assert [
        ("Remediate: Leavers keep access", Owner.VENDOR, date(2027, 1, 20)),
        ("Look again at: Leavers keep access", Owner.REVIEWER, date(2027, 3, 1)),
        ("Explain or correct: Access", Owner.VENDOR, date(2026, 12, 21)),
        ("Send current evidence: Access", Owner.VENDOR, date(2027, 1, 20)),
        ("Send evidence: Access", Owner.VENDOR, date(2027, 2, 19)),
        ("Plan for improving: Access", Owner.VENDOR, date(2027, 2, 19)),
    ] == [(one.title, one.owner, one.due) for one in rating.conditions]


def test_replay_gives_the_same_bytes() -> None:
    """Inputs read back from their record give the same record and the same rating, to the byte."""
    asked = inputs(question(verdict=STALE, text="Zugang für „Leiter“"), findings=(finding(Severity.HIGH, due=TODAY),))
    frozen = rating_inputs_to_json(asked)
    rating = rating_to_json(rate(asked))

    assert asked == rating_inputs_from_json(frozen)
    assert frozen == rating_inputs_to_json(rating_inputs_from_json(frozen))
    assert rating == rating_to_json(rate(rating_inputs_from_json(frozen)))
    assert rate(asked) == rating_from_json(rating)


def test_the_method_has_not_changed_under_its_version() -> None:
    """A rating of this version is what it always was: if this fails, the method needs a new version."""
    asked = inputs(
        *(question(f"AC-{place}", verdict=verdict, weight=place + 1) for place, verdict in enumerate(VerdictState)),
        question("AC-9", answer_score=35),
        findings=(finding(Severity.MEDIUM), finding(Severity.LOW, due=date(2026, 1, 1))),
    )

    digest = hashlib.sha256(rating_to_json(rate(asked)).encode()).hexdigest()

    assert ("2026-1", "4fe3776a69e5fb04ee4d67760c4eccb84d31cbdca5ef6a658f950c1d52ba283f") == (METHOD_VERSION, digest)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{", "it is not JSON"),
        ("[]", "does not have exactly the members"),
        ('{"method": 1}', "does not have exactly the members"),
    ],
)
def test_a_damaged_record_is_refused(text: str, sentence: str) -> None:
    """What is not a record of inputs is refused with a sentence, not read in part."""
    with pytest.raises(UnreadableRecord, match=sentence):
        rating_inputs_from_json(text)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"weight":1', '"weight":"1"'),
        ('"weight":1', '"weight":true'),
        ('"weight":1', '"weight":-1'),
        ('"verdict":"supported"', '"verdict":"fine"'),
        ('"today":"2026-11-21"', '"today":"21.11.2026"'),
        ('"findings":[]', '"findings":null'),
    ],
)
def test_a_wrong_member_is_refused(old: str, new: str) -> None:
    """A member of the wrong type or outside its list is refused."""
    with pytest.raises(UnreadableRecord):
        rating_inputs_from_json(rating_inputs_to_json(inputs()).replace(old, new))


def test_a_foreign_method_is_refused() -> None:
    """Inputs of another method version are not rated by this one."""
    with pytest.raises(UnknownMethod, match="2019-4"):
        rate(inputs(method="2019-4"))


def test_values_outside_their_scale_are_refused() -> None:
    """Scores and weights have limits, and an answer has a score."""
    with pytest.raises(OutOfRange):
        question(answer_score=101)
    with pytest.raises(OutOfRange):
        question(weight=-1)
    with pytest.raises(UnscoredAnswer):
        question(answer_score=None)


def test_harm_limiting_areas_are_known_by_name() -> None:
    """The areas that make an incident smaller are told by their key."""
    assert is_harm_limiting("cryptography")
    assert is_harm_limiting("Business continuity")
    assert not is_harm_limiting("physical")


def test_the_picture_of_a_good_payment_partner() -> None:
    """A critical card processor with good, shown controls comes out as B with medium risk."""
    asked = tuple(question(f"AC-{number}", verdict=EXCEPTION) for number in range(8))
    rating: Rating = rate(inputs(*asked))

    assert (Grade.B, Level.MEDIUM, 3, 2) == (
        rating.grade,
        rating.residual,
        rating.residual_likelihood,
        rating.residual_impact,
    )
