"""Tables of questionnaires and answers that travel as files."""

from piccolo.columns import UUID, Boolean, ForeignKey, OnDelete, Text, Timestamptz, Varchar
from piccolo.table import Table

from portal.assessments.tables import Assessment


class OfflineCopy(Table, tablename="offline_copy"):
    """A questionnaire that was downloaded to be filled in offline: `revisions` says which answers stood, by reference."""

    id = UUID(primary_key=True)
    assessment = ForeignKey(Assessment, null=False, on_delete=OnDelete.restrict, index=True)
    revisions = Text()
    made_by_name = Varchar(200)
    made_at = Timestamptz(default=None, null=True)


class AnswerFile(Table, tablename="answer_file"):
    """Answers that came in as a file and wait for a person to choose; `content` is emptied once that is done.

    `ours` when somebody of the company brought it on the vendor's behalf.
    """

    id = UUID(primary_key=True)
    assessment = ForeignKey(Assessment, null=False, on_delete=OnDelete.restrict, index=True)
    download = UUID(default=None, null=True)
    name = Varchar(200)
    content = Text()
    state = Varchar(10)
    ours = Boolean(default=False)
    brought_by_name = Varchar(200)
    brought_at = Timestamptz(default=None, null=True)
    decided_by_name = Varchar(200)
    decided_at = Timestamptz(default=None, null=True)


class SheetFile(Table, tablename="sheet_file"):
    """A spreadsheet that waits for a person to say which column holds what; kept as plain texts, for a few days."""

    id = UUID(primary_key=True)
    name = Varchar(200)
    sheets = Text()
    brought_by_name = Varchar(200)
    brought_at = Timestamptz(default=None, null=True)


class SheetTemplate(Table, tablename="sheet_template"):
    """How spreadsheets of one shape are read; the shape is the hash of their header's texts and places."""

    id = UUID(primary_key=True)
    shape = Varchar(64)
    name = Varchar(200)
    layout = Text()
    made_by_name = Varchar(200)
    made_at = Timestamptz(default=None, null=True)


class ReceiptRecord(Table, tablename="receipt_record"):
    """What was handed in with one submission, word for word (portal.assessments.receipt_files); never changed afterwards."""

    id = UUID(primary_key=True)
    assessment = ForeignKey(Assessment, null=False, on_delete=OnDelete.restrict, index=True)
    number = Varchar(40)
    content = Text()
    sha256 = Varchar(64)
    submitted_at = Timestamptz(default=None, null=True)
