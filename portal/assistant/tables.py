"""Tables of the assistant: a person's conversations, their turns with citations, model and prompt version, and feedback."""

from piccolo.columns import UUID, Boolean, ForeignKey, Integer, OnDelete, Text, Timestamptz, Varchar
from piccolo.table import Table

from portal.vendors.tables import Vendor


class Conversation(Table, tablename="conversation"):
    """A person's thread of questions; without a vendor it covers every vendor the person may read."""

    id = UUID(primary_key=True)
    person = UUID(index=True)
    vendor = ForeignKey(Vendor, null=True, default=None, on_delete=OnDelete.restrict)
    title = Varchar(200)
    created_at = Timestamptz(default=None, null=True)


class Turn(Table, tablename="turn"):
    """One question with its answer; `citations` and `searched` are JSON (portal.assistant.keeping).

    `held_at` is the last sign of life of whoever works out the answer, and `held_by` which process that is (its mark);
    `interrupted` counts how often one died at it. `older` has it look in replaced versions as well, `document` in one
    document of the vendor alone.
    `vendors` is the JSON list of the vendors that a question over many is narrowed to, `read_as` what a follow-up was
    taken to ask, and `records` the answer where it is made of rows, or the part of it that says to which vendors rows narrow
    the question: known as soon as it is asked (portal.assistant.records.telling).
    """

    id = UUID(primary_key=True)
    conversation = ForeignKey(Conversation, null=False, on_delete=OnDelete.restrict)
    question = Text()
    state = Varchar(10)
    answer = Text()
    answered = Boolean(default=False)
    citations = Text()
    searched = Text()
    note = Text()
    written_by = Varchar(120)
    prompt_version = Varchar(64)
    asked_at = Timestamptz(default=None, null=True)
    answered_at = Timestamptz(default=None, null=True)
    held_at = Timestamptz(default=None, null=True)
    older = Boolean(default=False)
    vendors = Text(default=None, null=True)
    read_as = Text(default=None, null=True)
    records = Text(default=None, null=True)
    held_by = Varchar(120, default=None, null=True)
    interrupted = Integer(default=0)
    document = UUID(null=True, default=None)


class Feedback(Table, tablename="feedback"):
    """What a person says of an answer they were given, or with `about` of one verdict shown in it."""

    id = UUID(primary_key=True)
    person = UUID(index=True)
    turn = ForeignKey(Turn, null=False, on_delete=OnDelete.restrict)
    about = Varchar(80)
    judgement = Varchar(10)
    note = Text()
    given_at = Timestamptz(default=None, null=True)
