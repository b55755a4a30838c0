"""Tables of findings and risk acceptances."""

from piccolo.columns import UUID, Date, ForeignKey, Integer, OnDelete, Text, Timestamptz, Varchar
from piccolo.table import Table

from portal.assessments.tables import Assessment
from portal.vendors.tables import Service, Vendor


class Finding(Table, tablename="finding"):
    """A shortcoming at a vendor, with severity, due date and the quotes it stands on (JSON)."""

    id = UUID(primary_key=True)
    number = Integer(default=0)
    vendor = ForeignKey(Vendor, null=False, on_delete=OnDelete.restrict)
    service = ForeignKey(Service, null=True, default=None, on_delete=OnDelete.restrict)
    assessment = ForeignKey(Assessment, null=True, default=None, on_delete=OnDelete.restrict)
    ref = Varchar(40)  # type: ignore[assignment]  # our word; Piccolo's Table.ref is not used
    title = Varchar(200)
    description = Text()
    severity = Varchar(10)
    state = Varchar(12, index=True)
    due = Date(default=None, null=True)
    quotes = Text()
    remediation = Text()
    raised_by = Varchar(40)
    raised_by_name = Varchar(200)
    raised_at = Timestamptz(default=None, null=True)
    settled_at = Timestamptz(default=None, null=True)


class RiskAcceptance(Table, tablename="risk_acceptance"):
    """A signed decision to live with a finding until a date."""

    id = UUID(primary_key=True)
    finding = ForeignKey(Finding, null=False, on_delete=OnDelete.restrict)
    reason = Text()
    until = Date(default=None, null=True)
    accepted_by = Varchar(40)
    accepted_by_name = Varchar(200)
    accepted_at = Timestamptz(default=None, null=True)
