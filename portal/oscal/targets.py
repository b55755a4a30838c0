"""Which controls an assessment looked at, and whether each requirement of the standard is satisfied; pure."""

from collections.abc import Mapping

from portal.findings.tables import Finding
from portal.oscal.gathered import Assessed
from portal.oscal.writing import Plain, kept, line, props, references, token, uuid_of
from portal.procurement.standard import Kept, StandardLine
from portal.programme.queries import question_refs
from portal.programme.tables import Requirement
from portal.review.standing import Reviewed
from portal.risk.levels import FindingState
from questionnaires.controls import ControlReference, Framework

_OURS = "Our standard for partners"
_SAID = {
    Kept.MET: ("satisfied", "pass", "Every question behind it was answered well, the evidence shows it and a reviewer agreed."),
    Kept.PARTLY: ("not-satisfied", "other", "Some of the questions behind it are borne out by evidence, not all."),
    Kept.NOT_MET: ("not-satisfied", "fail", "The answers behind it are missing, no, or contradicted by the evidence."),
}  # fmt: skip


def control_id(requirement: Requirement) -> str:
    """Return a requirement's control as its catalog names it, or its own reference."""
    return token(requirement.control or requirement.ref)


def reviewed_controls(found: Assessed) -> Plain:
    """Say which controls were looked at: those of the standard that were asked about, and those the questions refer to."""
    selected: dict[str, dict[str, None]] = {}
    for answered in _asked_lines(found):
        requirement = found.requirements[answered.ref]
        catalog = found.catalogs.get(requirement.catalog)
        name = line(f"{catalog.title} {catalog.version}") if catalog else _OURS
        selected.setdefault(name, {})[control_id(requirement)] = None
    for one in found.review.reviewed:
        for control in one.answered.question.controls:
            selected.setdefault(control.framework.label, {})[reference_id(control)] = None
    selections: list[Plain] = [
        {"description": name, "include-controls": references("control-id", ids)} for name, ids in selected.items()
    ]
    return {"control-selections": selections or [{"include-all": {}}]}


def reference_id(control: ControlReference) -> str:
    """Return a control that a question refers to as a token; NIST's own catalog names its controls just so."""
    if control.framework is Framework.NIST_CSF:
        return token(control.identifier)
    return token(f"{control.framework.value}_{control.identifier}")


def requirement_findings(found: Assessed, observations: Mapping[str, str]) -> list[Plain]:
    """Write for each requirement that was asked about whether it is satisfied, with the observations that say so."""
    return [_finding(found, answered, observations) for answered in _asked_lines(found)]


def finding_target(found: Assessed, finding: Finding, one: Reviewed | None) -> Plain:
    """Say which control a finding is about, and that it is not satisfied until it is remediated."""
    state = FindingState(finding.state)
    done = state is FindingState.REMEDIATED
    status = {"state": "satisfied" if done else "not-satisfied", "reason": "pass" if done else "fail"}
    return _target(_control_of(found, finding.ref, one), {**status, "remarks": f"{state.label}."})


def _control_of(found: Assessed, ref: str, one: Reviewed | None) -> str:
    for requirement in found.by_question.get(ref, ()):
        return control_id(requirement)
    controls = one.answered.question.controls if one else ()
    return reference_id(controls[0]) if controls else token(ref or "unnamed")


def _asked_lines(found: Assessed) -> list[StandardLine]:
    return [answered for answered in found.lines if answered.kept is not Kept.NOT_ASKED]


def _finding(found: Assessed, answered: StandardLine, observations: Mapping[str, str]) -> Plain:
    requirement = found.requirements[answered.ref]
    state, reason, said = _SAID[answered.kept]
    related = [observations[ref] for ref in question_refs(requirement) if ref in observations]
    return kept(
        {
            "uuid": uuid_of("requirement", f"{found.assessment.id}:{requirement.id}"),
            "title": line(f"{requirement.ref}: {requirement.title}"),
            "description": said,
            "props": props({"requirement": requirement.ref, "kept": answered.kept.value}),
            "target": _target(control_id(requirement), {"state": state, "reason": reason}),
            "related-observations": references("observation-uuid", related),
        }
    )


def _target(identity: str, status: Plain | dict[str, str]) -> Plain:
    return {"type": "objective-id", "target-id": identity, "status": status}
