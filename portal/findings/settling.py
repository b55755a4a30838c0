"""Settling findings: remediated, opened again, or lived with for a while by a second person's decision."""

from datetime import date
from uuid import UUID

from piccolo.columns import Column

from portal.core import audit
from portal.core.clock import now, today
from portal.core.database import transaction
from portal.core.errors import Conflict, InvalidForm, NotAllowed
from portal.core.scope import Can, Principal
from portal.findings.access import finding_for
from portal.findings.tables import Finding, RiskAcceptance
from portal.risk.levels import FindingState
from portal.risk.validity import months_later

LONGEST_MONTHS = 12


async def remediate_finding(who: Principal, finding_id: UUID, note: str) -> None:
    """Close a finding that the vendor has remediated; the note says how that was seen. Raises InvalidForm, Conflict."""
    who.require(Can.review)
    finding = await finding_for(who, finding_id)
    if not note.strip():
        raise InvalidForm({"note": "Remediation: please say what was done and how you know."})
    async with transaction():
        changes: dict[Column | str, object] = {Finding.remediation: note.strip(), Finding.settled_at: now()}
        await _move(finding, (FindingState.OPEN, FindingState.ACCEPTED), FindingState.REMEDIATED, changes)
        await audit.record(who, "finding.remediated", finding, {"note": note.strip()}, vendor=finding.vendor)


async def reopen_finding(who: Principal, finding_id: UUID, reason: str) -> None:
    """Open a finding again that was remediated or accepted. Raises InvalidForm, Conflict."""
    who.require(Can.review)
    finding = await finding_for(who, finding_id)
    if not reason.strip():
        raise InvalidForm({"note": "Reason: please say why it is open again."})
    async with transaction():
        changes: dict[Column | str, object] = {Finding.settled_at: None}
        await _move(finding, (FindingState.REMEDIATED, FindingState.ACCEPTED), FindingState.OPEN, changes)
        await audit.record(who, "finding.reopened", finding, {"reason": reason.strip()}, vendor=finding.vendor)


async def accept_risk(who: Principal, finding_id: UUID, reason: str, until: date) -> RiskAcceptance:
    """Live with an open finding until a day; never by whoever raised it. Raises NotAllowed, InvalidForm, Conflict."""
    who.require(Can.accept_risk)
    finding = await finding_for(who, finding_id)
    if finding.raised_by == who.id:
        raise NotAllowed("You raised this finding, so somebody else has to decide on accepting its risk.")
    _check_acceptance(reason, until)
    async with transaction():
        await _move(
            finding, (FindingState.OPEN, FindingState.ACCEPTED), FindingState.ACCEPTED, {Finding.settled_at: now()}
        )
        acceptance = RiskAcceptance(
            finding=finding.id,
            reason=reason.strip(),
            until=until,
            accepted_by=who.id,
            accepted_by_name=who.name,
            accepted_at=now(),
        )
        await acceptance.save()
        detail: dict[str, object] = {"until": until.isoformat(), "reason": reason.strip()}
        await audit.record(who, "finding.risk_accepted", finding, detail, vendor=finding.vendor)
    return acceptance


def _check_acceptance(reason: str, until: date) -> None:
    errors = {}
    if not reason.strip():
        errors["reason"] = "Reason: please say why the risk can be lived with."
    if until < today():
        errors["until"] = "Until: please choose today or a later day."
    elif until > months_later(today(), LONGEST_MONTHS):
        errors["until"] = f"Until: please choose a day within {LONGEST_MONTHS} months; it can be accepted again then."
    if errors:
        raise InvalidForm(errors)


async def _move(
    finding: Finding, since: tuple[FindingState, ...], to: FindingState, changes: dict[Column | str, object]
) -> None:
    moved = await (
        Finding.update({Finding.state: to.value, **changes})
        .where((Finding.id == finding.id) & Finding.state.is_in([state.value for state in since]))
        .returning(Finding.id)
    )
    if not moved:
        raise Conflict("The finding is in another state by now. Please look at it again.")
