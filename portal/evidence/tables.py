"""Tables of evidence: which vendor gave which document, when and by whom."""

from piccolo.columns import UUID, ForeignKey, OnDelete, Text, Timestamptz, Varchar
from piccolo.table import Table

from portal.vendors.tables import Service, Vendor


class Evidence(Table, tablename="evidence"):
    """A document a vendor gave, or somebody added for it; `document` is the knowledge engine's id."""

    id = UUID(primary_key=True)
    vendor = ForeignKey(Vendor, null=False, on_delete=OnDelete.restrict)
    service = ForeignKey(Service, null=True, default=None, on_delete=OnDelete.restrict)
    document = UUID(index=True)
    sha256 = Varchar(64, index=True)
    name = Varchar(255)
    note = Text()
    uploaded_by_kind = Varchar(12)
    uploaded_by = Varchar(40)
    uploaded_by_name = Varchar(200)
    uploaded_at = Timestamptz(default=None, null=True)
    removed_at = Timestamptz(default=None, null=True)
