"""The table of reuse: which earlier answer was taken where, or put away."""

from piccolo.columns import UUID, ForeignKey, OnDelete, Serial, Text, Timestamptz, Varchar
from piccolo.table import Table

from portal.assessments.tables import Assessment


class Reuse(Table, tablename="reuse"):
    """An earlier answer of the vendor that a person took for one question, or put away; one row a question and source.

    What was taken is kept as it stood then: `given` is the answer, `source_by` and `source_at` who gave it when.
    """

    id = Serial(primary_key=True)
    assessment = ForeignKey(Assessment, null=False, on_delete=OnDelete.restrict)
    ref = Varchar(60)  # type: ignore[assignment]  # our word; Piccolo's Table.ref is not used
    source = UUID()
    source_ref = Varchar(60)
    source_title = Varchar(200)
    source_by = Varchar(320)
    source_at = Timestamptz(default=None, null=True)
    kin = Varchar(10)
    given = Text()
    state = Varchar(10)
    decided_by_name = Varchar(200)
    decided_at = Timestamptz(default=None, null=True)
