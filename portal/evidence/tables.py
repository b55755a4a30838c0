"""Tables of evidence: which vendor gave which document, when and by whom."""

from enum import StrEnum

from piccolo.columns import UUID, Date, ForeignKey, Integer, OnDelete, Serial, Text, Timestamptz, Varchar
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


class FactReview(Table, tablename="fact_review"):
    """One thing a reviewer said of a document's facts; `old_fact` and `new_fact` are JSON, or empty.

    Kept apart from what was read, so that it counts again after the document is read again. A review that was taken
    back keeps its row.
    """

    id = Serial(primary_key=True)
    evidence = ForeignKey(Evidence, null=False, on_delete=OnDelete.restrict, index=True)
    action = Varchar(12)
    key = Varchar(30)
    old_fact = Text()
    new_fact = Text()
    reason = Text()
    by_id = Varchar(40)
    by_name = Varchar(200)
    at = Timestamptz(default=None, null=True)
    withdrawn_by_name = Varchar(200, default="")
    withdrawn_at = Timestamptz(default=None, null=True)


class Succession(Table, tablename="succession"):
    """A document that takes the place of an older one, or looks as if it did; see `portal.evidence.succeeding`."""

    id = UUID(primary_key=True)
    newer = ForeignKey(Evidence, null=False, on_delete=OnDelete.restrict, index=True)
    older = ForeignKey(Evidence, null=False, on_delete=OnDelete.restrict, index=True)
    state = Varchar(12)
    why = Text()
    reason = Text()
    by_name = Varchar(200)
    at = Timestamptz(default=None, null=True)
    created_at = Timestamptz(default=None, null=True)


class ExpiryReminder(Table, tablename="expiry_reminder"):
    """A step taken because a document's validity ends; `step` is the days before, -1 for the day after.

    It is -2 for that day where a newer version seems to be there, so that nobody was written to.
    """

    id = Serial(primary_key=True)
    evidence = ForeignKey(Evidence, null=False, on_delete=OnDelete.restrict, index=True)
    valid_until = Date(default=None, null=True)
    step = Integer()
    sent_at = Timestamptz(default=None, null=True)
