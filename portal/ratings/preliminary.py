"""What evidence alone gives: the core questions' claims checked against a vendor's documents, before anybody has answered."""

import json
from dataclasses import dataclass

from knowledge.verification import Claim, Verdict, verify
from portal.core.clock import today
from portal.core.errors import NotFound
from portal.engines import Engines
from portal.evidence.current import current_scope, superseded
from portal.learnt.standing import taught
from portal.ratings.gathering import evidence_stats
from portal.ratings.recorded import Plain
from portal.review.answers import documents_of
from portal.risk.levels import (
    AccessKind,
    AnswerState,
    Criticality,
    DataClass,
    Records,
    Replaceability,
    VerdictState,
)
from portal.risk.rating import (
    METHOD_VERSION,
    AreaInput,
    QuestionInput,
    RatingInputs,
    is_harm_limiting,
    rate,
    rating_to_json,
)
from portal.risk.tiering import ServiceProfile, Tiering, most_critical, tiering
from portal.vendors.profiles import profile_from_json
from portal.vendors.tables import Service, Vendor
from questionnaires.bank import questionnaire
from questionnaires.model import Question, Section

_WORST = ServiceProfile(
    data=tuple(DataClass),
    records=Records.MILLIONS,
    access=AccessKind.PRIVILEGED,
    criticality=Criticality.HOURS,
    internet_facing=True,
    sub_processors=True,
    replaceability=Replaceability.HARD,
)
_SAYS = {VerdictState.SUPPORTED, VerdictState.SUPPORTED_WITH_EXCEPTION, VerdictState.CONTRADICTED, VerdictState.STALE}


@dataclass(frozen=True, slots=True)
class _Checked:
    section: Section
    question: Question
    verdict: Verdict

    @property
    def state(self) -> VerdictState:
        """The verdict, in the words of the rating."""
        return VerdictState(self.verdict.state.value)


async def preliminary_rating(vendor: Vendor, engines: Engines) -> Plain:
    """Work out what the documents alone would give; kept nowhere, approved by nobody. Raises NotFound without evidence.

    A claim that the documents bear out counts as the vendor's word until a reviewer agrees; a claim they do not speak of
    counts as unanswered. Without a service the highest tier is assumed, and said.
    """
    gone = await superseded([vendor.id])
    documents = [document for document in await documents_of(vendor.id) if document.id not in gone]
    if not documents:
        raise NotFound(
            f"{vendor.name} has neither a submitted questionnaire nor evidence. Add evidence with: "
            f"surety evidence add --vendor {vendor.slug} FILE"
        )
    known = await _tiering(vendor)
    checked = await _check(vendor, engines)
    stats = evidence_stats(documents, today())
    inputs = RatingInputs(METHOD_VERSION, today(), known or tiering(_WORST), _areas(checked), (), (), stats)
    result: Plain = json.loads(rating_to_json(rate(inputs)))
    assumed = [] if known else ["No service is registered, so the highest tier is assumed."]
    spoken = [one for one in checked if one.state in _SAYS]
    return {
        "state": "preliminary",
        "vendor": vendor.slug,
        **{name: result[name] for name in ("method", "tier", "inherent", "residual", "grade", "score", "confidence")},
        "assumptions": [
            *assumed,
            "No questionnaire was submitted: what the documents do not say counts as unanswered.",
        ],
        "claims": [_plain(one) for one in spoken],
        "silent": [one.question.ref for one in checked if one.state not in _SAYS],
        "conditions": result["conditions"],
        "reasons": result["reasons"],
    }


async def _tiering(vendor: Vendor) -> Tiering | None:
    services = await Service.objects().where((Service.vendor == vendor.id) & Service.active.eq(True))
    return most_critical(tiering(profile_from_json(service.profile)) for service in services)


async def _check(vendor: Vendor, engines: Engines) -> list[_Checked]:
    scope, tools = await current_scope([vendor.id]), await taught(engines.tools)
    checked = []
    for section in questionnaire("core").sections:
        for question in section.questions:
            if question.claim and "{" not in question.claim:
                claim = Claim(question.claim, question.text)
                verdict = await verify(claim, scope, tools, today(), engines.language)
                checked.append(_Checked(section, question, verdict))
    return checked


def _areas(checked: list[_Checked]) -> tuple[AreaInput, ...]:
    areas: dict[str, tuple[str, list[QuestionInput]]] = {}
    for one in checked:
        area = one.section.area
        areas.setdefault(area.value, (area.label, []))[1].append(_input(one))
    return tuple(AreaInput(a, label, tuple(ones), is_harm_limiting(a)) for a, (label, ones) in areas.items())


def _input(one: _Checked) -> QuestionInput:
    says = one.state in _SAYS
    return QuestionInput(
        ref=one.question.ref,
        text=one.question.text,
        weight=one.question.weight.points,
        state=AnswerState.ANSWERED if says else AnswerState.UNANSWERED,
        answer_score=100 if says else None,
        verdict=one.state if says else None,
        decision=None,
        reviewer_verdict=None,
    )


def _plain(one: _Checked) -> Plain:
    return {
        "ref": one.question.ref,
        "claim": one.question.claim,
        "verdict": one.verdict.state.value,
        "reason": one.verdict.reason,
        "quotes": [{"document": q.document, "page": q.page, "quote": q.text} for q in one.verdict.quotes],
    }
