"""Assessment results: what one assessment found of each control, what it stands on, and what is left; pure."""

from portal.findings.tables import Finding
from portal.oscal.documents import company_of, document, resources_of
from portal.oscal.gathered import Assessed
from portal.oscal.observing import answer_observation, finding_observation, observation_of
from portal.oscal.risks import finding_props, risk, risk_of
from portal.oscal.targets import finding_target, requirement_findings, reviewed_controls
from portal.oscal.writing import Plain, kept, line, moment, props, references, uuid_of
from portal.review.standing import Reviewed


def results(found: Assessed) -> bytes:
    """Write the results of one assessment."""
    base, assessment = found.base, found.assessment
    plan = uuid_of("questionnaire", assessment.questionnaire)
    asked: Plain = {
        "uuid": plan,
        "title": line(assessment.title),
        "description": "The questionnaire that was asked, in the version that was sent.",
        "props": props({"questionnaire": found.review.answers.questionnaire.key}),
    }
    body: Plain = {"import-ap": {"href": f"#{plan}"}, "results": [_result(found)]}
    title = f"Assessment results: {base.vendor.name}, {assessment.title}"
    return document("assessment-results", base, title, body, [asked, *resources_of(base)])


def _result(found: Assessed) -> Plain:
    assessment, base = found.assessment, found.base
    verdicts = {one.ref: observation_of(one.verdict) for one in found.review.reviewed if one.verdict}
    alone = [finding for finding in base.findings if finding.ref not in verdicts]
    observed = {
        finding.id: verdicts.get(finding.ref, uuid_of("finding-observation", finding.id)) for finding in base.findings
    }
    end = assessment.completed_at
    return kept(
        {
            "uuid": uuid_of("assessment", assessment.id),
            "title": line(f"{base.vendor.name}: {assessment.title}"),
            "description": _description(found),
            "start": moment(assessment.sent_at or assessment.created_at),
            "end": moment(end) if end else None,
            "props": _result_props(found),
            "reviewed-controls": reviewed_controls(found),
            "attestations": _attestations(found),
            "observations": [
                *(answer_observation(one, one.verdict, base) for one in found.review.reviewed if one.verdict),
                *(finding_observation(finding, base) for finding in alone),
            ],
            "risks": [risk(finding, base, [observed[finding.id]]) for finding in base.findings],
            "findings": [
                *requirement_findings(found, verdicts),
                *(_finding(found, finding, observed[finding.id]) for finding in base.findings),
            ],
        }
    )


def _description(found: Assessed) -> str:
    of = f"the service {found.service}" if found.service else "the whole vendor"
    answered = sum(one.answered.is_answered for one in found.review.reviewed)
    return (
        f"Answers of {found.base.vendor.name} about {of}, held against its own evidence: {answered} of "
        f"{len(found.review.reviewed)} questions answered. An answer that is not evidenced is neither satisfied nor not."
    )


def _result_props(found: Assessed) -> list[Plain]:
    rating = found.rating
    told: dict[str, object] = {"state": found.assessment.state, "service": found.service}
    if rating is not None:
        told |= {"rating": rating.number, "grade": rating.grade, "residual-risk": rating.residual}
        told |= {"rating-method": rating.method_version, "rating-record-sha256": rating.record_hash}
        told |= {"rating-valid-until": rating.valid_until.isoformat() if rating.valid_until else None}
    return props(told)


def _attestations(found: Assessed) -> list[Plain]:
    """Write who vouched for what: the vendor for its answers, and two persons for the rating where one was approved."""
    attested, rating = found.assessment, found.rating
    said = []
    if attested.attested_name and attested.submitted_at:
        who = ", ".join(filter(None, (attested.attested_name, attested.attested_title)))
        said.append(
            ("vendor-attestation", f"{who} vouched for the answers on {moment(attested.submitted_at)}.", "provider")
        )
    if rating is not None:
        signed = f"Drafted by {rating.drafted_by_name}, approved by {rating.approved_by_name} on {moment(rating.approved_at)}."
        said.append(("rating-approval", signed, "assessor"))
    parties = {"provider": uuid_of("vendor", found.base.vendor.id), "assessor": company_of(found.base)}
    return [
        {
            "responsible-parties": [{"role-id": role, "party-uuids": [parties[role]]}],
            "parts": [{"name": name, "ns": "urn:surety:oscal", "prose": prose}],
        }
        for name, prose, role in said
    ]


def _finding(found: Assessed, finding: Finding, observation: str) -> Plain:
    one: Reviewed | None = found.review.find(finding.ref)
    return kept(
        {
            "uuid": uuid_of("finding", finding.id),
            "title": line(finding.title),
            "description": finding.description.strip() or line(finding.title),
            "props": finding_props(finding, found.base),
            "target": finding_target(found, finding, one),
            "related-observations": references("observation-uuid", [observation]),
            "related-risks": references("risk-uuid", [risk_of(finding)]),
        }
    )
