"""What findings mean on a day: overdue, and whether a risk acceptance still holds."""

from datetime import date
from uuid import UUID

from portal.findings.tables import Finding, RiskAcceptance
from portal.risk.inputs import AcceptanceInput, FindingInput
from portal.risk.levels import FindingState, Severity


def number_words(finding: Finding) -> str:
    """Return a finding's number as people say it."""
    return f"F-{finding.number}"


def is_overdue(finding: Finding, on: date) -> bool:
    """Say whether an open finding is past its due day."""
    return bool(finding.state == FindingState.OPEN.value and finding.due is not None and finding.due < on)


async def acceptances_of(findings: list[UUID]) -> dict[UUID, list[RiskAcceptance]]:
    """Return the risk acceptances of some findings, oldest first."""
    found: dict[UUID, list[RiskAcceptance]] = {}
    if findings:
        theirs = RiskAcceptance.finding.is_in(findings)
        for row in await RiskAcceptance.objects().where(theirs).order_by(RiskAcceptance.accepted_at):
            found.setdefault(row.finding, []).append(row)
    return found


async def rated_findings(
    vendor_id: UUID, service_id: UUID | None
) -> tuple[tuple[FindingInput, ...], tuple[AcceptanceInput, ...]]:
    """Return what findings bring to a rating: of a service its own and the whole vendor's, of a vendor all of them.

    Of several acceptances of a finding only the newest counts: it may have shortened an older one.
    """
    rows = await Finding.objects().where(Finding.vendor == vendor_id).order_by(Finding.number)
    findings = [row for row in rows if service_id is None or row.service in (service_id, None)]
    accepted = await acceptances_of([finding.id for finding in findings])
    return (
        tuple(
            FindingInput(number_words(one), one.title, Severity(one.severity), FindingState(one.state), one.due)
            for one in findings
        ),
        tuple(
            AcceptanceInput(number_words(one), accepted[one.id][-1].until)
            for one in findings
            if one.state == FindingState.ACCEPTED.value and one.id in accepted
        ),
    )
