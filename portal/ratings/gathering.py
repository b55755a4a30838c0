"""Gathering what a rating is worked out from: tier, answers, verdicts, decisions, findings and the state of the evidence."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from knowledge.facts import facts_from_json, is_stale
from knowledge.tables import Document, DocumentState
from portal.assessments.tables import Assessment
from portal.core.errors import Conflict
from portal.evidence.current import superseded
from portal.findings.standing import rated_findings
from portal.review.answers import documents_of
from portal.review.decisions import DecisionKind
from portal.review.standing import Reviewed, Standing, review_of
from portal.risk.levels import AnswerState, ReviewDecision
from portal.risk.rating import (
    METHOD_VERSION,
    AreaInput,
    EvidenceStats,
    QuestionInput,
    RatingInputs,
    is_harm_limiting,
)
from portal.risk.tiering import Tiering, most_critical, tiering
from portal.vendors.profiles import profile_from_json
from portal.vendors.tables import Service, Vendor
from questionnaires.grading import grade
from questionnaires.scoring import is_scored


@dataclass(frozen=True, slots=True)
class Gathered:
    """Everything behind a rating on one day; `services` are those it covers."""

    vendor: Vendor
    services: tuple[Service, ...]
    review: Standing
    inputs: RatingInputs


async def gather(assessment: Assessment, on: date) -> Gathered:
    """Gather what a rating of this assessment stands on. Raises Conflict when the tier is not known."""
    vendor = await Vendor.objects().get(Vendor.id == assessment.vendor)
    assert vendor is not None
    services = await _services(assessment)
    decisive = most_critical(_tiering(service) for service in services)
    if decisive is None:
        raise Conflict(f"{vendor.name} has no service yet, so its tier is not known. Add the service first.")
    review = await review_of(assessment)
    findings, acceptances = await rated_findings(assessment.vendor, assessment.service)
    gone = await superseded([assessment.vendor])
    documents = [document for document in await documents_of(assessment.vendor) if document.id not in gone]
    inputs = RatingInputs(
        method=METHOD_VERSION,
        today=on,
        tiering=decisive,
        areas=areas(review.reviewed, on),
        findings=findings,
        acceptances=acceptances,
        evidence=evidence_stats(documents, on),
    )
    return Gathered(vendor, services, review, inputs)


def areas(reviewed: Iterable[Reviewed], on: date) -> tuple[AreaInput, ...]:
    """Return the control areas in the order asked, each with its questions."""
    found: dict[str, tuple[str, list[QuestionInput]]] = {}
    for one in reviewed:
        area = one.answered.section.area
        found.setdefault(area.value, (area.label, []))[1].append(question_input(one, on))
    return tuple(
        AreaInput(area, label, tuple(questions), is_harm_limiting(area)) for area, (label, questions) in found.items()
    )


def question_input(one: Reviewed, on: date) -> QuestionInput:
    """Return what one question brings: its answer's score, the verdict and what the reviewer said of it."""
    question = one.answered.question
    state, score = _scored(one, on)
    overruled = one.decision is not None and one.decision.kind is DecisionKind.overruled
    decision = None
    if one.decision is not None:
        decision = ReviewDecision.OVERRULED if overruled else ReviewDecision.AGREED
    return QuestionInput(
        ref=one.ref,
        text=question.text,
        weight=question.weight.points,
        state=state,
        answer_score=score,
        verdict=one.verdict.state if one.verdict else None,
        decision=decision,
        reviewer_verdict=one.decision.state if one.decision and overruled else None,
    )


def evidence_stats(documents: Iterable[Document], on: date) -> EvidenceStats:
    """Count the documents, those that cannot be read and those past their date."""
    everything = list(documents)
    unreadable = sum(document.state == DocumentState.UNREADABLE.value for document in everything)
    stale = sum(bool(document.facts) and is_stale(facts_from_json(document.facts), on) for document in everything)
    return EvidenceStats(len(everything), unreadable, stale)


def _scored(one: Reviewed, on: date) -> tuple[AnswerState, int | None]:
    given = one.answered.row.given if one.answered.row else None
    if given is None:
        return (AnswerState.UNANSWERED if is_scored(one.answered.question) else AnswerState.NOT_SCORED), None
    if one.answered.said_not_to_apply:
        return AnswerState.NOT_APPLICABLE, None
    share = grade(one.answered.question, given, on)
    return (AnswerState.NOT_SCORED, None) if share is None else (AnswerState.ANSWERED, share)


async def _services(assessment: Assessment) -> tuple[Service, ...]:
    if assessment.service is not None:
        return tuple(await Service.objects().where(Service.id == assessment.service))
    mine = (Service.vendor == assessment.vendor) & Service.active.eq(True)
    return tuple(await Service.objects().where(mine).order_by(Service.name))


def _tiering(service: Service) -> Tiering:
    return tiering(profile_from_json(service.profile))
