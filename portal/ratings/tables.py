"""Tables of ratings and their conditions. A published rating's row never changes; a newer one supersedes it."""

from piccolo.columns import UUID, Date, ForeignKey, Integer, OnDelete, Text, Timestamptz, Varchar
from piccolo.table import Table

from portal.assessments.tables import Assessment
from portal.vendors.tables import Service, Vendor


class RatingRecord(Table, tablename="rating"):
    """One rating: `inputs` and `result` are canonical JSON of portal.risk.rating, `record` is all of it frozen at approval."""

    id = UUID(primary_key=True)
    number = Integer(default=0)
    vendor = ForeignKey(Vendor, null=False, on_delete=OnDelete.restrict)
    service = ForeignKey(Service, null=True, default=None, on_delete=OnDelete.restrict)
    assessment = ForeignKey(Assessment, null=False, on_delete=OnDelete.restrict)
    state = Varchar(12, index=True)
    inputs = Text()
    result = Text()
    narrative = Text()
    narrative_drafted = Text()
    citations = Text()
    written_by = Varchar(80)
    method_version = Varchar(40)
    grade = Varchar(2)
    residual = Varchar(10)
    drafted_by = Varchar(40)
    drafted_by_name = Varchar(200)
    drafted_at = Timestamptz(default=None, null=True)
    edited_by = Varchar(40)
    edited_by_name = Varchar(200)
    edited_at = Timestamptz(default=None, null=True)
    revision = Integer(default=0)
    proposed_at = Timestamptz(default=None, null=True)
    approved_by = Varchar(40)
    approved_by_name = Varchar(200)
    approved_at = Timestamptz(default=None, null=True)
    refused_note = Text()
    valid_until = Date(default=None, null=True)
    record = Text()
    record_hash = Varchar(64)


class Condition(Table, tablename="condition"):
    """Something that must hold or happen for the rating to carry a contract."""

    id = UUID(primary_key=True)
    rating = ForeignKey(RatingRecord, null=False, on_delete=OnDelete.restrict)
    title = Varchar(200)
    why = Text()
    owner = Varchar(120)
    due = Date(default=None, null=True)
    met_at = Timestamptz(default=None, null=True)
    met_by_name = Varchar(200)
