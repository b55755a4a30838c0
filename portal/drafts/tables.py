"""Table of drafts: a text with its citations, bound to the person it was written for and to one vendor."""

from piccolo.columns import UUID, ForeignKey, Integer, OnDelete, Text, Timestamptz, Varchar
from piccolo.table import Table

from portal.vendors.tables import Vendor


class Draft(Table, tablename="draft"):
    """What was drafted, by whom it was worded, and from what it stands; `text` never changes.

    `taken_at` and `taken_text` say that, and how, a person took it; `severity` is what a finding's draft proposes.
    """

    id = UUID(primary_key=True)
    person = UUID(index=True)
    vendor = ForeignKey(Vendor, null=False, on_delete=OnDelete.restrict)
    kind = Varchar(20)
    assessment = UUID(default=None, null=True)
    ref = Varchar(40)  # type: ignore[assignment]  # our word; Piccolo's Table.ref is not used
    title = Varchar(200)
    text = Text()
    severity = Varchar(10)
    citations = Text()
    removed = Integer(default=0)
    written_by = Varchar(120)
    prompt_version = Varchar(64)
    note = Text()
    created_at = Timestamptz(default=None, null=True)
    taken_at = Timestamptz(default=None, null=True)
    taken_by_name = Varchar(200)
    taken_text = Text()
