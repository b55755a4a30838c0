"""Table of contract checks: what was asked, what was answered, and the signed statement for the contract's file."""

from piccolo.columns import UUID, ForeignKey, Integer, OnDelete, Text, Timestamptz, Varchar
from piccolo.table import Table

from portal.vendors.tables import Service, Vendor


class ContractCheck(Table, tablename="contract_check"):
    """One recorded answer of the gate; `statement` is canonical JSON, signed. Never changed."""

    id = UUID(primary_key=True)
    number = Integer(default=0)
    vendor = ForeignKey(Vendor, null=False, on_delete=OnDelete.restrict)
    service = ForeignKey(Service, null=True, default=None, on_delete=OnDelete.restrict)
    decision = Varchar(30)
    headline = Varchar(300)
    purpose = Varchar(300)
    statement = Text()
    signature = Varchar(200)
    checked_by = Varchar(40)
    checked_by_name = Varchar(200)
    checked_at = Timestamptz(default=None, null=True)
