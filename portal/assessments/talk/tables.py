"""Tables of talk: the messages at a question, and who was told of which by mail."""

from piccolo.columns import Boolean, ForeignKey, OnDelete, Serial, Text, Timestamptz, Varchar
from piccolo.table import Table

from portal.assessments.tables import Assessment


class Message(Table, tablename="message"):
    """One message at a question, never changed; `ours` when somebody of the company wrote it, `author` is their id."""

    id = Serial(primary_key=True)
    assessment = ForeignKey(Assessment, null=False, on_delete=OnDelete.restrict, index=True)
    ref = Varchar(40)  # type: ignore[assignment]  # our word; Piccolo's Table.ref is not used
    ours = Boolean(default=False)
    author = Varchar(40)
    author_name = Varchar(200)
    text = Text()
    written_at = Timestamptz(default=None, null=True)


class MessageNotice(Table, tablename="message_notice"):
    """That a person or contact was told of a message by mail; once for each, as a unique index sees to."""

    id = Serial(primary_key=True)
    message = ForeignKey(Message, null=False, on_delete=OnDelete.restrict)
    recipient = Varchar(40)
    told_at = Timestamptz(default=None, null=True)
