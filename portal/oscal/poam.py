"""A vendor's plan of action and milestones: every finding with what is to be done about it and until when; pure."""

from collections.abc import Mapping
from uuid import UUID

from portal.findings.standing import number_words
from portal.findings.tables import Finding
from portal.oscal.documents import document, resources_of
from portal.oscal.gathered import Base
from portal.oscal.observing import finding_observation
from portal.oscal.risks import finding_props, risk, risk_of
from portal.oscal.writing import Plain, kept, line, props, references, uuid_of


def plan(base: Base, services: Mapping[UUID, str]) -> bytes:
    """Write the plan of a vendor that has findings."""
    observations = {finding.id: finding_observation(finding, base) for finding in base.findings}
    ids = {finding: str(one["uuid"]) for finding, one in observations.items()}
    body: Plain = {
        "system-id": {
            "identifier-type": "http://ietf.org/rfc/rfc4122",
            "id": uuid_of("vendor", base.vendor.id),
        },
        "observations": list(observations.values()),
        "risks": [risk(finding, base, [ids[finding.id]]) for finding in base.findings],
        "poam-items": [_item(finding, base, ids[finding.id], services) for finding in base.findings],
    }
    title = f"Plan of action and milestones: {base.vendor.name}"
    return document("plan-of-action-and-milestones", base, title, body, resources_of(base))


def _item(finding: Finding, base: Base, observation: str, services: Mapping[UUID, str]) -> Plain:
    service = props({"service": services.get(finding.service)})
    return kept(
        {
            "uuid": uuid_of("poam-item", finding.id),
            "title": line(f"{number_words(finding)}: {finding.title}"),
            "description": finding.description.strip() or line(finding.title),
            "props": [*finding_props(finding, base), *service],
            "related-observations": references("observation-uuid", [observation]),
            "related-risks": references("risk-uuid", [risk_of(finding)]),
        }
    )
