"""The table of colleagues: who was asked by whom for what, and their link."""

from piccolo.columns import UUID, ForeignKey, Integer, OnDelete, Text, Timestamptz, Varchar
from piccolo.table import Table

from portal.assessments.tables import Assessment


class Colleague(Table, tablename="colleague"):
    """A colleague whom a vendor's contact asked to answer a part of one assessment; one row an address.

    `part` is the JSON of portal.assessments.colleagues.parts.Part. The code of the newest link is kept as a hash.
    """

    id = UUID(primary_key=True)
    assessment = ForeignKey(Assessment, null=False, on_delete=OnDelete.restrict)
    name = Varchar(100)
    email = Varchar(254)
    part = Text()
    note = Text()
    asked_by = UUID()
    asked_by_name = Varchar(200)
    asked_at = Timestamptz(default=None, null=True)
    code_hash = Varchar(64, index=True)
    code_expires_at = Timestamptz(default=None, null=True)
    code_used_at = Timestamptz(default=None, null=True)
    mailed_at = Timestamptz(default=None, null=True)
    mails = Integer(default=0)
    opened_at = Timestamptz(default=None, null=True)
    withdrawn_at = Timestamptz(default=None, null=True)
    withdrawn_by_name = Varchar(200)
    finished_told_at = Timestamptz(default=None, null=True)
