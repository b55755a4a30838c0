"""Findings as lists show them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from portal.core.clock import today
from portal.findings.standing import acceptances_of, is_overdue, number_words
from portal.findings.tables import Finding, RiskAcceptance
from portal.risk.levels import FindingState, Severity
from portal.vendors.tables import Service, Vendor


@dataclass(frozen=True, slots=True)
class FindingLine:
    """One finding in a list; `until` is the last day of its newest risk acceptance."""

    id: UUID
    number: str
    title: str
    vendor: str
    service: str
    severity: Severity
    state: FindingState
    due: date | None
    overdue: bool
    until: date | None
    lapsed: bool

    @property
    def tone(self) -> str:
        """The colour of its state."""
        if self.overdue or self.lapsed:
            return "bad"
        return {FindingState.OPEN: "warn", FindingState.REMEDIATED: "ok"}.get(self.state, "info")


async def lines_of(rows: list[Finding]) -> list[FindingLine]:
    """Return findings as lists show them, in three queries."""
    if not rows:
        return []
    vendors = await Vendor.select(Vendor.id, Vendor.name).where(Vendor.id.is_in(list({row.vendor for row in rows})))
    services = await Service.select(Service.id, Service.name).where(
        Service.vendor.is_in(list({row.vendor for row in rows}))
    )
    names = {row["id"]: row["name"] for row in [*vendors, *services]}
    accepted = await acceptances_of([row.id for row in rows])
    return [_line(row, names, accepted.get(row.id, [])) for row in rows]


def _line(row: Finding, names: dict[UUID, str], acceptances: list[RiskAcceptance]) -> FindingLine:
    state, day = FindingState(row.state), today()
    until = acceptances[-1].until if acceptances and state is FindingState.ACCEPTED else None
    return FindingLine(
        id=row.id,
        number=number_words(row),
        title=row.title,
        vendor=names.get(row.vendor, ""),
        service=names.get(row.service, ""),
        severity=Severity(row.severity),
        state=state,
        due=row.due,
        overdue=is_overdue(row, day),
        until=until,
        lapsed=until is not None and until < day,
    )
