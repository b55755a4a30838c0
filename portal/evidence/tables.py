"""Tables of evidence: which vendor gave which document, when and by whom."""

from enum import StrEnum

from piccolo.columns import UUID, ForeignKey, OnDelete, Text, Timestamptz, Varchar
from piccolo.table import Table

from portal.vendors.tables import Service, Vendor


class ScanState(StrEnum):
    """What the virus scanner said of a file; nothing when it was not asked yet."""

    WAITING = "waiting"
    CLEAN = "clean"
    INFECTED = "infected"
    UNSCANNED = "unscanned"
    FAILED = "failed"

    @property
    def label(self) -> str:
        """Say the state to a person."""
        return _SCAN_LABELS[self]


_SCAN_LABELS = {
    ScanState.WAITING: "Waiting for the virus scanner",
    ScanState.CLEAN: "Nothing harmful found",
    ScanState.INFECTED: "Set aside as harmful",
    ScanState.UNSCANNED: "Not scanned for viruses: the scanner did not answer",
    ScanState.FAILED: "Not scanned for viruses: the scanner could not examine this file",
}


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
    scan = Varchar(12, null=True, default=None)
    scan_signature = Varchar(200, null=True, default=None)
    scanned_at = Timestamptz(default=None, null=True)
