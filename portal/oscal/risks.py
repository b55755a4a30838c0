"""Risks: what is wrong at a vendor, how bad, until when, and what was decided about it; pure."""

from datetime import date

from portal.core.dates import date_long
from portal.findings.standing import is_overdue, number_words
from portal.findings.tables import Finding, RiskAcceptance
from portal.oscal.documents import company_of, person_id
from portal.oscal.gathered import Base
from portal.oscal.writing import NS, Plain, end_of, kept, line, moment, props, references, uuid_of
from portal.risk.levels import FindingState, Severity


def risk_of(finding: Finding) -> str:
    """Return the id of a finding's risk."""
    return uuid_of("risk", finding.id)


def risk(finding: Finding, base: Base, observations: list[str]) -> Plain:
    """Write the risk that a finding brings, with its severity, due date, remediation and history."""
    accepted = base.acceptances.get(finding.id, [])
    return kept(
        {
            "uuid": risk_of(finding),
            "title": line(finding.title),
            "description": finding.description.strip() or line(finding.title),
            "statement": f"{Severity(finding.severity).label} severity: {line(finding.title)}",
            "props": finding_props(finding, base),
            "status": status(finding, accepted, base.at.date()),
            "characterizations": [_characterization(finding, base)],
            "deadline": end_of(finding.due) if finding.due else None,
            "remediations": _remediations(finding),
            "risk-log": {"entries": _log(finding, accepted)},
            "related-observations": references("observation-uuid", observations),
        }
    )


def finding_props(finding: Finding, base: Base) -> list[Plain]:
    """Write what of a finding has no place of its own in OSCAL."""
    told = {
        "number": number_words(finding),
        "severity": finding.severity,
        "state": finding.state,
        "due": finding.due.isoformat() if finding.due else None,
        "overdue": "yes" if is_overdue(finding, base.at.date()) else None,
        "question": finding.ref,
    }
    return props(told)


def status(finding: Finding, accepted: list[RiskAcceptance], on: date) -> str:
    """Say in OSCAL's words where a risk stands; an acceptance that has run out leaves it open."""
    state = FindingState(finding.state)
    if state is FindingState.REMEDIATED:
        return "closed"
    if state is FindingState.ACCEPTED and accepted and accepted[-1].until >= on:
        return "deviation-approved"
    return "open"


def _characterization(finding: Finding, base: Base) -> Plain:
    return {
        "origin": {"actors": [{"type": "party", "actor-uuid": company_of(base)}]},
        "facets": [{"name": "severity", "system": NS, "value": finding.severity}],
    }


def _remediations(finding: Finding) -> list[Plain]:
    if FindingState(finding.state) is FindingState.REMEDIATED:
        return [_response(finding, "completed", "Remediated", finding.remediation)]
    if not finding.due:
        return []
    return [_response(finding, "planned", f"To be remediated by {date_long(finding.due)}", finding.description)]


def _response(finding: Finding, lifecycle: str, title: str, text: str) -> Plain:
    return {
        "uuid": uuid_of(f"remediation-{lifecycle}", finding.id),
        "lifecycle": lifecycle,
        "title": title,
        "description": text.strip() or line(finding.title),
    }


def _log(finding: Finding, accepted: list[RiskAcceptance]) -> list[Plain]:
    entries = [
        kept(
            {
                "uuid": uuid_of("raised", finding.id),
                "title": "Raised",
                "start": moment(finding.raised_at),
                "logged-by": _by(finding.raised_by, finding.raised_by_name),
                "status-change": "open",
            }
        )
    ]
    entries += [_accepted(one) for one in accepted]
    if FindingState(finding.state) is FindingState.REMEDIATED and finding.settled_at:
        entries.append(
            kept(
                {
                    "uuid": uuid_of("settled", finding.id),
                    "title": "Remediated",
                    "description": finding.remediation.strip(),
                    "start": moment(finding.settled_at),
                    "status-change": "closed",
                }
            )
        )
    return entries


def _accepted(acceptance: RiskAcceptance) -> Plain:
    return kept(
        {
            "uuid": uuid_of("acceptance", acceptance.id),
            "title": f"Risk accepted until {date_long(acceptance.until)}",
            "description": acceptance.reason.strip(),
            "start": moment(acceptance.accepted_at),
            "end": end_of(acceptance.until),
            "logged-by": _by(acceptance.accepted_by, acceptance.accepted_by_name),
            "status-change": "deviation-approved",
        }
    )


def _by(identity: str, name: str) -> list[Plain]:
    return [{"party-uuid": person_id(identity)}] if line(name) else []
